import { expect } from 'vitest';
import type { StoredConfiguration } from '../../shared/contract/configuration.ts';
import { configurationOf, VARIANTS } from '../model/newsroom.ts';
import { type Contract, fresh } from './contract.ts';
import type { Line } from './places.ts';

/** Receives and deletes until nothing comes any more. */
async function drain<Message>(line: Line<Message>): Promise<Message[]> {
  const messages: Message[] = [];
  for (;;) {
    const more = await line.receive({ deletes: true });
    if (more.length === 0) return messages;
    messages.push(...more);
  }
}

const byText = (messages: readonly unknown[]): string[] =>
  messages.map((one) => JSON.stringify(one)).toSorted();

export const queueContract: Contract = {
  'all that is sent arrives, in any number': async ({ nowQueue, normaliseQueue, publishQueue }) => {
    // What was put into the raw store has been announced.
    await drain(normaliseQueue);
    const articles = Array.from({ length: 25 }, () => ({ article: fresh() }));
    await nowQueue.send(articles);
    expect(byText(await drain(nowQueue))).toEqual(byText(articles));
    const keys = Array.from({ length: 12 }, () => ({ key: `raw/desk/${fresh()}` }));
    await normaliseQueue.send(keys);
    expect(byText(await drain(normaliseQueue))).toEqual(byText(keys));
    const feeds = Array.from({ length: 12 }, () => ({ feed: fresh(), articles: [fresh()] }));
    await publishQueue.send(feeds);
    expect(byText(await drain(publishQueue))).toEqual(byText(feeds));
    await publishQueue.send([]);
    expect(await drain(publishQueue)).toEqual([]);
  },

  'equal messages all arrive: a kill, an un-kill and a kill': async ({ nowQueue, publishQueue }) => {
    const [now, publish] = [{ article: fresh() }, { feed: fresh(), articles: [fresh()] }];
    for (let sent = 0; sent < 3; sent++) {
      await nowQueue.send([now]);
      await publishQueue.send([publish]);
    }
    expect(await drain(nowQueue)).toEqual([now, now, now]);
    expect(await drain(publishQueue)).toEqual([publish, publish, publish]);
  },

  'one feed’s messages keep their order': async ({ publishQueue }) => {
    const [one, two] = [fresh(), fresh()];
    const sent = Array.from({ length: 14 }, (_, index) => ({
      feed: index % 3 === 0 ? two : one,
      articles: [fresh()],
    }));
    await publishQueue.send(sent);
    const received = await drain(publishQueue);
    for (const feed of [one, two]) {
      const of = (messages: typeof sent) => messages.filter((message) => message.feed === feed);
      expect(of(received)).toEqual(of(sent));
    }
  },
};

/** Last of all: what is in hand stays in hand. */
export const groupContract: Contract = {
  'while a feed’s message is in hand no other of that feed is handed out': async ({ publishQueue }) => {
    const [busy, free] = [fresh(), fresh()];
    await publishQueue.send([{ feed: busy, articles: [] }]);
    expect(await publishQueue.receive({ deletes: false })).toEqual([{ feed: busy, articles: [] }]);
    const more = [busy, free].map((feed) => ({ feed, articles: [fresh()] }));
    await publishQueue.send(more);
    expect(await drain(publishQueue)).toEqual(more.slice(1));
  },
};

const configurationAt = (index: number): StoredConfiguration => configurationOf(VARIANTS[index] ?? []);

export const configurationContract: Contract = {
  'what was put in force is read at once, as one object until something else is': async (stores) => {
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
};
