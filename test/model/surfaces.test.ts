import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
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
      heads: async (ids) => {
        const heads = await pipeline.articles.heads(ids);
        return new Map([...heads].map(([id, head]) => [id, { ...head, decisions: {} }]));
      },
    },
  }),
  'without the states of feeds': (pipeline) => ({
    ...pipeline,
    feeds: { ...pipeline.feeds, state: () => Promise.resolve(undefined) },
  }),
};

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
