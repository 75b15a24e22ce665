import { describe, expect, it } from 'vitest';
import { inferDateOrder } from '../../src/text/written-date.ts';

describe('inferDateOrder', () => {
  it('lets any part over 12 tell', () => {
    expect(inferDateOrder(['01/02/20 10:00', '13/02/20 10:00'])).toEqual({ order: 'dmy', by: 'large-part' });
    expect(inferDateOrder(['01/01/19 11:25', '01/20/19 11:23'])).toEqual({ order: 'mdy', by: 'large-part' });
  });

  it('takes the order in which time never goes back', () => {
    // As day/month: 1 Feb, 2 Feb, 1 Mar. As month/day: 2 Jan, 2 Feb, 3 Jan: back.
    expect(inferDateOrder(['01/02/20', '02/02/20', '01/03/20'])).toEqual({ order: 'dmy', by: 'sequence' });
    // As month/day: 2 Jan, 3 Jan, 1 Feb. As day/month: 1 Feb, 1 Mar, 2 Jan: back.
    expect(inferDateOrder(['01/02/20', '01/03/20', '02/01/20'])).toEqual({ order: 'mdy', by: 'sequence' });
    // The first of them, newest first.
    expect(inferDateOrder(['01/03/20', '02/02/20', '01/02/20'])).toEqual({ order: 'dmy', by: 'sequence' });
  });

  it('asks where both orders fit, or neither', () => {
    expect(inferDateOrder(['01/02/20', '01/02/20'])).toEqual({ order: null, by: 'ambiguous' });
    expect(inferDateOrder(['01/02/20', '02/03/20'])).toEqual({ order: null, by: 'ambiguous' });
    expect(inferDateOrder(['13/02/20', '02/13/20'])).toEqual({ order: null, by: 'contradictory' });
    expect(inferDateOrder(['no date here'])).toEqual({ order: null, by: 'ambiguous' });
  });

  it('sees the form', () => {
    expect(inferDateOrder(['2019/01/20, 11:23'])).toEqual({ order: 'ymd', by: 'form' });
    expect(inferDateOrder(['07.03.26, 21:22'])).toEqual({ order: 'dmy', by: 'form' });
    expect(inferDateOrder(['03/03/20', '04/04/20'])).toEqual({ order: 'dmy', by: 'form' });
  });
});
