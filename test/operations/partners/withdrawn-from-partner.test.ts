import { beforeEach, expect, test } from 'vitest';
import { addPartner, unsubscribe } from '../../support/operate.ts';
import { partnerIdOf } from '../../support/ids.ts';
import { channelOf, Newsroom } from '../newsroom.ts';

/** A decision about a partner lasts until it is undone, whatever subscriptions the partner gets afterwards. */
let newsroom: Newsroom;
beforeEach(async () => {
  newsroom = new Newsroom();
  await newsroom.apply({ channels: [channelOf('news'), channelOf('culture')] });
});

const STORY = 'desk:story';
const withdraw = (target = 'partner:outlet') => newsroom.decide(STORY, { action: 'withdraw', target });
const subscribe = (alias: string, terms: object = {}, partner = 'outlet') =>
  newsroom.subscribe(partner, alias, { channel: 'news', ...terms });
const end = (alias: string) => unsubscribe(newsroom.pipeline, 'outlet', alias, newsroom.waiting);
const add = () => addPartner(newsroom.pipeline, { id: 'outlet', name: 'The outlet' }, newsroom.waiting);
const shown = async (alias: string, partner = 'outlet') =>
  newsroom.shown(await newsroom.feedOf(partner, alias), [STORY, 'desk:other']);

const WAYS: Record<string, () => Promise<unknown>> = {
  'another subscription with other terms': async () => {
    await subscribe('top');
    await withdraw();
    await subscribe('new', { territory: ['AT'] });
  },
  'another subscription to another channel': async () => {
    await subscribe('top');
    await withdraw();
    await subscribe('new', { channel: 'culture' });
  },
  'its first subscription': async () => {
    await add();
    await withdraw();
    await subscribe('new');
  },
  'a subscription after all others ended': async () => {
    await subscribe('top');
    await withdraw();
    await end('top');
    await subscribe('new');
  },
  'the same subscription again': async () => {
    await subscribe('new');
    await withdraw('partner:outlet/new');
    await end('new');
    await subscribe('new');
  },
  'a subscription after it was removed and added again': async () => {
    await subscribe('top');
    await withdraw();
    await newsroom.removePartner('outlet');
    await add();
    await subscribe('new');
  },
  'a subscription in a file': async () => {
    await subscribe('top');
    await withdraw();
    await newsroom.apply({
      channels: [channelOf('news'), channelOf('culture')],
      partners: [
        {
          id: partnerIdOf('outlet'),
          name: 'The outlet',
          subscriptions: [
            { alias: 'top', channel: 'news', profile: 'standard', territory: [] },
            { alias: 'new', channel: 'news', profile: 'standard', territory: ['AT'] },
          ],
        },
      ],
    });
  },
};

test.each(Object.keys(WAYS))('a story that was withdrawn from a partner does not show in %s', async (way) => {
  await newsroom.send('story');
  await newsroom.send('other');
  await WAYS[way]?.();
  await newsroom.settle();
  expect(await shown('new')).toEqual(['desk:other']);
  // Of two decisions at the same instant, the order of their receipts would decide.
  await newsroom.wait(1);
  await newsroom.decide(STORY, { action: 'restore', target: 'partner:outlet' });
  await newsroom.decide(STORY, { action: 'restore', target: 'partner:outlet/new' });
  expect(await shown('new')).toEqual([STORY, 'desk:other']);
});

test('other partners, and a partner without decisions of its own, share their feeds', async () => {
  await newsroom.send('story');
  await subscribe('top');
  await withdraw();
  await subscribe('top', {}, 'second');
  await subscribe('top', {}, 'third');
  expect(await newsroom.feedOf('second', 'top')).toBe(await newsroom.feedOf('third', 'top'));
  expect(await shown('top', 'second')).toEqual([STORY]);
});
