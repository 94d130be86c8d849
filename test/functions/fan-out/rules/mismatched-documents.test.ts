import { expect, test } from 'vitest';
import { mismatchedFeeds } from '../../../../functions/fan-out/rules/mismatched-documents.ts';
import type { FeedId } from '../../../../shared/domain/identity.ts';
import { feedIdOf } from '../../../support/ids.ts';

const F = feedIdOf('f');
const documents = { 'feeds/f/rss.xml': '"1"', 'feeds/f/rss.xml.gz': '"2"' };
const settled = { rev: 3, settled: 3, documents };

interface Case {
  name: string;
  committed?: { rev: number; settled: number; documents: Record<string, string> };
  stored?: Record<string, string>;
  isMismatched: boolean;
}

test.each<Case>([
  { name: 'all documents are in place', committed: settled, stored: documents, isMismatched: false },
  {
    name: 'its rev is not settled',
    committed: { ...settled, rev: 4 },
    stored: documents,
    isMismatched: true,
  },
  {
    name: 'one document has other bytes',
    committed: settled,
    stored: { ...documents, 'feeds/f/rss.xml': '"9"' },
    isMismatched: true,
  },
  {
    name: 'one document is missing',
    committed: settled,
    stored: { 'feeds/f/rss.xml': '"1"' },
    isMismatched: true,
  },
  { name: 'no document is stored', committed: settled, isMismatched: true },
  {
    name: 'there is one document too many',
    committed: settled,
    stored: { ...documents, 'feeds/f/atom.xml': '"3"' },
    isMismatched: true,
  },
  { name: 'it has neither a state nor documents', isMismatched: false },
  { name: 'it has documents and no state', stored: documents, isMismatched: true },
  {
    name: 'it is retired and its documents are removed',
    committed: { ...settled, documents: {} },
    isMismatched: false,
  },
])('a feed is mismatched: $isMismatched, if $name', ({ committed, stored, isMismatched }) => {
  const states = new Map(committed ? [[F, committed]] : []);
  const found = new Map(stored ? [[F, stored]] : []);
  expect(mismatchedFeeds([F], states, found)).toEqual(isMismatched ? ['f'] : []);
});

test('a feed that is not in the configuration is found by its stored documents', () => {
  const states = new Map([[F, settled]]);
  const stored = new Map<FeedId, Record<string, string>>([
    [F, documents],
    [feedIdOf('retired'), { 'feeds/retired/rss.xml': '"1"' }],
  ]);
  expect(mismatchedFeeds([F], states, stored)).toEqual(['retired']);
});
