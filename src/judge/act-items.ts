import * as v from 'valibot';
import { Fault } from '../fault.ts';
import type { ActItem } from './lesson.ts';

const speaker = v.picklist(['agent', 'customer']);
const itemSchema = v.looseObject({
  id: v.string(),
  writer: v.string(),
  speaker,
  text: v.string(),
  before: v.optional(v.array(v.looseObject({ role: speaker, text: v.string() })), []),
  answer: v.optional(v.nullable(v.string()), null),
  name: v.optional(v.nullable(v.string())),
  names: v.optional(v.array(v.string())),
  acts: v.array(v.string()),
  judged: v.optional(v.array(v.string())),
});

/**
 * Labelled messages, one JSON object a line: `id`, `writer`, `speaker`, `text`, the message or two `before` it, the
 * `answer` that it got where it is known, the `name` or `names` of those who talk, and all `acts` that it performs; `judged` where only some acts were looked at.
 *
 * @throws Fault `bad-acts` with file and line for a line that is none
 */
export function readActItems(text: string, file: string): ActItem[] {
  return text.split('\n').flatMap((line, index): ActItem[] => {
    if (line.trim() === '') {
      return [];
    }
    const fault = (message: string): Fault =>
      new Fault('bad-acts', message, {
        place: { file, line: index + 1 },
        hint: 'A line is {"id": …, "writer": …, "speaker": "agent", "text": …, "before": [{"role": "customer", "text": …}], "acts": ["refusal"]}.',
      });
    let written: unknown;
    try {
      written = JSON.parse(line);
    } catch {
      throw fault('this line is no JSON object');
    }
    const checked = v.safeParse(itemSchema, written);
    if (!checked.success) {
      const [issue] = checked.issues;
      throw fault(`"${v.getDotPath(issue) ?? 'the line'}": ${issue.message}`);
    }
    const { before, answer, name, names = [], judged, ...item } = checked.output;
    return [
      {
        ...item,
        before: before.map(({ role, text: said }) => ({ speaker: role, text: said })),
        answer: answer === null ? null : { text: answer },
        names: typeof name === 'string' ? [...names, name] : names,
        ...(judged === undefined ? {} : { judged }),
      } as ActItem,
    ];
  });
}
