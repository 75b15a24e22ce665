const FOLDS = 5;

/** What a labelled conversation is held out with: its whole source; of the written ones a fifth, minimal pairs together; of our own, the writer. */
export function sourceOf(conversation: string): string {
  if (conversation.includes(':')) {
    return `talks-${conversation.split(':')[0]}`;
  }
  const own = /^([er]\d{1,2})-/.exec(conversation);
  if (own !== null) {
    return `talks-${own[1]}`;
  }
  const pair = conversation.replace(/[ab]$/, '');
  const sum = [...pair].reduce((total, character) => (total * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003, 7);
  return `talks-written-${(sum % FOLDS) + 1}`;
}
