import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ConfigurationFile } from '../../shared/contract/configuration.ts';
import {
  CONFIGURATION,
  type RunningWiredesk,
  DOCUMENT_PATHS,
  startWiredesk,
} from '../support/running-wiredesk.ts';
import { basicAuthorization, addOutlet, type Outlet } from '../support/partner-outlets.ts';
import { type RawAnswer, rawRequest } from '../support/raw-request.ts';
import { listFeeds } from '../support/operate.ts';

/** These credentials are wrong, except when a partner reads its own feeds. */
const OTHER_NAME = 'the name of the target partner with its own token';

type Headers = Record<string, string>;

/** The ways to send credentials: in the headers, in the path, or not at all. `me` tries to read a feed of `them`. */
const CREDENTIALS: Record<string, (me: Outlet, them: string) => { headers: Headers; inPath?: string }> = {
  Basic: (me) => ({ headers: me.basic }),
  Bearer: (me) => ({ headers: { authorization: `Bearer ${me.token}` } }),
  'a capability path': (me) => ({ headers: {}, inPath: me.token }),
  nothing: () => ({ headers: {} }),
  'a wrong password': (me) => ({ headers: basicAuthorization(me.id, `${me.token.slice(0, -1)}_`) }),
  'a wrong token': (me) => ({ headers: { authorization: `Bearer ${me.token}x` } }),
  'a wrong capability': (me) => ({ headers: {}, inPath: me.token.toLowerCase() }),
  [OTHER_NAME]: (me, them) => ({ headers: basicAuthorization(them, me.token) }),
  'a token in the query': (me) => ({ headers: {}, inPath: `?token=${me.token}` }),
};

/** Ways to write the path of a document. The first is correct. */
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
const [CORRECT = '', ...INCORRECT] = Object.keys(SPELLINGS);

/** The keys in `CREDENTIALS` of the credentials with which a partner may read its own feeds. */
const GOOD = ['Basic', 'Bearer', 'a capability path'];
/** Kinds of request. The last is a GET by a reader that has the document already. */
const METHODS = ['GET', 'HEAD', 'If-None-Match'];

/**
 * All credentials with every kind of request at the correct path; and all incorrect paths with good credentials and
 * without credentials.
 */
const WAYS = [
  ...Object.keys(CREDENTIALS).flatMap((credentials) =>
    METHODS.map((method) => ({ credentials, method, spelling: CORRECT })),
  ),
  ...[...GOOD, 'nothing'].flatMap((credentials) =>
    INCORRECT.map((spelling) => ({ credentials, method: 'GET', spelling })),
  ),
];

/**
 * Declares the tests. In the first test each of `count` partners tries to read every channel of every partner in all
 * of the `WAYS`.
 */
