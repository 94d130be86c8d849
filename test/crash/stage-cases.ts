import { feedsOf } from '../../shared/contract/feeds.ts';
import { DECISION_MEDIA_TYPE } from '../../shared/contract/messages.ts';
import { articleId } from '../../shared/domain/identity.ts';
import {
  CONFIGURATION,
  DELAYED_NEWS,
  HEIR,
  HEIR_OF_NEWS,
  normalised,
  normalising,
  published,
  publishing,
  reconfigured,
  TOKEN,
  withNews,
  type StageRun,
} from './stage-case-builders.ts';
import { decision, FEED, NINJS, ninjs, story, TEXT } from './submission-bodies.ts';

/** Every stage, in the cases in which it writes something different. */
export const STAGE_RUNS: readonly StageRun[] = [
  {
    name: 'ingest',
    async prepare(newsroom) {
      await published(newsroom, ['a']);
      const request = {
        source: 'desk',
        token: TOKEN,
        kind: 'content' as const,
        mediaType: TEXT,
        declaredId: 'b',
        idempotencyKey: 'once',
        bytes: Buffer.from(story('b')),
      };
      return ({ ingest }) => ingest(request);
    },
  },
  normalising('an article', [], 'a', TEXT, story('a')),
  normalising('a correction', ['a'], 'a', TEXT, story('a corrected')),
  normalising(
    'an article with an embargo and an end',
    ['a'],
    'b',
    NINJS,
    ninjs('b', {
      embargoed: '2026-03-02T10:00:00Z',
      expires: '2026-03-02T12:00:00Z',
    }),
  ),
  normalising('a kill', ['a'], 'a', DECISION_MEDIA_TYPE, decision('kill')),
  normalising('a kill before its article', [], 'a', DECISION_MEDIA_TYPE, decision('kill')),
  normalising(
    'a moved embargo',
    ['a'],
    'a',
    DECISION_MEDIA_TYPE,
    decision('embargo', {
      until: '2026-03-02T11:00:00.000Z',
    }),
  ),
  normalising(
    'an article that says it is canceled',
    ['a'],
    'a',
    NINJS,
    ninjs('a', { pubstatus: 'canceled' }),
  ),
  normalising('many items', ['a'], 'feed', 'application/rss+xml', FEED, 'wire'),
  normalising('what is rejected', ['a'], 'b', 'application/json', '{'),
  {
    name: 'fan-out: a tick',
    async prepare(newsroom) {
      await published(newsroom, ['a', 'b']);
      const embargoed = ninjs('c', { embargoed: newsroom.now().toISOString() });
      const keys = [
        await newsroom.submit('a', TEXT, story('a corrected')),
        await newsroom.submit('b', DECISION_MEDIA_TYPE, decision('hold')),
        await newsroom.submit('c', NINJS, embargoed),
      ];
      await normalised(newsroom, keys);
      await newsroom.place.stores.work.scheduleDue(newsroom.now().toISOString(), articleId('desk', 'c'));
      return ({ tick }) => tick();
    },
  },
  {
    name: 'fan-out: at once',
    async prepare(newsroom) {
      await published(newsroom, ['a', 'b']);
      await normalised(newsroom, [await newsroom.submit('a', DECISION_MEDIA_TYPE, decision('kill'))]);
      return ({ fanOutNow }) => fanOutNow(articleId('desk', 'a'));
    },
  },
  {
    name: 'fan-out: a sweep',
    async prepare(newsroom) {
      await published(newsroom, ['a']);
      for (const id of ['b', 'c']) await newsroom.submit(id, TEXT, story(id), { isLost: true });
      const { feeds } = newsroom.place.stores;
      for (const { id } of feedsOf(CONFIGURATION)) {
        const state = await feeds.state(id);
        if (state) await feeds.commit(id, { ...state, rev: state.rev + 1 }, state.rev);
      }
      newsroom.wait(30);
      return ({ sweep }) => sweep();
    },
  },
  publishing('first documents', [], (newsroom) => newsroom.submit('a', TEXT, story('a'))),
  publishing('a correction and a new story', ['a', 'b'], async (newsroom) => {
    await newsroom.submit('a', TEXT, story('a corrected'));
    await newsroom.submit('c', TEXT, story('c'));
  }),
  publishing('a kill', ['a', 'b'], (newsroom) => newsroom.submit('a', DECISION_MEDIA_TYPE, decision('kill'))),
  publishing('a channel that is removed', ['a'], (newsroom) =>
    reconfigured(newsroom, {
      ...CONFIGURATION,
      channels: CONFIGURATION.channels.filter(({ id }) => id !== 'news'),
    }),
  ),
  publishing(
    'a feed that is held while one of its stories is killed',
    ['a', 'b', 'c', 'd', 'e'],
    async (newsroom) => {
      await reconfigured(newsroom, withNews({ select: { words: 'Story e' } }));
      await newsroom.submit('a', DECISION_MEDIA_TYPE, decision('kill'));
    },
  ),
  publishing(
    'a correction within a feed’s delay, and a story that is due',
    ['a'],
    async (newsroom) => {
      newsroom.wait(30);
      await newsroom.rest();
      await newsroom.submit('b', TEXT, story('b'));
      newsroom.wait(25);
      await newsroom.submit('a', TEXT, story('a corrected'));
    },
    DELAYED_NEWS,
  ),
  publishing(
    'a partner’s feed that inherits a withdrawal',
    ['a', 'b'],
    async (newsroom) => {
      newsroom.wait(30);
      await newsroom.rest();
      await reconfigured(newsroom, HEIR);
      await newsroom.submit('b', DECISION_MEDIA_TYPE, decision('kill'));
    },
    HEIR_OF_NEWS,
  ),
];
