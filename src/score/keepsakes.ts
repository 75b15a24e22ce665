import type { Counts, Quote, RatedExample, UnitExample } from '../model/counts.ts';
import type { JudgedConversation, Verdict } from '../model/verdict.ts';
import { byCodePoint } from '../text/code-point-order.ts';
import { byKeys, FirstFew } from './order.ts';

const KEPT_QUOTES = 2;
const KEPT_EXAMPLES = 3;
const KEPT_RATED = 5;
/** Words of fewer characters say little beside a rule's name. */
const TELLING_QUOTE = 12;

type DraftQuote = Omit<Quote, 'agent'>;
type DraftExample = Omit<UnitExample, 'agent'>;

/** What the order of quotes looks at: telling ones first, then by fingerprint, which is as good as by lot. */
interface QuoteKey {
  readonly quote: string;
  readonly fingerprint: string;
}

function quoteOrder(left: QuoteKey, right: QuoteKey): number {
  const leftShort = left.quote.length < TELLING_QUOTE ? 1 : 0;
  const rightShort = right.quote.length < TELLING_QUOTE ? 1 : 0;
  return leftShort - rightShort || byCodePoint(left.fingerprint, right.fingerprint);
}

/** What the order of examples looks at: the score, then how many rules applied, then the conversation's key. */
type ExampleKey = Pick<UnitExample, 'score_tenths' | 'applicable' | 'product' | 'conversation'>;

function worstOrder(left: ExampleKey, right: ExampleKey): number {
  return left.score_tenths - right.score_tenths || exampleOrder(left, right);
}

function bestOrder(left: ExampleKey, right: ExampleKey): number {
  return right.score_tenths - left.score_tenths || exampleOrder(left, right);
}

function exampleOrder(left: ExampleKey, right: ExampleKey): number {
  return (
    right.applicable - left.applicable ||
    byCodePoint(left.product ?? '', right.product ?? '') ||
    byCodePoint(left.conversation, right.conversation)
  );
}

const ratedOrder = byKeys((example: RatedExample) => [example.score_tenths, example.product, example.conversation]);

/**
 * The few things kept word for word: of each agent a few quotes per rule and verdict and the best and worst units, and
 * the lowest scores of each rating. Each by a total order, so that what is kept does not depend on the order it came in.
 */
export class Keepsakes {
  /** By agent's number, then by rule and verdict. */
  private readonly quotes: Map<string, FirstFew<DraftQuote>>[] = [];
  private readonly best: FirstFew<DraftExample>[] = [];
  private readonly worst: FirstFew<DraftExample>[] = [];
  private readonly rated = new Map<string, FirstFew<RatedExample>>();

  /**
   * Offers the words of a pass or fail; findings taken out of the score are not shown. `names` are the customer's, kept
   * beside the words so that they can be masked.
   */
  offerVerdict(agent: number, verdict: Verdict, names: readonly string[] = []): void {
    const words = verdict.evidence.filter(({ quote }) => quote !== '');
    // What was done well stands last: the offer comes after the refusal.
    const shown = verdict.verdict === 'pass' ? words.at(-1) : words[0];
    if (verdict.verdict === 'na' || verdict.suppressed !== undefined || shown === undefined) {
      return;
    }
    const few = this.quotesOf(agent, `${verdict.rule} ${verdict.verdict}`);
    if (!few.admits({ quote: shown.quote, fingerprint: verdict.fingerprint }, quoteOrder)) {
      return;
    }
    few.add({
      rule: verdict.rule,
      verdict: verdict.verdict,
      reason: verdict.reason,
      message: verdict.message,
      conversation: verdict.conversation,
      product: verdict.product,
      at_message: shown.message,
      quote: shown.quote,
      file: verdict.source.file,
      line: shown.line ?? verdict.source.line,
      fingerprint: verdict.fingerprint,
      ...(names.length === 0 ? {} : { names }),
    });
  }

  /** Offers a scored unit as one of the agent's best and worst. */
  offerUnit(agent: number, conversation: JudgedConversation, tenths: number, applicable: number): void {
    const { id, product, source } = conversation;
    const key: ExampleKey = { conversation: id, product, score_tenths: tenths, applicable };
    const best = fewAt(this.best, agent, KEPT_EXAMPLES, bestOrder);
    if (best.admits(key, bestOrder)) {
      best.add({ side: 'best', ...key, file: source.file, line: source.line });
    }
    const worst = fewAt(this.worst, agent, KEPT_EXAMPLES, worstOrder);
    if (worst.admits(key, worstOrder)) {
      worst.add({ side: 'worst', ...key, file: source.file, line: source.line });
    }
  }

  offerRated(example: RatedExample): void {
    const key = JSON.stringify([example.product, example.rating]);
    let few = this.rated.get(key);
    if (few === undefined) {
      few = new FirstFew(KEPT_RATED, ratedOrder);
      this.rated.set(key, few);
    }
    few.add(example);
  }

  /** Takes in what another report kept; `agentAt` gives the number here of its agents. */
  absorb(counts: Counts, agentAt: (agent: number) => number): void {
    for (const { agent, ...quote } of counts.quotes) {
      this.quotesOf(agentAt(agent), `${quote.rule} ${quote.verdict}`).add(quote);
    }
    for (const { agent, ...example } of counts.examples) {
      const best = example.side === 'best';
      fewAt(best ? this.best : this.worst, agentAt(agent), KEPT_EXAMPLES, best ? bestOrder : worstOrder).add(example);
    }
    for (const example of counts.rated_examples) {
      this.offerRated(example);
    }
  }

  /** Everything kept, in canonical order; `place` gives the place of an agent's number. */
  canonical(place: (agent: number) => number): Pick<Counts, 'quotes' | 'examples' | 'rated_examples'> {
    const examples = [this.best, this.worst].flatMap((side) =>
      [...side.entries()].flatMap(([agent, few]) =>
        (few?.values() ?? []).map((example) => ({ agent: place(agent), ...example })),
      ),
    );
    const quotes = [...this.quotes.entries()].flatMap(([agent, kept]) =>
      [...(kept?.values() ?? [])].flatMap((few) => few.values().map((quote) => ({ agent: place(agent), ...quote }))),
    );
    return {
      quotes: quotes.sort(byKeys((quote) => [quote.agent, quote.rule, quote.verdict, quote.fingerprint])),
      examples: examples.sort(
        byKeys((example) => [example.agent, example.side, example.score_tenths, example.product, example.conversation]),
      ),
      rated_examples: [...this.rated.values()]
        .flatMap((few) => [...few.values()])
        .sort(byKeys((example) => [example.product, example.rating, example.score_tenths, example.conversation])),
    };
  }

  private quotesOf(agent: number, key: string): FirstFew<DraftQuote> {
    let kept = this.quotes[agent];
    if (kept === undefined) {
      kept = new Map();
      this.quotes[agent] = kept;
    }
    let few = kept.get(key);
    if (few === undefined) {
      few = new FirstFew<DraftQuote>(KEPT_QUOTES, quoteOrder);
      kept.set(key, few);
    }
    return few;
  }
}

function fewAt<T>(all: FirstFew<T>[], agent: number, limit: number, order: (left: T, right: T) => number): FirstFew<T> {
  let few = all[agent];
  if (few === undefined) {
    few = new FirstFew(limit, order);
    all[agent] = few;
  }
  return few;
}
