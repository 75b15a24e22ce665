import { describe, expect, it } from 'vitest';
import { Mask } from '../../src/report/mask.ts';

describe('the mask of a conversation', () => {
  it('hides the customer under one token in every form: short, inflected, in the other script, misspelt', () => {
    const mask = new Mask(['Екатерина Иванова']);
    expect(mask.text('Здравствуйте, Екатерина!')).toBe('Здравствуйте, [NAME-1]!');
    expect(mask.text('Катя, добрый день')).toBe('[NAME-1], добрый день');
    expect(mask.text('заказ Екатерины Ивановой')).toBe('заказ [NAME-1]');
    expect(mask.text('Dear Ekaterina,')).toBe('Dear [NAME-1],');
    expect(mask.text('Екатерна, здравствуйте')).toBe('[NAME-1], здравствуйте');
  });

  it('hides a name in small letters, in capitals, with a possessive, and at a cut', () => {
    const mask = new Mask(['Anna Petrova']);
    expect(mask.text("hi anna, ANNA PETROVA's order")).toBe('hi [NAME-1], [NAME-1] order');
    expect(mask.text('I spoke to Petr…')).toBe('I spoke to [NAME-1]…');
  });

  it('takes a common word for a name only where it is written like one', () => {
    const mask = new Mask(['Hope Miller']);
    expect(mask.text('Hope, I hope this helps')).toBe('[NAME-1], I hope this helps');
  });

  it('hides a handle as one sign, also where it looks like a number or like words', () => {
    expect(new Mask(['mzane42']).text('mzane42: that is right, @mzane42')).toBe('[NAME-1]: that is right, [NAME-1]');
    expect(new Mask(['d1859518']).text('D1859518: maybe')).toBe('[NAME-1]: maybe');
    const mask = new Mask(['@latte_and_layovers']);
    expect(mask.text('latte_and_layovers, a latte and a tea')).toBe('[NAME-1], a latte and a tea');
  });

  it('hides a name that the record writes in small letters wherever it stands', () => {
    expect(new Mask(['hope']).text('hope: hi')).toBe('[NAME-1]: hi');
  });

  it('takes of an address that stands for a name only the part before the @', () => {
    const mask = new Mask(['anna.petrova@mail.example']);
    expect(mask.text('Hi Anna, we sent a mail, for example')).toBe('Hi [NAME-1], we sent a mail, for example');
  });

  it('numbers people, addresses and numbers in the order met, and the same one always alike', () => {
    const mask = new Mask(['Anna']);
    mask.meet('Boris');
    mask.meet('Аня');
    expect(mask.text('Boris wrote to a@b.example and c@d.example')).toBe('[NAME-2] wrote to [EMAIL-1] and [EMAIL-2]');
    expect(mask.text('C@D.example, Anna')).toBe('[EMAIL-2], [NAME-1]');
  });

  it('changes nothing when it masks its own work again', () => {
    const mask = new Mask(['Name Emailov']);
    const once = mask.text('Name Emailov, name@x.example, +44 20 7946 0103, order 1048223377');
    expect(mask.text(once)).toBe(once);
  });

  it('keeps the id of a conversation fit for looking it up, but for addresses and phone numbers', () => {
    const mask = new Mask(['Anna']);
    expect(mask.reference('1048223377')).toBe('1048223377');
    expect(mask.reference('+44 20 7946 0103')).toBe('[PHONE-1]');
    expect(mask.reference('79161234567@c.us')).toBe('[EMAIL-1]');
    expect(mask.reference('exports/2026-03/Anna.txt')).toBe('exports/2026-03/[NAME-1].txt');
  });
});