export function testPartnerAccess(count: number): void {
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

  /** The three channels that partner n may read. */
  const channelsOf = (partner: number): string[] =>
    [0, 1, 3].map((step) => channelOf((partner + step) % count));

  let wiredesk: RunningWiredesk;
  let base: string;
  const outlets: Outlet[] = [];
  /** ETags by channel and file. */
  const etags = new Map<string, string>();

  beforeAll(async () => {
    wiredesk = await startWiredesk({ configuration });
    base = wiredesk.session.pipeline.outputs.feedsUrl.replace(/\/$/, '');
    for (const at of names) {
      const channel = channelOf(at);
      const article = {
        uri: channel,
        headlines: [{ value: phraseOf(channel) }],
        subjects: [{ name: channel }],
      };
      await wiredesk.put(channel, JSON.stringify(article), { mediaType: 'application/json' });
    }
    for (const at of names) {
      const terms = channelsOf(at).map((channel) => ({ alias: channel, channel }));
      outlets.push(await addOutlet(wiredesk, `outlet-${at}`, ...terms));
    }
    await wiredesk.runUntilIdle();
    for (const [at, { id, basic }] of outlets.entries()) {
      for (const file of DOCUMENT_PATHS) {
        const path = `/p/${id}/${channelOf(at)}/${file}`;
        const { etag = '' } = (await rawRequest(base, path, { headers: basic })).headers;
        expect(etag).toMatch(/^"[0-9a-f]{32}"$/);
        etags.set(`${channelOf(at)}/${file}`, etag);
      }
    }
  }, 180_000);
  afterAll(() => wiredesk.stop());

  test('each partner reads exactly the feeds that it is entitled to, whatever credentials, methods and paths it tries', async () => {
    let requests = 0;
    let ownReads = 0;
    const crossReads: string[] = [];
    const wrong: string[] = [];
    for (const [me, outlet] of outlets.entries()) {
      for (const [them, target] of outlets.entries()) {
        await Promise.all(
          names.map(channelOf).flatMap((alias) =>
            WAYS.map(async ({ credentials, method, spelling }, at) => {
              const { headers, inPath } = CREDENTIALS[credentials]?.(outlet, target.id) ?? { headers: {} };
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
              const isOwn = me === them && channelsOf(me).includes(alias) && spelling === CORRECT;
              const isEntitled = isOwn && (GOOD.includes(credentials) || credentials === OTHER_NAME);
              const expectedStatus = method === 'If-None-Match' ? 304 : 200;
              const shown = names.map(channelOf).filter((channel) => answer.body.includes(phraseOf(channel)));
              const attempt = `${outlet.id} by ${credentials}: ${method} ${where} ${answer.status}`;
              if (isEntitled ? answer.status !== expectedStatus : ![401, 404].includes(answer.status))
                wrong.push(attempt);
              if (shown.some((channel) => !isEntitled || channel !== alias)) crossReads.push(attempt);
              if (isEntitled && (method !== 'GET' || shown.includes(alias))) ownReads++;
            }),
          ),
        );
      }
    }
    console.log(
      `${requests} requests, ${crossReads.length} reads of another partner’s feed, ${ownReads} reads of own feeds`,
    );
    expect(crossReads).toEqual([]);
    expect(wrong).toEqual([]);
    expect(ownReads).toBe(count * channelsOf(0).length * (GOOD.length + 1) * METHODS.length);
    expect(requests).toBe(count ** 3 * WAYS.length);
  }, 900_000);

  test('the answers for another partner’s feed and for a feed that does not exist are the same bytes, also if the request has a valid ETag', async () => {
    const [me, other] = outlets as [Outlet, Outlet];
    const [alias = ''] = channelsOf(0);
    const etag = (await rawRequest(base, `/p/${me.id}/${alias}/rss.xml`, { headers: me.basic })).headers[
      'etag'
    ];
    expect(etag).toMatch(/^"[0-9a-f]{32}"$/);
    const controls = (await Promise.all(
      [{}, { 'if-none-match': etag ?? '' }].map((more) =>
        rawRequest(base, `/p/${me.id}/${alias}/rss.xml`, { headers: { ...me.basic, ...more } }),
      ),
    )) as [RawAnswer, RawAnswer];
    expect(controls.map(({ status }) => status)).toEqual([200, 304]);

    const theirs = channelsOf(1).find((channel) => !channelsOf(0).includes(channel)) ?? '';
    const pairs: [string, string][] = [
      [`/p/${other.id}/${theirs}/rss.xml`, '/p/nobody/nothing/rss.xml'],
      [`/p/${me.id}/${theirs}/rss.xml`, `/p/${me.id}/nothing/rss.xml`],
      [`/p/${other.id}/${alias}/rss.xml`, `/p/nobody/${alias}/rss.xml`],
    ];
    const heads = [
      me.basic,
      {},
      { authorization: 'Bearer wrong' },
      basicAuthorization('nobody', me.token),
      { 'if-none-match': '*' },
    ];
    for (const [existing, missing] of pairs) {
      for (const headers of heads) {
        for (const method of ['GET', 'HEAD']) {
          const answers = [existing, missing].map((target) => rawRequest(base, target, { method, headers }));
          const [one, two] = (await Promise.all(answers)) as [RawAnswer, RawAnswer];
          expect(one).toEqual(two);
          expect(one.status).toBe(headers === me.basic ? 404 : 401);
        }
      }
    }
  });

  test('a partner cannot list feeds, guess keys or read a private channel at a public address', async () => {
    const [me] = outlets as [Outlet];
    const rows = await listFeeds(wiredesk.session.pipeline);
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
