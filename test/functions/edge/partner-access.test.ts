import { describe, expect, test } from 'vitest';
import { EDGE_HASH_DIGITS } from '../../../shared/contract/edge-record.ts';
import { objectKeys } from '../../../shared/contract/keys.ts';
import { ask, NOW, values } from './run-viewer-request.ts';
import {
  AS_BASIC,
  AS_BEARER,
  basic,
  FEEDS,
  key,
  missing,
  nobody,
  sha256,
  store,
  subscription,
  TOKEN,
  token,
  withHeader,
} from './partners.ts';

const SECOND = 'another-token-of-the-same-partner-0123456789';
const [PAST, PRESENT, FUTURE] = [-1000, 0, 1000].map((ms) => new Date(NOW.getTime() + ms).toISOString());

describe('the answers', () => {
  test('who is not authenticated is challenged in both ways, and nobody keeps the answer', async () => {
    expect(await nobody()).toEqual({
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
        'x-content-type-options': { value: 'nosniff' },
      },
      body: { encoding: 'text', data: 'Unauthorized\n' },
    });
  });

  test('who is, and not entitled, finds nothing, and nobody keeps that either', async () => {
    const answer = await missing();
    expect(answer).toMatchObject({ statusCode: 404, body: { data: 'Not Found\n' } });
    expect(answer.headers?.['cache-control']).toEqual({ value: 'no-store' });
  });
});

describe.each(['rss.xml', 'atom.xml', 'feed.json'])('a partner’s %s', (file) => {
  test.each([
    ['by Basic', `/p/outlet/top/${file}`, AS_BASIC],
    [
      'by Basic in another case',
      `/p/outlet/top/${file}`,
      withHeader(basic('outlet', TOKEN).replace('B', 'b')),
    ],
    ['by Bearer', `/p/outlet/top/${file}`, AS_BEARER],
    ['by its own path', `/p/outlet/top/${TOKEN}/${file}`, {}],
    ['by its own path and Basic', `/p/outlet/top/${TOKEN}/${file}`, AS_BASIC],
  ])('is read %s, by GET and HEAD, and the credential stays here', async (_, uri, request) => {
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

  test('has a gzip twin, and conditions go on', async () => {
    const headers = {
      ...AS_BASIC.headers,
      'accept-encoding': { value: 'gzip' },
      'if-none-match': { value: '"x"' },
    };
    const made = await ask(`/p/outlet/sport/${file}`, { headers });
    expect(made.uri).toBe(`/${objectKeys.gzipDocument(FEEDS['sport'] ?? '', file)}`);
    expect(made.headers).toHaveProperty('if-none-match');
  });
});

describe('ends', () => {
  test.each([
    ['without one', undefined, true],
    ['to come', FUTURE, true],
    ['that is now', PRESENT, false],
    ['that is past', PAST, false],
  ])('a token with an end %s', async (_, until, good) => {
    store('outlet', [token(SECOND), token(TOKEN, until)], [subscription('top')]);
    for (const [shown, isGood] of [
      [TOKEN, good],
      [SECOND, true],
    ] as const) {
      const made = await ask('/p/outlet/top/rss.xml', withHeader(basic('outlet', shown)));
      if (isGood) expect(made.uri).toBe(key('top', 'rss.xml'));
      else expect(made).toEqual(await nobody());
    }
  });

  test.each([
    ['to come', FUTURE, true],
    ['that is now', PRESENT, false],
    ['that is past', PAST, false],
  ])('a subscription with an end %s', async (_, until, good) => {
    store('outlet', [token(TOKEN)], [subscription('top', until), subscription('sport')]);
    const made = await ask('/p/outlet/top/rss.xml', AS_BASIC);
    if (good) expect(made.uri).toBe(key('top', 'rss.xml'));
    else expect(made).toEqual(await missing());
    expect((await ask('/p/outlet/sport/rss.xml', AS_BASIC)).uri).toBe(key('sport', 'rss.xml'));
  });
});

test('two tokens that share the digits a careless comparison would look at are two tokens', async () => {
  const whole = sha256(TOKEN).slice(0, EDGE_HASH_DIGITS);
  values.set('outlet', `${whole.slice(0, -1)}${whole.endsWith('0') ? '1' : '0'}|top:${FEEDS['top']}`);
  expect(await ask('/p/outlet/top/rss.xml', AS_BASIC)).toEqual(await nobody());
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
])('the entry %j lets nobody in', async (entry) => {
  values.set('outlet', entry);
  expect(await ask('/p/outlet/top/rss.xml', AS_BASIC)).toEqual(await nobody());
});

test('a partner without subscriptions is authenticated and finds nothing', async () => {
  store('outlet', [token(TOKEN)], []);
  expect(await ask('/p/outlet/top/rss.xml', AS_BASIC)).toEqual(await missing());
});
