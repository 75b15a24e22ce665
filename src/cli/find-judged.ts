import { audit, type JudgeAll, judgeHere } from '../audit.ts';
import type { Conversation } from '../model/conversation.ts';
import type { AuditedConversation } from '../model/reporter.ts';
import type { Pack } from '../model/rule.ts';
import { auditOrder } from './audit-order.ts';
import { judging } from './jobs.ts';
import { COMMANDS } from './names.ts';
import { openReading, type Session } from './session.ts';
import type { Terminal } from './terminal.ts';

/** A conversation with what was judged of it. */
export interface Judged {
  readonly conversation: Conversation;
  readonly audited: AuditedConversation;
}

/** Every judged conversation behind the paths that fits, with its text, one at a time. */
export async function* findJudged(
  session: Session,
  packs: readonly Pack[],
  paths: readonly string[],
  terminal: Terminal,
  fits: (audited: AuditedConversation) => boolean,
): AsyncGenerator<Judged> {
  const open = await openReading(paths, terminal, session.settings, COMMANDS);
  let current: Conversation | null = null;
  try {
    const order = await auditOrder(session, packs, open, terminal);
    const { judgeAll = judgeHere } = judging(session.settings, packs, order.wording);
    // What is read last is not what is judged: workers are some conversations behind the reading.
    const watched: JudgeAll = async function* (conversations, judge) {
      for await (const one of judgeAll(conversations, judge)) {
        current = one.conversation;
        yield one;
      }
    };
    for await (const audited of audit({ ...order, judgeAll: watched })) {
      if (current !== null && fits(audited)) {
        yield { conversation: current, audited };
      }
    }
  } finally {
    await open.close();
  }
}
