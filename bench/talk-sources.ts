const FOLDS = 5;

/** Gathered conversations of a collection that others of the corpus come from: they are held out together. */
const SAME_COLLECTION: readonly (readonly [RegExp, string])[] = [
  [/^e13-(?:14[7-9]|15\d|16[01])$/, 'talks-taskmaster4'],
  [/^e70-/, 'talks-e13'],
  [/^e73-00[1-8]$/, 'talks-taskmaster4'],
  [/^e73-(?:009|01\d|02[0-8]|11[5-9])$/, 'talks-e24'],
  [/^e73-(?:029|03[0-5])$/, 'talks-e25'],
  [/^e73-/, 'talks-e13'],
  [/^e91-/, 'talks-e24'],
  [/^e92-/, 'talks-multiwoz21'],
  [/^e94-054$/, 'talks-e25'],
  [/^e94-05[56]$/, 'talks-e13'],
  [/^e94-/, 'talks-abcd'],
  [/^e95-(?:0[0-3]\d|040|043|049|06[567])$/, 'talks-star'],
  [/^e95-(?:06[2-4]|077)$/, 'talks-taskmaster4'],
  [/^e95-/, 'talks-e24'],
  [/^e97-/, 'talks-e24'],
  [/^e98-/, 'talks-multiwoz21'],
  [/^e99-/, 'talks-e25'],
  [/^e107-/, 'talks-abcd'],
  [/^e108-/, 'talks-star'],
  [/^e109-|^e113-/, 'talks-e71'],
  [/^e111-/, 'talks-e72'],
  [/^e112-/, 'talks-e96'],
  [/^e114-|^e119-/, 'talks-e13'],
  [/^e115-/, 'talks-e24'],
  [/^e116-/, 'talks-multiwoz21'],
  [/^e117-/, 'talks-abcd'],
  [/^e118-/, 'talks-star'],
  [/^e125-/, 'talks-taskmaster4'],
  [/^r24-0(?:4\d|5\d|6[0-5])$/, 'talks-ru_multiwoz'],
  [/^r24-/, 'talks-valera'],
  [/^r70-(?:059|06\d|07[0-3]|08[6-9]|09\d|10[0-3]|11[1-3])$/, 'talks-ru_multiwoz'],
  [/^r70-104$/, 'talks-valera'],
  [/^r91-|^r93-|^r107-/, 'talks-ru_multiwoz'],
  [/^r95-|^r111-/, 'talks-r72'],
  [/^r96-|^r112-/, 'talks-r92'],
  [/^r97-|^r110-/, 'talks-r70'],
  [/^r98-|^r108-/, 'talks-valera'],
  [/^r106-|^r109-/, 'talks-rutube'],
];

/** What a labelled conversation is held out with: its whole source; of the written ones a fifth, minimal pairs together; of our own, the writer. */
export function sourceOf(conversation: string): string {
  if (conversation.includes(':')) {
    return `talks-${conversation.split(':')[0]}`;
  }
  const same = SAME_COLLECTION.find(([ids]) => ids.test(conversation));
  if (same !== undefined) {
    return same[1];
  }
  const own = /^([er]\d{1,3})-/.exec(conversation);
  if (own !== null) {
    return `talks-${own[1]}`;
  }
  const pair = conversation.replace(/[ab]$/, '');
  const sum = [...pair].reduce((total, character) => (total * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003, 7);
  return `talks-written-${(sum % FOLDS) + 1}`;
}
