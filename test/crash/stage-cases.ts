import { objectKeys } from '../../shared/contract/keys.ts';
import { feedsOf } from '../../shared/contract/feeds.ts';
import { articleId } from '../../shared/domain/identity.ts';
import { instantOf } from '../../shared/domain/instant.ts';
import {
  CONFIGURATION,
  DELAYED_FEED,
  normaliseAll,
  normaliseCase,
  publishCase,
  publishStories,
  putInForce,
  type StageCase,
  SUCCESSOR,
  SUCCESSOR_FEED,
  TOKEN,
  withNews,
} from './stage-case-builders.ts';
import { BROKEN_JSON, decision, FEED_OF_THREE, ninjs, story } from './submission-bodies.ts';

/** One case for each situation in which a stage writes different rows or objects. */
export const STAGE_CASES: readonly StageCase[] = [
  {
    name: 'ingest',
    async prepare(pipeline) {
      await publishStories(pipeline, ['a']);
      const { mediaType, body } = story('b');
      const request = {
        source: 'desk',
        token: TOKEN,
        kind: 'content' as const,
        mediaType,
        declaredId: 'b',
        idempotencyKey: 'once',
        bytes: Buffer.from(body),
      };
      // The bytes are stored in every run, so S3 sends its event in every run. The emulators send none.
      return async ({ ingest }) => {
        const answer = await ingest(request);
        if (answer.status !== 202) throw new Error(`ingest answered ${answer.status}`);
        await pipeline.backend.announce(objectKeys.raw('desk', answer.receipt));
      };
    },
  },
  normaliseCase('an article', { before: [], id: 'a', body: story('a') }),
  normaliseCase('a correction', { before: ['a'], id: 'a', body: story('a corrected') }),
  normaliseCase('an article with an embargo and an expiry', {
    before: ['a'],
    id: 'b',
    body: ninjs('b', { embargoed: '2026-03-02T10:00:00Z', expires: '2026-03-02T12:00:00Z' }),
  }),
  normaliseCase('a kill', { before: ['a'], id: 'a', body: decision('kill') }),
  normaliseCase('a kill before its article', { before: [], id: 'a', body: decision('kill') }),
  normaliseCase('a moved embargo', {
    before: ['a'],
    id: 'a',
    body: decision('embargo', { until: '2026-03-02T11:00:00.000Z' }),
  }),
  normaliseCase('an article that says it is canceled', {
    before: ['a'],
    id: 'a',
    body: ninjs('a', { pubstatus: 'canceled' }),
  }),
  normaliseCase('a feed of three items', { before: ['a'], id: 'feed', body: FEED_OF_THREE, source: 'wire' }),
  {
    name: 'normalise: a part of a feed of three items, for which one run has no time',
    goesFurther: true,
    async prepare(pipeline) {
      await publishStories(pipeline, ['a']);
      const key = await pipeline.submit('feed', FEED_OF_THREE, { isLost: true, source: 'wire' });
      return ({ normalise }) => normalise(key, 2);
    },
  },
  {
    name: 'ingest: a DELETE request',
    async prepare(pipeline) {
      await publishStories(pipeline, ['a']);
      const { mediaType, body } = decision('kill');
      const request = {
        source: 'desk',
        token: TOKEN,
        kind: 'decision' as const,
        mediaType,
        declaredId: 'a',
        idempotencyKey: 'once',
        bytes: Buffer.from(body),
      };
      return ({ ingest }) => ingest(request);
    },
  },
  normaliseCase('a submission that is rejected', { before: ['a'], id: 'b', body: BROKEN_JSON }),
  {
    name: 'fan-out: a tick',
    async prepare(pipeline) {
      await publishStories(pipeline, ['a', 'b']);
      const embargoed = ninjs('c', { embargoed: pipeline.now().toISOString() });
      const keys = [
        await pipeline.submit('a', story('a corrected')),
        await pipeline.submit('b', decision('hold')),
        await pipeline.submit('c', embargoed),
      ];
      await normaliseAll(pipeline, keys);
      await pipeline.backend.stores.work.scheduleDue(instantOf(pipeline.now()), articleId('desk', 'c'));
      return ({ tick }) => tick();
    },
  },
  {
    name: 'fan-out: a kill that arrives by the now queue',
    async prepare(pipeline) {
      await publishStories(pipeline, ['a', 'b']);
      await normaliseAll(pipeline, [await pipeline.submit('a', decision('kill'))]);
      return ({ fanOutNow }) => fanOutNow(articleId('desk', 'a'));
    },
  },
  {
    name: 'fan-out: a sweep',
    async prepare(pipeline) {
      await publishStories(pipeline, ['a']);
      for (const id of ['b', 'c']) await pipeline.submit(id, story(id), { isLost: true });
      const { feeds } = pipeline.backend.stores;
      for (const { id } of feedsOf(CONFIGURATION)) {
        const state = await feeds.state(id);
        if (state) await feeds.commit(id, { ...state, rev: state.rev + 1 }, state.rev);
      }
      pipeline.wait(30);
      return ({ sweep }) => sweep();
    },
  },
  publishCase('the first documents', {
    before: [],
    change: (pipeline) => pipeline.submit('a', story('a')),
  }),
  publishCase('a correction and a new story', {
    before: ['a', 'b'],
    async change(pipeline) {
      await pipeline.submit('a', story('a corrected'));
      await pipeline.submit('c', story('c'));
    },
  }),
  publishCase('a kill', {
    before: ['a', 'b'],
    change: (pipeline) => pipeline.submit('a', decision('kill')),
  }),
  publishCase('the channel is removed', {
    before: ['a'],
    change: (pipeline) =>
      putInForce(pipeline, {
        ...CONFIGURATION,
        channels: CONFIGURATION.channels.filter(({ id }) => id !== 'news'),
      }),
  }),
  publishCase('the feed is held, and one of its stories is killed', {
    before: ['a', 'b', 'c', 'd', 'e'],
    async change(pipeline) {
      await putInForce(pipeline, withNews({ select: { words: 'Story e' } }));
      await pipeline.submit('a', decision('kill'));
    },
  }),
  publishCase('a correction during the feed’s delay, and a story whose delay is over', {
    before: ['a'],
    async change(pipeline) {
      pipeline.wait(30);
      await pipeline.runUntilIdle();
      await pipeline.submit('b', story('b'));
      pipeline.wait(25);
      await pipeline.submit('a', story('a corrected'));
    },
    feed: DELAYED_FEED,
  }),
  publishCase('a partner’s feed inherits a story from its predecessor, and the story is killed', {
    before: ['a', 'b'],
    async change(pipeline) {
      pipeline.wait(30);
      await pipeline.runUntilIdle();
      await putInForce(pipeline, SUCCESSOR);
      await pipeline.submit('b', decision('kill'));
    },
    feed: SUCCESSOR_FEED,
  }),
];
