/**
 * Words in one text, each once, sorted by code unit and parted by spaces. They are searched where they stand: a run that
 * asks for a few words would split thousands in vain.
 */
export class WordList {
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  has(word: string): boolean {
    const { text } = this;
    let low = 0;
    let high = text.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const begin = text.lastIndexOf(' ', middle) + 1;
      const next = text.indexOf(' ', begin);
      const end = next < 0 ? text.length : next;
      const found = text.slice(begin, end);
      if (found === word) {
        return word !== '';
      }
      if (found < word) {
        low = end + 1;
      } else {
        high = begin - 1;
      }
    }
    return false;
  }
}
