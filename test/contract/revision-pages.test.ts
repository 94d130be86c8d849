import { describe, expect, test } from 'vitest';
import { revisionPages } from '../../shared/contract/revision-pages.ts';
import type { Revision } from '../../shared/domain/article.ts';
import { articleIdOf } from '../support/ids.ts';

/** A store with `count` revisions. `reads` lists, for each read, the version before which the read starts. */
function storeOf(count: number): {
  reads: (string | undefined)[];
  revisions: (article: string, limit: number, before?: string) => Promise<Revision[]>;
} {
  const versions = Array.from({ length: count }, (_, at) => `v${count - at}`);
  const reads: (string | undefined)[] = [];
  const revisions = (_article: string, limit: number, before?: string): Promise<Revision[]> => {
    reads.push(before);
    const from = before === undefined ? 0 : versions.indexOf(before) + 1;
    return Promise.resolve(versions.slice(from, from + limit).map((version) => ({ version }) as Revision));
  };
  return { reads, revisions };
}

describe('revisionPages', () => {
  test.each([
    [0, []],
    [2, [['v2', 'v1']]],
    [3, [['v3', 'v2', 'v1']]],
    [4, [['v4', 'v3', 'v2'], ['v1']]],
  ])('returns %i revisions in pages of three', async (count, pages) => {
    const found: string[][] = [];
    for await (const page of revisionPages(articleIdOf('a'), storeOf(count), 3)) {
      found.push(page.map(({ version }) => version));
    }
    expect(found).toEqual(pages);
  });

  test('reads no further page after the caller leaves the loop', async () => {
    const store = storeOf(9);
    for await (const page of revisionPages(articleIdOf('a'), store, 3)) if (page.length > 0) break;
    expect(store.reads).toEqual([undefined]);
  });
});
