import { describe, expect, test } from 'vitest';
import { articleId } from '../../../shared/domain/identity.ts';
import { identify } from '../../../shared/reading/finish/identify.ts';
import { readSubmission } from '../../../shared/reading/read.ts';
import { atom, atomEntry, Intake, rss, rssItem } from './intake.ts';

const DAY = '2026-04-13T';
const story = (members: object): string =>
  JSON.stringify({ type: 'text', pubstatus: 'usable', language: 'en', ...members });
const kill = (members: object): string => story({ ...members, pubstatus: 'canceled', headline: 'KILL' });

describe('ids of ninjs', () => {
  const GUID = { guid: 'urn:newsml:desk.example:7' };

  test.each([
    ['guid', GUID, GUID],
    ['guid in another case of the namespace', GUID, { guid: 'URN:NEWSML:desk.example:7' }],
    ['a guid that is a number', { guid: 7 }, { guid: '7' }],
    ['uri, and a guid beside it', { uri: 'urn:x:1', guid: 'urn:y:1' }, { uri: 'urn:x:1' }],
    ['an empty uri and a guid', { uri: '', ...GUID }, GUID],
    ['the only alternative id', { altids: [{ role: 'cms', value: 'a-1' }] }, { altIds: { value: 'a-1' } }],
    [
      'uri, and then the guid that stood beside it',
      { uri: 'urn:x:1', guid: 'urn:y:1' },
      { uri: 'urn:x:1', guid: 'z' },
    ],
  ])('a withdrawal by %s withdraws the story', async (_, members, later) => {
    const intake = new Intake();
    await intake.send(story({ ...members, headline: 'Ferry returns', body_html: '<p>It sailed.</p>' }));
    expect(await intake.shown()).toEqual(['Ferry returns']);
    expect(await intake.send(kill(later))).toMatchObject([{ outcome: 'decided', notes: [] }]);
    expect(await intake.shown()).toEqual([]);
  });

  test('a correction by guid is a version of the same story', async () => {
    const intake = new Intake();
    await intake.send(story({ ...GUID, version: '1', headline: 'Two hurt' }));
    await intake.send(story({ ...GUID, version: '2', headline: 'Three people hurt at the pier' }));
    expect(await intake.shown()).toEqual(['Three people hurt at the pier']);
  });

  test('a withdrawal by guid may come before its story, and its receipt says so', async () => {
    const intake = new Intake();
    const [outcome] = await intake.send(kill(GUID));
    expect(outcome).toMatchObject({ outcome: 'decided' });
    expect(outcome?.notes.join()).toContain('no article with this id is stored yet');
    await intake.send(story({ ...GUID, headline: 'Ferry returns' }));
    expect(await intake.shown()).toEqual([]);
  });

  test('an id that is known from another member stays the id of the article', async () => {
    const intake = new Intake();
    await intake.send(story({ uri: 'urn:old:1', headline: 'Ferry is late' }));
    const [moved] = await intake.send(
      story({ uri: 'urn:new:1', altids: [{ value: 'urn:old:1' }], headline: 'Ferry is back' }),
    );
    expect(moved?.notes.join()).toContain('earlier id urn:old:1');
    expect(await intake.shown()).toEqual(['Ferry is back']);
    await intake.send(kill({ uri: 'urn:new:1' }));
    expect(await intake.shown()).toEqual([]);
  });
});

