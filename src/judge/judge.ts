import type { Conversation } from '../model/conversation.ts';
import type { Check } from '../model/kind.ts';
import type { Rule } from '../model/rule.ts';
import type { Scene, SceneAgent } from '../model/scene.ts';
import type { JudgedConversation, Judgement, Unit, Verdict } from '../model/verdict.ts';
import { formatDuration } from '../text/duration.ts';
import { offsetAt } from '../text/zone.ts';
import { showEvidence } from './evidence.ts';
import { fingerprint } from './fingerprint.ts';
import { type SceneSettings, setScene } from './scene.ts';

/** A rule ready to judge by. */
export interface RuleAtWork {
  readonly rule: Rule;
  readonly check: Check;
  /** The rule rests on words: `na` in a language that the packs have no phrases for. */
  readonly words: boolean;
}

export interface BenchSettings {
  readonly rules: readonly RuleAtWork[];
  readonly scene: SceneSettings;
  /** IANA zone of the report's hours; `--timezone`, else UTC. */
  readonly zone: string;
  /** The language of the verdicts' messages; English where a rule has no words in it. */
  readonly wording: string;
}

/** One conversation in, its verdicts out; the same for the same conversation, whatever was judged before. */
export type Judge = (conversation: Conversation) => JudgedConversation;

/** The parts of a verdict that are the same for every agent and rule of a conversation. */
type Frame = Pick<Verdict, 'conversation' | 'product' | 'channel' | 'language' | 'source'>;

/**
 * Make the judge of a run: one conversation in, the verdicts of every agent by every rule out. Pure: rules in the order
 * given, agents in the order of their first message, pseudo-agents last.
 */
export function createJudge(settings: BenchSettings): Judge {
  return (conversation) => {
    const scene = setScene(conversation, settings.scene);
    const frame: Frame = {
      conversation: conversation.id,
      product: conversation.product,
      channel: scene.channel,
      language: scene.language,
      source: conversation.source,
    };
    const units = scene.agents.map((agent) => judgeAgent(scene, agent, frame, settings));
    return {
      id: conversation.id,
      product: conversation.product,
      channel: scene.channel,
      language: scene.language,
      tags: conversation.tags,
      csat: conversation.csat,
      hour: firstHour(scene, settings.zone),
      source: conversation.source,
      messages: conversation.messages.length,
      names: customerNames(conversation, scene),
      units: [...units, ...judgePseudoAgents(scene, frame, settings)],
    };
  };
}

/** Every name of the customer as written, the record's first: what redaction looks for. */
function customerNames({ customer, messages }: Conversation, { names }: Scene): string[] {
  const written = messages.flatMap(({ role, name }) => (role === 'customer' && name !== null ? [name] : []));
  return [
    ...new Set([...(customer.name === null ? [] : [customer.name]), ...written, ...names.map(({ shown }) => shown)]),
  ];
}

function judgeAgent(scene: Scene, agent: SceneAgent, frame: Frame, { rules, wording }: BenchSettings): Unit {
  const judgements = rules.map(({ rule, check, words }) => ({
    rule,
    judgement: words && !scene.supported ? UNSUPPORTED : check.judge(scene, agent),
  }));
  return {
    agent_key: agent.key,
    agent: agent.name ?? agent.id,
    agent_id: agent.id,
    pseudo: false,
    verdicts: judgements.map(({ rule, judgement }) => makeVerdict(scene, frame, agent, rule, judgement, wording)),
    first_reply_ms: judgements.flatMap(({ judgement }) => firstReplies(judgement)),
  };
}

const UNSUPPORTED: Judgement = { verdict: 'na', reason: 'unsupported-language', evidence: [] };

function judgePseudoAgents(scene: Scene, frame: Frame, { rules, wording }: BenchSettings): Unit[] {
  const found = new Map<string, { rule: Rule; judgement: Judgement }[]>();
  for (const { rule, check } of rules) {
    for (const { agent, judgement } of check.judgePseudo?.(scene) ?? []) {
      found.set(agent, [...(found.get(agent) ?? []), { rule, judgement }]);
    }
  }
  return [...found].map(([name, judgements]) => ({
    agent_key: name,
    agent: name,
    agent_id: null,
    pseudo: true,
    verdicts: judgements.map(({ rule, judgement }) =>
      makeVerdict(scene, frame, { name, id: null }, rule, judgement, wording),
    ),
    first_reply_ms: [],
  }));
}

function makeVerdict(
  scene: Scene,
  frame: Frame,
  agent: Pick<SceneAgent, 'name' | 'id'>,
  rule: Rule,
  judgement: Judgement,
  wording: string,
): Verdict {
  const evidence = judgement.evidence.map((spot) => showEvidence(scene, spot));
  const args = judgement.args ?? {};
  const words = judgement.evidence.map(({ message, start, end }) =>
    (scene.conversation.messages[message]?.text ?? '').slice(start, end),
  );
  return {
    type: 'verdict',
    conversation: frame.conversation,
    product: frame.product,
    channel: frame.channel,
    language: frame.language,
    agent: agent.name ?? agent.id,
    agent_id: agent.id,
    rule: rule.id,
    pack: rule.pack,
    verdict: judgement.verdict,
    critical: rule.critical,
    weight: rule.weight,
    severity: rule.severity,
    reason: judgement.reason,
    message: fillWording(rule, wording, judgement.reason, args),
    args,
    fingerprint: fingerprint([
      frame.product,
      frame.conversation,
      rule.id,
      agent.id ?? agent.name,
      judgement.reason,
      ...words,
    ]),
    evidence,
    ...(judgement.waits === undefined ? {} : { waits: judgement.waits }),
    source: frame.source,
  };
}

/**
 * A reason without words speaks for itself: own packs may leave them out. A slot `{wait}` is also filled from the
 * duration `wait_ms`, written for people.
 */
function fillWording(rule: Rule, language: string, reason: string, args: Judgement['args'] & object): string {
  const words = ownEntry(rule.wording, language) ?? ownEntry(rule.wording, 'en');
  const sentence = (words === undefined ? undefined : ownEntry(words, reason)) ?? reason;
  return sentence.replace(/\{([\w-]{1,40})\}/g, (slot, name: string) => {
    const duration = ownEntry(args, `${name}_ms`);
    return typeof duration === 'number' ? formatDuration(duration, language) : String(ownEntry(args, name) ?? slot);
  });
}

/** Reasons and args come from packs and transcripts: only keys of their own count. */
function ownEntry<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

function firstReplies({ waits }: Judgement): number[] {
  return (waits ?? []).flatMap(({ kind, to, wait_ms }) => (kind === 'first' && to !== null ? [wait_ms] : []));
}

const HOUR = 3_600_000;

/** The hour 0–23 of the first timed message; a time without zone shows its own clock. */
function firstHour({ utterances }: Scene, zone: string): number | null {
  const first = utterances.find(({ at }) => at !== null);
  if (first === undefined || first.at === null) {
    return null;
  }
  const clock = first.local ? first.at : first.at + offsetAt(zone, first.at);
  return ((Math.floor(clock / HOUR) % 24) + 24) % 24;
}
