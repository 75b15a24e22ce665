import { describe, expect, it } from 'vitest';
import { setScene } from '../../src/judge/scene.ts';
import type { Scene } from '../../src/model/scene.ts';
import { conversationOf, SETTINGS } from './staging.ts';

function turnsOf(scene: Scene): string[] {
  return scene.turns.map(({ part, agent, messages }) => `${part}${agent ?? ''}:${messages.join(',')}`);
}

describe('turns', () => {
  it('run on over notes and system events, and end at a bot and at another person', () => {
    const scene = setScene(
      conversationOf([
        { role: 'customer', text: 'Hello' },
        { role: 'agent', name: 'Tom', text: 'Hi' },
        { role: 'system', text: 'Li joined' },
        { role: 'agent', name: 'Tom', text: 'she sounds upset', internal: true },
        { role: 'agent', name: 'Tom', text: 'One moment' },
        { role: 'bot', text: 'Rate us' },
        { role: 'agent', name: 'Tom', text: 'Back' },
        { role: 'agent', name: 'Li', text: 'I take over' },
      ]),
      SETTINGS,
    );
    expect(turnsOf(scene)).toEqual(['customer:0', 'agent0:1,4', 'bot:5', 'agent0:6', 'agent1:7']);
    expect(scene.agents.map(({ name, turns, handedOver }) => ({ name, turns, handedOver }))).toEqual([
      { name: 'Tom', turns: [1, 3], handedOver: true },
      { name: 'Li', turns: [4], handedOver: false },
    ]);
  });

  it('are never those of an automatic reply from a human account', () => {
    const scene = setScene(
      conversationOf([
        { role: 'customer', text: 'My parcel is lost' },
        {
          role: 'agent',
          name: 'Desk',
          text: 'We have received your request. We will get back to you within 24 hours.',
        },
        { role: 'agent', name: 'Ann', text: 'Hi, we have received your request and I am looking into it.' },
        { role: 'agent', name: 'Ann', text: 'I am out of the office until Monday, with limited access to e-mail.' },
      ]),
      SETTINGS,
    );
    expect(scene.utterances.map(({ part }) => part)).toEqual(['customer', 'bot', 'agent', 'bot']);
    expect(scene.agents.map(({ name }) => name)).toEqual(['Ann']);
  });
});

describe('agents', () => {
  it('a message with only a name belongs to the agent with an id and that name; who only joined is none', () => {
    const scene = setScene(
      conversationOf(
        [
          { role: 'agent', name: 'Tom', text: 'Hi' },
          { role: 'system', event: 'joined', name: 'Li', text: 'Li joined' },
          { role: 'agent', id: 'a7', name: 'Tom', text: 'Hello' },
          { role: 'agent', id: 'a7', name: 'Thomas', text: 'Still here' },
          { role: 'agent', text: 'nobody knows who' },
        ],
        { product: 'desk' },
      ),
      SETTINGS,
    );
    expect(scene.agents.map(({ key, name, id }) => [key, name, id])).toEqual([
      ['desk\u0000a7', 'Tom', 'a7'],
      ['', null, null],
    ]);
    expect(scene.utterances.map(({ agent }) => agent)).toEqual([0, null, 0, 0, 1]);
  });
});

describe('system events read from their text', () => {
  const cases: readonly (readonly [text: string, event: string, agent: number | null])[] = [
    ['Li joined', 'joined', 0],
    ['assigned to Dana', 'assigned', 1],
    ['Tom transferred the chat to Dana', 'transferred', 1],
    ['Jasper joined, Li left', 'joined', null],
    ['Специалист Жанна подключилась', 'joined', 2],
    ['К диалогу подключилась Жанна', 'joined', 2],
    ['Смена Ольги окончена, диалог переназначен: Жанна', 'assigned', 2],
    ['Диалог завершён', 'closed', null],
    ['Conversation closed by Support', 'closed', null],
    ['Li left', 'left', 0],
    ['Customer opened a conversation from /settings', 'other', null],
    ['Клиент не отвечает', 'other', null],
    ['К диалогу прикреплён файл «Вклады.pdf»', 'other', null],
  ];
  it.each(cases)('%s', (text, event, agent) => {
    const scene = setScene(
      conversationOf([
        { role: 'agent', name: 'Li', text: 'a' },
        { role: 'agent', name: 'Dana K.', text: 'b' },
        { role: 'agent', name: 'Жанна', text: 'c' },
        { role: 'system', text },
      ]),
      SETTINGS,
    );
    expect([scene.utterances[3]?.event, scene.utterances[3]?.agent]).toEqual([event, agent]);
  });
});

