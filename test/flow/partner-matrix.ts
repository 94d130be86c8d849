import { afterAll, beforeAll, expect, test } from 'vitest';
import { listFeeds } from '../../cli/feed.ts';
import type { ConfigurationFile } from '../../shared/contract/configuration.ts';
import { CONFIGURATION, type Desk, openDesk } from '../support/desk.ts';
import { basicOf, openOutlet, type Outlet } from '../support/outlets.ts';
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
const SPELLINGS: Record<string, (partner: string, alias: string, token?: string) => string> = {
  'as it is': (partner, alias, token) => ['/p', partner, alias, token, 'rss.xml'].filter(Boolean).join('/'),
  'an encoded slash': (partner, alias) => `/p/${partner}%2F${alias}/rss.xml`,
  'a doubled slash': (partner, alias) => `/p/${partner}//${alias}/rss.xml`,
  'dot segments': (partner, alias) => `/p/outlet-0/../${partner}/${alias}/rss.xml`,
  'an encoded dot segment': (partner, alias) => `/p/outlet-0/%2e%2e/${partner}/${alias}/rss.xml`,
  'upper case': (partner, alias) => `/p/${partner.toUpperCase()}/${alias}/rss.xml`,
  'a slash at the end': (partner, alias) => `/p/${partner}/${alias}/rss.xml/`,
  'a NUL': (partner, alias) => `/p/${partner}/${alias}/rss.xml%00`,
};

const GOOD = ['Basic', 'Bearer', 'a capability path'];

/** Every surface with the right spelling, and every other spelling with good credentials. */
const WAYS = [
  ...Object.keys(SURFACES).map((surface) => [surface, 'as it is'] as const),
  ...Object.keys(SPELLINGS)
    .slice(1)
    .map((spelling) => ['Basic', spelling] as const),
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
      ...{ id: channelOf(at), title: `Channel ${at}`, link: 'https://desk.example/', language: 'en' },
      ...{ items: 5, public: false, select: { subject: channelOf(at) } },
    })),
  };

  /** Partner n reads three of the channels. */
  const readsOf = (partner: number): string[] => [0, 1, 3].map((step) => channelOf((partner + step) % count));

  let desk: Desk;
  let base: string;
  const outlets: Outlet[] = [];

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
            WAYS.map(async ([surface, spelling], at) => {
              const { headers, inPath } = SURFACES[surface]?.(outlet, target.id) ?? { headers: {} };
              const isQuery = inPath?.startsWith('?') ?? false;
              const path = SPELLINGS[spelling]?.(target.id, alias, isQuery ? undefined : inPath) ?? '';
              const where = `${path}${isQuery ? inPath : ''}`;
              const method = (me + them + at) % 3 === 0 ? 'HEAD' : 'GET';
              const answer = await rawRequest(base, where, { method, headers });
              requests++;
              const mine = me === them && readsOf(me).includes(alias) && spelling === 'as it is';
              const may = mine && (GOOD.includes(surface) || surface === OWN_NAME);
              const shown = names.map(channelOf).filter((one) => answer.body.includes(phraseOf(one)));
              const tells = `${outlet.id} by ${surface}: ${method} ${where} ${answer.status}`;
              if (may ? answer.status !== 200 : ![401, 404].includes(answer.status)) wrong.push(tells);
              if (shown.some((channel) => !may || channel !== alias)) crossReads.push(tells);
              if (may && (method === 'HEAD' || shown.includes(alias))) own++;
            }),
          ),
        );
      }
    }
    console.log(`${requests} requests, ${crossReads.length} cross-reads, ${own} own feeds read`);
    expect(crossReads).toEqual([]);
    expect(wrong).toEqual([]);
    expect(own).toBe(count * readsOf(0).length * (GOOD.length + 1));
    expect(requests).toBe(count ** 3 * WAYS.length);
  }, 240_000);

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
      ...[
        '/',
        '/?list-type=2',
        '/feeds/',
        '/feeds',
        '/errors/not-found.txt',
        '//p/outlet-0/secret-0/rss.xml',
      ],
      ...['/p%2Foutlet-0%2Fsecret-0%2Frss.xml', '/P/outlet-0/secret-0/rss.xml'],
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
