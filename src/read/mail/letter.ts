import type { Address, Email } from 'postal-mime';
import type { Cut } from '../../model/conversation.ts';
import { parseInstant } from '../../text/instant.ts';
import { readTime } from '../../text/local-time.ts';
import { isUtf8, legacyCharset } from '../charset.ts';
import type { RawMail } from '../content.ts';
import { tidyName } from '../direction-marks.ts';
import { htmlToText } from '../html-body.ts';
import { asLatin } from '../source-bytes.ts';
import { unflow, withoutFlowed } from './flowed.ts';
import type { Sender } from './senders.ts';
import { senderOf } from './senders.ts';

export interface Person {
  readonly name: string | null;
  /** Lower case; null where there is none. */
  readonly address: string | null;
}

/** The head of a letter. */
export interface LetterHead {
  readonly messageId: string | null;
  readonly references: readonly string[];
  readonly subject: string | null;
  readonly from: Person;
  readonly recipients: readonly string[];
  readonly at: string | null;
  readonly sender: Sender;
  readonly draft: boolean;
}

export interface Letter extends LetterHead {
  readonly text: string;
  readonly cuts: readonly Cut[];
}

const EMPTY_LINE = [Buffer.from('\r\n\r\n'), Buffer.from('\n\n'), Buffer.from('\r\r')] as const;

/** The bytes up to the first empty line. */
function headBytes(bytes: Uint8Array): Uint8Array {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const ends = EMPTY_LINE.map((mark) => buffer.indexOf(mark)).filter((place) => place >= 0);
  return ends.length === 0 ? buffer : buffer.subarray(0, Math.min(...ends) + 2);
}

/**
 * Letters of old programs hold bytes beyond ASCII in their headers, or in a body that names no character set: they are
 * made UTF-8 first, by the likeliest of the older sets.
 */
function withKnownCharset(bytes: Uint8Array): Uint8Array {
  if (isUtf8(bytes)) {
    return bytes;
  }
  const head = headBytes(bytes);
  const body = bytes.subarray(head.length);
  const named = /charset\s{0,3}=/iu.test(asLatin(bytes, 65_536));
  const asUtf8 = (part: Uint8Array): Uint8Array =>
    isUtf8(part) ? part : Buffer.from(new TextDecoder(legacyCharset(part)).decode(part), 'utf8');
  return Buffer.concat([asUtf8(head), named ? body : asUtf8(body)]);
}

async function parsed(bytes: Uint8Array): Promise<Email> {
  const { default: PostalMime } = await import('postal-mime');
  // A letter within the letter is somebody else's: it stays an attachment.
  return PostalMime.parse(withKnownCharset(bytes), { forceRfc822Attachments: true, attachmentEncoding: 'arraybuffer' });
}

export function idsIn(value: string | undefined): string[] {
  const found = (value ?? '').match(/<[^<>\s]{1,500}>/gu) ?? [];
  const ids = found.map((id) => id.slice(1, -1));
  return ids.length > 0 ? ids : (value ?? '').split(/\s+/u).filter((id) => /^[^\s@]{1,250}@[^\s@]{1,250}$/u.test(id));
}

function mailboxes(addresses: readonly Address[] | undefined): Person[] {
  return (addresses ?? []).flatMap((one) => (one.group === undefined ? [personOf(one)] : one.group.map(personOf)));
}

