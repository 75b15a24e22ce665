import { airbyte } from './airbyte.ts';
import type { Envelope } from './envelope.ts';
import { hal } from './hal.ts';
import { list } from './list.ts';
import { notification } from './notification.ts';
import { numbered } from './numbered.ts';
import { singer } from './singer.ts';

/** Every envelope, the most particular first. */
export const ENVELOPES: readonly Envelope[] = [airbyte, singer, notification, numbered, hal, list];
