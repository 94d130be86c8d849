import { expect } from 'vitest';
import type { ArticleContent, Head, Revision } from '../../shared/domain/article.ts';
import type { Decision } from '../../shared/domain/decision.ts';
import type { ArticleId, ReceiptId } from '../../shared/domain/identity.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import { articleIdOf, asInstant, feedIdOf, receiptIdOf } from '../support/ids.ts';
import { type Contract, fresh, instant } from './contract.ts';

export const contentOf = (headline: string): ArticleContent => ({
  headline,
  bylines: [{ name: '張三', role: '記者' }],
  language: 'zh-Hant',
  body: `<p>${headline}</p>`,
  subjects: [],
  genres: [],
  places: [],
  associations: [],
});
export const revisionOf = (article: ArticleId, version: string, contentHash: string): Revision => ({
  article,
  version,
  contentHash,
  pubstatus: 'usable',
  receivedAt: instant(0),
  versioncreated: instant(0),
  source: 'desk',
  declaredId: 'one',
  receipt: receiptIdOf('r'),
  rawKey: 'raw/desk/r',
  removed: [],
  notes: [],
});
export const decisionOf = (at: Instant, receipt: ReceiptId): Decision => ({
  action: 'kill',
  at,
  receipt,
  by: 'Jane Roe',
});
export const headOf = (article: ArticleId, firstSeen: Instant): Head => ({
  article,
  source: 'desk',
  declaredId: 'one',
  firstSeen,
});

