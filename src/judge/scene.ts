import type { Channel, Conversation, Message } from '../model/conversation.ts';
import type { Ear, Heard } from '../model/ear.ts';
import type { Language } from '../model/language.ts';
import type { Act } from '../model/rule.ts';
import type { CustomerName, Hearing, Part, Scene, Token, Utterance } from '../model/scene.ts';
import { parseInstant } from '../text/instant.ts';
import { wordsOfNames } from '../text/names/person.ts';
import { tokenize } from '../text/tokens.ts';
import { type AgentRoll, callRoll } from './agents.ts';
import { isAutomaticReply } from './automatic.ts';
import { type ReadEvent, readEvent } from './events.ts';
import { NameMask } from './nameless.ts';
import { learnNames } from './names.ts';
import { conversationLanguage, messageLanguage } from './tongue.ts';
import { countTurns, takeTurns } from './turns.ts';

export interface SceneSettings {
  readonly ear: Ear;
  /** The languages that the packs have phrases for. */
  readonly languages: readonly Language[];
  /** `--as-of`, ISO 8601; the end of records that name none. */
  readonly asOf: string | null;
  /** The channel of records that name none. */
  readonly assumeChannel: Channel;
}

const SILENCE: Hearing = { score: 0, spots: [], label: null, by: 'none' };

/**
 * Make a conversation ready for judging: roles settled, automatic replies told from people, turns, agents, times and
 * words. Pure; what a message says is heard when first asked and then kept.
 */
export function setScene(conversation: Conversation, settings: SceneSettings): Scene {
  const texts = conversation.messages.map(blankCuts);
  const parts = settleParts(conversation.messages, texts);
  const roll = callRoll(
    conversation,
    conversation.messages.filter((_, index) => parts[index] === 'agent'),
  );
  const language = conversationLanguage(
    conversation.language,
    texts.filter((_, index) => parts[index] === 'agent' || parts[index] === 'customer'),
    settings.languages,
  );
  const speaks = (text: string, tokens: () => readonly Token[]) =>
    messageLanguage({ text, tokens }, language, conversation.language !== null, settings.languages);
  const utterances = conversation.messages.map((message, index) =>
    makeUtterance(message, index, texts[index] ?? '', parts[index] ?? 'note', speaks, roll),
  );
  const turns = takeTurns(utterances);
  const agents = countTurns(roll.agents, turns);
  let names: readonly CustomerName[] | null = null;
  const namesOf = (): readonly CustomerName[] => {
    names ??= learnNames(conversation, utterances);
    return names;
  };
  return {
    conversation,
    channel: conversation.channel ?? settings.assumeChannel,
    language,
    supported: settings.languages.includes(language),
    utterances,
    turns,
    agents,
    end: endOf(conversation, settings.asOf),
    get names() {
      return namesOf();
    },
    hear: keepHearing(utterances, settings.ear, () => maskOf(namesOf(), utterances)),
  };
}

/** A time that cannot be read counts as none. */
function endOf({ closed_at, exported_at }: Conversation, asOf: string | null): number | null {
  for (const time of [closed_at, exported_at, asOf]) {
    const instant = time === null ? null : parseInstant(time);
    if (instant !== null) {
      return instant.ms;
    }
  }
  return null;
}

/** Cut ranges become spaces of the same length, so that every offset stays an offset into the record's text. */
export function blankCuts({ text, cuts }: Message): string {
  if (cuts.length === 0) {
    return text;
  }
  const ordered = [...cuts].sort((left, right) => left.start - right.start || left.end - right.end);
  const pieces: string[] = [];
  let place = 0;
  for (const { start, end } of ordered) {
    const from = Math.max(place, Math.min(start, text.length));
    const to = Math.max(from, Math.min(end, text.length));
    pieces.push(text.slice(place, from), text.slice(from, to).replace(/[^\n\r]/g, ' '));
    place = to;
  }
  return pieces.join('') + text.slice(place);
}

function settleParts(messages: readonly Message[], texts: readonly string[]): Part[] {
  let agentSpoke = false;
  return messages.map((message, index) => {
    if (message.role === 'system') {
      return 'system';
    }
    if (message.internal) {
      return 'note';
    }
    if (message.role === 'agent') {
      if (isAutomaticReply(texts[index] ?? '', !agentSpoke)) {
        return 'bot';
      }
      agentSpoke = true;
      return 'agent';
    }
    return message.role === 'bot' ? 'bot' : 'customer';
  });
}

function makeUtterance(
  message: Message,
  index: number,
  text: string,
  part: Part,
  speaks: (text: string, tokens: () => readonly Token[]) => Language,
  roll: AgentRoll,
): Utterance {
  const event = part === 'system' ? settleEvent(message) : null;
  const instant = message.at === null ? null : parseInstant(message.at);
  return new LazyUtterance(
    {
      index,
      message,
      part,
      agent: part === 'agent' ? roll.of(message) : event === null ? null : broughtIn(event, message, roll),
      event: event?.event ?? null,
      at: instant?.ms ?? null,
      local: instant?.local ?? false,
      text,
    },
    speaks,
  );
}

