import { describe, expect, it } from 'vitest';
import { isCard, maskData, maskQuoted } from '../../src/report/personal-data.ts';

const masked = (text: string): string => maskData(text, (kind) => `[${kind}]`);

describe('personal data in text', () => {
  it.each([
    ['write to anna.petrova+shop@mail.example.org please', 'write to [EMAIL] please'],
    ['почта: иван@почта.рф.', 'почта: [EMAIL].'],
    ['cut off: anna.petrova@gma…', 'cut off: [EMAIL]…'],
    ['card 4111 1111 1111 1111, exp 12/27', 'card [CARD], exp 12/27'],
    ['card 4111-1111-1111-1111', 'card [CARD]'],
    ['call +44 20 7946 0103 or (415) 555-0132', 'call [PHONE] or [PHONE]'],
    ['тел. 8 (916) 123-45-67', 'тел. [PHONE]'],
    ['+7-916-123-45-67.', '[PHONE].'],
    ['01.23.45.67.89 works too', '[PHONE] works too'],
    ['cut off: +49 151 23…', 'cut off: [PHONE]…'],
    ['ring 01223323361 or 89161234567', 'ring [PHONE] or [PHONE]'],
    ['order 1048223377', 'order [ID]'],
    ['parcel RB123456789CN', 'parcel [ID]'],
    ['ref 550e8400-e29b-41d4-a716-446655440000', 'ref [ID]'],
    ['IBAN DE89 3704 0044 0532 0130 00', 'IBAN DE89 [ID]'],
  ])('%s', (text, expected) => {
    expect(masked(text)).toBe(expected);
  });

  it.each([
    'order 48213 of 2026-03-02 at 09:14',
    'on 02.03.2026 at 14:30, within 3-5 days',
    'it costs 1 299 000 RUB or 12,500.00',
    'version 10.4.2, room 12-14, 100 %',
    '@user, see #4711',
    'seen 2026-03-02T08:14:40.000Z in export-2026-03-02',
    'half past 8 on 2026-03-02 17',
  ])('leaves alone: %s', (text) => {
    expect(masked(text)).toBe(text);
  });

  it.each([
    ['"Anna Petrova" is no date and time', '"[TEXT]" is no date and time'],
    ['the column "created_at" holds "anna"', 'the column "created_at" holds "[TEXT]"'],
    ['«Анна» и “Boris I.”', '«[TEXT]» и “[TEXT]”'],
    ['nothing quoted, a lone " stays', 'nothing quoted, a lone " stays'],
  ])('hides what a message quotes from the input: %s', (text, expected) => {
    expect(maskQuoted(text)).toBe(expected);
  });

  it('knows a card by its check digit', () => {
    expect(isCard('4111111111111111')).toBe(true);
    expect(isCard('4111111111111112')).toBe(false);
    expect(isCard('0000000000000000')).toBe(false);
    expect(isCard('79927398713')).toBe(false);
  });
});
