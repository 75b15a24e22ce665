import type { HtmlToTextOptions } from 'html-to-text';
import type { Cut } from '../model/conversation.ts';

/** Private-use characters that stand for the borders of quotes while the text is made; taken out of what is read. */
const START = '\ue000';
const END = '\ue001';
const TO_THE_END = '\ue002';
const BORDERS = /[\ue000-\ue002]/gu;

/** Longer bodies are cut: no letter is, and a page of hostile markup must not hold the run up. */
const LONGEST = 4_000_000;

export interface HtmlBody {
  readonly text: string;
  /** Quotes that the markup itself tells: cited blocks, and what stands below a mail program's reply header. */
  readonly cuts: readonly Cut[];
}

/** Whether a text is markup: a tag or an entity that no person types. */
export function looksLikeHtml(text: string): boolean {
  return (
    /<(?:\/?(?:p|br|div|span|a|b|i|u|em|strong|ul|ol|li|table|tbody|tr|td|blockquote|html|body|head|h[1-6]|img|font|pre|code|hr|style|meta)\b[^<>]{0,2000}|!doctype[^<>]{0,200})>/iu.test(
      text,
    ) || /&(?:nbsp|amp|lt|gt|quot|apos|#\d{1,6}|#x[0-9a-f]{1,5});/iu.test(text)
  );
}

const marked = (before: string, after: string, prefix = '') =>
  ((element, walk, builder, options) => {
    builder.openBlock({
      leadingLineBreaks: Number(options['leadingLineBreaks'] ?? 1),
      reservedLineLength: prefix.length,
    });
    walk(element.children, builder);
    builder.closeBlock({
      trailingLineBreaks: Number(options['trailingLineBreaks'] ?? 1),
      blockTransform: (text) => `${before}${text.trim().replace(/^/gmu, prefix)}${after}`,
    });
  }) satisfies NonNullable<HtmlToTextOptions['formatters']>[string];

const OPTIONS: HtmlToTextOptions = {
  wordwrap: false,
  limits: { maxInputLength: LONGEST, maxDepth: 500 },
  formatters: {
    cited: marked(START, END, '> '),
    set_off: marked('', '', '> '),
    attribution: marked(START, END),
    reply_header: marked(TO_THE_END, ''),
    picture: (element, _walk, builder) => {
      // An emoji is sent as a picture whose alternative text is the emoji.
      const words = (element as { attribs?: Record<string, string> }).attribs?.['alt'] ?? '';
      if (/^\p{Extended_Pictographic}/u.test(words) && words.length <= 12) {
        builder.addInline(words);
      }
    },
  },
  selectors: [
    { selector: 'blockquote', format: 'set_off' },
    { selector: 'blockquote[type=cite]', format: 'cited' },
    { selector: 'blockquote[cite]', format: 'cited' },
    { selector: 'blockquote.gmail_quote', format: 'cited' },
    { selector: 'blockquote.protonmail_quote', format: 'cited' },
    { selector: 'div.yahoo_quoted', format: 'attribution' },
    { selector: 'div.gmail_attr', format: 'attribution' },
    { selector: 'div.moz-cite-prefix', format: 'attribution' },
    { selector: 'div#divRplyFwdMsg', format: 'reply_header' },
    { selector: 'div.OutlookMessageHeader', format: 'reply_header' },
    { selector: 'img', format: 'picture' },
    { selector: 'a', options: { hideLinkHrefIfSameAsText: true, noAnchorUrl: true, linkBrackets: ['[', ']'] } },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({
      selector,
      options: { uppercase: false, leadingLineBreaks: 2, trailingLineBreaks: 1 },
    })),
    { selector: 'p', options: { leadingLineBreaks: 2, trailingLineBreaks: 2 } },
    { selector: 'table', options: { uppercaseHeaderCells: false } },
  ],
};

/** Takes the borders out of a text and says where they stood. */
function unmark(text: string): HtmlBody {
  const cuts: Cut[] = [];
  const open: number[] = [];
  let out = '';
  let at = 0;
  for (const border of text.matchAll(BORDERS)) {
    out += text.slice(at, border.index);
    at = border.index + 1;
    if (border[0] === END) {
      const start = open.pop();
      if (start !== undefined && start < out.length) {
        cuts.push({ start, end: out.length, kind: 'quote' });
      }
    } else if (border[0] === START) {
      open.push(out.length);
    } else {
      cuts.push({ start: out.length, end: text.length, kind: 'quote' });
    }
  }
  out += text.slice(at);
  return {
    text: out,
    cuts: cuts
      .map((cut) => ({ ...cut, end: Math.min(cut.end, out.length) }))
      .filter((cut) => out.slice(0, cut.start).trim() !== '' || out.slice(cut.end).trim() !== '')
      .sort((left, right) => left.start - right.start || left.end - right.end),
  };
}

let convert: ((html: string) => string) | null = null;

/**
 * HTML as text: entities, lists, line breaks, links with their address behind. Scripts and styles are left out, nothing
 * is run or fetched. Quotes that the markup tells are given as cuts, set off by `> ` in the text like those of a plain letter.
 */
export async function htmlToText(html: string): Promise<HtmlBody> {
  if (convert === null) {
    const { compile } = await import('html-to-text');
    convert = compile(OPTIONS);
  }
  const text = convert(html.replace(BORDERS, '').slice(0, LONGEST));
  const plain = text
    .replace(/\u00a0/gu, ' ')
    .replace(/[ \t]{1,200}$/gmu, '')
    .replace(/\n{3,}/gu, '\n\n');
  return unmark(plain.trim());
}
