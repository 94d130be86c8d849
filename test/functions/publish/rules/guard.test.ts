import { describe, expect, test } from 'vitest';
import type { Head } from '../../../../shared/domain/article.ts';
import type { ActionName } from '../../../../shared/domain/decision.ts';
import type { Feed } from '../../../../shared/domain/feed.ts';
import type { FeedState, ManifestEntry } from '../../../../shared/domain/manifest.ts';
import { PUBLIC_TERMS } from '../../../../shared/domain/terms.ts';
import { mustBeHeld, unexplainedLosses } from '../../../../functions/publish/rules/guard.ts';

const NOW = '2026-04-13T09:00:00.000Z';
const ids = (from: number, to: number): string[] =>
  Array.from({ length: to - from }, (_, at) => `a${from + at}`);

const channel = { id: 'news', title: 'News', link: 'https://desk.example/', items: 10, public: true };
const feed: Feed = {
  ...{ id: 'f', profile: 'standard', terms: PUBLIC_TERMS, inherits: [] },
  channel: { ...channel, select: { source: 'desk' } },
};

function head(article: string, source = 'desk', decided?: ActionName): Head {
  const facts = { source, language: 'en', subjects: [], genres: [], places: [], headline: article };
  const current = { version: '1', contentHash: 'h', pubstatus: 'usable' as const, facts };
  const instants = { changed: NOW, received: NOW, created: NOW };
  const decision = { action: decided ?? 'kill', at: NOW, by: 'Jane Roe', receipt: 'r' };
  return {
    ...{ article, source, declaredId: article, current: { ...current, ...instants } },
    ...(decided === 'kill' && { decisions: { kill: decision } }),
    ...(decided === 'withdraw' && { decisions: { 'withdrawal:news': { ...decision, target: 'news' } } }),
  };
}

const entries = (shown: readonly string[], reserve: readonly string[] = []): ManifestEntry[] =>
  [...shown, ...reserve].map((article, at) => ({
    ...{ article, version: '1', contentHash: 'h', released: NOW, changed: NOW },
    shown: at < shown.length,
  }));

function stateOf(manifest: ManifestEntry[]): FeedState {
  const last = { at: NOW, added: [], changed: [], removed: [], withheld: [] };
  return { ...{ rev: 1, settled: 1, documents: {} }, manifest, last };
}

interface Case {
  is: string;
  before: string[];
  after: ManifestEntry[];
  heads?: Head[];
  withheld?: string[];
  lost: string[];
  held: boolean;
}

const CASES: Case[] = [
  { is: 'nothing happened', before: ids(0, 8), after: entries(ids(0, 8)), lost: [], held: false },
  {
    ...{ is: 'a burst of newer ones takes all places', before: ids(0, 8) },
    ...{ after: entries(ids(100, 110), ids(110, 120)), lost: [], held: false },
  },
  {
    ...{ is: 'the selector has no place for most', before: ids(0, 8), after: entries(ids(0, 3)) },
    heads: ids(3, 8).map((id) => head(id, 'wire')),
    ...{ lost: ids(3, 8), held: true },
  },
  {
    ...{ is: 'the selector has others instead', before: ids(0, 8), after: entries(ids(100, 108)) },
    heads: ids(0, 8).map((id) => head(id, 'wire')),
    ...{ lost: ids(0, 8), held: true },
  },
  {
    ...{ is: 'there are fewer places', before: ids(0, 8) },
    ...{ after: entries(ids(0, 3), ids(3, 6)), lost: ids(3, 8), held: true },
  },
  {
    ...{ is: 'most are killed', before: ids(0, 8), after: entries(ids(0, 2)) },
    heads: ids(2, 8).map((id) => head(id, 'desk', 'kill')),
    ...{ lost: [], held: false },
  },
  {
    ...{ is: 'most are withdrawn from here', before: ids(0, 8), after: entries(ids(0, 2)) },
    heads: ids(2, 8).map((id) => head(id, 'desk', 'withdraw')),
    ...{ lost: [], held: false },
  },
  {
    ...{ is: 'half are killed and the reserve steps in', before: ids(0, 8), after: entries(ids(4, 12)) },
    heads: ids(0, 4).map((id) => head(id, 'desk', 'kill')),
    ...{ lost: [], held: false },
  },
  {
    ...{ is: 'most cannot be rendered', before: ids(0, 8) },
    ...{ after: entries(ids(0, 3), ids(3, 8)), withheld: ids(3, 8), lost: ids(3, 8), held: true },
  },
  {
    ...{ is: 'half goes, not more', before: ids(0, 8), after: entries(ids(0, 4)) },
    heads: ids(4, 8).map((id) => head(id, 'wire')),
    ...{ lost: ids(4, 8), held: false },
  },
  {
    ...{ is: 'a feed of three loses all', before: ids(0, 3), after: [] },
    heads: ids(0, 3).map((id) => head(id, 'wire')),
    ...{ lost: ids(0, 3), held: false },
  },
];

describe('what a feed would lose', () => {
  test.each(CASES)('$is', ({ before, after, heads = [], withheld = [], lost, held }) => {
    const known = new Map([...before, ...ids(0, 120)].map((id) => [id, head(id)]));
    for (const one of heads) known.set(one.article, one);
    const state = stateOf(entries(before));
    const left = withheld.map((article) => ({ article, reason: 'rss: not well-formed' }));
    const found = unexplainedLosses({
      before: state,
      manifest: after,
      withheld: left,
      heads: known,
      feed,
      now: NOW,
    });
    expect(found).toEqual(lost);
    expect(mustBeHeld(state, found)).toBe(held);
  });
});
