import * as v from 'valibot';
import type { Check, Kind } from '../model/kind.ts';
import type { CustomerName, Scene, SceneAgent, Turn } from '../model/scene.ts';
import type { Judgement, Spot } from '../model/verdict.ts';
import { type Call, findCalls } from '../text/names/calling.ts';
import { isFirstName } from '../text/names/lists.ts';
import { wordsOfNames } from '../text/names/person.ts';
import { PLAIN_GREETINGS } from '../text/names/phrases.ts';
import { nameWord, sharesWord } from '../text/names/same-name.ts';
import { isOnlySurname } from '../text/names/take-name.ts';
import { findUnfilledName } from '../text/names/template.ts';
import { isPatronymic } from '../text/names/titles.ts';
import { readWords } from '../text/names/words.ts';

const optionsSchema = v.strictObject({});

/** Whether the customer is addressed by name: in the agent's opening turn, or as soon as the name is known. */
export const address: Kind = {
  name: 'address',
  summary:
    'The agent addresses the customer by name in the opening turn, or in a later one when the name is learnt later.',
  options: optionsSchema,
  reasons: {
    pass: ['greeted-by-name', 'named-later'],
    fail: ['generic-greeting', 'no-greeting', 'wrong-name', 'template-unfilled', 'name-never-used'],
    na: ['name-unknown', 'no-turn-left', 'unsupported-language', 'unsure'],
  },
  words: true,
  compile: (): Check => ({ judge }),
};

function judge(scene: Scene, agent: SceneAgent): Judgement {
  const [first, ...later] = agent.turns.flatMap((index) => scene.turns[index] ?? []);
  if (first === undefined) {
    return na('name-unknown');
  }
  const names = believedNames(scene.names);
  const own = staffWords(scene);
  const opening = callsIn(scene, first, names, own);
  const greeted = opening.find(({ call }) => call.whose === 'known' && call.sure);
  if (greeted !== undefined) {
    return { verdict: 'pass', reason: 'greeted-by-name', args: argsOf(names), evidence: [greeted.spot] };
  }
  const openingEnd = first.messages.at(-1) ?? 0;
  if (names.some(({ at }) => at <= openingEnd)) {
    return opening.some(({ call }) => call.whose === 'known')
      ? na('unsure')
      : failOpening(scene, first, opening, names);
  }
  return judgeLater(scene, first, later, names, own);
}

/** The name became known after the opening turn, or never. */
function judgeLater(
  scene: Scene,
  first: Turn,
  later: readonly Turn[],
  names: readonly CustomerName[],
  own: ReadonlySet<string>,
): Judgement {
  const learnt = names[0];
  if (learnt === undefined) {
    return na('name-unknown');
  }
  const calls = later.flatMap((turn) => callsIn(scene, turn, names, own)).filter(({ call }) => call.whose === 'known');
  const named = calls.find(({ call }) => call.sure);
  if (named !== undefined) {
    return { verdict: 'pass', reason: 'named-later', args: argsOf(names), evidence: [named.spot] };
  }
  const chance = later.find(({ messages }) => (messages[0] ?? 0) > learnt.at);
  if (chance === undefined) {
    return na('no-turn-left');
  }
  if (calls.length > 0) {
    return na('unsure');
  }
  return {
    verdict: 'fail',
    reason: 'name-never-used',
    args: argsOf(names),
    evidence: [...wholeTurn(scene, first), ...wholeTurn(scene, chance)],
  };
}

function failOpening(
  scene: Scene,
  turn: Turn,
  calls: readonly PlacedCall[],
  names: readonly CustomerName[],
): Judgement {
  const args = argsOf(names);
  for (const index of turn.messages) {
    const slot = findUnfilledName(scene.utterances[index]?.text ?? '');
    if (slot !== null) {
      return { verdict: 'fail', reason: 'template-unfilled', args, evidence: [{ message: index, ...slot }] };
    }
  }
  const wrong = calls.find(({ call }) => call.whose === 'other');
  if (wrong !== undefined) {
    return { verdict: 'fail', reason: 'wrong-name', args, evidence: [wrong.spot] };
  }
  const reason = greets(scene, turn) ? 'generic-greeting' : 'no-greeting';
  return { verdict: 'fail', reason, args, evidence: wholeTurn(scene, turn) };
}

