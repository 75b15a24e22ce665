import type { Scene, Utterance } from '../../model/scene.ts';
import { type Weight, weigh } from './acknowledgement.ts';
import { holdLimit } from './announced-time.ts';
import { announcesHold } from './announcement.ts';
import { answersSurvey, type HandOff, handOff } from './bot-talk.ts';
import type { ChannelLimits } from './limits.ts';
import { leftOpen } from './open-wait.ts';
import { type Entry, type Running, type Stopwatch, sharesOf } from './shares.ts';

/** The waits of one conversation, each share with its owner, in the order in which they began. */
export function keepLedger(scene: Scene, limits: ChannelLimits, stopwatch: Stopwatch): readonly Entry[] {
  const ledger = new Ledger(scene, limits, stopwatch);
  for (const utterance of scene.utterances) {
    ledger.meet(utterance);
  }
  return ledger.finish();
}

class Ledger {
  readonly #scene: Scene;
  readonly #limits: ChannelLimits;
  readonly #stopwatch: Stopwatch;
  readonly #handOff: HandOff | null;
  readonly #entries: Entry[] = [];
  #running: Running | null = null;
  #lastPublic: Utterance | null = null;
  /** The last message of an agent. */
  #lastSaid: Utterance | null = null;
  #customerOpened = false;

  constructor(scene: Scene, limits: ChannelLimits, stopwatch: Stopwatch) {
    this.#scene = scene;
    this.#limits = limits;
    this.#stopwatch = stopwatch;
    this.#handOff = handOff(scene);
  }

  meet(utterance: Utterance): void {
    const { part } = utterance;
    if (part === 'customer') {
      this.#meetCustomer(utterance);
    } else if (part === 'agent') {
      this.#meetAgent(utterance);
    }
    if (part === 'customer' || part === 'agent' || part === 'bot') {
      this.#lastPublic = utterance;
    }
  }

  /** In an unsupported language nobody can tell what needs an answer, so what runs at the end is left out. */
  finish(): readonly Entry[] {
    const running = this.#running;
    if (running !== null && this.#scene.supported && running.limit !== null) {
      this.#entries.push(leftOpen(this.#scene, running, this.#lastSaid?.agent ?? null, this.#stopwatch));
    }
    return this.#entries;
  }

  #meetCustomer(utterance: Utterance): void {
    const agentSpoke = this.#lastSaid !== null;
    this.#customerOpened ||= !agentSpoke;
    const start = this.#handOff;
    const toTheBot = start !== null && !agentSpoke && utterance.index < start.from;
    const customerWaits = this.#running !== null && this.#running.holder === null;
    if (toTheBot || customerWaits) {
      return;
    }
    const weight = this.#weightOf(utterance);
    if (weight === 'substantial') {
      const kind = this.#customerOpened && !agentSpoke ? 'first' : 'later';
      this.#running = { from: utterance, kind, limit: this.#limits[kind], holder: null };
    } else if (weight === 'parting' && this.#running !== null && isWithin(this.#running, utterance)) {
      // The customer left before the announced time was up.
      this.#running = null;
    }
  }

  #meetAgent(utterance: Utterance): void {
    if (this.#running !== null) {
      this.#entries.push(...sharesOf(this.#scene.utterances, this.#running, utterance, this.#stopwatch));
    }
    this.#running = holdFrom(this.#scene, utterance, this.#limits.hold);
    this.#lastSaid = utterance;
  }

  #weightOf(utterance: Utterance): Weight {
    if (this.#handOff?.called === true && utterance.index === this.#handOff.from) {
      return 'substantial';
    }
    if (this.#lastSaid !== null && answersSurvey(this.#lastPublic, utterance)) {
      return 'acknowledgement';
    }
    const said = this.#lastSaid;
    return weigh(this.#scene, utterance, {
      holding: this.#running !== null,
      checking: () => said !== null && this.#scene.supported && asksBack(this.#scene, said),
    });
  }
}

/** Whether a hold had not yet lasted too long when something happened; holds are measured in plain time. */
function isWithin({ from, limit }: Running, now: Utterance): boolean {
  return limit === null || from.at === null || now.at === null || now.at - from.at <= limit;
}

function holdFrom(scene: Scene, utterance: Utterance, usual: number | null): Running | null {
  if (usual === null || !scene.supported || !announcesHold(scene, utterance)) {
    return null;
  }
  const limit = holdLimit(
    utterance.tokens.map(({ word }) => word),
    usual,
  );
  return { from: utterance, kind: 'hold', limit, holder: utterance.agent };
}

const ASKS_BACK =
  /(?:anything|something) else|any other|all set|что-(?:то|нибудь) ещ[её]|ещ[её] (?:вопрос|чем|что)|остались (?:ли )?вопрос/u;

/** The agent asks whether that was all, or whether it worked. */
function asksBack(scene: Scene, utterance: Utterance): boolean {
  return ASKS_BACK.test(utterance.text.toLowerCase()) || scene.hear(utterance.index, 'check-back').score >= 0.5;
}
