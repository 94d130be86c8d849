import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { EDGE_HASH_DIGITS, edgeRecord } from '../../shared/contract/edge-record.ts';
import { objectKeys } from '../../shared/contract/keys.ts';
import type { Partner, PartnerToken, Subscription } from '../../shared/domain/partner.ts';
import type { EdgeRequest } from '../../local/edge-function.ts';
import { ask, type Made, NOW, values } from './edge-function.ts';

const TOKEN = 'kE7-aVery_long-token0123456789abcdefghijklmn';
const SECOND = 'another-token-of-the-same-partner-0123456789';
const RIVALS = 'the-rivals-token-0123456789-0123456789-01234';
const FEEDS: Record<string, string> = { top: '0123456789abcdef0123', sport: 'fedcba98765432100000' };
const [PAST, PRESENT, FUTURE] = [-1000, 0, 1000].map((ms) => new Date(NOW.getTime() + ms).toISOString());

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const token = (text: string, until?: string): PartnerToken => ({
  hash: sha256(text),
  created: '2026-01-01T00:00:00.000Z',
  ...(until !== undefined && { until }),
});
const subscription = (alias: string, until?: string): Subscription => ({
  ...{ alias, channel: 'news', profile: 'standard', delayMinutes: 0, territory: [] },
  ...(until !== undefined && { until }),
});

/** Puts a partner into the function's store, as the command line would. */
function store(id: string, tokens: PartnerToken[], subscriptions: Subscription[]): void {
  const partner: Partner = { id, name: 'The Outlet', tokens, subscriptions };
  values.set(id, edgeRecord(partner, (alias) => FEEDS[alias]) ?? '');
}

beforeEach(() => {
  values.clear();
  store('outlet', [token(TOKEN)], [subscription('top'), subscription('sport')]);
  store('rival', [token(RIVALS)], [subscription('sport')]);
});

const basic = (user: string, password: string): string =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
const withHeader = (...lines: string[]): Partial<EdgeRequest> => {
  const [value = ''] = lines;
  const multiValue = lines.map((line) => ({ value: line }));
  return { headers: { authorization: { value, ...(lines.length > 1 && { multiValue }) } } };
};
const AS_BASIC = withHeader(basic('outlet', TOKEN));
const AS_BEARER = withHeader(`Bearer ${TOKEN}`);

const nobody = (): Promise<Made> => ask('/p/nobody/nothing/rss.xml');
const missing = (): Promise<Made> => ask('/p/outlet/nothing/rss.xml', AS_BASIC);
const key = (alias: string, file: string): string => `/${objectKeys.document(FEEDS[alias] ?? '', file)}`;

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

/** Whoever it is, whatever is there. */
const WHERE = [
  '/p',
  '/p/',
  '/p/outlet',
  '/p/outlet/top',
  '/p/outlet/top/',
  '/p/outlet/top/rss.xml',
  '/p/outlet/nothing/rss.xml',
  '/p/nobody/top/rss.xml',
  '/p/outlet/top/feed.xml',
  '/p/outlet/top/rss.xml/',
  '/p/outlet//top/rss.xml',
  '/p//outlet/top/rss.xml',
  '/p/outlet/top//rss.xml',
  '/p/outlet/top/../rss.xml',
  '/p/outlet/%74op/rss.xml',
  '/p/outlet%2Ftop/rss.xml',
  '/p/Outlet/top/rss.xml',
  '/p/outlet/Top/rss.xml',
  '/p/outlet/top/RSS.xml',
  '/p/rss.xml',
  '/p/undefined/top/rss.xml',
  '/p/__proto__/top/rss.xml',
  '/p/rival/sport/rss.xml',
  `/p/outlet/top/wrong-${TOKEN}/rss.xml`,
  `/p/outlet/top/${RIVALS}/rss.xml`,
  `/p/outlet/top/${sha256(TOKEN)}/rss.xml`,
  `/p/outlet/top/${TOKEN}%20/rss.xml`,
];
const HOW: [string, Partial<EdgeRequest>][] = [
  ['nothing', {}],
  ['a wrong token', withHeader(basic('outlet', `${TOKEN}x`))],
  ['a rival’s token', withHeader(basic('outlet', RIVALS))],
  ['the hash that is stored', withHeader(basic('outlet', sha256(TOKEN).slice(0, EDGE_HASH_DIGITS)))],
  ['somebody unknown', withHeader(basic('nobody', TOKEN))],
  ['nobody', withHeader(basic('', TOKEN))],
  ['no token', withHeader(basic('outlet', ''))],
  ['no colon', withHeader(`Basic ${Buffer.from('outlet').toString('base64')}`)],
  ['an empty header', withHeader('')],
  ['an empty Basic', withHeader('Basic ')],
  ['another scheme', withHeader(`Digest ${TOKEN}`)],
  ['the token alone', withHeader(TOKEN)],
  ['two in one line', withHeader(`Bearer ${TOKEN}, Bearer ${TOKEN}`)],
  ['two lines', withHeader(`Bearer ${TOKEN}`, `Bearer ${TOKEN}`)],
  ['two Basic lines', withHeader(basic('outlet', TOKEN), basic('rival', RIVALS))],
  ['Basic that is not Base64', withHeader(`Basic outlet:${TOKEN}`)],
  ['Bearer by its hash', withHeader(`Bearer ${sha256(TOKEN)}`)],
];

test.each(HOW)('with %s it is 401 everywhere, byte for byte', async (_, request) => {
  const challenge = await nobody();
  for (const uri of WHERE) expect(await ask(uri, request), uri).toEqual(challenge);
});

test('a malformed header is not made good by a path that would do', async () => {
  expect(await ask(`/p/outlet/top/${TOKEN}/rss.xml`, withHeader('Basic x'))).toEqual(await nobody());
});

test('with a good token it is 404 everywhere but at one’s own addresses, byte for byte', async () => {
  const nothing = await missing();
  const theirs = ['/p/outlet/top/rss.xml', '/p/outlet/sport/rss.xml'];
  for (const uri of WHERE.filter((one) => !theirs.includes(one))) {
    expect(await ask(uri, AS_BASIC), uri).toEqual(nothing);
  }
});

test('a bearer is the partner of the path, and nobody’s elsewhere', async () => {
  for (const uri of ['/p/outlet/nothing/rss.xml', '/p/outlet', '/p/outlet/top//rss.xml', '/p/outlet/top/x'])
    expect(await ask(uri, AS_BEARER), uri).toEqual(await missing());
  for (const uri of [
    '/p',
    '/p/',
    '/p/rival/sport/rss.xml',
    '/p/Outlet/top/rss.xml',
    '/p//outlet/top/rss.xml',
  ])
    expect(await ask(uri, AS_BEARER), uri).toEqual(await nobody());
});

test('a partner called undefined is not who names none', async () => {
  store('undefined', [token(TOKEN)], [subscription('top')]);
  expect(await ask('/p', AS_BEARER)).toEqual(await nobody());
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
