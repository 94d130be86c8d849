import { expect, test } from 'vitest';
import { statementIn } from '../../../../shared/reading/prose/embargo/statement.ts';
import { SHORT_NEAR_MISSES, SHORT_NOTICES } from './short-lines.ts';

const rows = (table: Readonly<Record<string, readonly string[]>>): [string, string][] =>
  Object.entries(table).flatMap(([language, lines]) =>
    lines.map((line): [string, string] => [language, line]),
  );

test('the tables have enough rows', () => {
  expect(rows(SHORT_NOTICES).length).toBeGreaterThanOrEqual(120);
  expect(rows(SHORT_NEAR_MISSES).length).toBeGreaterThanOrEqual(75);
});

test.each(rows(SHORT_NOTICES))('%s: the line is a notice: %s', (_language, line) => {
  expect(statementIn(line)).toBeDefined();
});

test.each(rows(SHORT_NEAR_MISSES))('%s: the line is no notice: %s', (_language, line) => {
  expect(statementIn(line)).toBeUndefined();
});
