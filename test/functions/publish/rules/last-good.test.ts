import { expect, test } from 'vitest';
import { lastGoodWithoutRemovals } from '../../../../functions/publish/rules/last-good.ts';
import { writeDocuments } from '../../../../functions/publish/rules/documents.ts';
import { renderItem } from '../../../../functions/publish/rules/items.ts';
import { type ArticleId, articleUri } from '../../../../shared/domain/identity.ts';
import type { ManifestEntry } from '../../../../shared/domain/manifest.ts';
import { CONTENT, entryOf, FEED, id, ids, manifestOf, stateOf } from '../fixture.ts';

const IMPRINT = {
  publisher: { name: 'The Desk', url: 'https://desk.example/' },
  feedsUrl: 'https://f.example',
};

/** The stored documents of a feed that shows these articles. */
function documentsOf(articles: string[]) {
  const items = articles.map((article) => {
    const item = { entry: entryOf(article), content: CONTENT, link: 'https://desk.example/1' };
    const result = renderItem(item, FEED, IMPRINT);
    if (!result.ok) throw new Error(result.reason);
    return result.item;
  });
  const written = writeDocuments({ feed: FEED, items, updated: undefined, imprint: IMPRINT });
  if (!written.ok) throw new Error(written.reason);
  return written.documents;
}

interface Case {
  name: string;
  before: ManifestEntry[];
  /** Articles in the stored documents. The default is the articles that the state shows. */
  stored?: string[];
  manifest: ManifestEntry[];
  kept?: ArticleId[];
  shown: string[];
  reserve: string[];
  removed: string[];
}

test.each<Case>([
  {
    name: 'an article that is still in the manifest stays, and a new article waits in the reserve',
    before: manifestOf(ids(0, 2)),
    manifest: manifestOf(ids(0, 3)),
    shown: ids(0, 2),
    reserve: [id(2)],
    removed: [],
  },
  {
    name: 'an article that is no longer in the manifest is removed',
    before: manifestOf(ids(0, 2)),
    manifest: manifestOf([id(1)]),
    shown: [id(1)],
    reserve: [],
    removed: [id(0)],
  },
  {
    name: 'an article in `kept` stays although it is no longer in the manifest',
    before: manifestOf(ids(0, 2)),
    manifest: manifestOf([id(1)]),
    kept: [id(0)],
    shown: ids(0, 2),
    reserve: [],
    removed: [],
  },
  {
    name: 'an article that moved to the reserve stays in the documents',
    before: manifestOf(ids(0, 2)),
    manifest: manifestOf([id(1)], [id(0)]),
    shown: ids(0, 2),
    reserve: [],
    removed: [],
  },
  {
    name: 'of an earlier rev an article is removed if the state no longer shows it',
    before: manifestOf([id(0)]),
    stored: ids(0, 2),
    manifest: manifestOf([id(0)]),
    shown: [id(0)],
    reserve: [],
    removed: [],
  },
])('in the last good documents $name', ({ before, stored, manifest, kept = [], shown, reserve, removed }) => {
  const documents = documentsOf(stored ?? before.map(({ article }) => article));
  const lastGood = lastGoodWithoutRemovals({ before: stateOf(before), manifest, kept, documents });
  const isShown = (wanted: boolean) =>
    lastGood.manifest.filter((entry) => entry.shown === wanted).map(({ article }) => article);
  expect(isShown(true).toSorted()).toEqual(shown);
  expect(isShown(false)).toEqual(reserve);
  expect(lastGood.removed).toEqual(removed);
  for (const document of Object.values(lastGood.documents))
    expect(ids(0, 4).filter((article) => document.includes(articleUri(article)))).toEqual(shown);
});
