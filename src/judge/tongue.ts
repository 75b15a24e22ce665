import type { Language } from '../model/language.ts';
import type { Token } from '../model/scene.ts';
import { detectLanguage } from '../text/languages.ts';

/**
 * The language of a conversation: the record's, as a primary tag (`en-US` is `en`), else the one that its people
 * speak. Where all they say together tells of a language that the packs do not know, the messages vote by their length:
 * a greeting in Kazakh makes no Kazakh conversation.
 */
export function conversationLanguage(
  recorded: string | null,
  said: readonly string[],
  supported: readonly Language[],
): Language {
  const tag = recorded?.trim().toLowerCase().split(/[-_]/)[0];
  if (tag !== undefined && tag !== '') {
    return tag;
  }
  const together = detectLanguage(said.join('\n'));
  return supported.includes(together) ? together : (chosenByMost(said, supported) ?? together);
}

/** The supported language in which more than half of the text is written, message by message. */
function chosenByMost(said: readonly string[], supported: readonly Language[]): Language | null {
  const lengths = new Map<Language, number>();
  let total = 0;
  for (const text of said) {
    const language = detectLanguage(text);
    lengths.set(language, (lengths.get(language) ?? 0) + text.length);
    total += text.length;
  }
  return supported.find((language) => (lengths.get(language) ?? 0) * 2 > total) ?? null;
}

/**
 * The language of one message: the conversation's, unless the message plainly speaks another one that the packs know.
 * Where the record names a language, only another script speaks against it.
 */
export function messageLanguage(
  { text, tokens }: { readonly text: string; readonly tokens: () => readonly Token[] },
  conversation: Language,
  recorded: boolean,
  supported: readonly Language[],
): Language {
  if (recorded && isCyrillic(text) === (conversation === 'ru')) {
    return conversation;
  }
  const own = detectLanguage(text, tokens);
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
