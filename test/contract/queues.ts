import { expect } from 'vitest';
import type { StoredConfiguration } from '../../shared/contract/configuration.ts';
import { configurationOf, VARIANTS } from '../model/newsroom.ts';
import { articleIdOf, feedIdOf } from '../support/ids.ts';
import { type Contract, fresh, NEWER } from './contract.ts';
import type { ReceivableQueue } from './backends.ts';

/** Receives and deletes messages until the queue is empty. */
async function drain<Message>(queue: ReceivableQueue<Message>): Promise<Message[]> {
  const messages: Message[] = [];
  for (;;) {
    const more = await queue.receive({ deletes: true });
    if (more.length === 0) return messages;
    messages.push(...more);
  }
}

const byText = (messages: readonly unknown[]): string[] =>
  messages.map((message) => JSON.stringify(message)).toSorted();

export const queueContract: Contract = {
  'all messages arrive, however many are sent': async ({ nowQueue, normaliseQueue, publishQueue }) => {
    // The checks of the raw store have put objects, and the messages about these objects are still in normaliseQueue.
    await drain(normaliseQueue);
    const articles = Array.from({ length: 25 }, () => ({ article: articleIdOf(fresh()) }));
    await nowQueue.send(articles);
    expect(byText(await drain(nowQueue))).toEqual(byText(articles));
    const keys = Array.from({ length: 12 }, () => ({ key: `raw/desk/${fresh()}` }));
    await normaliseQueue.send(keys);
    expect(byText(await drain(normaliseQueue))).toEqual(byText(keys));
    const feeds = Array.from({ length: 12 }, () => ({
      feed: feedIdOf(fresh()),
      articles: [articleIdOf(fresh())],
    }));
    await publishQueue.send(feeds);
    expect(byText(await drain(publishQueue))).toEqual(byText(feeds));
    await publishQueue.send([]);
    expect(await drain(publishQueue)).toEqual([]);
  },

  'equal messages all arrive, for example after a kill, an unkill and another kill': async ({
    nowQueue,
    publishQueue,
  }) => {
    const [now, publish] = [
      { article: articleIdOf(fresh()) },
      { feed: feedIdOf(fresh()), articles: [articleIdOf(fresh())] },
    ];
    for (let sent = 0; sent < 3; sent++) {
      await nowQueue.send([now]);
      await publishQueue.send([publish]);
    }
    expect(await drain(nowQueue)).toEqual([now, now, now]);
    expect(await drain(publishQueue)).toEqual([publish, publish, publish]);
  },

  'messages of one feed keep their order': async ({ publishQueue }) => {
    const [one, two] = [feedIdOf(fresh()), feedIdOf(fresh())];
    const sent = Array.from({ length: 14 }, (_, index) => ({
      feed: index % 3 === 0 ? two : one,
      articles: [articleIdOf(fresh())],
    }));
    await publishQueue.send(sent);
    const received = await drain(publishQueue);
    for (const feed of [one, two]) {
      const ofFeed = (messages: typeof sent) => messages.filter((message) => message.feed === feed);
      expect(ofFeed(received)).toEqual(ofFeed(sent));
    }
  },
};

/** This contract must run last, because it leaves a message in flight: received, but not deleted. */
export const groupContract: Contract = {
  'while a message of a feed is in flight, no other message of that feed is received': async ({
    publishQueue,
  }) => {
    const [busy, free] = [feedIdOf(fresh()), feedIdOf(fresh())];
    await publishQueue.send([{ feed: busy, articles: [] }]);
    expect(await publishQueue.receive({ deletes: false })).toEqual([{ feed: busy, articles: [] }]);
    const more = [busy, free].map((feed) => ({ feed, articles: [articleIdOf(fresh())] }));
    await publishQueue.send(more);
    expect(await drain(publishQueue)).toEqual(more.slice(1));
  },
};

const configurationAt = (index: number): StoredConfiguration => configurationOf(VARIANTS[index] ?? []);

export const configurationContract: Contract = {
  'a new configuration is read at once; reads return the same object until another configuration is put in force':
    async (stores) => {
      const { configuration } = stores;
      expect([await configuration.current(), await configuration.recent()]).toEqual([undefined, undefined]);
      await stores.configure(configurationAt(0));
      const current = await configuration.current();
      expect(current).toEqual(configurationAt(0));
      expect(await configuration.current()).toBe(current);
      await stores.configure(configurationAt(1));
      expect(await configuration.current()).toEqual(configurationAt(1));
      expect(await configuration.recent()).toEqual(configurationAt(1));
    },

  'members that a newer Wiredesk added to the configuration are read and kept': async ({
    configuration,
    configure,
  }) => {
    const { sources, channels, ...others } = configurationAt(0);
    const newer = {
      ...others,
      sources: sources.map((source) => ({ ...source, ...NEWER })),
      channels: channels.map((channel) => ({ ...channel, ...NEWER })),
      ...NEWER,
    };
    await configure(newer);
    expect(await configuration.current()).toEqual(newer);
    await configure(configurationAt(0));
  },

  'a selector with a condition that a newer Wiredesk added is read as one that is not understood': async ({
    configuration,
    configure,
  }) => {
    const known = configurationAt(0);
    const channels = known.channels.map((channel) => ({
      ...channel,
      select: { ...channel.select, ...NEWER },
    }));
    await configure({ ...known, channels });
    const current = await configuration.current();
    expect(current?.channels.map(({ select }) => select)).toEqual(
      channels.map(() => ({ notUnderstood: true })),
    );
    expect(current?.notUnderstood).toEqual(channels.map(({ id }) => `channel ${id}`));
    await configure(known);
  },
};