/** A name that only an agent used is dropped when the customer or the record gives another one. */
function believedNames(names: readonly CustomerName[]): readonly CustomerName[] {
  const certain = names.filter(({ by }) => by !== 'agent');
  return certain.length > 0 && certain.length < names.length
    ? names.filter(({ by, words }) => by !== 'agent' || certain.some((other) => sharesWord(other.words, words)))
    : names;
}

interface PlacedCall {
  readonly call: Call;
  readonly spot: Spot;
}

function callsIn(
  scene: Scene,
  turn: Turn,
  names: readonly CustomerName[],
  own: ReadonlySet<string>,
): readonly PlacedCall[] {
  const known = [...new Set(names.flatMap(({ words }) => words))].map(nameWord);
  return turn.messages.flatMap((index) => {
    const utterance = scene.utterances[index];
    if (utterance === undefined) {
      return [];
    }
    const reading = readWords(utterance.text, utterance.tokens);
    return findCalls(reading, { known, own }).map((call) => ({
      call: couldBeTheirs(call, names) ? { ...call, whose: 'known' as const } : call,
      spot: { message: index, start: call.start, end: call.end },
    }));
  });
}

/**
 * Where only a first name is known, a title with another name may be the customer's surname, and where only a surname is
 * («К. Ю. Ланской»), a first name may be the one that goes with it: doubt is not guilt.
 */
function couldBeTheirs({ whose, titled, words }: Call, names: readonly CustomerName[]): boolean {
  if (whose !== 'other') {
    return false;
  }
  const surname = titled && words.length === 1 && names.every((name) => name.words.length === 1);
  const known = names.flatMap((name) => name.words);
  const first = words.some(isFirstName) && known.every(isOnlySurname);
  const formal = isPatronymic(words.at(-1) ?? '') && !known.some(isFirstName);
  return surname || (known.length > 0 && (first || formal));
}

/** Agents and bots name themselves and each other, not the customer. */
function staffWords({ utterances }: Scene): ReadonlySet<string> {
  return wordsOfNames(
    utterances.flatMap(({ part, message }) => (part === 'agent' || part === 'bot' ? [message.name ?? ''] : [])),
  );
}

/** Words of a greeting stand at the beginning of a sentence of the turn; "good morning" and «добрый день» among them. */
function greets({ utterances }: Scene, turn: Turn): boolean {
  return turn.messages.some((index) => {
    const utterance = utterances[index];
    if (utterance === undefined) {
      return false;
    }
    const { words } = readWords(utterance.text, utterance.tokens);
    return words.some(
      ({ word, opens }, place) =>
        (opens || place < 4) && (PLAIN_GREETINGS.has(word) || isDayGreeting(word, words[place + 1]?.word ?? '')),
    );
  });
}

function isDayGreeting(word: string, next: string): boolean {
  return (
    (/^(?:good|happy)$/.test(word) && /^(?:morning|afternoon|evening|day)$/.test(next)) ||
    /^(?:morning|afternoon|evening)$/.test(word) ||
    (/^(?:добр(?:ый|ое|ого)|доброе)$/.test(word) && /^(?:день|вечер|утро|дня|вечера|утра|времени|ночи)$/.test(next)) ||
    (/^(?:день|вечер|утро)$/.test(word) && /^добр(?:ый|ое)$/.test(next)) ||
    word === 'доброе' ||
    word === 'добрый'
  );
}

function wholeTurn({ utterances }: Scene, { messages }: Turn): Spot[] {
  return messages.map((index) => ({ message: index, start: 0, end: utterances[index]?.message.text.length ?? 0 }));
}

function argsOf(names: readonly CustomerName[]): Readonly<Record<string, string>> {
  return { name: names[0]?.shown ?? '' };
}

function na(reason: string): Judgement {
  return { verdict: 'na', reason, evidence: [] };
}
