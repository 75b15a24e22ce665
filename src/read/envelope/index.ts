import { airbyte } from './airbyte.ts';
import type { Envelope } from './envelope.ts';
import { list } from './list.ts';
import { singer } from './singer.ts';

/** Every envelope, the most particular first. */
export const ENVELOPES: readonly Envelope[] = [airbyte, singer, list];
