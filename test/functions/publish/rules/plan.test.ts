import { describe, expect, test } from 'vitest';
import type { StoredItems } from '../../../../functions/publish/rules/last-good.ts';
import type { Documents } from '../../../../functions/publish/rules/documents.ts';
import { createFragmentCache } from '../../../../functions/publish/rules/fragment-cache.ts';
import type { FragmentCache } from '../../../../functions/publish/rules/items.ts';
import { chooseEntries } from '../../../../functions/publish/rules/manifest.ts';
import { planLastGood, type PlanInput, planPublication } from '../../../../functions/publish/rules/plan.ts';
import type { Publication } from '../../../../functions/publish/rules/publication.ts';
import type { ArticleContent, Head } from '../../../../shared/domain/article.ts';
import type { StoredConfiguration } from '../../../../shared/contract/configuration.ts';
import { articleUri } from '../../../../shared/domain/identity.ts';
import { formats } from '../../../../shared/formats/registry.ts';
import { feedIdOf } from '../../../support/ids.ts';
import {
  at,
  CONTENT,
  decided,
  entryOf,
  FEED,
  feedOfItems,
  headOf,
  headsOf,
  id,
  ids,
  NOW,
  stateOf,
  UNWRITABLE,
} from '../fixture.ts';

const CONFIGURATION: StoredConfiguration = {
  publisher: { name: 'The Desk', url: 'https://desk.example/', language: 'en' },
  feedsUrl: 'https://feeds.desk.example/',
  sources: [],
  partnerFeeds: [],
  channels: [],
};

/** A cache that returns items which do not pass the gate. */
const BROKEN_ITEMS: FragmentCache = {
  get: (_, render) => {
    const result = render();
    if (!result.ok) return result;
    return { ok: true, item: { ...result.item, fragments: { rss: '<item>', atom: '', json: '' } } };
  },
};

interface Situation extends Partial<PlanInput> {
  articles?: Head[];
  contentOf?: (article: string) => ArticleContent;
}

/** The input of a plan for a feed that may hold these articles. */
function inputOf({ articles = [], contentOf = () => CONTENT, ...more }: Situation): PlanInput {
  const { feed = FEED } = more;
  const entries = chooseEntries(articles, feed, NOW);
  return {
    feed,
    state: undefined,
    touched: articles.map(({ article }) => article),
    heads: headsOf(...articles),
    entries,
    contents: new Map(entries.map(({ article }) => [article, contentOf(article)])),
    unreadable: new Map(),
    configuration: CONFIGURATION,
    lossesAllowedUntil: undefined,
    fragments: createFragmentCache(100),
    now: NOW,
    ...more,
  };
}

const heads = (from: number, to: number, options?: Parameters<typeof headOf>[1]): Head[] =>
  ids(from, to).map((article) => headOf(article, options));

function published(situation: Situation): Publication {
  const plan = planPublication(inputOf(situation));
  if (!plan.ok) throw new Error(plan.stop.reason);
  return plan.publication;
}

const asText = ({ documents }: Publication, file: string): string =>
  Buffer.from(documents.find(({ key }) => key.endsWith(file))?.document.bytes ?? []).toString('utf8');

/** The documents of a publication, as they are stored. */
const storedOf = (publication: Publication): Documents => ({
  rss: asText(publication, 'rss.xml'),
  atom: asText(publication, 'atom.xml'),
  json: asText(publication, 'feed.json'),
});

/** The articles that a publication shows. Checks that they are the same in each of its documents. */
function shownIn(publication: Publication): string[] {
  const found = Object.values(storedOf(publication)).map((document) =>
    ids(0, 30).filter((article) => document.includes(articleUri(article))),
  );
  expect(new Set(found.map((one) => one.join())).size).toBe(1);
  return found[0] ?? [];
}

