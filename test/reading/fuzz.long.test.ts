import fc from 'fast-check';
import { test } from 'vitest';
import { corpusFiles, hasCorpus, readCorpus } from '../corpus/corpus.ts';
import { SEED } from '../support/seed.ts';
import { holdsFor, submissions } from './fuzz.ts';
import { SEEDS } from './fuzz-seeds.ts';

test('10,000 damaged small and real documents: each gives drafts or rejections, and each draft is safe', () => {
  const real = hasCorpus
    ? corpusFiles('{feeds,newsml-g2,jsonfeed,ninjs}/**/*.{xml,json}').map(readCorpus)
    : [];
  const small = real.filter((bytes) => bytes.length < 20_000);
  console.log(`seed ${SEED}, ${SEEDS.length + small.length} documents to damage`);
  fc.assert(fc.property(submissions([...SEEDS, ...small]), holdsFor), { numRuns: 10_000, seed: SEED });
});
