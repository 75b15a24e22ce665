import type { Agreement, Disagreement, Quote } from '../model/agreement.ts';
import { Mask } from './mask.ts';

/** The same agreement with the customers' names, addresses, numbers and long ids masked in what is quoted. */
export function maskedAgreement(agreement: Agreement): Agreement {
  return { ...agreement, disagreements: agreement.disagreements.map(masked) };
}

function masked({ names = [], ...disagreement }: Disagreement): Disagreement {
  const mask = new Mask(names);
  const quotes = (list: readonly Quote[]): readonly Quote[] =>
    list.map(({ message, quote }) => ({ message, quote: mask.text(quote) }));
  return {
    ...disagreement,
    conversation: mask.reference(disagreement.conversation),
    message: mask.text(disagreement.message),
    quotes: quotes(disagreement.quotes),
    expected: quotes(disagreement.expected),
  };
}
