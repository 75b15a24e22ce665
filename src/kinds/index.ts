import type { Kind } from '../model/kind.ts';
import { address } from './address.ts';
import { answer } from './answer.ts';
import { avoid } from './avoid.ts';
import { close } from './close.ts';
import { pace } from './pace.ts';
import { say } from './say.ts';
import { wait } from './wait.ts';

/** The kinds of checks that a rule may be of, by name. */
export const KINDS: readonly Kind[] = [address, answer, avoid, close, pace, say, wait];