function personOf({ name, address }: { name: string; address?: string | undefined }): Person {
  const plain = (address ?? '').trim().toLowerCase();
  const known = tidyName(name).replace(/^(['"])(.{1,200})\1$/u, '$2');
  return {
    name: known === '' || known.toLowerCase() === plain ? null : known,
    address: plain === '' ? null : plain,
  };
}

/** The day and time of a letter: its `Date`, else when the last server received it. */
function timeOf(date: string, received: readonly string[]): string | null {
  for (const text of [date, ...received.map((line) => line.slice(line.lastIndexOf(';') + 1))]) {
    const time = readTime(text.replace(/\([^()]{0,60}\)/gu, ' ').trim(), { zone: null, dateOrder: null });
    if ('at' in time && parseInstant(time.at)?.local === false) {
      return time.at;
    }
  }
  return null;
}

/** A group address that passes letters on writes itself as the sender: the true one stands in another header. */
function senderBehind(from: Person, header: (name: string) => string, replyTo: readonly Person[]): Person {
  const via = /^(.{1,200}?)\s+(?:via|über|через)\s+.{1,200}$/iu.exec(from.name ?? '')?.[1];
  if (via === undefined) {
    return from;
  }
  const original = header('x-original-from') || header('x-original-sender');
  const address = /[^\s<>"',;]{1,64}@[^\s<>"',;]{1,190}/u.exec(original)?.[0] ?? replyTo[0]?.address ?? null;
  return address === null ? from : { name: via.replace(/^(['"])(.{1,200})\1$/u, '$2'), address: address.toLowerCase() };
}

function headOf(email: Email): LetterHead {
  const values = new Map<string, string>();
  const received: string[] = [];
  for (const { key, value } of email.headers) {
    if (key === 'received') {
      received.push(value);
    }
    if (!values.has(key)) {
      values.set(key, value);
    }
  }
  const header = (name: string): string => values.get(name) ?? '';
  const [first = { name: null, address: null }] = mailboxes(
    email.from === undefined ? (email.sender === undefined ? [] : [email.sender]) : [email.from],
  );
  const from = senderBehind(first, header, mailboxes(email.replyTo));
  const labels = header('x-gmail-labels').toLowerCase();
  return {
    messageId: idsIn(email.messageId)[0] ?? null,
    references: [...new Set([...idsIn(email.references), ...idsIn(email.inReplyTo)])],
    subject: email.subject?.trim() || null,
    from,
    recipients: mailboxes([...(email.to ?? []), ...(email.cc ?? [])]).flatMap(({ address }) => address ?? []),
    at: timeOf(header('date'), received),
    sender: senderOf(header, from.address ?? '', email.subject ?? ''),
    draft: /(?:^|,)\s?(?:drafts?|черновики|entwürfe|brouillons)\s?(?:,|$)/u.test(labels),
  };
}

async function bodyOf(
  text: string,
  html: string,
  attachments: readonly string[],
): Promise<{ text: string; cuts: readonly Cut[] }> {
  const plain = text
    .replace(/\r\n?/gu, '\n')
    .replace(/\u0000/gu, '')
    .trimEnd();
  if (plain.trim() !== '') {
    return { text: plain.replace(/^(?:[ \t]*\n)+/u, ''), cuts: [] };
  }
  if (html.trim() !== '') {
    const body = await htmlToText(html);
    if (body.text !== '') {
      return body;
    }
  }
  return { text: attachments.map((name) => `[${name}]`).join('\n'), cuts: [] };
}

/** The head alone, for threading: no body is decoded. Throws for what is no letter. */
export async function readHead(raw: RawMail): Promise<LetterHead> {
  return raw.format === 'msg' ? readOutlook(raw.bytes) : headOf(await parsed(headBytes(raw.bytes)));
}

/** The whole letter. Throws for what is no letter. */
export async function readLetter(raw: RawMail): Promise<Letter> {
  if (raw.format === 'msg') {
    return readOutlook(raw.bytes);
  }
  const fixed = withoutFlowed(raw.bytes);
  const email = await parsed(fixed ?? raw.bytes);
  const text = (email.text ?? '').replace(/\r\n?/gu, '\n');
  const attachments = email.attachments.map(({ filename, mimeType }) => filename ?? mimeType);
  return { ...headOf(email), ...(await bodyOf(fixed === null ? text : unflow(text), email.html ?? '', attachments)) };
}

function decoded(bytes: Uint8Array, codepage: number | undefined): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const label =
      codepage !== undefined && codepage >= 1250 && codepage <= 1258 ? `windows-${codepage}` : 'windows-1252';
    return new TextDecoder(codepage === 20866 ? 'koi8-r' : label).decode(bytes);
  }
}

async function readOutlook(bytes: Uint8Array): Promise<Letter> {
  const module = await import('@kenjiuno/msgreader');
  // The package is CommonJS: how deep its class lies depends on who loads it.
  const inner = (module as unknown as { default: unknown }).default as { default?: unknown };
  const MsgReader = (inner.default ?? inner) as typeof import('@kenjiuno/msgreader').default;
  const data = new MsgReader(bytes.slice().buffer as ArrayBuffer).getFileData();
  if (data.error !== undefined || data.dataType !== 'msg') {
    throw new Error(data.error ?? 'it holds no message');
  }
  const headers = data.headers ?? '';
  const head = headers === '' ? null : headOf(await parsed(Buffer.from(`${headers.trim()}\r\n\r\n`, 'utf8')));
  const address =
    data.senderSmtpAddress ??
    data.sentRepresentingSmtpAddress ??
    data.creatorSMTPAddress ??
    data.senderEmail ??
    data.inetAcctName;
  const from = personOf({ name: data.senderName ?? '', address: address?.includes('@') ? address : undefined });
  const sent = timeOf(data.clientSubmitTime ?? '', [data.messageDeliveryTime ?? '', data.creationTime ?? '']);
  const recipients = (data.recipients ?? []).flatMap(
    ({ smtpAddress, email }) => (smtpAddress ?? email)?.toLowerCase() ?? [],
  );
  const attachments = (data.attachments ?? []).flatMap(({ fileName, attachmentHidden }) =>
    attachmentHidden === true ? [] : (fileName ?? 'attachment'),
  );
  const html = data.html !== undefined ? decoded(data.html, data.internetCodepage) : (data.bodyHtml ?? '');
  const body = await bodyOf(data.body ?? '', html, attachments);
  return {
    messageId: idsIn(data.messageId)[0] ?? head?.messageId ?? null,
    references: head?.references ?? [],
    subject: data.subject?.trim() || head?.subject || null,
    from:
      from.address === null && from.name === null
        ? (head?.from ?? from)
        : { ...from, address: from.address ?? head?.from.address ?? null },
    recipients: recipients.length > 0 ? recipients : (head?.recipients ?? []),
    at: head?.at ?? sent,
    sender: head?.sender ?? senderOf(() => '', from.address ?? '', data.subject ?? ''),
    // Programs that save a .msg often leave the flag of a draft on it.
    draft: false,
    ...body,
  };
}