describe('the first publication of a feed', () => {
  const publication = published({ articles: heads(0, 2) });

  test('has rev 1, which is not settled, and the ETags of its documents', () => {
    const { state, documents } = publication;
    expect(state).toMatchObject({ rev: 1, settled: 0, updated: at(9) });
    expect(state.documents).toEqual(Object.fromEntries(documents.map(({ key, etag }) => [key, etag])));
    expect(documents).toHaveLength(6);
  });

  test('shows the articles and logs them as added', () => {
    expect(shownIn(publication)).toEqual(ids(0, 2));
    expect(publication.state.manifest).toEqual(ids(0, 2).map((article) => entryOf(article)));
    const last = { at: NOW, added: ids(0, 2), changed: [], removed: [], withheld: [] };
    expect(publication.state.last).toEqual(last);
  });

  test('is the same in every call with equal arguments', () => {
    expect(published({ articles: heads(0, 2) })).toEqual(publication);
  });
});

describe('the next publication', () => {
  const before = published({ articles: heads(0, 3) }).state;

  test('shows as many articles as the channel allows, and keeps more in its reserve', () => {
    const { state } = published({ articles: heads(0, 6), feed: feedOfItems(2) });
    expect(state.manifest.map(({ article, shown }) => [article, shown])).toEqual([
      [id(0), true],
      [id(1), true],
      [id(2), false],
      [id(3), false],
    ]);
  });

  test('removes a killed article and logs it as killed', () => {
    const killed = headOf(id(1), { decisions: decided('kill') });
    const publication = published({ articles: [headOf(id(0)), killed, headOf(id(2))], state: before });
    expect(shownIn(publication)).toEqual([id(0), id(2)]);
    expect(publication.state).toMatchObject({
      rev: 2,
      updated: at(11),
      last: { removed: [id(1)], killed: [id(1)] },
    });
  });

  test('logs a withdrawal that the feed inherits, and keeps the article in `withdrawnFor`', () => {
    const killed = headOf(id(9), { decisions: decided('kill') });
    const feed = { ...FEED, inherits: [feedIdOf('old')] };
    const { state } = published({ feed, articles: [...heads(0, 3), killed], state: before });
    expect(state.last).toMatchObject({ removed: [id(9)], killed: [id(9)] });
    expect(state.withdrawnFor).toEqual([id(9)]);
  });

  test('leaves out an article that cannot be rendered, and warns', () => {
    const contentOf = (article: string): ArticleContent => (article === id(1) ? UNWRITABLE : CONTENT);
    const plan = planPublication(inputOf({ articles: heads(0, 3), contentOf, state: before }));
    const withheld = [{ article: id(1), reason: expect.any(String) }];
    expect(plan).toMatchObject({
      ok: true,
      publication: { state: { last: { removed: [id(1)], withheld } } },
      warnings: [{ facts: { feed: 'f', withheld } }],
    });
    expect(plan.warnings[0]).not.toHaveProperty('metric');
  });
});

describe('a feed that would lose most of its items', () => {
  const first = published({ articles: heads(0, 8) });
  const lost = ids(3, 8);
  const situation: Situation = {
    articles: [...heads(0, 3), ...heads(3, 8, { source: 'wire' })],
    state: first.state,
  };

  test('is held, and a warning increases the metric FeedsHeld', () => {
    expect(planPublication(inputOf(situation))).toMatchObject({
      ok: false,
      stop: { held: { since: NOW, lost } },
      warnings: [{ metric: 'FeedsHeld', facts: { feed: 'f', lost: 5 } }],
    });
  });

  test.each<[string, string | undefined, boolean]>([
    ['stays held, and the start of the hold stays the same', undefined, true],
    ['stays held if a person allowed only the losses of an earlier hold', at(9), true],
    ['is published if a person allowed the losses after the hold began', at(11), false],
  ])('%s', (_, lossesAllowedUntil, isHeld) => {
    const state = { ...first.state, held: { since: at(10), lost } };
    const plan = planPublication(inputOf({ ...situation, state, lossesAllowedUntil }));
    expect(plan.ok ? undefined : plan.stop.held?.since).toBe(isHeld ? at(10) : undefined);
    if (plan.ok) expect(plan.publication.state).not.toHaveProperty('held');
  });

  test('keeps the items in its last good documents, except for killed items', () => {
    const killed = headOf(id(0), { decisions: decided('kill') });
    const input = inputOf({ ...situation, articles: [killed, ...(situation.articles ?? []).slice(1)] });
    const plan = planPublication(input);
    if (plan.ok) throw new Error('the feed is not held');
    const lastGood = lastGoodOf(input, first, plan.stop);
    expect(shownIn(lastGood)).toEqual(ids(1, 8));
    expect(lastGood.state).toMatchObject({
      rev: 2,
      held: { since: NOW, lost },
      updated: at(11),
      last: { added: [], removed: [id(0)], killed: [id(0)] },
    });
    expect(lastGood.state.manifest.filter(({ shown }) => shown)).toHaveLength(7);
  });
});

