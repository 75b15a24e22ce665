import { type Channel, type Fragment, makeFragment, makeMessage, type Role } from '../../model/conversation.ts';
import type { JsonRecord } from '../content.ts';
import type { ExportFile } from '../export-file.ts';
import { readEachRecord, someRecord } from '../json-reader.ts';
import { fieldOf, idField, listOf, textField } from '../json-values.ts';
import type { Reader } from '../reader.ts';
import { channelOfWord } from '../role-words.ts';

const NAME = 'genesys';

/** `internal` covers people and machines of the company: where no agent took part, a machine spoke. */
function roleOf(phrase: unknown, hasAgent: boolean): Role {
  switch (textField(phrase, 'participantPurpose')) {
    case 'external':
    case 'customer':
      return 'customer';
    case 'internal':
      return hasAgent ? 'agent' : 'bot';
    case 'agent':
    case 'user':
      return 'agent';
    case 'bot':
    case 'ivr':
    case 'acd':
    case 'botflow':
      return 'bot';
    default:
      return 'unknown';
  }
}

/** `startTimeMs` is met both as a moment and as the time since the beginning. */
function momentOf(phrase: unknown, start: number | null): number | null {
  const ms = fieldOf(phrase, 'startTimeMs');
  if (typeof ms !== 'number') {
    return null;
  }
  const day = 86_400_000;
  return start !== null && ms < start - day ? start + ms : ms > 1e11 ? ms : null;
}

async function* readConversation({ value, line }: JsonRecord, file: ExportFile): AsyncGenerator<Fragment> {
  const id = idField(value, 'conversationId');
  if (id === null) {
    file.leftOut(line, 'A transcript has no conversationId; it was left out.');
    return;
  }
  const started = fieldOf(value, 'conversationStartTime');
  const start = typeof started === 'number' ? started : null;
  const participants = listOf(fieldOf(value, 'participants'));
  const agents = participants.filter((person) =>
    ['agent', 'user'].includes(textField(person, 'participantPurpose') ?? ''),
  );
  const hasAgent = participants.length === 0 || agents.length > 0;
  const [agent] = agents;
  const agentId = agents.length === 1 ? (idField(agent, 'userId') ?? idField(agent, 'participantId')) : null;
  const agentName = agents.length === 1 ? textField(agent, 'name') : null;
  const messages = listOf(fieldOf(value, 'transcripts')).flatMap((transcript) =>
    listOf(fieldOf(transcript, 'phrases')).map((phrase) => {
      const role = roleOf(phrase, hasAgent);
      const at = momentOf(phrase, start);
      return makeMessage({
        role,
        id: role === 'agent' ? agentId : null,
        name: role === 'agent' ? agentName : null,
        at: at === null ? null : file.at(at, line),
        text: textField(phrase, 'decoratedText') ?? textField(phrase, 'text') ?? '',
        line,
      });
    }),
  );
  const media = textField(value, 'mediaType');
  const channel: Channel | null = media === 'message' ? 'messaging' : channelOfWord(media);
  yield makeFragment({
    id,
    product: 'genesys',
    channel,
    opened_at: start === null ? null : file.at(start, line),
    messages,
    order: 'time',
    source: file.source(line),
  });
}

/** Transcripts of speech and text analytics. */
export const genesys: Reader = {
  name: NAME,
  product: 'genesys',
  title: 'Genesys Cloud transcripts',
  certainty: 'documented',
  guide: {
    export: 'Speech and text analytics: the transcript of a conversation as JSON (transcripturl).',
    reads: 'Phrases with their side and time; the agent where one took part.',
    lacks: 'Which of several agents spoke, rating, status, internal notes.',
  },
  shapes: ['json'],
  detect({ records }) {
    const is = (value: unknown): boolean =>
      idField(value, 'conversationId') !== null &&
      listOf(fieldOf(value, 'transcripts')).some((transcript) => Array.isArray(fieldOf(transcript, 'phrases')));
    return someRecord(records, is) ? { score: 90, reason: 'conversationId and transcripts with phrases' } : null;
  },
  read: readEachRecord(NAME, readConversation),
};
