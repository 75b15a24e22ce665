// Labels single messages by what reviewers said of whole conversations: bench/run.mjs label-talks FOLDER, where FOLDER holds
// <language>-real and <language>-written, each with transcripts.ndjson and labels.ndjson. Writes bench/acts/talks-<language>.ndjson.
// Only what follows from a verdict is labelled (`judged`): no misfit means no refusal in any message; a misfit's evidence
// is a refusal or a decline; nothing after a failed misfit is an offer; and so on. Messages of which nothing follows are kept:
// they teach nothing, but are scored when their source is held out. The acts of bench/acts/corpus-acts.ndjson, which somebody
// read off the messages themselves with the verdicts at hand, are known as well; where the two differ, the verdict is right.
import { readFileSync, writeFileSync } from 'node:fs';
import type { Conversation, Message } from '../src/model/conversation.ts';
import { AGENT_ACTS, CUSTOMER_ACTS } from '../src/model/rule.ts';
import { NAME_ACTS } from './act-items.ts';
import { sourceOf } from './talk-sources.ts';

interface Label {
  readonly conversation: string;
  readonly agent: string | null;
  readonly rule: string;
  readonly verdict: 'pass' | 'fail' | 'na';
  readonly evidence: readonly number[];
}

/** What is known of one message: act → performed or not. */
type Known = Map<string, boolean>;

/** The acts of one conversation as they were read off its messages, by their indexes; those not listed are not performed. */
interface ReadActs {
  readonly conversation: string;
  readonly acts: Readonly<Record<string, readonly string[]>>;
  /** Acts about which the reader was torn. */
  readonly doubted: Readonly<Record<string, readonly string[]>>;
}

function lines<Line>(file: string): Line[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Line => JSON.parse(line));
}

function learnFrom({ messages }: Conversation, labels: readonly Label[], known: readonly Known[]): void {
  const alone = new Set(messages.filter(({ role }) => role === 'agent').map(({ name }) => name ?? null)).size === 1;
  const set = (indexes: readonly number[], act: string, performed: boolean): void => {
    for (const index of indexes) {
      const acts = known[index];
      if (acts !== undefined && (performed || !acts.has(act))) {
        acts.set(act, performed);
      }
    }
  };
  const isPublic = ({ internal }: Message): boolean => !internal;
  for (const { agent, rule, verdict, evidence } of labels) {
    const own = messages.flatMap((message, index) =>
      message.role === 'agent' && isPublic(message) && (message.name ?? null) === agent ? [index] : [],
    );
    const customers = messages.flatMap(({ role }, index) => (role === 'customer' ? [index] : []));
    if (rule === 'alternative-offered') {
      const [misfit] = evidence;
      if (verdict === 'na' || misfit === undefined) {
        if (verdict === 'na' && alone) {
          set(own, 'refusal', false);
          set(customers, 'declines', false);
        }
        continue;
      }
      set([misfit], messages[misfit]?.role === 'agent' ? 'refusal' : 'declines', true);
      const earlier = (index: number): boolean => index < misfit;
      set(own.filter(earlier), 'refusal', false);
      if (alone) {
        set(customers.filter(earlier), 'declines', false);
      }
      const last = evidence.at(-1) ?? misfit;
      if (verdict === 'fail') {
        const later = own.filter((index) => !earlier(index));
        set(later, 'offer', false);
      } else if (messages[last]?.role === 'agent') {
        set([last], 'offer', true);
      }
    } else if (rule === 'rushing-customer') {
      const unhurried = own.filter((index) => verdict === 'pass' || !evidence.includes(index));
      set(unhurried, 'rushing', false);
    } else if (rule === 'warm-farewell' && verdict === 'pass') {
      set(evidence, 'farewell-warm', true);
    } else if (rule === 'warm-farewell' && (verdict === 'fail' || alone)) {
      set(own.slice(-1), 'farewell-warm', false);
    }
  }
}

/** Adds what was read off the messages to what follows from the verdicts. */
function addRead({ messages }: Conversation, { acts, doubted }: ReadActs, known: readonly Known[]): void {
  for (const [index, { role }] of messages.entries()) {
    for (const act of role === 'agent' ? AGENT_ACTS : CUSTOMER_ACTS) {
      const open = doubted[index]?.includes(act) === true || NAME_ACTS.includes(act);
      if (!open && known[index]?.has(act) === false) {
        known[index].set(act, acts[index]?.includes(act) === true);
      }
    }
  }
}

function itemsOf(folder: string): string[] {
  const labels = new Map<string, Label[]>();
  for (const label of lines<Label>(`${folder}/labels.ndjson`)) {
    labels.set(label.conversation, [...(labels.get(label.conversation) ?? []), label]);
  }
  return lines<Conversation>(`${folder}/transcripts.ndjson`).flatMap((conversation) => {
    const known = conversation.messages.map((): Known => new Map());
    learnFrom(conversation, labels.get(conversation.id) ?? [], known);
    const read = READ.get(conversation.id);
    if (read !== undefined) {
      addRead(conversation, read, known);
    }
    const heard = (index: number): boolean => {
      const message = conversation.messages[index];
      return message !== undefined && !message.internal && (message.role === 'agent' || message.role === 'customer');
    };
    const written = conversation.messages.map(({ name }) => name ?? null);
    const names = [...new Set([conversation.customer?.name ?? null, ...written])].filter((name) => name !== null);
    return conversation.messages.flatMap(({ role, text }, index) => {
      const judged = [...(known[index] ?? [])];
      if (!heard(index)) {
        return [];
      }
      const before = conversation.messages
        .slice(0, index)
        .flatMap((earlier, place) => (heard(place) ? [{ role: earlier.role, text: earlier.text }] : []))
        .slice(-2);
      const answer = conversation.messages
        .slice(index + 1)
        .filter((_, place) => heard(index + 1 + place))
        .slice(0, 2)
        .find((later) => later.role !== role);
      const acts = judged.filter(([, performed]) => performed).map(([act]) => act);
      return [
        JSON.stringify({
          id: `${conversation.id}#${index}`,
          writer: sourceOf(conversation.id),
          speaker: role,
          before,
          text,
          ...(answer === undefined ? {} : { answer: answer.text }),
          ...(names.length === 0 ? {} : { names }),
          acts,
          judged: judged.map(([act]) => act),
        }),
      ];
    });
  });
}

const READ = new Map(lines<ReadActs>('bench/acts/corpus-acts.ndjson').map((read) => [read.conversation, read]));
const folder = process.argv[2] ?? '../shared/corpus';
for (const language of ['en', 'ru']) {
  const items = [`${folder}/${language}-real`, `${folder}/${language}-written`].flatMap(itemsOf);
  writeFileSync(`bench/acts/talks-${language}.ndjson`, `${items.join('\n')}\n`);
  process.stdout.write(`${language}: ${items.length} messages\n`);
}