describe('a feed whose documents do not pass the gate', () => {
  const committed = published({ articles: heads(0, 3) });
  // The documents after this rev are audited.
  const first = { ...committed, state: { ...committed.state, rev: 20 } };

  test('is not published with them, and a warning increases the metric GateStops', () => {
    const plan = planPublication(inputOf({ articles: heads(0, 4), fragments: BROKEN_ITEMS }));
    const reason = expect.stringMatching(/^rss: /);
    expect(plan).toMatchObject({
      ok: false,
      stop: { reason },
      warnings: [{ metric: 'GateStops', facts: { feed: 'f', reason } }],
    });
  });

  test('keeps its last good documents: new articles wait, and articles that must not show are removed', () => {
    const articles = [headOf(id(0)), headOf(id(1), { decisions: decided('hold') }), ...heads(2, 4)];
    const input = inputOf({ articles, state: first.state, fragments: BROKEN_ITEMS });
    const plan = planPublication(input);
    if (plan.ok) throw new Error('the documents passed the gate');
    const lastGood = lastGoodOf(input, first, plan.stop);
    expect(shownIn(lastGood)).toEqual([id(0), id(2)]);
    expect(lastGood.state.manifest.map(({ article, shown }) => [article, shown])).toEqual([
      [id(0), true],
      [id(2), true],
      [id(3), false],
    ]);
    const reasons = { held: [id(1)] };
    const last = { at: NOW, added: [], changed: [], removed: [id(1)], reasons, withheld: [] };
    expect(lastGood.state.last).toEqual(last);
    expect(lastGood.state).not.toHaveProperty('held');
  });

  test('is recorded as stopped since the first stop, until its documents pass the gate', () => {
    const articles = heads(0, 4);
    const input = inputOf({ articles, state: first.state, fragments: BROKEN_ITEMS });
    const plan = planPublication(input);
    if (plan.ok) throw new Error('the documents passed the gate');
    const { state } = lastGoodOf(input, first, plan.stop);
    expect(state.stopped).toEqual({ since: NOW, reason: plan.stop.reason });

    const since = at(9);
    const stopped = { ...state, stopped: { since, reason: 'rss: earlier' } };
    const again = planPublication(inputOf({ articles, state: stopped, fragments: BROKEN_ITEMS }));
    expect(again).toMatchObject({ ok: false, stop: { stopped: { since, reason: plan.stop.reason } } });

    const mended = planPublication(inputOf({ articles, state: stopped }));
    expect(mended.ok && shownIn(mended.publication)).toEqual(ids(0, 4));
    expect(mended.ok && mended.publication.state).not.toHaveProperty('stopped');
  });
});

function lastGoodOf(input: PlanInput, stored: Publication, stop: Parameters<typeof planLastGood>[0]['stop']) {
  return planLastGood({ ...input, state: stored.state, stop, stored: itemsOf(storedOf(stored)) }).publication;
}

const itemsOf = (documents: Documents): StoredItems => ({
  rss: formats.rss.items(documents.rss),
  atom: formats.atom.items(documents.atom),
  json: formats.json.items(documents.json),
});

test('a feed that never showed an item has no date; a feed that is empty now keeps its date', () => {
  expect(published({}).state).not.toHaveProperty('updated');
  expect(published({ state: stateOf([], { updated: at(10) }) }).state.updated).toBe(at(10));
});
