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

/** Whether a text is written rather in Cyrillic than in Latin letters. */
function isCyrillic(text: string): boolean {
  const cyrillic = text.match(/[\u0400-\u04ff]/g)?.length ?? 0;
  const latin = text.match(/[A-Za-z]/g)?.length ?? 0;
  return cyrillic > latin;
}