describe('ids that were given before', () => {
  const guid = 'urn:newsml:desk.example:9';
  const old = story({ guid, headline: 'Mayor named', body_html: '<p>The mayor is named.</p>' });

  async function withOldStory(link?: string): Promise<{ intake: Intake; sent: string; before: string }> {
    const intake = new Intake();
    const sent = link === undefined ? old : JSON.stringify({ ...JSON.parse(old), link });
    const [read] = readSubmission(
      { bytes: Buffer.from(sent), mediaType: 'application/json' },
      { language: 'en', boilerplate: [] },
    );
    if (!read?.ok) throw new Error('the story was not read');
    const { others } = identify(read.draft, undefined);
    const [before = ''] = others;
    await intake.storeAs(before, 'Mayor named');
    return { intake, sent, before };
  }

  test.each([undefined, 'https://desk.example/9'])(
    'a story that had an id from its contents or its link (%s) keeps it',
    async (link) => {
      const { intake, sent, before } = await withOldStory(link);
      const [again] = await intake.send(sent);
      expect(again?.article).toBe(articleId('desk', before));
      expect(await intake.shown()).toEqual(['Mayor named']);
      await intake.send(kill({ guid }));
      expect(await intake.shown()).toEqual([]);
    },
  );

  test('a kill by guid that came before the old id was known holds', async () => {
    const { intake, sent } = await withOldStory();
    await intake.send(kill({ guid }));
    await intake.send(sent);
    expect(await intake.shown()).toEqual([]);
  });

  test('a decision by the old id and one by the new id both hold', async () => {
    const { intake, sent, before } = await withOldStory();
    await intake.send(sent);
    await intake.decide('kill', guid);
    expect(await intake.shown()).toEqual([]);
    await intake.decide('unkill', before);
    expect(await intake.shown()).toEqual(['Mayor named']);
    await intake.decide('kill', before);
    expect(await intake.shown()).toEqual([]);
  });

  test.each(['https://pier.example/?p=7', 'HTTP://Pier.Example:80/?p=7', 'http://pier.example/?p=7'])(
    'an article with the id http://pier.example/?p=7 is found by %s',
    async (spelling) => {
      const intake = new Intake();
      const article = await intake.storeAs('http://pier.example/?p=7', 'Lighthouse');
      const sent = await intake.send(
        ...rss(rssItem('Lighthouse open', { guid: spelling.replace('&', '&amp;') })),
      );
      expect(sent).toMatchObject([{ article }]);
      expect(await intake.shown()).toEqual(['Lighthouse open']);
      expect(await intake.decide('kill', spelling)).toMatchObject([{ article }]);
      expect(await intake.shown()).toEqual([]);
    },
  );

  test('a kill reaches both articles that two spellings of one id made before', async () => {
    const intake = new Intake();
    await intake.storeAs('http://pier.example/7', 'Lighthouse');
    await intake.storeAs('https://pier.example/7', 'Lighthouse');
    await intake.send(kill({ uri: 'https://pier.example/7' }));
    expect(await intake.shown()).toEqual([]);
  });
});

describe('spellings of one id', () => {
  test.each([
    ['http://pier.example/?p=7', 'https://pier.example/?p=7'],
    ['https://Pier.Example/a', 'https://pier.example/a'],
    ['https://pier.example:443/a', 'http://pier.example:80/a'],
    ['urn:uuid:5D0A1A52-6C1E-5B3A-9F64-0C8A4A7F0001', 'urn:uuid:5d0a1a52-6c1e-5b3a-9f64-0c8a4a7f0001'],
    ['5D0A1A52-6C1E-5B3A-9F64-0C8A4A7F0001', '5d0a1a52-6c1e-5b3a-9f64-0c8a4a7f0001'],
  ])('%s and %s are one story, in one submission and in two', async (first, second) => {
    for (const isOne of [true, false]) {
      const intake = new Intake();
      const items = [first, second].map((guid) => rssItem('Lighthouse open again', { guid }));
      for (const sent of isOne ? [items] : items.map((item) => [item])) await intake.send(...rss(...sent));
      expect(await intake.shown()).toEqual(['Lighthouse open again']);
    }
  });

  test.each([
    ['https://pier.example/a', 'https://pier.example/A'],
    ['https://pier.example/a', 'https://pier.example/a/'],
    ['https://pier.example/a', 'https://www.pier.example/a'],
    ['https://pier.example/?p=1', 'https://pier.example/?p=2'],
    ['Case-ID', 'case-id'],
    ['urn:x:a', 'urn:x:A'],
  ])('%s and %s are two stories', async (first, second) => {
    const intake = new Intake();
    await intake.send(...rss(...[first, second].map((guid) => rssItem('Lighthouse', { guid }))));
    expect(await intake.shown()).toHaveLength(2);
  });
});

