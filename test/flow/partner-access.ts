import { afterAll, beforeAll, expect, test } from 'vitest';
import { listFeeds } from '../../cli/feed.ts';
import type { ConfigurationFile } from '../../shared/contract/configuration.ts';
import { CONFIGURATION, type Desk, DOCUMENT_PATHS, openDesk } from '../support/running-wiredesk.ts';
import { basicOf, openOutlet, type Outlet } from '../support/partner-outlets.ts';
import { type RawAnswer, rawRequest } from '../support/raw-request.ts';

/** Bad credentials, unless the other is oneself. */
const OWN_NAME = 'the other’s name with its own token';

type Headers = Record<string, string>;

/** How somebody may try to read as a partner: with what in the head, and with what in the path. */
const SURFACES: Record<string, (me: Outlet, them: string) => { headers: Headers; inPath?: string }> = {
  Basic: (me) => ({ headers: me.basic }),
  Bearer: (me) => ({ headers: { authorization: `Bearer ${me.token}` } }),
  'a capability path': (me) => ({ headers: {}, inPath: me.token }),
  nothing: () => ({ headers: {} }),
  'a wrong password': (me) => ({ headers: basicOf(me.id, `${me.token.slice(0, -1)}_`) }),
  'a wrong token': (me) => ({ headers: { authorization: `Bearer ${me.token}x` } }),
  'a wrong capability': (me) => ({ headers: {}, inPath: me.token.toLowerCase() }),
  [OWN_NAME]: (me, them) => ({ headers: basicOf(them, me.token) }),
  'a token in the query': (me) => ({ headers: {}, inPath: `?token=${me.token}` }),
};

/** Ways of writing the target's path; the first is the right one. */
const SPELLINGS: Record<string, (partner: string, alias: string, file: string, token?: string) => string> = {
  'as it is': (partner, alias, file, token) => ['/p', partner, alias, token, file].filter(Boolean).join('/'),
  'an encoded slash': (partner, alias, file) => `/p/${partner}%2F${alias}/${file}`,
  'a doubled slash': (partner, alias, file) => `/p/${partner}//${alias}/${file}`,
  'a doubled slash before a token': (partner, alias, file, token = 'token') =>
    `/p/${partner}/${alias}//${token}/${file}`,
  'dot segments': (partner, alias, file) => `/p/outlet-0/../${partner}/${alias}/${file}`,
  'an encoded dot segment': (partner, alias, file) => `/p/outlet-0/%2e%2e/${partner}/${alias}/${file}`,
  'upper case': (partner, alias, file) => `/p/${partner.toUpperCase()}/${alias}/${file}`,
  'a slash at the end': (partner, alias, file) => `/p/${partner}/${alias}/${file}/`,
  'a NUL': (partner, alias, file) => `/p/${partner}/${alias}/${file}%00`,
  'a compressed document': (partner, alias, file) => `/p/${partner}/${alias}/${file}.gz`,
};
const [RIGHT = '', ...MISSPELT] = Object.keys(SPELLINGS);

const GOOD = ['Basic', 'Bearer', 'a capability path'];
/** Each with the same credentials; the last says that it has the document already. */
const METHODS = ['GET', 'HEAD', 'If-None-Match'];

/** Every surface by every method with the right spelling, and every other spelling with good credentials and with none. */
const WAYS = [
  ...Object.keys(SURFACES).flatMap((surface) =>
    METHODS.map((method) => ({ surface, method, spelling: RIGHT })),
  ),
  ...[...GOOD, 'nothing'].flatMap((surface) =>
    MISSPELT.map((spelling) => ({ surface, method: 'GET', spelling })),
  ),
];

/**
 * Everything that somebody might try to read at the edge, by partners × partners × channels × ways. Declares the tests
 * for so many of each.
 */
