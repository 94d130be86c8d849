import { describe, expect, test } from 'vitest';
import { compileEdgeFunction } from '../../../local/edge/edge-function.ts';
import { EDGE_HASH_DIGITS } from '../../../shared/contract/edge-record.ts';
import { objectKeys } from '../../../shared/contract/keys.ts';
import { type Instant, instantOf } from '../../../shared/domain/instant.ts';
import { feedIdOf } from '../../support/ids.ts';
import { ask, NOW, source, values } from './run-viewer-request.ts';
import {
  AS_BASIC,
  AS_BEARER,
  basic,
  FEEDS,
  key,
  notFound,
  unauthenticated,
  sha256,
  store,
  subscription,
  TOKEN,
  token,
  withHeader,
  startWithPartners,
} from './partners.ts';

startWithPartners();

const SECOND = 'another-token-of-the-same-partner-0123456789';
const [PAST, PRESENT, FUTURE] = [-1000, 0, 1000].map((ms) => instantOf(new Date(NOW.getTime() + ms)));

describe('the answer', () => {
  test('to a request without a valid token is 401 with a Basic and a Bearer challenge, and is not cached', async () => {
    expect(await unauthenticated()).toEqual({
      statusCode: 401,
      statusDescription: 'Unauthorized',
      headers: {
        'www-authenticate': {
          value: 'Basic realm="Wiredesk", charset="UTF-8"',
          multiValue: [
            { value: 'Basic realm="Wiredesk", charset="UTF-8"' },
            { value: 'Bearer realm="Wiredesk"' },
          ],
        },
        'cache-control': { value: 'no-store' },
        'content-type': { value: 'text/plain; charset=utf-8' },
        'strict-transport-security': { value: 'max-age=31536000' },
        'access-control-allow-origin': { value: '*' },
        'x-content-type-options': { value: 'nosniff' },
      },
      body: { encoding: 'text', data: 'Unauthorized\n' },
    });
  });

  test('to a partner that is not entitled to the feed is 404, and is not cached', async () => {
    const answer = await notFound();
    expect(answer).toMatchObject({ statusCode: 404, body: { data: 'Not Found\n' } });
    expect(answer.headers?.['cache-control']).toEqual({ value: 'no-store' });
  });
});

describe.each(['rss.xml', 'atom.xml', 'feed.json'])('a partner’s %s', (file) => {
  test.each([
    ['with Basic', `/p/outlet/top/${file}`, AS_BASIC],
    [
      'with Basic in another case',
      `/p/outlet/top/${file}`,
      withHeader(basic('outlet', TOKEN).replace('B', 'b')),
    ],
    ['with Bearer', `/p/outlet/top/${file}`, AS_BEARER],
    ['with the token in the path', `/p/outlet/top/${TOKEN}/${file}`, {}],
    ['with the token in the path and Basic', `/p/outlet/top/${TOKEN}/${file}`, AS_BASIC],
  ])('can be read %s, by GET and HEAD, and the token is not passed on', async (_, uri, request) => {
    for (const method of ['GET', 'HEAD']) {
      const made = await ask(uri, {
        ...request,
        method,
        querystring: { token: { value: TOKEN } },
        cookies: { token: { value: TOKEN } },
      });
      expect(made.uri).toBe(key('top', file));
      expect(JSON.stringify(made)).not.toMatch(new RegExp(`${TOKEN}|${basic('outlet', TOKEN).slice(6)}`));
      expect(made).toMatchObject({ method, headers: {}, cookies: {}, querystring: {} });
    }
  });

  test('is mapped to its gzip copy if the reader accepts gzip, and If-None-Match is passed on', async () => {
    const headers = {
      ...AS_BASIC.headers,
      'accept-encoding': { value: 'gzip' },
      'if-none-match': { value: '"x"' },
    };
    const made = await ask(`/p/outlet/sport/${file}`, { headers });
    expect(made.uri).toBe(`/${objectKeys.gzipDocument(FEEDS['sport'] ?? feedIdOf(''), file)}`);
    expect(made.headers).toHaveProperty('if-none-match');
  });
});