/**
 * Words and language are worked out when first asked for. A class, because an object with getters of its own is made
 * and read many times more slowly.
 */
class LazyUtterance implements Utterance {
  readonly index: number;
  readonly message: Message;
  readonly part: Part;
  readonly agent: number | null;
  readonly event: Utterance['event'];
  readonly at: number | null;
  readonly local: boolean;
  readonly text: string;
  private words: readonly Token[] | null = null;
  private spoken: Language | null = null;
  private readonly speaks: (text: string, tokens: () => readonly Token[]) => Language;

  constructor(known: Omit<Utterance, 'language' | 'tokens'>, speaks: LazyUtterance['speaks']) {
    this.index = known.index;
    this.message = known.message;
    this.part = known.part;
    this.agent = known.agent;
    this.event = known.event;
    this.at = known.at;
    this.local = known.local;
    this.text = known.text;
    this.speaks = speaks;
  }

  get language(): Language {
    this.spoken ??= this.speaks(this.text, () => this.tokens);
    return this.spoken;
  }

  get tokens(): readonly Token[] {
    this.words ??= tokenize(this.text);
    return this.words;
  }
}

function settleEvent(message: Message): ReadEvent {
  const read = readEvent(message.text);
  if (message.event === null) {
    return read;
  }
  const name = read.event === message.event ? read.name : null;
  return { event: message.event, name: name ?? message.name };
}

/** Whom a join, an assignment or a transfer to a named person brings in; who leaves is named, too. */
function broughtIn({ event, name }: ReadEvent, message: Message, roll: AgentRoll): number | null {
  if (event === 'closed' || event === 'other') {
    return null;
  }
  const named = roll.named(name ?? message.name, event === 'joined' || event === 'left' ? message.id : null);
  return named ?? (event === 'left' ? null : roll.endsWith(message.text));
}

/** The mask of the names of customer and agents. */
function maskOf(names: readonly CustomerName[], utterances: readonly Utterance[]): NameMask {
  const staff = utterances.flatMap(({ part, message }) => (part === 'agent' ? [message.name ?? ''] : []));
  return new NameMask([...names.flatMap(({ words }) => words), ...wordsOfNames(staff)]);
}

function keepHearing(utterances: readonly Utterance[], ear: Ear, maskNames: () => NameMask): Scene['hear'] {
  const kept = utterances.map(() => new Map<Act, Hearing>());
  const words: (Heard | null)[] = [];
  let mask: NameMask | null = null;
  return (index, act) => {
    const utterance = utterances[index];
    const memory = kept[index];
    if (utterance === undefined || memory === undefined) {
      return SILENCE;
    }
    const known = memory.get(act);
    if (known !== undefined) {
      return known;
    }
    mask ??= maskNames();
    const heard = words[index] ?? heardOf(utterances, utterance, mask);
    words[index] = heard;
    const hearing = heard === null ? SILENCE : ear.hear(heard, act);
    memory.set(act, hearing);
    return hearing;
  };
}

/** A message as the ear hears it; null for one of neither customer nor agent. */
function heardOf(utterances: readonly Utterance[], utterance: Utterance, mask: NameMask): Heard | null {
  const { index, part } = utterance;
  if (part !== 'agent' && part !== 'customer') {
    return null;
  }
  const { text, tokens, language } = utterance;
  const answer = answerTo(utterances, utterance);
  return {
    index,
    speaker: part,
    text,
    tokens,
    language,
    nameless: mask.read(text, tokens),
    before: saidBefore(utterances, index).map((said) => mask.plain(said)),
    answer: answer === null ? null : mask.plain(answer),
  };
}

/** What the other side said next, if within two public messages: what comes later answers something else. */
function answerTo(utterances: readonly Utterance[], { index, part }: Utterance): Heard['answer'] {
  let passed = 0;
  for (let place = index + 1; place < utterances.length && passed < 2; place += 1) {
    const utterance = utterances[place];
    if (utterance?.part === 'agent' || utterance?.part === 'customer') {
      if (utterance.part !== part) {
        return { text: utterance.text, tokens: utterance.tokens };
      }
      passed += 1;
    }
  }
  return null;
}

/** The two messages of customer and agents before, oldest first: as much as the acts data gives. */
function saidBefore(utterances: readonly Utterance[], index: number): Heard['before'] {
  const before: Heard['before'][number][] = [];
  for (let place = index - 1; place >= 0 && before.length < 2; place -= 1) {
    const utterance = utterances[place];
    if (utterance?.part === 'agent' || utterance?.part === 'customer') {
      const { part, text, tokens } = utterance;
      before.unshift({ speaker: part, text, tokens });
    }
  }
  return before;
}
