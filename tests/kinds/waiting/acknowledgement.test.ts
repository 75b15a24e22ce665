import { describe, expect, it } from 'vitest';
import { setScene } from '../../../src/judge/scene.ts';
import { type Asked, type Weight, weigh } from '../../../src/kinds/waiting/acknowledgement.ts';
import { conversationOf, SETTINGS } from '../../judge/staging.ts';

const NOTHING: Asked = { holding: false, checking: () => false };
const HOLDING: Asked = { holding: true, checking: () => false };
const CHECKING: Asked = { holding: false, checking: () => true };

function weightOf(text: string, asked: Asked = NOTHING, language: string | null = null): Weight {
  const conversation = conversationOf(
    [
      { role: 'agent', name: 'Olga Smith', text: 'Anything' },
      { role: 'customer', text },
    ],
    { language: language ?? (/[а-я]/i.test(text) ? 'ru' : 'en') },
  );
  const scene = setScene(conversation, SETTINGS);
  const utterance = scene.utterances[1];
  return utterance === undefined ? 'substantial' : weigh(scene, utterance, asked);
}

describe('messages that only acknowledge', () => {
  it.each([
    'ok',
    'OK!',
    'Thanks',
    'Thank you so much for your help!',
    'Great, thanks Olga',
    'perfect, that is all I needed',
    "Thank you. That's everything for today",
    'Got it, will do',
    'That is all for today.',
    'На этом всё',
    'I see.',
    'sounds good',
    'no worries',
    '👍',
    ':)',
    '+',
    ')))',
    'спасибо',
    'Спасибо большое за помощь!',
    'ок, понял',
    'ясно',
    'хорошо, спасибо вам',
    'Нет, спасибо',
    'это все, что мне нужно, спасибо',
    'поняла, так и сделаю',
    'супер, всё работает',
  ])('yes: %s', (text) => {
    expect(weightOf(text)).toBe('acknowledgement');
  });

  it.each(['bye', 'Thanks, bye!', 'ok goodbye Olga', 'До свидания', 'Спасибо, хорошего дня!', 'пока'])(
    'parting: %s',
    (text) => {
      expect(weightOf(text)).toBe('parting');
    },
  );

  it.each([
    'ok?',
    '?',
    '',
    'ok do that',
    'ok send it',
    'thanks, and when will it come?',
    'ok it does not work',
    'I need help',
    'yes',
    'no',
    '1234',
    'Good morning, is it open',
    'Is it open?',
    'take it',
    'хорошо, отправьте',
    'не понял',
    'ок, а когда',
    'нет',
    'да',
    'привет',
  ])('no: %j', (text) => {
    expect(weightOf(text)).toBe('substantial');
  });

  it.each(['yes', 'sure, take your time', 'no problem', 'да, конечно', 'yes, I can wait'])(
    'after a hold: %s',
    (text) => {
      expect(weightOf(text, HOLDING)).toBe('acknowledgement');
    },
  );

  it.each(['no', 'nope', 'No, nothing else', 'нет', 'Нет, это все'])('after "anything else?": %s', (text) => {
    expect(weightOf(text, CHECKING)).toBe('acknowledgement');
  });

  it('knows no words of other languages, but their signs', () => {
    expect(weightOf('gracias', NOTHING, 'es')).toBe('substantial');
    expect(weightOf('🙏', NOTHING, 'es')).toBe('acknowledgement');
  });

  it('asks the ear about leave that is taken in words of one’s own', () => {
    const ear: typeof SETTINGS.ear = {
      hear: ({ text }, act) => ({
        score: act === 'closes' ? 0.9 : act === 'request' && text.includes('send') ? 0.9 : 0,
        spots: [],
        label: null,
        by: 'model',
      }),
    };
    const say = (text: string): Weight => {
      const scene = setScene(conversationOf([{ role: 'customer', text }], { language: 'en' }), { ...SETTINGS, ear });
      const [utterance] = scene.utterances;
      return utterance === undefined ? 'substantial' : weigh(scene, utterance, NOTHING);
    };
    expect(say('works for me, back to my garden then, thanks!')).toBe('parting');
    expect(say('lovely, I am off to the hills. cheers')).toBe('parting');
    // The ear alone does not decide: no thanks, something wanted, figures.
    expect(say('works for me, back to my garden then')).toBe('substantial');
    expect(say('thanks. I also need a train on Friday')).toBe('substantial');
    expect(say('thanks, my id is 116')).toBe('substantial');
    expect(say('thanks, send it to my husband')).toBe('substantial');
  });
});
