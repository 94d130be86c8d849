import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Head } from '../../shared/domain/article.ts';
import type { ArticleId } from '../../shared/domain/identity.ts';
import { instantOf, laterBy } from '../../shared/domain/instant.ts';
import type { Pipeline } from '../../shared/operations/pipeline.ts';
import { SEED } from '../support/seed.ts';
import { surfacesProperty } from './surfaces-property.ts';
import { type Surface, SURFACES } from './surfaces.ts';

const RUNS = 7;
/** The most histories that a planted fault may survive. */
const RUNS_TO_CATCH = 60;

test(`receipts, lists, reports and articles show the same outcomes in ${RUNS} random histories (seed ${SEED})`, async () => {
  await fc.assert(surfacesProperty(), { numRuns: RUNS, seed: SEED });
}, 300_000);

/** Faults that a surface could have if it derived outcomes in its own way. */
const FAULTS: Record<string, (pipeline: Pipeline) => Pipeline> = {
  'with a clock of its own': (pipeline) => ({
    ...pipeline,
    now: () => new Date(laterBy(instantOf(pipeline.now()), -120)),
  }),
  'without the decisions': (pipeline) => ({
    ...pipeline,
    articles: {
      ...pipeline.articles,
      heads: async (ids) => undecided(await pipeline.articles.heads(ids)),
      readableHeads: async (ids) => {
        const { found, unreadable } = await pipeline.articles.readableHeads(ids);
        return { found: undecided(found), unreadable };
      },
    },
  }),
  'without the states of feeds': (pipeline) => ({
    ...pipeline,
    feeds: {
      ...pipeline.feeds,
      state: () => Promise.resolve(undefined),
      readableState: () => Promise.resolve(undefined),
    },
  }),
};

const undecided = <Known extends Head>(heads: ReadonlyMap<ArticleId, Known>): Map<ArticleId, Known> =>
  new Map([...heads].map(([id, head]) => [id, { ...head, decisions: {} }]));

describe.each(Object.entries(FAULTS))('a surface that shows outcomes %s is found', (_, plant) => {
  test.each(SURFACES)(
    '%s',
    async (surface: Surface) => {
      const run = await fc.check(surfacesProperty({ surface, plant }), {
        numRuns: RUNS_TO_CATCH,
        seed: SEED,
        endOnFailure: true,
      });
      expect(run.failed).toBe(true);
      expect(String(run.errorInstance)).toContain('the surfaces differ');
    },
    300_000,
  );
});