describe('what a scene knows beside', () => {
  it('blanks cuts without moving an offset', () => {
    const scene = setScene(
      conversationOf([{ role: 'agent', text: 'Yes.\n> Anna wrote', cuts: [{ start: 5, end: 17, kind: 'quote' }] }]),
      SETTINGS,
    );
    expect(scene.utterances[0]?.text).toBe('Yes.\n            ');
    expect(scene.utterances[0]?.tokens.map(({ word }) => word)).toEqual(['yes']);
  });

  it('the language of the record as a primary tag, else the one spoken; a message in another script speaks its own', () => {
    const lines = [
      { role: 'customer' as const, text: 'Здравствуйте, где мой заказ?' },
      { role: 'agent' as const, text: 'Sorry, I only speak English, what is your order number?' },
    ];
    const given = setScene(conversationOf(lines, { language: 'ru-RU' }), SETTINGS);
    expect([given.language, given.supported, given.utterances[1]?.language]).toEqual(['ru', true, 'en']);
    const german = setScene(
      conversationOf([{ role: 'customer', text: 'Guten Tag, ich habe mein Paket nicht bekommen und bitte um Hilfe.' }]),
      SETTINGS,
    );
    expect([german.language, german.supported]).toEqual(['de', false]);
  });

  it('a greeting in another language makes no conversation in it', () => {
    const scene = setScene(
      conversationOf([
        { role: 'customer', text: 'Қайырлы күн! Хочу вернуть деньги за пакет, подключился сам' },
        { role: 'agent', text: 'Деньги за пакет вернуть нельзя: трафик по нему уже потрачен.' },
        { role: 'customer', text: 'Но я его не подключала, проверьте ещё раз!' },
      ]),
      SETTINGS,
    );
    expect(scene.language).toBe('ru');
  });

  it('its end: closed_at, else exported_at, else --as-of', () => {
    const lines = [{ role: 'customer' as const, text: 'Hi', at: '2026-03-02T09:00:00' }];
    const asOf = { ...SETTINGS, asOf: '2026-03-03T00:00:00Z' };
    expect(setScene(conversationOf(lines, { closed_at: '2026-03-02T10:00:00+01:00' }), asOf).end).toBe(
      Date.UTC(2026, 2, 2, 9),
    );
    expect(setScene(conversationOf(lines, { exported_at: '2026-03-02T12:00:00Z' }), asOf).end).toBe(
      Date.UTC(2026, 2, 2, 12),
    );
    const scene = setScene(conversationOf(lines), asOf);
    expect([scene.end, scene.utterances[0]?.at, scene.utterances[0]?.local]).toEqual([
      Date.UTC(2026, 2, 3),
      Date.UTC(2026, 2, 2, 9),
      true,
    ]);
    expect(setScene(conversationOf(lines), SETTINGS).end).toBeNull();
  });

  it('asks the ear once per message and act, with the two messages before', () => {
    const asked: string[] = [];
    const ear = {
      hear: (heard: { text: string; before: readonly { text: string }[] }, act: string) => {
        asked.push(`${act}: ${heard.before.map(({ text }) => text).join('|')} > ${heard.text}`);
        return { score: 1, spots: [], label: null, by: 'phrase' as const };
      },
    };
    const scene = setScene(
      conversationOf([
        { role: 'customer', text: 'a' },
        { role: 'agent', text: 'b' },
        { role: 'bot', text: 'bot' },
        { role: 'agent', text: 'c' },
      ]),
      { ...SETTINGS, ear },
    );
    scene.hear(3, 'offer');
    scene.hear(3, 'offer');
    expect(scene.hear(2, 'offer').score).toBe(0);
    expect(asked).toEqual(['offer: a|b > c']);
  });
});

describe('a notice that ends with the name of an agent', () => {
  const agentOf = (notice: string): number | null | undefined =>
    setScene(
      conversationOf([
        { role: 'agent', name: 'Visa desk 6', text: 'Hello' },
        { role: 'system', text: notice },
        { role: 'agent', name: 'Visa desk 2', text: 'Taking over' },
      ]),
      SETTINGS,
    ).utterances[1]?.agent;

  it('brings that agent in, even where parts of the name fit several', () => {
    expect(agentOf('Chat assigned to Visa desk 2')).toBe(1);
    expect(agentOf('Диалог переназначен: Visa desk 2.')).toBe(1);
  });

  it('brings nobody in where it only begins with the name, or fits nobody', () => {
    expect(agentOf('Visa desk 6 transferred the chat')).toBeNull();
    expect(agentOf('Chat assigned to Visa desk 9')).toBeNull();
    expect(agentOf('Visa desk 2 left')).not.toBe(0);
  });
});
