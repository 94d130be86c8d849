import { beforeEach, describe, expect, test } from 'vitest';
import type { StoredConfiguration } from '../../shared/contract/configuration.ts';
import { feedsOf } from '../../shared/contract/feeds.ts';
import { decodeConfiguration } from '../../shared/contract/stored/configuration.ts';
import { tableKeys } from '../../shared/contract/table-keys.ts';
import { articleId, type FeedId } from '../../shared/domain/identity.ts';
import { standing } from '../../shared/domain/lifecycle.ts';
import { instantOf } from '../../shared/domain/instant.ts';
import { ManualPipeline } from '../crash/manual-pipeline.ts';
import { decision, story } from '../crash/submission-bodies.ts';
import { configurationOf } from '../model/newsroom.ts';
import { openMemory } from './backends.ts';

/** A configuration and rows as a newer version of Wiredesk could have stored them, before this version was deployed again. */
const CONFIGURATION = configurationOf([{ id: 'news', items: 5, sources: ['desk', 'wire'] }]);

/** The stored text, changed in a way that the types of this version do not allow. */
function newer(change: (stored: Stored) => void): StoredConfiguration {
  const stored = JSON.parse(JSON.stringify(CONFIGURATION)) as Stored;
  change(stored);
  return stored as unknown as StoredConfiguration;
}
interface Stored extends Record<string, unknown> {
  publisher: Record<string, unknown>;
  channels: Record<string, unknown>[];
  sources: Record<string, unknown>[];
  partnerFeeds: unknown[];
}

let pipeline: ManualPipeline;
beforeEach(async () => {
  pipeline = new ManualPipeline(await openMemory());
  await pipeline.backend.stores.configure(CONFIGURATION);
});

const submit = async (id: string, body = story(id), source = 'desk'): Promise<void> => {
  await pipeline.submit(id, body, { source });
  await pipeline.runUntilIdle();
};
const idOf = (configuration: StoredConfiguration): FeedId => {
  const [feed] = feedsOf(configuration);
  if (feed === undefined) throw new Error('no feed');
  return feed.id;
};
const NEWS = idOf(CONFIGURATION);
const shown = async (): Promise<string[]> => {
  const state = await pipeline.backend.stores.feeds.state(NEWS);
  return (state?.manifest ?? []).filter((entry) => entry.shown).map(({ article }) => article);
};
const ids = (...names: string[]): string[] => names.map((name) => articleId('desk', name));

describe('an unknown member of the configuration stops nothing', () => {
  test.each<[string, (stored: Stored) => void]>([
    ['at the top', (stored) => (stored['newer'] = { a: 1 })],
    ['of the publisher', (stored) => (stored.publisher['newer'] = 1)],
    ['of a source', (stored) => stored.sources.forEach((source) => (source['newer'] = 1))],
    ['of a channel', (stored) => stored.channels.forEach((channel) => (channel['newer'] = 1))],
  ])('%s', async (_, change) => {
    const configuration = newer(change);
    const decoded = decodeConfiguration(JSON.stringify(configuration));
    expect(decoded.notUnderstood).toBeUndefined();
    expect(JSON.parse(JSON.stringify(decoded))).toEqual(configuration);
    await pipeline.backend.stores.configure(configuration);
    await submit('a');
    expect(await shown()).toEqual(ids('a'));
  });
});

describe('a selector that is not understood', () => {
  test.each<[string, unknown]>([
    ['a new condition', { mood: 'good' }],
    ['a new condition in "not", which must not select everything', { not: { mood: 'good' } }],
    ['a new condition beside one that is known', { any: [{ source: 'desk' }, { mood: 'good' }] }],
  ])('selects nothing new, and the feed keeps its articles: %s', async (_, select) => {
    await submit('a');
    await submit('b');
    await pipeline.backend.stores.configure(
      newer((stored) => stored.channels.forEach((channel) => (channel['select'] = select))),
    );
    await submit('c');
    expect((await shown()).toSorted()).toEqual(ids('a', 'b').toSorted());
    await submit('a', decision('kill'));
    expect(await shown()).toEqual(ids('b'));
    await submit('b', story('changed'));
    expect(await shown()).toEqual(ids('b'));
    await pipeline.backend.stores.configure(CONFIGURATION);
    await submit('d');
    expect(await shown()).toEqual(ids('d', 'b'));
  });
});

test('a source that is not understood is accepted but not read, and other sources are', async () => {
  await pipeline.backend.stores.configure(
    newer((stored) =>
      stored.sources.forEach((source) => source['id'] === 'wire' && (source['order'] = 'priority')),
    ),
  );
  await expect(submit('w', story('w'), 'wire')).rejects.toThrow(
    'the source wire was stored by a newer version',
  );
  await submit('a');
  expect(await shown()).toEqual(ids('a'));
});