describe('an end date decides whether a partner can read a feed', () => {
  test.each<[string, Instant | undefined, boolean]>([
    ['no end', undefined, true],
    ['an end in the future', FUTURE, true],
    ['an end that is now', PRESENT, false],
    ['an end in the past', PAST, false],
  ])('a token with %s', async (_, until, good) => {
    store('outlet', [token(SECOND), token(TOKEN, until)], [subscription('top')]);
    for (const [shown, isGood] of [
      [TOKEN, good],
      [SECOND, true],
    ] as const) {
      const made = await ask('/p/outlet/top/rss.xml', withHeader(basic('outlet', shown)));
      if (isGood) expect(made.uri).toBe(key('top', 'rss.xml'));
      else expect(made).toEqual(await unauthenticated());
    }
  });

  test.each<[string, Instant | undefined, boolean]>([
    ['in the future', FUTURE, true],
    ['that is now', PRESENT, false],
    ['in the past', PAST, false],
  ])('a subscription with an end %s', async (_, until, good) => {
    store('outlet', [token(TOKEN)], [subscription('top', until), subscription('sport')]);
    const made = await ask('/p/outlet/top/rss.xml', AS_BASIC);
    if (good) expect(made.uri).toBe(key('top', 'rss.xml'));
    else expect(made).toEqual(await notFound());
    expect((await ask('/p/outlet/sport/rss.xml', AS_BASIC)).uri).toBe(key('sport', 'rss.xml'));
  });
});

test('a token is refused if its hash differs from the stored hash, even in the last digit only', async () => {
  const whole = sha256(TOKEN).slice(0, EDGE_HASH_DIGITS);
  values.set('outlet', `${whole.slice(0, -1)}${whole.endsWith('0') ? '1' : '0'}|top:${FEEDS['top']}`);
  expect(await ask('/p/outlet/top/rss.xml', AS_BASIC)).toEqual(await unauthenticated());
});

const HASH = sha256(TOKEN).slice(0, EDGE_HASH_DIGITS);
test.each([
  '',
  '|',
  HASH,
  `${HASH}|top`,
  `${HASH}|top:`,
  `${HASH}|top:../config/wiredesk.jso`,
  `${HASH}|top:${FEEDS['top']}|`,
  `${HASH}|top:${FEEDS['top']},`,
  `${HASH}|top:${FEEDS['top']}~`,
  `${HASH}|top:${FEEDS['top']}~NaN`,
  `${HASH}~|top:${FEEDS['top']}`,
  `${HASH}~soon|top:${FEEDS['top']}`,
  `${HASH},|top:${FEEDS['top']}`,
  `${HASH.slice(1)}|top:${FEEDS['top']}`,
  `${HASH.toUpperCase()}|top:${FEEDS['top']}`,
  ` ${HASH}|top:${FEEDS['top']}`,
  `{"tokens":["${HASH}"]}`,
])('if the entry of a partner is the malformed text %j, its token is refused', async (entry) => {
  values.set('outlet', entry);
  expect(await ask('/p/outlet/top/rss.xml', AS_BASIC)).toEqual(await unauthenticated());
});

test('a reader with any token gets 503 and not 401 while the key-value store does not answer, and it is not cached', async () => {
  const broken = {
    get: (): string => {
      throw new Error('the store does not answer');
    },
  };
  const run = compileEdgeFunction('viewer-request', source, { now: () => NOW, values: broken });
  for (const { headers = {} } of [AS_BASIC, AS_BEARER, withHeader(basic('outlet', 'guess'))]) {
    const request = { method: 'GET', uri: '/p/outlet/top/rss.xml', querystring: {}, headers, cookies: {} };
    expect(await run(request, '192.0.2.1')).toMatchObject({
      statusCode: 503,
      headers: { 'cache-control': { value: 'no-store' }, 'retry-after': { value: '30' } },
    });
  }
});

test('a name that no partner can have is refused without asking the store', async () => {
  for (const name of ['', 'x'.repeat(600), 'Outlet', 'a b', '../outlet', '\u0000'])
    expect(await ask('/p/outlet/top/rss.xml', withHeader(basic(name, TOKEN)))).toEqual(
      await unauthenticated(),
    );
});

test('a partner without subscriptions gets 404 and not 401 for every feed, because its token is valid', async () => {
  store('outlet', [token(TOKEN)], []);
  expect(await ask('/p/outlet/top/rss.xml', AS_BASIC)).toEqual(await notFound());
});
