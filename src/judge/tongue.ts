import type { Language } from '../model/language.ts';
import { detectLanguage } from '../text/languages.ts';

/**
 * The language of a conversation: the record's, as a primary tag (`en-US` is `en`), else the one that its people
 * speak, detected over all they say.
 */
export function conversationLanguage(recorded: string | null, said: readonly string[]): Language {
  const tag = recorded?.trim().toLowerCase().split(/[-_]/)[0];
  return tag === undefined || tag === '' ? detectLanguage(said.join('\n')) : tag;
}

/**
 * The language of one message: the conversation's, unless the message plainly speaks another one that the packs know.
 * Where the record names a language, only another script speaks against it.
 */
export function messageLanguage(
  text: string,
  conversation: Language,
  recorded: boolean,
  supported: readonly Language[],
): Language {
  if (recorded && isCyrillic(text) === (conversation === 'ru')) {
    return conversation;
  }
  const own = detectLanguage(text);
  return supported.includes(own) && (!recorded || isCyrillic(text) === (own === 'ru')) ? own : conversation;
}

/** The beginning tells the script; the rest costs time only. */
const LOOKED_AT = 600;

/** Whether a text is written rather in Cyrillic than in Latin letters. */
function isCyrillic(text: string): boolean {
  let balance = 0;
  for (let index = 0; index < text.length && index < LOOKED_AT; index += 1) {
    const code = text.charCodeAt(index);
    if (code >= 0x400 && code < 0x500) {
      balance += 1;
    } else if ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a) {
      balance -= 1;
    }
  }
  return balance > 0;
}
