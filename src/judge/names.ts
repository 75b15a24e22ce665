import type { Conversation } from '../model/conversation.ts';
import type { CustomerName, Utterance } from '../model/scene.ts';
import { type AskedName, askedName } from '../text/names/asking.ts';
import { findCalls } from '../text/names/calling.ts';
import type { Callers } from '../text/names/name-group.ts';
import { readOffered } from '../text/names/offered-name.ts';
import { isNick, isUnlistedWord, namesInHandle, readPerson, wordsOfNames } from '../text/names/person.ts';
import { nameWord, sharesWord } from '../text/names/same-name.ts';
import { findSelfNamings } from '../text/names/self-naming.ts';
import type { SelfNaming } from '../text/names/take-name.ts';
import { type Reading, readWords } from '../text/names/words.ts';
import { tokenize } from '../text/tokens.ts';
import { SaidWords } from './said-words.ts';

/**
 * The customer's names in the order in which they became known: the record's, those that the customer gives, and those
 * by which an agent or a bot addresses the customer while nobody knows one (who does so knew it from elsewhere). A name
 * that the customer may have given counts once somebody addresses the customer by it.
 */
export function learnNames(conversation: Conversation, utterances: readonly Utterance[]): CustomerName[] {
  const shown = shownNames(conversation);
  const names = recordNames(shown, utterances);
  const own = staffWords(utterances);
  const said = new SaidWords(utterances);
  const offered: CustomerName[] = names.length === 0 ? handleNames(shown) : [];
  let asked: AskedName = null;
  let answered = false;
  for (const utterance of utterances) {
    if (utterance.part === 'customer') {
      const reading = readOwn(utterance);
      const theirs = { has: (word: string) => isOf(own, word) || said.byDeskBefore(utterance.index, word) };
      const mayThankAgent = answered && conversation.channel !== 'email';
      for (const naming of findSelfNamings(reading, asked, theirs)) {
        const doubtful = mayThankAgent && isThanked(utterance.text.slice(0, naming.start));
        (doubtful ? offered : names).push(toName(utterance, naming));
      }
      // What answers a question for somebody else's name, or for a place, is not offered as the own one.
      if (names.length === 0 && asked !== 'other') {
        offered.push(...readOffered(reading, theirs).map((naming) => toName(utterance, naming)));
      }
      asked = null;
    } else if (utterance.part === 'agent' || utterance.part === 'bot') {
      answered ||= utterance.part === 'agent';
      asked = askedName(utterance.text);
      if (names.length === 0) {
        names.push(...usedNames(utterance, own, said.before(utterance.index), offered));
      }
    }
  }
  return names;
}

/** "Thank you, Jane." in a talk thanks the agent as often as it signs. */
const isThanked = (before: string): boolean =>
  /(?:thanks|thank you|thx|спасибо|благодарю)[^\n.!?]{0,12}$/i.test(before);

/** By which names the record shows the customer, each once. */
function shownNames({ customer, messages }: Conversation): string[] {
  const shown = new Set<string>();
  if (customer.name !== null) {
    shown.add(customer.name);
  }
  for (const { role, name, internal } of messages) {
    if (role === 'customer' && name !== null && !internal) {
      shown.add(name);
    }
  }
  return [...shown];
}

/** Where those who serve go by nicks, a word that no list of names has ("Synthead") is one too, however it is written. */
function recordNames(shown: readonly string[], utterances: readonly Utterance[]): CustomerName[] {
  const people = shown.flatMap((name) => readPerson(name) ?? []);
  const amongNicks = people.some(isUnlistedWord) && servedByNick(utterances);
  return people
    .filter((person) => !(amongNicks && isUnlistedWord(person)))
    .map((person) => ({ at: -1, by: 'record', shown: person.shown, words: person.words }));
}

function servedByNick(utterances: readonly Utterance[]): boolean {
  const names = new Set(utterances.flatMap(({ part, message }) => (part === 'agent' ? (message.name ?? []) : [])));
  return [...names].some(isNick);
}

/** Stands for the message in which a name was said, where it is a part of a handle. */
const IN_HANDLE = -1;

/**
 * Names that a handle may hold ("jaz_on_trains", "aliceinwales"): no name is known by it, but whoever is called so was meant.
 *
 * @param shown - none of them a person's name
 */
function handleNames(shown: readonly string[]): CustomerName[] {
  return shown
    .filter((name) => !/\s/.test(name))
    .flatMap(namesInHandle)
    .map((word) => ({ at: IN_HANDLE, by: 'customer', shown: word, words: [word] }));
}

/** Agents and bots name themselves and each other, not the customer. */
function staffWords(utterances: readonly Utterance[]): ReadonlySet<string> {
  return wordsOfNames(
    utterances.flatMap(({ part, message }) => (part === 'agent' || part === 'bot' ? [message.name ?? ''] : [])),
  );
}

/** Whether a word is one of these names, in whatever form: «Анечка» to «Аня». */
const isOf = (names: ReadonlySet<string>, word: string): boolean =>
  names.has(word) || [...names].some((name) => nameWord(name).likeness(word) === 'same');

/** The signature, cut from what is judged, is the customer's own and may say the name; quoted history may not. */
function readOwn(utterance: Utterance): Reading {
  const { text, cuts } = utterance.message;
  const signatures = cuts.filter(({ kind }) => kind === 'signature');
  if (signatures.length === 0) {
    return readWords(utterance.text, utterance.tokens);
  }
  let signed = utterance.text;
  for (const { start, end } of signatures) {
    signed = signed.slice(0, start) + text.slice(start, end) + signed.slice(end);
  }
  return readWords(signed, tokenize(signed));
}

function toName({ index, message }: Utterance, { start, end, words }: SelfNaming): CustomerName {
  return { at: index, by: 'customer', shown: message.text.slice(start, end), words };
}

function usedNames(
  utterance: Utterance,
  own: ReadonlySet<string>,
  said: Pick<Callers, 'heard' | 'spokenOf'>,
  offered: readonly CustomerName[],
): CustomerName[] {
  const known = [...new Set(offered.flatMap(({ words }) => words))].map(nameWord);
  const calls = findCalls(readWords(utterance.text, utterance.tokens), { known, own, ...said }).filter(
    ({ sure }) => sure,
  );
  return calls.flatMap(({ start, end, words, whose }) => {
    const given = whose === 'known' ? offered.find((name) => sharesWord(name.words, words)) : undefined;
    const shown = utterance.message.text.slice(start, end);
    if (given === undefined) {
      return [{ at: utterance.index, by: 'agent' as const, shown, words }];
    }
    // "cyril3: try this" calls a handle, not the Cyril in it.
    const isHandle = given.at === IN_HANDLE && words.some((word) => isLonger(word, given.words));
    // Known from here on only: whoever was unsure before is not blamed for it.
    return isHandle ? [] : [{ ...given, at: utterance.index }];
  });
}

const isLonger = (word: string, names: readonly string[]): boolean =>
  names.some((name) => word.length > name.length && word.startsWith(name));
