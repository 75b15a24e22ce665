import { describe, expect, it } from 'vitest';
import { rulesAtWork } from '../src/audit.ts';
import { sceneSettings } from '../src/cli/hearing.ts';
import { KINDS_BY_NAME } from '../src/cli/kinds.ts';
import { packFinder } from '../src/cli/pack-files.ts';
import { createJudge } from '../src/judge/judge.ts';
import { loadPack } from '../src/packs/load.ts';
import { ENGLISH, type NameForms, RUSSIAN } from './bias-names.ts';
import { conversationOf } from './judge/staging.ts';

const pack = await loadPack('core', packFinder(process.cwd()), KINDS_BY_NAME);
const scene = await sceneSettings({ judge: { asOf: null, assumeChannel: 'chat', calendar: null, zone: 'UTC' } }, [
  pack,
]);
const judge = createJudge({
  rules: rulesAtWork([pack], KINDS_BY_NAME, { calendar: null }),
  scene,
  zone: 'UTC',
  wording: 'en',
});

/** A conversation with slots: `{first}`, `{short}`, `{formal}`, `{told}`, `{record}`. */
interface Template {
  readonly title: string;
  /** False where the customer's name is learnt in the conversation. */
  readonly recorded: boolean;
  readonly lines: readonly (readonly [who: 'c' | 'a', text: string])[];
}

const ENGLISH_TEMPLATES: readonly Template[] = [
  {
    title: 'greeted, another way offered, warmly let go',
    recorded: true,
    lines: [
      ['c', 'Is the oak desk in stock?'],
      ['a', 'Hi {first}, the oak desk is sold out. We do have the same desk in walnut, would that suit you?'],
      ['c', 'Walnut is fine.'],
      ['a', 'Lovely, it ships on Monday. Have a great day, {short}!'],
    ],
  },
  {
    title: 'greeted by nobody’s name, refused, and left',
    recorded: true,
    lines: [
      ['c', 'Can I get my money back?'],
      ['a', 'Hello! Refunds are not possible after thirty days, that is our policy.'],
      ['c', 'That is a pity.'],
      ['a', 'The policy is clear, {first}. Goodbye.'],
    ],
  },
  {
    title: 'greeted formally and hurried',
    recorded: true,
    lines: [
      ['c', 'I need to change my address.'],
      ['a', 'Good morning, {formal}. Hurry up please, I have other customers waiting.'],
      ['c', 'It is 4 Mill Road.'],
      ['a', 'Changed.'],
    ],
  },
  {
    title: 'named only behind the back',
    recorded: true,
    lines: [
      ['c', 'Where is my key card?'],
      ['a', 'Hello, we handed it to {told} at the gate.'],
      ['c', 'Oh, right.'],
      ['a', 'Take care and see you soon!'],
    ],
  },
  {
    title: 'learnt later and used',
    recorded: false,
    lines: [
      ['c', 'The radiator is cold.'],
      ['a', 'Hello! May I have your name, please?'],
      ['c', 'My name is {first}'],
      ['a', 'Thank you, {short}. An engineer will come on Tuesday. Have a good evening!'],
    ],
  },
  {
    title: 'learnt later and never used',
    recorded: false,
    lines: [
      ['c', 'The radiator is cold.'],
      ['a', 'Hello! May I have your name, please?'],
      ['c', 'My name is {first}'],
      ['a', 'Thank you. An engineer will come on Tuesday. Have a good evening!'],
    ],
  },
  {
    title: 'an unfilled template',
    recorded: true,
    lines: [
      ['c', 'The radiator is cold.'],
      ['a', 'Dear {{first_name}}, an engineer will come on Tuesday.\n\nKind regards,\nThe service team'],
    ],
  },
];

