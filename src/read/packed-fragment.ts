import {
  type Channel,
  type Cut,
  type Fragment,
  type Message,
  makeFragment,
  makeMessage,
  type Rating,
  type Role,
  type SystemEvent,
} from '../model/conversation.ts';

/** Null as it is packed: two bytes instead of five, in the many fields that most records leave empty. */
type Packed = string | 0;

type PackedMessage = [
  role: Role,
  text: string,
  id: Packed,
  name: Packed,
  at: Packed,
  internal: 0 | 1,
  event: SystemEvent | 0,
  messageId: Packed,
  line: number | null,
  cuts: readonly Cut[] | 0,
  extra: Readonly<Record<string, unknown>> | 0,
];

type PackedFragment = [
  source: number,
  line: number | null,
  order: 0 | 1,
  sessions: 0 | 1,
  texts: Packed[],
  tags: readonly string[] | 0,
  csat: Rating | null,
  extra: Readonly<Record<string, unknown>> | 0,
  messages: PackedMessage[],
];

/**
 * Fragments as short texts without line breaks, and back again. A fragment held as one text takes a fraction of the
 * memory that its objects do, and its size is known.
 */
export class FragmentPacker {
  readonly #sources: { file: string; format: string }[] = [];
  readonly #numbers = new Map<string, number>();

  pack(fragment: Fragment): string {
    const { customer } = fragment;
    const packed: PackedFragment = [
      this.#sourceNumber(fragment.source.file, fragment.source.format),
      fragment.source.line,
      fragment.order === 'time' ? 1 : 0,
      fragment.sessions ? 1 : 0,
      [
        fragment.id,
        fragment.product ?? 0,
        fragment.channel ?? 0,
        fragment.language ?? 0,
        fragment.status ?? 0,
        fragment.subject ?? 0,
        fragment.opened_at ?? 0,
        fragment.closed_at ?? 0,
        fragment.exported_at ?? 0,
        customer.id ?? 0,
        customer.name ?? 0,
        customer.email ?? 0,
      ],
      fragment.tags.length === 0 ? 0 : fragment.tags,
      fragment.csat,
      fragment.extra ?? 0,
      fragment.messages.map(packMessage),
    ];
    return JSON.stringify(packed);
  }

  unpack(text: string): Fragment {
    const [source, line, order, sessions, texts, tags, csat, extra, messages] = JSON.parse(text) as PackedFragment;
    const field = (index: number): string | null => given(texts[index] ?? 0);
    return makeFragment({
      id: field(0) ?? '',
      product: field(1),
      channel: field(2) as Channel | null,
      language: field(3),
      status: field(4),
      subject: field(5),
      opened_at: field(6),
      closed_at: field(7),
      exported_at: field(8),
      customer: { id: field(9), name: field(10), email: field(11) },
      tags: tags === 0 ? [] : tags,
      csat,
      order: order === 1 ? 'time' : 'given',
      sessions: sessions === 1,
      messages: messages.map(unpackMessage),
      source: { ...(this.#sources[source] ?? { file: '', format: '' }), line },
      ...(extra === 0 ? {} : { extra }),
    });
  }

  #sourceNumber(file: string, format: string): number {
    const key = `${format}\u0000${file}`;
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.#sources.length;
      this.#sources.push({ file, format });
      this.#numbers.set(key, number);
    }
    return number;
  }
}

function packMessage(message: Message): PackedMessage {
  return [
    message.role,
    message.text,
    message.id ?? 0,
    message.name ?? 0,
    message.at ?? 0,
    message.internal ? 1 : 0,
    message.event ?? 0,
    message.message_id ?? 0,
    message.line,
    message.cuts.length === 0 ? 0 : message.cuts,
    message.extra ?? 0,
  ];
}

function unpackMessage(packed: PackedMessage): Message {
  const [role, text, id, name, at, internal, event, messageId, line, cuts, extra] = packed;
  return makeMessage({
    role,
    text,
    id: given(id),
    name: given(name),
    at: given(at),
    internal: internal === 1,
    event: event === 0 ? null : event,
    message_id: given(messageId),
    line,
    cuts: cuts === 0 ? [] : cuts,
    ...(extra === 0 ? {} : { extra }),
  });
}

function given(packed: Packed): string | null {
  return packed === 0 ? null : packed;
}
