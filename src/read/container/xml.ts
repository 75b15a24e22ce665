import { problem } from '../../model/problem.ts';
import { asUtf8, decoded, mixedCharacters } from '../charset.ts';
import type { JsonContent, JsonRecord } from '../content.ts';
import type { Container } from '../reader.ts';
import { type XmlRecord, xmlRecords } from './xml-records.ts';

/** Only what a reader knows is opened: pages, feeds and settings are XML, too. */
const ROOT = /^\s*(?:<\?xml\b[^<>]{0,200}\?>\s*)?<helpdesk[-_]tickets?(?=[\s>])/;
const RECORD = 'helpdesk_ticket';

const BROKEN: Readonly<Record<NonNullable<XmlRecord['broken']>, readonly [code: string, message: string]>> = {
  'cut-off': [
    'cut-off',
    'The file ends inside the XML that begins here; what was not complete was left out. Export or copy the file again.',
  ],
  'too-large': ['record-too-large', 'More than 128 MB of XML in one piece; it was left out.'],
  'too-deep': ['unreadable-record', 'The XML is nested more than 100 deep; the record was left out.'],
  unreadable: ['unreadable-record', 'This is no well-formed XML; the record was left out.'],
};

/** Tickets as elements, handed over as JSON would hold them. */
export const xml: Container = {
  name: 'xml',
  detect: (head) => (ROOT.test(head.text ?? '') ? { score: 80, reason: 'XML with tickets as elements' } : null),
  async open(source, head, context) {
    const told = new Set<string>();
    const tell = (code: string, line: number | null, message: string): void => {
      if (!told.has(`${code} ${line}`)) {
        told.add(`${code} ${line}`);
        context.tell(problem(code, source.name, line, message));
      }
    };
    const mixed = (charset: string): void => tell('mixed-characters', null, mixedCharacters(charset));
    return {
      shape: 'json',
      file: source.name,
      container: 'xml',
      async *records(): AsyncGenerator<JsonRecord> {
        for await (const { line, value, broken } of xmlRecords(decoded(asUtf8(source.open(), head, mixed)), RECORD)) {
          if (broken === null) {
            yield { line, value: { [RECORD]: value }, envelope: null, stream: null, shared: {} };
          } else {
            const [code, message] = BROKEN[broken];
            tell(code, line, message);
          }
        }
      },
    } satisfies JsonContent;
  },
};
