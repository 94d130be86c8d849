import { expect, test } from 'vitest';
import type { EdgeRequest } from '../../../local/edge/edge-function.ts';
import { EDGE_HASH_DIGITS } from '../../../shared/contract/edge-record.ts';
import { ask } from './run-viewer-request.ts';
import {
  AS_BASIC,
  AS_BEARER,
  basic,
  missing,
  nobody,
  RIVALS,
  sha256,
  store,
  subscription,
  TOKEN,
  token,
  withHeader,
} from './partners.ts';

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