export function partnerMatrix(count: number): void {
  const channelOf = (at: number): string => `secret-${at}`;
  const phraseOf = (channel: string): string => `Only in ${channel}.`;
  const names = Array.from({ length: count }, (_, at) => at);

  const configuration: ConfigurationFile = {
    ...CONFIGURATION,
    channels: names.map((at) => ({
      id: channelOf(at),
      title: `Channel ${at}`,
      link: 'https://desk.example/',
      language: 'en',
      items: 5,
      public: false,
      select: { subject: channelOf(at) },
    })),
  };

  /** Partner n reads three of the channels. */
  const readsOf = (partner: number): string[] => [0, 1, 3].map((step) => channelOf((partner + step) % count));

  let desk: Desk;
  let base: string;
  const outlets: Outlet[] = [];
  /** By channel and document. */
  const etags = new Map<string, string>();

  beforeAll(async () => {
    desk = await openDesk({ configuration });
    base = desk.session.pipeline.outputs.feedsUrl.replace(/\/$/, '');
    for (const at of names) {
      const channel = channelOf(at);
      const article = {
        uri: channel,
        headlines: [{ value: phraseOf(channel) }],
        subjects: [{ name: channel }],
      };
      await desk.put(channel, JSON.stringify(article), 'application/json');
    }
    for (const at of names) {
      const terms = readsOf(at).map((channel) => ({ alias: channel, channel }));
      outlets.push(await openOutlet(desk, `outlet-${at}`, ...terms));
    }
    await desk.settle();
    for (const [at, { id, basic }] of outlets.entries()) {
      for (const file of DOCUMENT_PATHS) {
        const path = `/p/${id}/${channelOf(at)}/${file}`;
        const { etag = '' } = (await rawRequest(base, path, { headers: basic })).headers;
        expect(etag).toMatch(/^"[0-9a-f]{32}"$/);
        etags.set(`${channelOf(at)}/${file}`, etag);
      }
    }
  }, 180_000);
  afterAll(() => desk.stop());

  test('no partner reads what it is not entitled to, whatever it tries, and each reads what it is', async () => {
    let requests = 0;
    let own = 0;
    const crossReads: string[] = [];
    const wrong: string[] = [];
    for (const [me, outlet] of outlets.entries()) {
      for (const [them, target] of outlets.entries()) {
        await Promise.all(
          names.map(channelOf).flatMap((alias) =>
            WAYS.map(async ({ surface, method, spelling }, at) => {
              const { headers, inPath } = SURFACES[surface]?.(outlet, target.id) ?? { headers: {} };
              const isQuery = inPath?.startsWith('?') ?? false;
              const file = DOCUMENT_PATHS[(me + them + at) % DOCUMENT_PATHS.length] ?? '';
              const path = SPELLINGS[spelling]?.(target.id, alias, file, isQuery ? undefined : inPath) ?? '';
              const where = `${path}${isQuery ? inPath : ''}`;
              const condition = { 'if-none-match': etags.get(`${alias}/${file}`) ?? '' };
              const answer = await rawRequest(base, where, {
                method: method === 'HEAD' ? 'HEAD' : 'GET',
                headers: { ...headers, ...(method === 'If-None-Match' && condition) },
              });
              requests++;
              const mine = me === them && readsOf(me).includes(alias) && spelling === RIGHT;
              const may = mine && (GOOD.includes(surface) || surface === OWN_NAME);
              const meant = method === 'If-None-Match' ? 304 : 200;
              const shown = names.map(channelOf).filter((one) => answer.body.includes(phraseOf(one)));
              const tells = `${outlet.id} by ${surface}: ${method} ${where} ${answer.status}`;
              if (may ? answer.status !== meant : ![401, 404].includes(answer.status)) wrong.push(tells);
              if (shown.some((channel) => !may || channel !== alias)) crossReads.push(tells);
              if (may && (method !== 'GET' || shown.includes(alias))) own++;
            }),
          ),
        );
      }
    }
    console.log(`${requests} requests, ${crossReads.length} cross-reads, ${own} own feeds read`);
    expect(crossReads).toEqual([]);
    expect(wrong).toEqual([]);
    expect(own).toBe(count * readsOf(0).length * (GOOD.length + 1) * METHODS.length);
    expect(requests).toBe(count ** 3 * WAYS.length);
  }, 900_000);

  test('“exists, but not yours” and “does not exist” are the same bytes, also with an ETag that holds', async () => {
    const [me, other] = outlets as [Outlet, Outlet];
    const [alias = ''] = readsOf(0);
    const etag = (await rawRequest(base, `/p/${me.id}/${alias}/rss.xml`, { headers: me.basic })).headers[
      'etag'
    ];
    expect(etag).toMatch(/^"[0-9a-f]{32}"$/);
    const not = (await Promise.all(
      [{}, { 'if-none-match': etag ?? '' }].map((more) =>
        rawRequest(base, `/p/${me.id}/${alias}/rss.xml`, { headers: { ...me.basic, ...more } }),
      ),
    )) as [RawAnswer, RawAnswer];
    expect(not.map(({ status }) => status)).toEqual([200, 304]);

    const theirs = readsOf(1).find((channel) => !readsOf(0).includes(channel)) ?? '';
    const pairs: [string, string][] = [
      [`/p/${other.id}/${theirs}/rss.xml`, '/p/nobody/nothing/rss.xml'],
      [`/p/${me.id}/${theirs}/rss.xml`, `/p/${me.id}/nothing/rss.xml`],
      [`/p/${other.id}/${alias}/rss.xml`, `/p/nobody/${alias}/rss.xml`],
    ];
    const heads = [
      me.basic,
      {},
      { authorization: 'Bearer wrong' },
      basicOf('nobody', me.token),
      { 'if-none-match': '*' },
    ];
    for (const [there, nowhere] of pairs) {
      for (const headers of heads) {
        for (const method of ['GET', 'HEAD']) {
          const answers = [there, nowhere].map((target) => rawRequest(base, target, { method, headers }));
          const [one, two] = (await Promise.all(answers)) as [RawAnswer, RawAnswer];
          expect(one).toEqual(two);
          expect(one.status).toBe(headers === me.basic ? 404 : 401);
        }
      }
    }
  });

  test('nobody lists, guesses keys or reads a private channel at a public address', async () => {
    const [me] = outlets as [Outlet];
    const rows = await listFeeds(desk.session.pipeline);
    const keys = rows.map(({ feed }) => `/feeds/${feed}/rss.xml`);
    expect(keys).toHaveLength(count);
    const guesses = [
      ...keys,
      ...keys.map((key) => `${key}.gz`),
      ...names.map((at) => `/${channelOf(at)}/rss.xml`),
      '/',
      '/?list-type=2',
      '/feeds/',
      '/feeds',
      '/errors/not-found.txt',
      '//p/outlet-0/secret-0/rss.xml',
      '/p%2Foutlet-0%2Fsecret-0%2Frss.xml',
      '/P/outlet-0/secret-0/rss.xml',
    ];
    const unknown = await rawRequest(base, '/no-such-channel/rss.xml');
    for (const guess of guesses) {
      const answer = await rawRequest(base, guess, { headers: me.basic });
      expect({ guess, status: answer.status }).toEqual({ guess, status: 404 });
      expect(answer.body).toBe(unknown.body);
    }
    for (const at of names) {
      expect(await rawRequest(base, `/${channelOf(at)}/rss.xml`)).toEqual(unknown);
    }
  });
}
