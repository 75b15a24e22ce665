/**
 * The public face for programs that import the package: the corridor, its stages' entries, and the words they pass.
 * Nothing here touches the disk or the console; the caller hands in sources and takes the text.
 */
export { type Audit, type AuditOrder, audit, type JudgeAll, type Judging } from './audit.ts';
export { Fault } from './fault.ts';
export { createEar } from './judge/ear.ts';
export { KINDS } from './kinds/index.ts';
export type { Conversation, Message } from './model/conversation.ts';
export type { Kind } from './model/kind.ts';
export type { Problem } from './model/problem.ts';
export type { GroupScore, Report, Run, Scoring, UnitScore } from './model/report.ts';
export type { AuditedConversation, Reporter } from './model/reporter.ts';
export type { Pack, Rule } from './model/rule.ts';
export type { Source, SpillStore } from './model/source.ts';
export type { JudgedConversation, Unit, Verdict } from './model/verdict.ts';
export { type FindPack, loadPack } from './packs/load.ts';
export { readConversations } from './read/read.ts';
export { nativeLine } from './read/write-native.ts';
export { REPORTERS } from './report/index.ts';
