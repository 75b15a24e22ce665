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