describe('one story twice in a submission', () => {
  const newer = { published: `${DAY}08:00:00Z`, updated: `${DAY}10:00:00Z` };
  const older = { published: `${DAY}08:00:00Z`, updated: `${DAY}08:00:00Z` };
  const id = 'tag:pier.example,2026:1';

  test.each([
    [
      'Atom, newest first',
      atom(atomEntry('Three hurt', { id, ...newer }), atomEntry('Two hurt', { id, ...older })),
    ],
    [
      'Atom, newest last',
      atom(atomEntry('Two hurt', { id, ...older }), atomEntry('Three hurt', { id, ...newer })),
    ],
    [
      'Atom with updated only',
      atom(
        atomEntry('Three hurt at the pier', { id, updated: newer.updated }),
        atomEntry('Two hurt at the pier', { id, updated: older.updated }),
      ),
    ],
    [
      'JSON Feed, newest first',
      [
        JSON.stringify({
          version: 'https://jsonfeed.org/version/1.1',
          title: 'Pier Post',
          items: [
            {
              id,
              title: 'Three hurt',
              content_text: 'Three.',
              date_published: newer.published,
              date_modified: newer.updated,
            },
            {
              id,
              title: 'Two hurt',
              content_text: 'Two.',
              date_published: older.published,
              date_modified: older.updated,
            },
          ],
        }),
        { mediaType: 'application/feed+json' },
      ] as const,
    ],
    [
      'ninjs with version numbers, newest first',
      [
        `[${story({ uri: id, version: '10', headline: 'Three hurt' })},${story({ uri: id, version: '9', headline: 'Two hurt' })}]`,
      ] as const,
    ],
    [
      'RSS with two dates and nearly equal words',
      rss(
        rssItem('Three hurt at the pier', { guid: id, pubDate: 'Mon, 13 Apr 2026 10:00:00 GMT' }),
        rssItem('Two hurt at the pier', { guid: id, pubDate: 'Mon, 13 Apr 2026 08:00:00 GMT' }),
      ),
    ],
  ] as const)('%s: the newest version wins', async (_, [body, sending]) => {
    for (const order of ['arrival', 'versioncreated', 'version'] as const) {
      if (order === 'version' && !body.includes('"version":"10"')) continue;
      if (order === 'versioncreated' && body.includes('"version":"10"')) continue;
      const intake = new Intake(order);
      const outcomes = await intake.send(body, sending ?? {});
      expect(new Set(outcomes.map(({ article }) => article)).size).toBe(1);
      const [headline = ''] = await intake.shown();
      expect(headline).toMatch(/^Three hurt/);
      expect(await intake.shown()).toHaveLength(1);
    }
  });

  test('an item that is listed twice is one story, and the second is unchanged', async () => {
    const intake = new Intake();
    const item = rssItem('Bridge closed', { guid: 'b-1' });
    expect(await intake.send(...rss(item, item))).toMatchObject([
      { outcome: 'unrouted' },
      { outcome: 'unchanged' },
    ]);
    expect(await intake.shown()).toEqual(['Bridge closed']);
  });
});

