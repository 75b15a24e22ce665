import type { Language } from './language.ts';
import type { Act } from './rule.ts';
import type { Hearing, Token } from './scene.ts';

/** One message as the ear hears it: whose it is, its judged text, and what was said just before. */
export interface Heard {
  /** Index of the message in the record: hearings name their spots by it. */
  readonly index: number;
  readonly speaker: 'agent' | 'customer';
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly language: Language;
  /** The same without names, where somebody is named: no verdict may rest on one. */
  readonly nameless: Nameless | null;
  /** The one or two public messages before it, oldest first, without names. */
  readonly before: readonly {
    readonly speaker: 'agent' | 'customer';
    readonly text: string;
    /** Its words where somebody knows them already. */
    readonly tokens?: readonly Token[];
  }[];
  /** What the other side said next, without names: how a refusal or an offer was taken. Null where nothing was, or nobody knows. */
  readonly answer: { readonly text: string; readonly tokens?: readonly Token[] } | null;
}

/** A text in which one stand-in is written for every name of the people who talk, as the trained model reads it. */
export interface Nameless {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** The place in the named text of a place in this one; `end` says that a range ends there. */
  placeIn(place: number, end: boolean): number;
  /** The place in this text of a place in the named one. */
  placeOf(place: number): number;
}

/** Phrases and the trained model together. Made once per run from the packs' phrases; pure. */
export interface Ear {
  hear(heard: Heard, act: Act): Hearing;
}
