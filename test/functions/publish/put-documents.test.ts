import { expect, test } from 'vitest';
import { putDocuments } from '../../../functions/publish/put-documents.ts';
import type { WantedDocument } from '../../../functions/publish/rules/documents.ts';
import { etagOf, memoryDocumentStore } from '../../support/memory/document-store.ts';

const KEYS = ['feeds/f/rss.xml', 'feeds/f/atom.xml'];

const documentOf = (text: string) => ({ bytes: Buffer.from(text), mediaType: 'application/xml' });
const wantedOf = (key: string): WantedDocument => ({
  key,
  etag: etagOf(Buffer.from('new')),
  document: documentOf('new'),
});

interface Case {
  name: string;
  /**
   * The text of each stored document: `read` when its ETag was read, `now` when `putDocuments` runs. Undefined if
   * there is no document at that time.
   */
  documents: { read?: string; now?: string }[];
  result: Awaited<ReturnType<typeof putDocuments>>;
  puts: number;
  /** The text of each stored document after `putDocuments` has run. */
  after: string[];
}

test.each<Case>([
  { name: 'no documents are stored yet', documents: [{}, {}], result: 'put', puts: 2, after: ['new', 'new'] },
  {
    name: 'all documents are in place',
    documents: [
      { read: 'new', now: 'new' },
      { read: 'new', now: 'new' },
    ],
    result: 'in place',
    puts: 0,
    after: ['new', 'new'],
  },
  {
    name: 'one stored document differs from the new one',
    documents: [
      { read: 'old', now: 'old' },
      { read: 'new', now: 'new' },
    ],
    result: 'put',
    puts: 1,
    after: ['new', 'new'],
  },
  {
    name: 'another publisher has put the same bytes',
    documents: [
      { read: 'old', now: 'new' },
      { read: 'old', now: 'old' },
    ],
    result: 'put',
    puts: 1,
    after: ['new', 'new'],
  },
  {
    name: 'another publisher has put other bytes',
    documents: [
      { read: 'old', now: 'other' },
      { read: 'old', now: 'old' },
    ],
    result: 'overtaken',
    puts: 1,
    after: ['other', 'new'],
  },
  {
    name: 'no documents were stored and another publisher has put one',
    documents: [{ now: 'other' }, {}],
    result: 'overtaken',
    puts: 1,
    after: ['other', 'new'],
  },
  {
    name: 'somebody has removed a document since its ETag was read',
    documents: [{ read: 'old' }, { read: 'new', now: 'new' }],
    result: 'overtaken',
    puts: 0,
    after: ['', 'new'],
  },
])('the result is "$result" if $name', async ({ documents, result, puts, after }) => {
  let written = 0;
  const store = memoryDocumentStore(() => written++);
  const stored = new Map<string, string | undefined>();
  for (const [index, key] of KEYS.entries()) {
    const { read, now } = documents[index] ?? {};
    if (now !== undefined) await store.put(key, documentOf(now), undefined);
    stored.set(key, read === undefined ? undefined : etagOf(Buffer.from(read)));
  }
  written = 0;
  expect(await putDocuments(KEYS.map(wantedOf), stored, store)).toBe(result);
  expect(written).toBe(puts);
  const texts = await Promise.all(
    KEYS.map(async (key) => Buffer.from((await store.get(key)) ?? []).toString('utf8')),
  );
  expect(texts).toEqual(after);
});