const RUSSIAN_TEMPLATES: readonly Template[] = [
  {
    title: 'greeted, another way offered, warmly let go',
    recorded: true,
    lines: [
      ['c', 'Есть дубовый стол?'],
      ['a', '{first}, здравствуйте! Дубового нет в наличии. Могу предложить такой же из ореха, подойдёт?'],
      ['c', 'Подойдёт.'],
      ['a', 'Отлично, отправим в понедельник. Хорошего вам дня, {short}!'],
    ],
  },
  {
    title: 'greeted by nobody’s name, refused, and left',
    recorded: true,
    lines: [
      ['c', 'Верните деньги за билет.'],
      ['a', 'Здравствуйте! Вернуть деньги нельзя, таковы правила.'],
      ['c', 'Жаль.'],
      ['a', 'Правила есть правила, {first}. До свидания.'],
    ],
  },
  {
    title: 'greeted formally and hurried',
    recorded: true,
    lines: [
      ['c', 'Надо сменить адрес.'],
      ['a', 'Добрый день, {formal}. Побыстрее, пожалуйста, у меня другие клиенты ждут.'],
      ['c', 'Мира, 4.'],
      ['a', 'Сменили.'],
    ],
  },
  {
    title: 'named only behind the back',
    recorded: true,
    lines: [
      ['c', 'Где мой пропуск?'],
      ['a', 'Здравствуйте! Мы отдали его {told} на входе.'],
      ['c', 'А, точно.'],
      ['a', 'Всего вам доброго, обращайтесь!'],
    ],
  },
  {
    title: 'learnt later and used',
    recorded: false,
    lines: [
      ['c', 'Батарея холодная.'],
      ['a', 'Здравствуйте! Как к вам обращаться?'],
      ['c', 'Меня зовут {first}'],
      ['a', 'Спасибо, {short}. Мастер придёт во вторник. Хорошего вечера!'],
    ],
  },
  {
    title: 'learnt later and never used',
    recorded: false,
    lines: [
      ['c', 'Батарея холодная.'],
      ['a', 'Здравствуйте! Как к вам обращаться?'],
      ['c', 'Меня зовут {first}'],
      ['a', 'Спасибо. Мастер придёт во вторник. Хорошего вечера!'],
    ],
  },
  {
    title: 'an unfilled template',
    recorded: true,
    lines: [
      ['c', 'Батарея холодная.'],
      ['a', 'Уважаемый %ИМЯ_КЛИЕНТА%, мастер придёт во вторник.\n\nС уважением,\nслужба сервиса'],
    ],
  },
];

function verdictsOf(template: Template, language: string, name: NameForms): string[] {
  const fill = (text: string): string =>
    text.replace(/(?<!\{)\{(first|short|formal|told|record)\}(?!\})/g, (_, slot: keyof NameForms) => name[slot]);
  const conversation = conversationOf(
    template.lines.map(([who, text], index) => ({
      role: who === 'c' ? ('customer' as const) : ('agent' as const),
      name: who === 'c' ? null : 'Support',
      at: `2026-03-02T09:00:${String(index * 10).padStart(2, '0')}Z`,
      text: fill(text),
    })),
    {
      channel: 'chat',
      language,
      closed_at: '2026-03-02T09:01:00Z',
      customer: { id: null, name: template.recorded ? name.record : null, email: null },
    },
  );
  return judge(conversation).units.flatMap(({ verdicts }) =>
    verdicts.map(({ rule, verdict, reason }) => `${rule}: ${verdict} ${reason}`),
  );
}

describe.each([
  ['en', ENGLISH_TEMPLATES, ENGLISH],
  ['ru', RUSSIAN_TEMPLATES, RUSSIAN],
] as const)('no verdict hangs on whose name it is (%s)', (language, templates, names) => {
  it.each(templates.map((template) => [template.title, template] as const))('%s', (_, template) => {
    const [first] = names;
    if (first === undefined) {
      throw new Error('no names');
    }
    const expected = verdictsOf(template, language, first);
    expect(expected).toHaveLength(5);
    const moved = names.flatMap((name) => {
      const verdicts = verdictsOf(template, language, name);
      return verdicts.filter((verdict) => !expected.includes(verdict)).map((verdict) => `${name.kind}: ${verdict}`);
    });
    expect(moved).toEqual([]);
  });
});
