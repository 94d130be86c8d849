import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EdgeHeaders } from '../../../local/edge/edge-function.ts';
import { SEED } from '../../support/seed.ts';
import { AS_BASIC, basic, TOKEN, withHeader, startWithPartners } from './partners.ts';
import { ask } from './run-viewer-request.ts';

startWithPartners();

const segment = fc.oneof(
  fc.constantFrom(
    'p',
    'P',
    '%70',
    'outlet',
    'top',
    'nobody',
    '',
    '.',
    '..',
    '%2F',
    '%00',
    '%',
    TOKEN,
    '__proto__',
  ),
  fc.constantFrom('rss.xml', 'feed.json', 'x'.repeat(3000), 'news', 'constructor'),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const uri = fc.oneof(
  fc.array(segment, { maxLength: 7 }).map((segments) => `/${segments.join('/')}`),
  fc.array(segment, { maxLength: 4 }).map((segments) => `/p/outlet/${segments.join('/')}`),
  fc.string({ unit: 'binary', maxLength: 20 }),
);
const text = fc.oneof(
  fc.constantFrom(
    '',
    'Bearer',
    'Bearer ',
    'Basic ',
    `Bearer ${TOKEN}`,
    'Basic %%%',
    basic('', ''),
    'gzip;q=x',
    '*;q=',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.tuple(fc.string(), fc.string()).map(([user, password]) => basic(user, password)),
  fc.constant('a'.repeat(8000)),
);
const headers = fc.dictionary(
  fc.constantFrom('authorization', 'accept-encoding', 'range', 'x-forwarded-for', 'cookie'),
  fc
    .array(text, { minLength: 1, maxLength: 3 })
    .map(([value = '', ...others]): EdgeHeaders[string] =>
      others.length === 0
        ? { value }
        : { value, multiValue: [value, ...others].map((one) => ({ value: one })) },
    ),
);
const method = fc.constantFrom(
  'GET',
  'GET',
  'GET',
  'HEAD',
  'OPTIONS',
  'POST',
  'get',
  '',
  'PROPFIND',
  '__proto__',
);

/** The addresses that the function may ask the cache and the origin for. */
const DOCUMENT = /^\/feeds\/[0-9a-f]{20}\/(rss\.xml|atom\.xml|feed\.json)(\.gz)?$/;
/** The address of a document. A redirect leads to no other host. */
const ADDRESS = /^\/[a-z0-9][a-z0-9-]*\/(rss\.xml|atom\.xml|feed\.json)$/;

test('whatever a reader sends, the answer is a document of a feed, a redirect to one, 204, 401, 404 or 405, and never an error', async () => {
  await fc.assert(
    fc.asyncProperty(uri, method, headers, async (address, verb, fields) => {
      const outcome = await ask(address, { method: verb, headers: { ...fields } });
      if (outcome.statusCode === undefined) {
        expect(outcome.uri).toMatch(DOCUMENT);
        expect(outcome.headers).not.toHaveProperty('authorization');
      } else {
        expect([204, 301, 401, 404, 405]).toContain(outcome.statusCode);
        expect(outcome.statusCode === 204).toBe(verb === 'OPTIONS');
        if (outcome.statusCode === 301) expect(outcome.headers?.['location']?.value).toMatch(ADDRESS);
      }
    }),
    { seed: SEED, numRuns: 400 },
  );
});

test('the inputs of the test above reach documents, so the test can see one that is wrong', async () => {
  for (const request of [AS_BASIC, withHeader(`Bearer ${TOKEN}`)])
    expect((await ask('/p/outlet/top/rss.xml', request)).uri).toMatch(DOCUMENT);
  expect((await ask(`/p/outlet/top/${TOKEN}/feed.json`)).uri).toMatch(DOCUMENT);
});
