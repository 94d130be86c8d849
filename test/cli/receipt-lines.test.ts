import { expect, test } from 'vitest';
import { linesOfReceipt } from '../../cli/receipt-lines.ts';
import { articleIdOf, asInstant, receiptIdOf } from '../support/ids.ts';

test('a receipt is printed with its whole reason, its notes and the text that was removed', () => {
  const reason = `the date is not valid: ${'31 February, '.repeat(12)}and so on`;
  const facts = { title: 'A title', removed: [], notes: [], channels: [] };
  const lines = linesOfReceipt({
    receipt: receiptIdOf('r1'),
    source: 'desk',
    receivedAt: asInstant('2026-04-13T00:00:00.000Z'),
    mediaType: 'text/plain',
    bytes: 12,
    done: true,
    outcomes: [
      {
        ...facts,
        item: 0,
        outcome: 'stored',
        article: articleIdOf('a1'),
        notes: ['the id is derived'],
        removed: ['Read also: 橋'],
      },
      { ...facts, item: 1, outcome: 'rejected', code: 'FIELD_TYPE', reason },
    ],
  });
  const [, , first, ...rest] = lines;
  expect(first).toBe('0  stored  a1');
  expect(rest.slice(0, 3)).toEqual([
    '    A title',
    '    note: the id is derived',
    '    removed: Read also: 橋',
  ]);
  expect(lines.join(' ').replaceAll(/\s+/g, ' ')).toContain(reason);
  expect(lines.filter((line) => line.length > 100)).toEqual([]);
});
