import { expect, test } from 'vitest';
import type { EdgeRequest } from '../../../local/edge/edge-function.ts';
import { EDGE_HASH_DIGITS } from '../../../shared/contract/edge-record.ts';
import { ask } from './run-viewer-request.ts';
import {
  AS_BASIC,
  AS_BEARER,
  basic,
  notFound,
  unauthenticated,
  RIVALS,
  sha256,
  store,
  subscription,
  TOKEN,
  token,
  withHeader,
  startWithPartners,
} from './partners.ts';

startWithPartners();

/** Addresses below /p. Only some of them are addresses of a feed. */
const ADDRESSES = [
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
/** Requests without a valid token of the outlet. */
const INVALID: [string, Partial<EdgeRequest>][] = [
  ['no header', {}],
  ['a wrong token', withHeader(basic('outlet', `${TOKEN}x`))],
  ['a rival’s token', withHeader(basic('outlet', RIVALS))],
  ['the stored hash as password', withHeader(basic('outlet', sha256(TOKEN).slice(0, EDGE_HASH_DIGITS)))],
  ['an unknown partner', withHeader(basic('nobody', TOKEN))],
  ['an empty user name', withHeader(basic('', TOKEN))],
  ['an empty password', withHeader(basic('outlet', ''))],
  ['no colon', withHeader(`Basic ${Buffer.from('outlet').toString('base64')}`)],
  ['an empty header', withHeader('')],
  ['an empty Basic', withHeader('Basic ')],
  ['another scheme', withHeader(`Digest ${TOKEN}`)],
  ['the token without a scheme', withHeader(TOKEN)],
  ['two Bearer tokens in one header', withHeader(`Bearer ${TOKEN}, Bearer ${TOKEN}`)],
  ['two Bearer headers', withHeader(`Bearer ${TOKEN}`, `Bearer ${TOKEN}`)],
  ['two Basic headers', withHeader(basic('outlet', TOKEN), basic('rival', RIVALS))],
  ['Basic that is not Base64', withHeader(`Basic outlet:${TOKEN}`)],
  ['the token’s hash as Bearer', withHeader(`Bearer ${sha256(TOKEN)}`)],
];

test.each(INVALID)('with %s every address gets the same 401, byte for byte', async (_, request) => {
  const challenge = await unauthenticated();
  for (const uri of ADDRESSES) expect(await ask(uri, request), uri).toEqual(challenge);
});

test('a malformed Authorization header gets 401 even if the path contains a valid token', async () => {
  expect(await ask(`/p/outlet/top/${TOKEN}/rss.xml`, withHeader('Basic x'))).toEqual(await unauthenticated());
});

test('with a valid token every address except those of the partner’s own feeds gets the same 404, byte for byte', async () => {
  const expected = await notFound();
  const own = ['/p/outlet/top/rss.xml', '/p/outlet/sport/rss.xml'];
  for (const uri of ADDRESSES.filter((uri) => !own.includes(uri))) {
    expect(await ask(uri, AS_BASIC), uri).toEqual(expected);
  }
});

test('a Bearer token is valid only below the path of its partner', async () => {
  for (const uri of ['/p/outlet/nothing/rss.xml', '/p/outlet', '/p/outlet/top//rss.xml', '/p/outlet/top/x'])
    expect(await ask(uri, AS_BEARER), uri).toEqual(await notFound());
  for (const uri of [
    '/p',
    '/p/',
    '/p/rival/sport/rss.xml',
    '/p/Outlet/top/rss.xml',
    '/p//outlet/top/rss.xml',
  ])
    expect(await ask(uri, AS_BEARER), uri).toEqual(await unauthenticated());
});

test('a request that names no partner does not match a partner called undefined', async () => {
  store('undefined', [token(TOKEN)], [subscription('top')]);
  expect(await ask('/p', AS_BEARER)).toEqual(await unauthenticated());
});
