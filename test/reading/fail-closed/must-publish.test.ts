import { expect, test } from 'vitest';
import type { Drafted } from '../../../shared/reading/draft/draft.ts';
import { MUST_PUBLISH } from './must-publish.ts';
import { lineOf, publishedOf, readRow } from './publishable.ts';
import type { NearMiss } from './row.ts';

/** Letters, marks and digits only, so that neither quotation marks nor tags nor character references count. */
const bare = (text: string): string =>
  text
    .replace(/<[^<>]*>|&#?\w{1,8};/g, ' ')
    .normalize('NFKC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '')
    .toLowerCase();

function whyNotPublished(drafted: readonly Drafted[]): string {
  const [first] = drafted;
  if (first === undefined) return 'nothing came out';
  if (!first.ok) return `rejected: ${first.rejection.code} ${first.rejection.detail}`;
  const { pubstatus, doubt, content } = first.draft;
  return [pubstatus, doubt?.code, doubt?.detail, content.embargoed].filter(Boolean).join(', ');
}

/** What is wrong with a row; undefined if it is published whole. */
function faultOf(row: NearMiss): string | undefined {
  const drafted = readRow(row);
  const [published] = publishedOf(drafted);
  if (published === undefined) return whyNotPublished(drafted);
  const { headline, body } = published.content;
  const whole = bare(`${headline} ${body}`);
  if (!whole.includes(bare(row.headline))) return `the headline is lost, it is now: ${headline}`;
  return whole.includes(bare(row.sentence)) ? undefined : 'the sentence is lost';
}

test('the table is as broad as it claims', () => {
  expect(MUST_PUBLISH.length).toBeGreaterThanOrEqual(400);
  expect(new Set(MUST_PUBLISH.map(({ language }) => language)).size).toBeGreaterThanOrEqual(20);
  expect(new Set(MUST_PUBLISH.map(({ text }) => text)).size).toBe(MUST_PUBLISH.length);
});

test('at least 97 of 100 stories that only mention such words are published whole', () => {
  const misses = MUST_PUBLISH.flatMap((row) => {
    const fault = faultOf(row);
    return fault === undefined ? [] : [lineOf(row, fault)];
  });
  const message = `${misses.length} of ${MUST_PUBLISH.length} are not:\n${misses.join('\n')}`;
  expect(misses.length, message).toBeLessThanOrEqual(MUST_PUBLISH.length * 0.03);
});
