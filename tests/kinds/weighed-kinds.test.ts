import { describe, expect, it } from 'vitest';
import { corePhrases } from '../../bench/core-pack.ts';
import { createEar } from '../../src/judge/ear.ts';
import { closeBy } from '../../src/kinds/close.ts';
import { paceBy } from '../../src/kinds/pace.ts';
import type { Trees } from '../../src/kinds/parts/trees.ts';
import { judgeTalk } from './cases/hearing.ts';
import type { Talk } from './cases/talk.ts';

/** Trees that ask nothing: each verdict is as probable as its share says. */
const always = (...shares: readonly number[]): Trees => ({
  signals: [],
  start: shares.map((share) => Math.log(share)),
  rounds: [],
});

const talk = (...lines: string[]): Talk => ({ title: lines[0] ?? '', language: 'en', lines, verdict: 'pass' });

describe('the pace where trees weigh it', () => {
  const pressed = paceBy(always(0.1, 0.9));
  const unhurried = paceBy(always(0.9, 0.1));
  const close = paceBy(always(0.45, 0.55));
  const doubtful = talk(
    'c: let me find the form',
    'a: I am looking at page two with you.',
    'a: Shall we get on with it? I would like to get home tonight.',
  );

  const plain = talk('c: one moment, I need to look', 'a: Hurry up, please, I need it now.');

  it('is what a phrase says plainly, unless all else speaks against it', () => {
    expect(judgeTalk(paceBy(always(0.45, 0.55)), plain)).toMatchObject({ verdict: 'fail', reason: 'urged' });
    expect(judgeTalk(unhurried, plain)).toMatchObject({ verdict: 'pass', evidence: [] });
    expect(judgeTalk(unhurried, plain, { sure_plain: 0.05 })).toMatchObject({ verdict: 'fail', reason: 'urged' });
  });

  it('is what a phrase says where no model was trained, whatever the trees say', () => {
    const deaf = createEar({ phrases: corePhrases(), models: new Map() });
    expect(judgeTalk(unhurried, plain, {}, deaf)).toMatchObject({ verdict: 'fail', reason: 'urged' });
  });

  it('is what the trees say where no phrase does, and rests on the message that presses most', () => {
    const judgement = judgeTalk(pressed, doubtful);
    expect(judgement).toMatchObject({ verdict: 'fail' });
    expect(judgement.evidence.map(({ message }) => message)).toEqual([2]);
    expect(judgeTalk(unhurried, doubtful)).toMatchObject({ verdict: 'pass', evidence: [] });
  });

  it('is unsure between the two thresholds, and a pass where the words invite to take time', () => {
    expect(judgeTalk(close, doubtful)).toMatchObject({ verdict: 'na', reason: 'unsure' });
    expect(judgeTalk(pressed, talk('c: let me look', 'a: No hurry, take your time.'))).toMatchObject({
      verdict: 'pass',
    });
  });
});

describe('the closing where trees weigh it', () => {
  const cold = closeBy(always(0.1, 0.8, 0.1));
  const open = closeBy(always(0.05, 0.15, 0.8));
  const bare = talk('c: is it back in the shop', 'a: It is on the shelf by the till.');

  it('is warm where a phrase is, whatever the trees say', () => {
    const wish = talk('c: thanks, bye', 'a: Have a lovely evening!');
    expect(judgeTalk(cold, wish)).toMatchObject({ verdict: 'pass', reason: 'wish' });
    expect(judgeTalk(open, wish)).toMatchObject({ verdict: 'pass', reason: 'wish' });
  });

  it('is what the trees say elsewhere; a failure names the last message', () => {
    const judgement = judgeTalk(cold, bare);
    expect(judgement).toMatchObject({ verdict: 'fail', reason: 'no-farewell' });
    expect(judgement.evidence.map(({ message }) => message)).toEqual([1]);
    expect(judgeTalk(open, bare)).toMatchObject({ verdict: 'na', reason: 'not-over' });
  });

  it('is over, or goes on, where the record says so, whatever the trees say', () => {
    expect(judgeTalk(open, { ...bare, status: 'solved' })).toMatchObject({ verdict: 'fail', reason: 'no-farewell' });
    expect(judgeTalk(open, talk(...bare.lines, 'closed: Chat closed'))).toMatchObject({ verdict: 'fail' });
    const asked = talk('c: is it back in the shop', 'a: Which size are you looking for?');
    expect(judgeTalk(cold, { ...asked, status: 'open' })).toMatchObject({ verdict: 'na', reason: 'not-over' });
    const parted = talk('c: is it back in the shop', 'a: It is. Bye.');
    expect(judgeTalk(cold, { ...parted, status: 'open' })).toMatchObject({ verdict: 'fail', reason: 'bare-farewell' });
  });

  it('is unsure where a failure is likeliest and less probable than it must be', () => {
    const faint = closeBy(always(0.3, 0.4, 0.3));
    expect(judgeTalk(faint, bare)).toMatchObject({ verdict: 'na', reason: 'unsure' });
    expect(judgeTalk(faint, bare, { sure_cold: 0.35 })).toMatchObject({ verdict: 'fail' });
  });

  it('is unsure, not warm, where the trees call it warm and no warm word can be shown', () => {
    expect(judgeTalk(closeBy(always(0.8, 0.1, 0.1)), bare)).toMatchObject({ verdict: 'na', reason: 'unsure' });
  });
});
