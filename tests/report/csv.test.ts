import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { makeCsv } from '../../src/report/csv.ts';
import { makeCsvFindings } from '../../src/report/csv-findings.ts';
import { conversation, evidence, groupScore, report, unit, verdict, written } from './example.ts';
import { HOSTILE, hostileConversation, hostileReport } from './hostile.ts';

const rowsOf = (text: string): Record<string, string>[] => parse(text, { bom: true, columns: true });

describe('csv', () => {
  it('has a row per agent and rule', () => {
    const rows = rowsOf(written(makeCsv(), { tail: report({ agents: [groupScore(), groupScore({ agent: 'Ann' })] }) }));
    expect(rows.map(({ agent, rule }) => `${agent} ${rule}`)).toEqual([
      'Tom personal-name-greeting',
      'Tom warm-farewell',
      'Ann personal-name-greeting',
      'Ann warm-farewell',
    ]);
    expect(rows[0]).toMatchObject({ score: '81.2', score_low: '74.9', pass: '70', rate: '0.7', points_lost: '18.8' });
    expect(rows[1]).toMatchObject({ rate: '', rate_low: '', points_lost: '0', ranked: 'true' });
  });

  it('begins with the byte order mark, so that a spreadsheet reads every script', () => {
    expect(written(makeCsv()).startsWith('\ufeffagent,agent_id,')).toBe(true);
  });
});

describe('csv-findings', () => {
  it('has a row per failed verdict with the words and where they stand', () => {
    const rows = rowsOf(written(makeCsvFindings()));
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      conversation: 'c-1',
      agent: 'Tom',
      rule: 'personal-name-greeting',
      quote: 'Hi there!',
      at_message: '1',
      file: 'july.csv',
      line: '12',
      baselined: 'false',
    });
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1'])('never lets a cell run as a formula: %j', (cell) => {
    const one = conversation({ units: [unit([verdict({ agent: cell, evidence: [evidence({ quote: cell })] })])] });
    const [row] = rowsOf(written(makeCsvFindings(), { conversations: [one] }));
    expect(row?.['quote']).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
    expect(row?.['agent']).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
  });

  it('keeps its columns whatever the text holds', () => {
    const rows = rowsOf(written(makeCsvFindings(), { conversations: [hostileConversation()], tail: hostileReport() }));
    expect(rows).toHaveLength(3);
    expect(rows[0]?.['quote']?.startsWith(`'${HOSTILE.slice(0, 10)}`)).toBe(true);
  });
});