describe('different stories with one id in a submission', () => {
  const TITLES = ['Fire is out', 'Fire spreads to the barn', 'Fire at the mill'];
  const dated = (title: string, at: number, parts: Record<string, string>): string =>
    rssItem(title, { pubDate: `Mon, 13 Apr 2026 0${at}:00:00 GMT`, ...parts });
  const forms: [string, Record<string, string>][] = [
    ['the same link and no guid', { link: 'https://pier.example/live' }],
    ['the front page as link', { link: 'https://pier.example/' }],
    ['one guid for all', { guid: 'feed-item' }],
    [
      'one address as guid and link',
      { guid: 'https://pier.example/live', link: 'https://pier.example/live' },
    ],
    ['an empty guid and the same link', { guid: ' ', link: 'https://pier.example/live' }],
  ];

  test.each(forms)('%s: all are kept, and none is superseded', async (_, parts) => {
    const intake = new Intake();
    const outcomes = await intake.send(...rss(...TITLES.map((title, at) => dated(title, 5 - at, parts))));
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['unrouted', 'unrouted', 'unrouted']);
    for (const { notes } of outcomes) expect(notes.join()).toContain('kept apart');
    expect(await intake.shown()).toEqual(TITLES);
  });

  test.each(forms)('%s: sent again in parts, in another order, no story is doubled', async (_, parts) => {
    const intake = new Intake();
    const items = TITLES.map((title, at) => dated(title, 5 - at, parts));
    await intake.send(...rss(...items));
    for (const part of [[1], [2, 0], [0], [1, 2]]) {
      const again = await intake.send(...rss(...part.map((at) => items[at] ?? '')));
      expect(again.map(({ outcome }) => outcome)).toEqual(part.map(() => 'unchanged'));
    }
    expect(await intake.shown()).toEqual(TITLES);
  });

  test('the story that had the id first keeps it', async () => {
    const intake = new Intake();
    const parts = { link: 'https://pier.example/live' };
    const items = TITLES.map((title, at) => dated(title, 5 - at, parts));
    const [first] = await intake.send(...rss(items[2] ?? ''));
    const all = await intake.send(...rss(...items));
    expect(all[2]).toMatchObject({ article: first?.article, outcome: 'unchanged' });
    expect(await intake.shown()).toEqual(TITLES);
  });

  test('a kill by the shared id reaches every story, whichever comes first', async () => {
    const items = TITLES.map((title, at) => dated(title, 5 - at, { guid: 'feed-item' }));
    const after = new Intake();
    await after.send(...rss(...items));
    await after.decide('kill', 'feed-item');
    expect(await after.shown()).toEqual([]);
    const before = new Intake();
    await before.decide('kill', 'feed-item');
    await before.send(...rss(...items));
    expect(await before.shown()).toEqual([]);
  });

  test('two stories with one id and one headline: one is refused by name', async () => {
    const intake = new Intake();
    const weather = (text: string, day: number): string =>
      rssItem('The weather', { guid: 'weather', description: text, pubDate: `${day} Apr 2026 08:00:00 GMT` });
    const outcomes = await intake.send(
      ...rss(
        weather('Rain all day and storms on the coast.', 13),
        weather('Sunny and dry, up to twenty degrees.', 12),
      ),
    );
    expect(outcomes.map(({ code }) => code ?? 'stored').toSorted()).toEqual(['ID_SHARED', 'UNROUTED']);
    expect(outcomes[1]).toMatchObject({
      code: 'ID_SHARED',
      reason: expect.stringContaining('weather') as string,
    });
  });

  test('a correction in a later submission is no second story', async () => {
    const intake = new Intake();
    const link = 'https://pier.example/n/1';
    await intake.send(
      ...rss(rssItem('Two hurt', { link }), rssItem('Fair opens', { link: 'https://pier.example/n/2' })),
    );
    await intake.send(...rss(rssItem('Three people hurt', { link })));
    expect((await intake.shown()).toSorted()).toEqual(['Fair opens', 'Three people hurt']);
  });
});