export const articleContract: Contract = {
  'a revision and its contents are stored once; a second write changes nothing': async ({ articles }) => {
    const article = articleIdOf(fresh());
    const first = revisionOf(article, 'v1', 'h1');
    await articles.putRevision(first, contentOf('First'));
    await articles.putRevision({ ...first, notes: ['again'] }, contentOf('Other'));
    expect(await articles.revisions(article, 10)).toEqual([first]);
    const contents = await articles.contents([{ article, contentHash: 'h1' }]);
    expect(contents).toEqual(new Map([[article, contentOf('First')]]));
  },

  'revisions are read newest first, in pages that neither repeat nor omit a revision': async ({
    articles,
  }) => {
    const [article, other] = [articleIdOf(fresh()), articleIdOf(fresh())];
    const versions = ['v3', 'v1', 'v5', 'v2', 'v4'];
    for (const version of versions)
      await articles.putRevision(revisionOf(article, version, 'h'), contentOf('A'));
    await articles.putRevision(revisionOf(other, 'v9', 'h'), contentOf('B'));
    const page = async (limit: number, before?: string): Promise<string[]> =>
      (await articles.revisions(article, limit, before)).map(({ version }) => version);
    expect(await page(10)).toEqual(['v5', 'v4', 'v3', 'v2', 'v1']);
    expect(await page(2)).toEqual(['v5', 'v4']);
    expect(await page(2, 'v4')).toEqual(['v3', 'v2']);
    expect(await page(2, 'v2')).toEqual(['v1']);
    expect(await page(2, 'v35')).toEqual(['v3', 'v2']);
    expect(await page(2, 'v1')).toEqual([]);
    expect(await articles.revisions(articleIdOf(fresh()), 10)).toEqual([]);
  },

  'contents are found by article and hash; the answer omits contents that are not stored': async ({
    articles,
  }) => {
    const [a, b, c] = [articleIdOf(fresh()), articleIdOf(fresh()), articleIdOf(fresh())];
    for (const article of [a, b])
      await articles.putRevision(revisionOf(article, 'v1', 'h'), contentOf(article));
    const wanted = [
      { article: a, contentHash: 'h' },
      { article: b, contentHash: 'other' },
      { article: c, contentHash: 'h' },
    ];
    expect(await articles.contents(wanted)).toEqual(new Map([[a, contentOf(a)]]));
    expect(await articles.contents([])).toEqual(new Map());
  },

  'contents that are too large for one row of the table are stored too': async ({ articles }) => {
    const article = articleIdOf(fresh());
    const large = { ...contentOf('Large'), body: `<p>${randomText(900_000)}</p>` };
    await articles.putRevision(revisionOf(article, 'v1', 'large'), large);
    const found = await articles.contents([{ article, contentHash: 'large' }]);
    expect(found.get(article)?.body === large.body).toBe(true);
  },

  'a decision is stored once; decisions are read latest first': async ({ articles }) => {
    const article = articleIdOf(fresh());
    const made = [
      decisionOf(instant(1), receiptIdOf('a')),
      decisionOf(instant(3), receiptIdOf('b')),
      decisionOf(instant(1), receiptIdOf('c')),
    ];
    for (const decision of made) await articles.putDecision(article, decision);
    await articles.putDecision(article, { ...decisionOf(instant(3), receiptIdOf('b')), by: 'John Doe' });
    expect(await articles.decisions(article, 10)).toEqual([made[1], made[2], made[0]]);
    expect(await articles.decisions(article, 1)).toEqual([made[1]]);
    expect(await articles.decisions(articleIdOf(fresh()), 10)).toEqual([]);
  },

  'two decisions of one submission are both stored, each once': async ({ articles }) => {
    const article = articleIdOf(fresh());
    const kill = decisionOf(instant(1), receiptIdOf('r'));
    const hold = { ...kill, action: 'hold' as const };
    for (const decision of [kill, hold, kill, hold]) await articles.putDecision(article, decision);
    expect(await articles.decisions(article, 10)).toEqual([kill, hold]);
  },

  'a head is replaced only if it did not change since it was read; the next read returns the new head':
    async ({ articles }) => {
      const article = articleIdOf(fresh());
      const [first, second, third] = [
        headOf(article, asInstant('a')),
        headOf(article, asInstant('b')),
        headOf(article, asInstant('c')),
      ];
      const before = await articles.head(article);
      expect(before).toEqual({ head: undefined, token: 0 });
      expect(await articles.putHead(first, 0)).toBe('written');
      expect(await articles.putHead(second, 0)).toBe('refused');
      const { head, token } = await articles.head(article);
      expect(head).toEqual(first);
      expect(await articles.putHead(second, token)).toBe('written');
      expect(await articles.putHead(third, token)).toBe('refused');
      expect((await articles.head(article)).head).toEqual(second);
      expect(await articles.heads([article])).toEqual(new Map([[article, second]]));
    },

  'of several writes of a head at the same time, only one succeeds': async ({ articles }) => {
    const article = articleIdOf(fresh());
    const heads = ['a', 'b', 'c', 'd'].map((name) => headOf(article, asInstant(name)));
    const written = await Promise.all(heads.map((head) => articles.putHead(head, 0)));
    expect(written.filter((answer) => answer === 'written')).toHaveLength(1);
    const winner = heads[written.indexOf('written')];
    expect((await articles.head(article)).head).toEqual(winner);
  },

  'one call reads any number of heads; repeated and unknown ids are allowed': async ({ articles }) => {
    const known = Array.from({ length: 120 }, () => articleIdOf(fresh()));
    await Promise.all(known.map((article) => articles.putHead(headOf(article, asInstant('a')), 0)));
    const heads = await articles.heads([...known, ...known, articleIdOf(fresh())]);
    expect([...heads.keys()].toSorted()).toEqual(known.toSorted());
    expect(await articles.heads([])).toEqual(new Map());
  },

  'feeds are added to the reach of an article and never removed from it': async ({ articles }) => {
    const [article, other] = [articleIdOf(fresh()), articleIdOf(fresh())];
    await Promise.all([
      articles.extendReach(article, [feedIdOf('f1'), feedIdOf('f2')]),
      articles.extendReach(article, [feedIdOf('f3')]),
    ]);
    await articles.extendReach(article, [feedIdOf('f2')]);
    await articles.extendReach(article, []);
    await articles.extendReach(other, []);
    expect(await articles.reach([article, other, article])).toEqual(
      new Map([
        [article, new Set(['f1', 'f2', 'f3'])],
        [other, new Set()],
      ]),
    );
  },
};

/** A text that compression makes hardly smaller. Each call with the same length returns the same text. */
function randomText(length: number): string {
  let state = 1;
  return Array.from({ length }, () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return String.fromCharCode(0x4e00 + ((state >> 8) % 8000));
  }).join('');
}