describe('one part that cannot be decoded does not stop the others', () => {
  const OTHER = { id: 'other', title: 'Other', link: 'https://desk.example/', items: 5, public: true };
  const withOther = (change: Record<string, unknown>): StoredConfiguration =>
    newer((stored) => stored.channels.push({ ...OTHER, select: { source: 'desk' }, ...change }));

  test.each<[string, Record<string, unknown>]>([
    ['no title', { title: undefined }],
    ['items that are no number', { items: 'many' }],
    ['an address that is none', { link: 7 }],
  ])('a channel with %s: its feed is left as it is, and others go on', async (_, change) => {
    await pipeline.backend.stores.configure(withOther({}));
    await submit('a');
    const other = feedsOf(withOther({})).find(({ channel }) => channel.id === 'other')?.id ?? NEWS;
    const before = await pipeline.backend.stores.feeds.state(other);
    await pipeline.backend.stores.configure(withOther(change));
    await submit('b');
    expect(await shown()).toEqual(ids('b', 'a'));
    await pipeline.stages(pipeline.backend.stores).publish({ feed: other, articles: [] });
    expect(await pipeline.backend.stores.feeds.state(other)).toEqual(before);
    const { notUnderstood } = decodeConfiguration(JSON.stringify(withOther(change)));
    expect(notUnderstood).toEqual(['feed of the channel other']);
  });

  test.each<[string, (stored: Stored) => void, string]>([
    ['a channel that is no object', (stored) => stored.channels.push(7 as never), 'feed of the channel ?'],
    ['a source without tokens', (stored) => stored.sources.push({ id: 'new' }), 'source new'],
    ['a source that is no object', (stored) => stored.sources.push(null as never), 'source ?'],
    [
      'a feed of a partner that is no object',
      (stored) => stored.partnerFeeds.push(7),
      'feed of the channel ?',
    ],
  ])('%s', async (_, change, named) => {
    const configuration = newer(change);
    expect(decodeConfiguration(JSON.stringify(configuration)).notUnderstood).toEqual([named]);
    await pipeline.backend.stores.configure(configuration);
    await submit('a');
    expect(await shown()).toEqual(ids('a'));
  });
});

test('a feed that the configuration may have is left as it is, but does not show what was killed', async () => {
  await submit('a');
  await submit('b');
  const documents = (): Promise<unknown> =>
    pipeline.backend.stores.feeds.state(NEWS).then((state) => state?.documents);
  const before = await documents();
  const unknown = {
    channel: 'news',
    profile: 'standard',
    terms: { delayMinutes: 0, territory: [], mood: 'good' },
    inherits: [],
  };
  const without = newer((stored) => {
    stored.channels.forEach((channel) => (channel['public'] = false));
    stored.partnerFeeds.push(unknown);
  });
  await pipeline.backend.stores.configure(without);
  await submit('a', story('changed'));
  expect(await documents()).toEqual(before);
  await submit('a', decision('kill'));
  expect(await documents()).toEqual({});
});

describe('a row of a newer version withholds', () => {
  const now = instantOf(new Date('2026-03-02T09:00:00.000Z'));
  test.each<[string, (head: Record<string, Record<string, unknown>>) => void, string]>([
    [
      'an unknown status',
      (head) => void (head['current'] = { ...head['current'], pubstatus: 'delayed' }),
      'withheld',
    ],
    [
      'an unknown decision',
      (head) =>
        void (head['decisions'] = { legal: { action: 'quarantine', at: now, receipt: 'r', by: 'Jane Roe' } }),
      'held',
    ],
  ])('%s', async (_, change, expected) => {
    await submit('a');
    const article = articleId('desk', 'a');
    await pipeline.backend.stores.alter(tableKeys.head(article), (row) => {
      change(row['head'] as Record<string, Record<string, unknown>>);
      return row;
    });
    const { head } = await pipeline.backend.stores.articles.head(article);
    expect(head && standing(head, now)).toBe(expected);
    await pipeline.backend.stores.work.markDirty(article, 't');
    await pipeline.runUntilIdle();
    expect(await shown()).toEqual([]);
  });

  test('an unknown decision in the raw bucket is tried again, and a text that is no decision is rejected', async () => {
    await expect(submit('a', decision('quarantine'))).rejects.toThrow('a newer version');
    await expect(submit('a', decision('kill', { countries: ['AT'] }))).rejects.toThrow('a newer version');
    await submit('a', decision('kill', { reason: 7 }));
  });
});