describe('the order of a feed', () => {
  const items = (parts: Record<string, string>): string[] =>
    [1, 2, 3, 4, 5, 6].map((n) => rssItem(`Item ${n}`, { guid: `https://pier.example/${n}`, ...parts }));
  const IN_ORDER = [1, 2, 3, 4, 5, 6].map((n) => `Item ${n}`);

  test.each([
    ['undated', {}],
    ['of one date', { pubDate: 'Mon, 13 Apr 2026 08:00:00 GMT' }],
  ])('items that are %s stay in the order of the feed, also when some are sent again', async (_, parts) => {
    const intake = new Intake();
    await intake.send(...rss(...items(parts)));
    expect(await intake.shown()).toEqual(IN_ORDER);
    expect(await intake.shown(2)).toEqual(['Item 1', 'Item 2']);
    await intake.send(...rss(...items(parts).slice(3)));
    expect(await intake.shown()).toEqual(IN_ORDER);
  });

  test('undated items of a later submission come first', async () => {
    const intake = new Intake();
    await intake.send(...rss(...items({}).slice(2)));
    await intake.send(...rss(...items({})));
    expect(await intake.shown()).toEqual(IN_ORDER);
  });
});

describe('withdrawals that name no article', () => {
  test.each([
    ['no id at all', {}],
    ['an empty guid', { guid: '' }],
    ['a guid of the wrong type', { guid: null }],
    ['only a link', { link: 'https://desk.example/unknown' }],
  ])('%s: refused', async (_, members) => {
    const intake = new Intake();
    await intake.send(story({ headline: 'Ferry returns', body_html: '<p>It sailed.</p>' }));
    expect(await intake.send(kill(members))).toMatchObject([
      { outcome: 'rejected', code: 'WITHDRAWAL_UNKNOWN' },
    ]);
    expect(await intake.shown()).toEqual(['Ferry returns']);
  });

  test('one without an id that fits a stored article withdraws it', async () => {
    const intake = new Intake();
    const link = 'https://desk.example/ferry';
    await intake.send(story({ link, headline: 'Ferry returns', body_html: '<p>It sailed.</p>' }));
    expect(await intake.send(kill({ link }))).toMatchObject([{ outcome: 'decided' }]);
    expect(await intake.shown()).toEqual([]);
  });

  test('the withdrawal may be in the submission of its story, before it or after it', async () => {
    const [usable, canceled] = [story({ guid: 'g', headline: 'Ferry' }), kill({ guid: 'g' })];
    for (const pair of [`[${usable},${canceled}]`, `[${canceled},${usable}]`]) {
      const intake = new Intake();
      await intake.send(pair);
      expect(await intake.shown()).toEqual([]);
    }
  });
});

describe('a story that evolved from another', () => {
  const first = story({ uri: 'urn:x:20', headline: 'Vote is on' });
  const second = story({ uri: 'urn:x:21', evolvedFrom: 'urn:x:20', headline: 'Vote is over' });

  test.each([
    ['after it', [first, second]],
    ['before it', [second, first]],
    ['twice', [first, second, second]],
    [
      'and the first is corrected later',
      [first, second, story({ uri: 'urn:x:20', headline: 'Vote is on, again' })],
    ],
  ])('replaces it: %s', async (_, sent) => {
    const intake = new Intake();
    for (const body of sent) await intake.send(body);
    expect(await intake.shown()).toEqual(['Vote is over']);
  });

  test('says so on the receipt, and a person can show the first again', async () => {
    const intake = new Intake();
    await intake.send(first);
    const [outcome] = await intake.send(second);
    expect(outcome?.notes).toContain('replaces the story urn:x:20, which is put on hold');
    await intake.decide('release', 'urn:x:20');
    expect((await intake.shown()).toSorted()).toEqual(['Vote is on', 'Vote is over']);
  });

  test('a story that names itself stays', async () => {
    const intake = new Intake();
    await intake.send(story({ uri: 'urn:x:20', evolvedfrom: 'urn:x:20', headline: 'Vote is on' }));
    expect(await intake.shown()).toEqual(['Vote is on']);
  });
});
