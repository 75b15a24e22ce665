import { describe, expect, it } from 'vitest';
import type { Calendar } from '../../src/model/calendar.ts';
import { judge, type Stage } from './waiting/stage.ts';

const nineToFive = [{ from: 9 * 60, to: 17 * 60 }];
const office: Calendar = {
  zone: 'Europe/Berlin',
  week: [nineToFive, nineToFive, nineToFive, nineToFive, nineToFive, [], []],
  holidays: ['2026-12-25'],
};

const cases: Readonly<Record<string, Stage & { readonly expected: readonly string[] }>> = {
  'first wait: 40 s of 60 s': {
    channel: 'chat',
    lines: [
      ['C', '09:00:00'],
      ['Tom', '09:00:40'],
    ],
    expected: ['Tom pass kept [0>1 first 40/60]'],
  },
  'exactly the limit is kept': {
    channel: 'chat',
    lines: [
      ['C', '09:00:00'],
      ['Tom', '09:01:00'],
    ],
    expected: ['Tom pass kept [0>1 first 60/60]'],
  },
  'first wait: 95 s of 60 s': {
    channel: 'chat',
    lines: [
      ['C', '09:00:00'],
      ['Tom', '09:01:35'],
    ],
    expected: ['Tom fail first-reply-late [0>1 first 95/60]'],
  },
  // Later messages do not restart: 09:00:00 → 09:01:20 = 80 s.
  'further messages of the customer do not restart the wait': {
    channel: 'chat',
    lines: [
      ['C', '09:00:00', 'Is it open?'],
      ['C', '09:00:50', 'Today, I mean'],
      ['Tom', '09:01:20'],
    ],
    expected: ['Tom fail first-reply-late [0>2 first 80/60]'],
  },
  // 09:02:00 → 09:03:50 = 110 s of 120 s.
  'later wait kept': {
    channel: 'chat',
    lines: [
      ['C', '09:00:00'],
      ['Tom', '09:00:10'],
      ['C', '09:02:00', 'And on Sunday?'],
      ['Tom', '09:03:50'],
    ],
    expected: ['Tom pass kept [0>1 first 10/60] [2>3 later 110/120]'],
  },
  // 09:02:00 → 09:04:01 = 121 s of 120 s.
  'later wait broken': {
    channel: 'chat',
    lines: [
      ['C', '09:00:00'],
      ['Tom', '09:00:10'],
      ['C', '09:02:00', 'And on Sunday?'],
      ['Tom', '09:04:01'],
    ],
    expected: ['Tom fail later-reply-late [0>1 first 10/60] [2>3 later 121/120]'],
  },
  // The agent opened, so 100 s is a later wait of 120 s, not a first one of 60 s.
  'no first wait where the agent opened': {
    channel: 'chat',
    lines: [
      ['Tom', '09:00:00', 'Welcome'],
      ['C', '09:00:20', 'Is it open?'],
      ['Tom', '09:02:00'],
    ],
    expected: ['Tom pass kept [1>2 later 100/120]'],
  },
  // "thanks" at 09:00:30 starts nothing, so the ten minutes after it are nobody's wait.
  'an acknowledgement starts no wait': {
    channel: 'chat',
    lines: [
      ['C', '09:00:00'],
      ['Tom', '09:00:10', 'It is open.'],
      ['C', '09:00:30', 'ok thanks Tom!'],
      ['Tom', '09:10:30', 'Anything else?'],
    ],
    expected: ['Tom pass kept [0>1 first 10/60]'],
  },
  // 09:00:00 → 09:02:00 = 120 s; the "ok" in between neither ends nor restarts it.
  'an acknowledgement neither ends nor restarts a running wait': {
    channel: 'chat',
    lines: [
      ['C', '09:00:00', 'Is it open?'],
      ['C', '09:01:30', 'ok'],
      ['Tom', '09:02:00'],
    ],
    expected: ['Tom fail first-reply-late [0>2 first 120/60]'],
  },
  // The automatic answer at 09:00:01 ends nothing: 90 s.
  'a bot never ends a wait, and an acknowledgement by it changes nothing': {
    channel: 'chat',
    lines: [
      ['C', '09:00:00', 'Is it open?'],
      ['bot', '09:00:01', 'We have received your message. An agent will be with you shortly.'],
      ['C', '09:01:20', 'Hello?'],
      ['Tom', '09:01:30'],
    ],
    expected: ['Tom fail first-reply-late [0>3 first 90/60]'],
  },
  'an automatic reply from a human account never ends a wait': {
    channel: 'email',
    lines: [
      ['C', '2026-03-02T09:00:00Z', 'Is it open?'],
      ['Tom', '2026-03-02T09:00:01Z', 'We have received your request. We will get back to you within 24 hours.'],
      ['Tom', '2026-03-03T10:00:00Z', 'It is.'],
    ],
    // 25 h of 24 h.
    expected: ['Tom fail first-reply-late [0>2 first 90000/86400]'],
  },
  // After the talk with the bot the wait runs from the last message before the agent's first: 09:03:00 → 09:03:50.
  'after a conversational bot': {
    channel: 'chat',
    lines: [
      ['C', '09:00:00', 'Is it open?'],
      ['bot', '09:00:01', 'What is your order number?'],
      ['C', '09:01:00', '1234'],
      ['bot', '09:01:01', 'Is it about delivery?'],
      ['C', '09:03:00', 'A person, please'],
      ['Tom', '09:03:50'],
    ],
    expected: ['Tom pass kept [4>5 first 50/60]'],
  },
  // From the last message before the join (09:01:00) 100 s to the join are the queue's, 20 s to the answer are Tom's.
  'after a bot, with a join': {
    channel: 'chat',
    lines: [
      ['C', '09:00:00', 'Is it open?'],
      ['bot', '09:00:01', 'Do you want a person?'],
      ['C', '09:01:00', 'ok'],
      ['+Tom', '09:02:40'],
      ['C', '09:02:45', 'Are you there?'],
      ['Tom', '09:03:00'],
    ],
    expected: ['Tom pass kept [2>5 first 20/60]', '(queue) pass kept [2>5 first 100/]'],
  },
  // Nobody ever came: the bot's talk counts for nothing, 09:00:00 → 09:30:00 = 1800 s of 60 s.
  'after a bot, nobody came': {
    channel: 'chat',
    lines: [
      ['C', '09:00:00', 'Is it open?'],
      ['bot', '09:00:01', 'What is your order number?'],
      ['C', '09:01:00', '1234'],
    ],
    fields: { closed_at: '2026-03-02T09:30:00Z' },
    expected: ['(unassigned) fail never-answered [0> first 1800/60]'],
  },
  // 09:00:00 → 09:04:00 is the queue's, 09:04:00 → 09:04:50 Tom's.
  'the queue has the time before the agent joined': {
    channel: 'chat',
    lines: [
      ['C', '09:00:00'],
      ['+Tom', '09:04:00'],
      ['Tom', '09:04:50'],
    ],
    expected: ['Tom pass kept [0>2 first 50/60]', '(queue) pass kept [0>2 first 240/]'],
  },
  'an agent who joined before the wait has all of it': {
    channel: 'chat',
    lines: [
      ['+Tom', '08:59:00'],
      ['C', '09:00:00'],
      ['Tom', '09:01:10'],
    ],
    expected: ['Tom fail first-reply-late [1>2 first 70/60]'],
  },
  // Tom's question of 09:01:00 stays open; Dana is assigned at 09:11:00 and answers in 30 s.
  'whoever rescues a waiting customer is not charged': {
    channel: 'chat',
    lines: [
      ['C', '09:00:00'],
      ['Tom', '09:00:30'],
      ['C', '09:01:00', 'And on Sunday?'],
      ['>Dana', '09:11:00'],
      ['Dana', '09:11:30'],
    ],
    expected: [
      'Tom pass kept [0>1 first 30/60]',
      'Dana pass kept [2>4 later 30/120]',
      '(queue) pass kept [2>4 later 600/]',
    ],
  },
  // 09:00:30 → 09:03:00 = 150 s of 180 s.
  'a hold kept': {
    channel: 'chat',
    lines: [
      ['C', '09:00:00'],
      ['Tom', '09:00:30', 'One moment, please.'],
      ['Tom', '09:03:00'],
    ],
    expected: ['Tom pass kept [0>1 first 30/60] [1>2 hold 150/180]'],
  },
  // 09:00:30 → 09:04:00 = 210 s of 180 s; "sure, take your time" only acknowledges.
  'a hold broken, with an acknowledgement in between': {
    channel: 'chat',
    lines: [
      ['C', '09:00:00'],
      ['Tom', '09:00:30', 'One moment, please.'],
      ['C', '09:00:40', 'sure, take your time'],
      ['Tom', '09:04:00'],
    ],
    expected: ['Tom fail hold-broken [0>1 first 30/60] [1>3 hold 210/180]'],
  },
  // Ten minutes announced: 9 min are kept.
  'an announced time is the limit': {
    channel: 'chat',
    lines: [
      ['C', '09:00:00'],
      ['Tom', '09:00:30', 'Give me ten minutes to look it up.'],
      ['Tom', '09:09:30'],
    ],
    expected: ['Tom pass kept [0>1 first 30/60] [1>2 hold 540/600]'],
  },
  // Two minutes announced: 150 s break them, though the usual hold is 180 s.
  'an announced time may be shorter than the usual limit': {
    channel: 'chat',
    lines: [
      ['C', '09:00:00'],
      ['Tom', '09:00:30', 'Hold on, I need 2 minutes.'],
      ['Tom', '09:03:00'],
    ],
    expected: ['Tom fail hold-broken [0>1 first 30/60] [1>2 hold 150/120]'],
  },
  // The question at 09:01:00 begins a wait of its own: 100 s of 120 s.
  'a question during a hold is a wait of its own': {
    channel: 'chat',
    lines: [
      ['C', '09:00:00'],
      ['Tom', '09:00:30', 'One moment, please.'],
      ['C', '09:01:00', 'Can I also pay by card?'],
      ['Tom', '09:02:40'],
    ],
    expected: ['Tom pass kept [0>1 first 30/60] [2>3 later 100/120]'],
  },
  // 09:00:30 → 09:30:00 = 1770 s of 180 s.
  'a hold never followed up': {
    channel: 'chat',
    lines: [
      ['C', '09:00:00'],
      ['Tom', '09:00:30', 'One moment, please.'],
      ['C', '09:00:40', 'ok'],
    ],
    fields: { closed_at: '2026-03-02T09:30:00Z' },
    expected: ['Tom fail never-answered [0>1 first 30/60] [1> hold 1770/180]'],
  },
  'a customer who parts while the hold is young breaks it, not the agent': {
    channel: 'chat',
    lines: [
      ['C', '09:00:00'],
      ['Tom', '09:00:30', 'One moment, please.'],
      ['C', '09:01:00', 'thanks, bye'],
    ],
    fields: { closed_at: '2026-03-02T09:30:00Z' },
    expected: ['Tom pass kept [0>1 first 30/60]'],
  },
  // Dana comes without an event and takes up Tom's hold: the 570 s are the queue's.
  'a colleague who takes up a hold is not charged for it': {
    channel: 'chat',
    lines: [
      ['C', '09:00:00'],
      ['Tom', '09:00:30', 'One moment, please.'],
      ['Dana', '09:10:00'],
    ],
    expected: ['Tom pass kept [0>1 first 30/60]', 'Dana na nobody-waited', '(queue) pass kept [1>2 hold 570/]'],
  },
  // 09:02:00 → 09:32:00 = 1800 s of 120 s; it is Tom's, who took the last turn.
  'never answered, the record closed': {
    channel: 'chat',
    lines: [
      ['C', '09:00:00'],
      ['Tom', '09:00:10'],
      ['C', '09:02:00', 'And on Sunday?'],
    ],
    fields: { closed_at: '2026-03-02T09:32:00Z', exported_at: '2026-03-09T09:00:00Z' },
    expected: ['Tom fail never-answered [0>1 first 10/60] [2> later 1800/120]'],
  },
  // 09:02:00 → 09:03:00 = 60 s of 120 s: still running, and in time.
  'not answered yet, and not late yet': {
    channel: 'chat',
    lines: [
      ['C', '09:00:00'],
      ['Tom', '09:00:10'],
      ['C', '09:02:00', 'And on Sunday?'],
    ],
    fields: { exported_at: '2026-03-02T09:03:00Z' },
    expected: ['Tom pass kept [0>1 first 10/60] [2> later 60/120]'],
  },
  // Two days of 24 h, by --as-of.
  'never answered, by the time given': {
    channel: 'email',
    lines: [['C', '2026-03-02T09:00:00Z', 'Is it open?']],
    asOf: '2026-03-04T09:00:00Z',
    expected: ['(unassigned) fail never-answered [0> first 172800/86400]'],
  },
  'never answered, and the end is not known': {
    channel: 'chat',
    lines: [
      ['C', '09:00:00'],
      ['Tom', '09:00:10'],
      ['C', '09:02:00', 'And on Sunday?'],
    ],
    expected: ['Tom na no-export-time [0>1 first 10/60]'],
  },
  'fail goes before na': {
    channel: 'chat',
    lines: [
      ['C', '09:00:00'],
      ['Tom', '09:05:00'],
      ['C', '09:06:00', 'And on Sunday?'],
    ],
    expected: ['Tom fail first-reply-late [0>1 first 300/60]'],
  },
  // Friday 6 March 16:00 to Monday 9 March 11:00 in Berlin: 1 h + 2 h = 3 h of 4 h.
  'e-mail over a weekend, by the calendar': {
    channel: 'email',
    lines: [
      ['C', '2026-03-06T16:00:00+01:00'],
      ['Tom', '2026-03-09T11:00:00+01:00'],
    ],
    calendar: office,
    expected: ['Tom pass kept [0>1 first 10800/14400]'],
  },
  // The same without a calendar: 67 h of 24 h.
  'e-mail over a weekend, without one': {
    channel: 'email',
    lines: [
      ['C', '2026-03-06T16:00:00+01:00'],
      ['Tom', '2026-03-09T11:00:00+01:00'],
    ],
    expected: ['Tom fail first-reply-late [0>1 first 241200/86400]'],
  },
  // Friday 27 March 16:00 +1 to Monday 30 March 13:30 +2: 1 h + 4.5 h = 5.5 h of 4 h. Weekend hours do not count, lost or not.
  'e-mail over the change to summer time': {
    channel: 'email',
    lines: [
      ['C', '2026-03-27T16:00:00+01:00'],
      ['Tom', '2026-03-30T13:30:00+02:00'],
    ],
    calendar: office,
    expected: ['Tom fail first-reply-late [0>1 first 19800/14400]'],
  },
  // Friday 23 October 16:00 +2 to Monday 26 October 11:59 +1: 1 h + 2 h 59 min = 3 h 59 min of 4 h.
  'e-mail over the change to winter time': {
    channel: 'email',
    lines: [
      ['C', '2026-10-23T16:00:00+02:00'],
      ['Tom', '2026-10-26T11:59:00+01:00'],
    ],
    calendar: office,
    expected: ['Tom pass kept [0>1 first 14340/14400]'],
  },
  // Local times are the calendar's: Thursday 24 December 16:00 to Monday 28 December 10:00, Friday a holiday: 1 h + 1 h.
  'e-mail in local times over a holiday': {
    channel: 'email',
    lines: [
      ['C', '2026-12-24T16:00:00'],
      ['Tom', '2026-12-28T10:00:00'],
    ],
    calendar: office,
    expected: ['Tom pass kept [0>1 first 7200/14400]'],
  },
  // A chat does not know office hours: 16:59:30 to 17:01:00 = 90 s.
  'the calendar is for e-mail only': {
    channel: 'chat',
    lines: [
      ['C', '2026-03-06T16:59:30+01:00'],
      ['Tom', '2026-03-06T17:01:00+01:00'],
    ],
    calendar: office,
    expected: ['Tom fail first-reply-late [0>1 first 90/60]'],
  },
  // 02:59:50 +2 to 02:00:20 +1 on 25 October: 30 s of real time.
  'the clocks go back during a chat': {
    channel: 'chat',
    lines: [
      ['C', '2026-10-25T02:59:50+02:00'],
      ['Tom', '2026-10-25T02:00:20+01:00'],
    ],
    expected: ['Tom pass kept [0>1 first 30/60]'],
  },
  'equal times': {
    channel: 'chat',
    lines: [
      ['C', '09:00:00'],
      ['Tom', '09:00:00'],
    ],
    expected: ['Tom pass kept [0>1 first 0/60]'],
  },
  'backward times are no negative wait': {
    channel: 'chat',
    lines: [
      ['C', '09:00:00'],
      ['Tom', '08:59:00'],
    ],
    expected: ['Tom pass kept [0>1 first 0/60]'],
  },
  'times without a zone measure intervals': {
    channel: 'messaging',
    lines: [
      ['C', '2026-03-02T09:00:00'],
      ['Tom', '2026-03-02T09:16:00'],
    ],
    // 16 min of 15 min.
    expected: ['Tom fail first-reply-late [0>1 first 960/900]'],
  },
  'a wait between a timed and an untimed message is not measured': {
    channel: 'chat',
    lines: [
      ['C', '09:00:00'],
      ['Tom', null],
      ['C', '09:10:00', 'And on Sunday?'],
      ['Tom', '09:10:10'],
    ],
    expected: ['Tom pass kept [2>3 later 10/120]'],
  },
  'nor is one between a local time and one with a zone': {
    channel: 'chat',
    lines: [
      ['C', '2026-03-02T09:00:00'],
      ['Tom', '2026-03-02T12:00:00Z'],
    ],
    expected: ['Tom na no-times'],
  },
  'no times at all': {
    channel: 'chat',
    lines: [
      ['C', null],
      ['Tom', null],
    ],
    expected: ['Tom na no-times'],
  },
  'nobody waited for an agent who only followed up': {
    channel: 'chat',
    lines: [
      ['C', '09:00:00'],
      ['Tom', '09:00:10'],
      ['Dana', '09:20:00', 'One thing more from me.'],
    ],
    expected: ['Tom pass kept [0>1 first 10/60]', 'Dana na nobody-waited'],
  },
  'notes and joins alone answer nothing': {
    channel: 'chat',
    lines: [
      ['C', '09:00:00'],
      ['note', '09:00:10', 'sounds upset'],
      ['Tom', '09:01:10'],
    ],
    expected: ['Tom fail first-reply-late [0>2 first 70/60]'],
  },
  'phone is not judged': {
    channel: 'phone',
    lines: [
      ['C', '09:00:00'],
      ['Tom', '09:20:00'],
    ],
    expected: ['Tom na channel-not-judged [0>1 first 1200/]'],
  },
  'nor is a wait of unknown channel that nobody answered': {
    channel: 'other',
    lines: [['C', '09:00:00']],
    fields: { closed_at: '2026-03-09T09:00:00Z' },
    expected: [],
  },
  // The customer's 5 answers the bot, nobody need answer it.
  'a survey by a bot is no wait': {
    channel: 'chat',
    lines: [
      ['C', '09:00:00'],
      ['Tom', '09:00:10', 'It is open.'],
      ['bot', '09:01:00', 'How would you rate this conversation, 1 to 5?'],
      ['C', '09:01:30', '5'],
    ],
    fields: { closed_at: '2026-03-02T10:00:00Z' },
    expected: ['Tom pass kept [0>1 first 10/60]'],
  },
  // Li joins at 09:02:00 and says nothing; the wait begins at the customer's last message before that, 09:01:00: Tom has all of it.
  'after a bot, somebody joined who never wrote': {
    channel: 'chat',
    lines: [
      ['C', '09:00:00', 'Is it open?'],
      ['bot', '09:00:01', 'Do you want a person?'],
      ['C', '09:01:00', 'yes'],
      ['+Li', '09:02:00'],
      ['C', '09:02:30', 'hello?'],
      ['Tom', '09:03:00'],
    ],
    expected: ['Tom fail first-reply-late [2>5 first 120/60]'],
  },
  // In Spanish neither the hold nor the open question is judged; 50 s of 60 s is.
  'an unsupported language': {
    channel: 'chat',
    language: 'es',
    lines: [
      ['C', '09:00:00', '¿Está abierto?'],
      ['Tom', '09:00:50', 'one moment, un momento'],
      ['C', '09:10:00', '¿Hola?'],
    ],
    fields: { closed_at: '2026-03-02T10:00:00Z' },
    expected: ['Tom pass kept [0>1 first 50/60]'],
  },
  // 09:00:20 → 09:06:20 = 360 s; «пару минут» is vague: the usual 180 s.
  'a hold in Russian': {
    channel: 'chat',
    language: 'ru',
    lines: [
      ['C', '09:00:00', 'Магазин открыт?'],
      ['Олег', '09:00:20', 'Дайте мне пару минут, уточню.'],
      ['C', '09:00:30', 'да, конечно, жду'],
      ['Олег', '09:06:20', 'Открыт.'],
    ],
    expected: ['Олег fail hold-broken [0>1 first 20/60] [1>3 hold 360/180]'],
  },
  // «полчаса»: 25 min are kept.
  'half an hour in Russian': {
    channel: 'chat',
    language: 'ru',
    lines: [
      ['C', '09:00:00', 'Магазин открыт?'],
      ['Олег', '09:00:20', 'Дайте мне полчаса.'],
      ['Олег', '09:25:20', 'Открыт.'],
    ],
    expected: ['Олег pass kept [0>1 first 20/60] [1>2 hold 1500/1800]'],
  },
  'limits are options': {
    channel: 'chat',
    options: { limits: { chat: { first: '2min', hold: 'off' }, phone: { first: 1000 } } },
    lines: [
      ['C', '09:00:00'],
      ['Tom', '09:01:35', 'One moment.'],
      ['Tom', '09:21:35'],
    ],
    expected: ['Tom pass kept [0>1 first 95/120]'],
  },
};

describe('waits, worked out by hand', () => {
  it.each(Object.entries(cases))('%s', (_name, { expected, ...stage }) => {
    expect(judge(stage)).toEqual(expected);
  });
});
