import { describe, expect, test } from 'vitest';
import {
  itemsOfBoth,
  lastGood,
  type StoredDocument,
  type StoredItems,
} from '../../../../functions/publish/rules/last-good.ts';
import { writeDocuments } from '../../../../functions/publish/rules/documents.ts';
import { renderItem } from '../../../../functions/publish/rules/items.ts';
import { type ArticleId, articleUri } from '../../../../shared/domain/identity.ts';
import type { ManifestEntry } from '../../../../shared/domain/manifest.ts';
import { formats } from '../../../../shared/formats/registry.ts';
import {
  at,
  CONTENT,
  decided,
  entryOf,
  FEED,
  headOf,
  headsOf,
  id,
  ids,
  manifestOf,
  NOW,
  stateOf,
} from '../fixture.ts';

const IMPRINT = {
  publisher: { name: 'The Desk', url: 'https://desk.example/' },
  feedsUrl: 'https://f.example',
};

/** The documents of a feed that shows these articles. */
function documentsOf(articles: readonly string[]) {
  const items = articles.map((article) => {
    const item = { entry: entryOf(article), content: CONTENT, link: 'https://desk.example/1' };
    const result = renderItem(item, FEED, IMPRINT);
    if (!result.ok) throw new Error(result.reason);
    return result.item;
  });
  const written = writeDocuments({ feed: FEED, items, updated: at(11), imprint: IMPRINT, audited: true });
  if (!written.ok) throw new Error(written.reason);
  return written.documents;
}

function itemsOf(articles: readonly string[]): StoredItems {
  const { rss, atom, json } = documentsOf(articles);
  return { rss: formats.rss.items(rss), atom: formats.atom.items(atom), json: formats.json.items(json) };
}

interface Situation {
  before: ManifestEntry[];
  stored: StoredItems;
  manifest: ManifestEntry[];
}

function lastGoodOf({ before, stored, manifest }: Situation) {
  const killed = headOf(id(0), { decisions: decided('kill') });
  const staying = new Set(manifest.flatMap(({ article, shown }) => (shown ? article : [])));
  const { publication, warnings } = lastGood({
    feed: FEED,
    before: stateOf(before, { updated: at(10) }),
    heads: headsOf(killed, ...ids(1, 4).map((article) => headOf(article))),
    manifest,
    stays: (article) => staying.has(article),
    stored,
    imprint: IMPRINT,
    now: NOW,
  });
  const texts = publication.documents
    .filter(({ key }) => !key.endsWith('.gz'))
    .map(({ document }) => Buffer.from(document.bytes).toString('utf8'));
  return { ...publication, texts, warnings };
}

const shownIn = (document: string): ArticleId[] =>
  ids(0, 4).filter((article) => document.includes(articleUri(article)));

describe('the last good documents', () => {
  test.each<[string, Situation, ArticleId[], ArticleId[]]>([
    [
      'keep what may stay',
      { before: manifestOf(ids(1, 3)), stored: itemsOf(ids(1, 3)), manifest: manifestOf(ids(1, 3), [id(3)]) },
      ids(1, 3),
      [],
    ],
    [
      'lose what may not stay',
      { before: manifestOf(ids(0, 3)), stored: itemsOf(ids(0, 3)), manifest: manifestOf(ids(1, 3)) },
      ids(1, 3),
      [id(0)],
    ],
    [
      'lose an item that the state does not show, because a publisher stopped before it put its documents',
      { before: manifestOf([id(1)]), stored: itemsOf(ids(0, 2)), manifest: manifestOf([id(1)]) },
      [id(1)],
      [],
    ],
  ])('%s', (_, situation, shown, removed) => {
    const { texts, state, warnings } = lastGoodOf(situation);
    for (const text of texts) expect(shownIn(text)).toEqual(shown);
    expect(state).toMatchObject({ rev: 5, manifest: situation.manifest, last: { added: [], removed } });
    expect(warnings).toEqual([]);
  });

  test('are, byte for byte, the documents that a full publication of the same items would be', () => {
    const { texts, state } = lastGoodOf({
      before: manifestOf(ids(0, 3)),
      stored: itemsOf(ids(0, 3)),
      manifest: manifestOf(ids(1, 3)),
    });
    expect(texts).toEqual(Object.values(documentsOf(ids(1, 3))));
    expect(state.updated).toBe(at(11));
  });

  test.each<[string, Partial<StoredItems>]>([
    ['missing', { atom: 'missing' }],
    ['no document of its format', { atom: 'broken' }],
    ['changed by hand', { atom: [{ id: articleUri(id(1)), text: '<entry>' }] }],
  ])('have no items in a document that is %s, and a warning names it', (_, broken) => {
    const { texts, warnings, state } = lastGoodOf({
      before: manifestOf(ids(0, 3)),
      stored: { ...itemsOf(ids(0, 3)), ...broken },
      manifest: manifestOf(ids(1, 3)),
    });
    expect(texts.map(shownIn)).toEqual([ids(1, 3), [], ids(1, 3)]);
    expect(state.last.removed).toEqual([id(0)]);
    expect(warnings).toMatchObject([{ facts: { feed: 'f' } }]);
  });
});

describe('documents without an item that stays', () => {
  const manifest = manifestOf([id(1)]);

  test.each<[string, StoredDocument]>([
    ['a publisher was stopped before it put the new item', itemsOf([id(0)]).atom],
    ['the document was empty, and a publisher was stopped before it put the new item', []],
  ])('have no warning: %s', (_, atom) => {
    const stored = { ...itemsOf(ids(0, 2)), atom };
    const { texts, warnings } = lastGoodOf({ before: manifestOf(ids(0, 2)), stored, manifest });
    expect(texts.map(shownIn)).toEqual([[id(1)], [], [id(1)]]);
    expect(warnings).toEqual([]);
  });
});

describe('of the plain and the compressed copy of a document', () => {
  const item = (number: number, text = 'text') => ({ id: articleUri(id(number)), text });

  test.each<[string, StoredDocument, StoredDocument, StoredDocument]>([
    ['that are equal', [item(1), item(2)], [item(2), item(1)], [item(1), item(2)]],
    ['with two texts of an item', [item(1), item(2)], [item(1), item(2, 'new')], [item(1)]],
    ['if the compressed copy has an item more', [item(1)], [item(1), item(2)], [item(1)]],
    ['if the plain copy has an item more', [item(1), item(2)], [item(1)], [item(1)]],
    ['if the compressed copy is missing', [item(1)], 'missing', []],
    ['if the compressed copy is broken', [item(1)], 'broken', []],
    ['if the plain copy is missing', 'missing', [item(1)], 'missing'],
    ['if the plain copy is broken', 'broken', [item(1)], 'broken'],
  ])('only the items are used that both show with the same text: %s', (_, plain, packed, expected) => {
    expect(itemsOfBoth(plain, packed)).toEqual(expected);
  });
});
