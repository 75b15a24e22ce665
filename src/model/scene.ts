import type { Channel, Conversation, Message, SystemEvent } from './conversation.ts';
import type { Language } from './language.ts';
import type { Act } from './rule.ts';
import type { Spot } from './verdict.ts';

/**
 * A conversation made ready for judging, once for all checks. Kinds read scenes and nothing else.
 */

/** A word of a message: offsets are into the message's `text`. */
export interface Token {
  /** NFC, lower case, ё→е, apostrophes made one, homoglyphs inside a mixed-script word mended. */
  readonly word: string;
  readonly stem: string;
  readonly start: number;
  readonly end: number;
}

/** Whose words a message counts as, after notes, automatic replies and bots are told apart. */
export type Part = 'customer' | 'agent' | 'bot' | 'system' | 'note';

/** How sure the program is that a message performs an act, and by which words. */
export interface Hearing {
  /** 0–1: calibrated probability, 1 for a phrase that decides on its own. */
  readonly score: number;
  /** The words that decided, as ranges of the message's text; never empty when `score` > 0. */
  readonly spots: readonly Spot[];
  /** The narrower name of the phrase (`wish`, `thanks`, `open-door`, `pleasure`, …) or null. */
  readonly label: string | null;
  readonly by: 'phrase' | 'model' | 'none';
  /** Of a phrase: how probable the trained model by itself finds the act, from 0 to 1; absent where no model knows it. */
  readonly trained?: number | undefined;
}

export interface Utterance {
  /** Index in the record. */
  readonly index: number;
  readonly message: Message;
  readonly part: Part;
  /** Index into `Scene.agents` for agents' words (and for a join or assignment of that agent), else null. */
  readonly agent: number | null;
  readonly event: SystemEvent | null;
  /** Milliseconds since the epoch; of a local time without zone, as if it were UTC; null without a usable time. */
  readonly at: number | null;
  /** True when `at` came from a time without zone. */
  readonly local: boolean;
  /** `message.text` with quoted history and signatures blanked by spaces: same length, same offsets. */
  readonly text: string;
  readonly language: Language;
  readonly tokens: readonly Token[];
}

/** A maximal run of public messages by the same person; `bot` turns separate, system events and notes do not. */
export interface Turn {
  readonly part: 'customer' | 'agent' | 'bot';
  readonly agent: number | null;
  /** Indexes into `Scene.utterances`, in order, only of this person's public messages. */
  readonly messages: readonly number[];
}

export interface SceneAgent {
  readonly index: number;
  readonly key: string;
  readonly name: string | null;
  readonly id: string | null;
  /** Indexes into `Scene.turns` of this agent's turns, in order; empty only for pseudo-agents. */
  readonly turns: readonly number[];
  /** Another agent took a turn after this one's last. */
  readonly handedOver: boolean;
}

/** A name of the customer: given by the record, said by the customer, or used by an agent or bot who knew it. */
export interface CustomerName {
  /** Index of the message by which it became known; -1 for the record's. */
  readonly at: number;
  readonly by: 'record' | 'customer' | 'agent';
  /** As it was written, without titles. */
  readonly shown: string;
  /** Folded words, titles and initials left out; never empty. */
  readonly words: readonly string[];
}

export interface Scene {
  readonly conversation: Conversation;
  readonly channel: Channel;
  readonly language: Language;
  /** False where the pack has no phrases for `language`. */
  readonly supported: boolean;
  readonly utterances: readonly Utterance[];
  readonly turns: readonly Turn[];
  readonly agents: readonly SceneAgent[];
  /** The end of the record: closed_at, else exported_at, else --as-of; null when none is known. Ms since the epoch. */
  readonly end: number | null;
  /** The customer's names in the order in which they became known; worked out when first asked. */
  readonly names: readonly CustomerName[];
  /** What a message says, by phrases and by the trained model; worked out when first asked, then kept. */
  hear(utterance: number, act: Act): Hearing;
}
