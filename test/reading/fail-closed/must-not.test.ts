import { expect, test } from 'vitest';
import { MUST_NOT } from './must-not.ts';
import { lineOf, publishedOf, readRow } from './publishable.ts';

test('the table is as broad as it claims', () => {
  const dated = MUST_NOT.filter(({ kind }) => kind === 'until' || kind === 'future');
  expect(MUST_NOT.length).toBeGreaterThanOrEqual(420);
  expect(new Set(MUST_NOT.map(({ language }) => language)).size).toBeGreaterThanOrEqual(20);
  expect(new Set(MUST_NOT.map(({ format, text }) => `${format} ${text.toString()}`)).size).toBe(
    MUST_NOT.length,
  );
  expect(dated.length).toBeLessThan(MUST_NOT.length / 2);
});

test('nothing that must wait, be finished or stay away is published', () => {
  const leaks = MUST_NOT.flatMap((row) => {
    const [published] = publishedOf(readRow(row));
    return published === undefined ? [] : [lineOf(row, `published as: ${published.content.headline}`)];
  });
  expect(leaks.length, `${leaks.length} of ${MUST_NOT.length} are published:\n${leaks.join('\n')}`).toBe(0);
});
