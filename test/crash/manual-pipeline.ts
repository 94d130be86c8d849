import { fanOutNow, tick } from '../../functions/fan-out/fan-out.ts';
import { ingest } from '../../functions/ingest/ingest.ts';
import { storeSubmission } from '../../shared/contract/store-submission.ts';
import { normaliseObject } from '../../functions/normalise/normalise.ts';
import { publish } from '../../functions/publish/publish.ts';
import { createFragmentCache } from '../../functions/publish/rules/fragment-cache.ts';
import { WAKE_UP_MINUTES } from '../../shared/contract/feed-work.ts';
import { objectKeys } from '../../shared/contract/keys.ts';
import type { Envelope, PublishMessage } from '../../shared/contract/messages.ts';
import { DECISION_MEDIA_TYPE } from '../../shared/contract/messages.ts';
import type { ArticleId } from '../../shared/domain/identity.ts';
import { instantOf, laterBy } from '../../shared/domain/instant.ts';
import type { Backend, Stores } from '../contract/backends.ts';
import { receiptIdOf } from '../support/ids.ts';
import type { Body } from './submission-bodies.ts';
import { memoryEdgeCache } from '../support/memory/edge-cache.ts';
import { sweepRound } from '../support/sweep-round.ts';
import { readers } from '../support/readers.ts';

export const START = Date.parse('2026-03-02T08:00:00.000Z');
const MINUTE = 60_000;

/** The use cases of all stages, ready to call. */
export type Stages = ReturnType<ManualPipeline['stages']>;

/** A pipeline with its own clock. Nothing runs by itself: the test calls each stage. */
export class ManualPipeline {
  /** The stores and queues. */
  readonly backend: Backend;
  #milliseconds = START;
  #ids = 0;
  #receipts = 0;

  constructor(backend: Backend) {
    this.backend = backend;
  }

  readonly now = (): Date => new Date(this.#milliseconds);

  wait(minutes: number): void {
    this.#milliseconds += minutes * MINUTE;
  }

  /** Sets the clock back to an earlier value of `now`. */
  rewind(now: Date): void {
    this.#milliseconds = now.getTime();
  }

  /** The stages, which use these stores. A test may pass the stores of a worker that it ends later. */
  stages(stores: Stores) {
    const { configuration, raw, receipts, quota, articles, work, feeds, documents, partners } = stores;
    const { nowQueue, publishQueue, normaliseQueue, decisionQueue, todo, wakeUps } = stores;
    const common = { now: this.now, newId: () => `id-${++this.#ids}`, warn: () => {}, count: () => {} };
    const normalising = {
      configuration,
      raw,
      articles,
      work,
      receipts,
      nowQueue,
      normaliseQueue,
      readers,
      ...common,
    };
    const fanOut = { configuration, articles, work, todo, wakeUps, publishQueue, ...common };
    return {
      ingest: (request: Parameters<typeof ingest>[0]) =>
        ingest(request, { configuration, raw, receipts, quota, articles, decisionQueue, ...common }),
      /** `items`: the number of items for which one run has time. */
      normalise: (key: string, items = Infinity) => {
        let begun = 0;
        return normaliseObject(key, normalising, () => begun++ < items);
      },
      tick: () => tick(fanOut, () => 0),
      fanOutNow: (article: ArticleId) => fanOutNow([article], fanOut),
      sweep: () =>
        sweepRound({ configuration, receipts, feeds, documents, work, partners, normaliseQueue, ...common }),
      publish: (message: PublishMessage) =>
        publish(
          message,
          {
            configuration,
            articles,
            work,
            todo,
            wakeUps,
            feeds,
            documents,
            fragments: createFragmentCache(),
            ...common,
            edge: memoryEdgeCache(),
          },
          () => 0,
        ),
    };
  }

  /**
   * Sends a submission to ingest and returns the key of its raw object. With `isLost`, the
   * event that S3 sends to normalise does not reach the queue.
   */
  async submit(
    declaredId: string,
    { mediaType, body }: Body,
    { isLost = false, source = 'desk' } = {},
  ): Promise<string> {
    const receipt = receiptIdOf(`receipt-${++this.#receipts}`);
    const kind = mediaType === DECISION_MEDIA_TYPE ? ('decision' as const) : ('content' as const);
    const envelope: Envelope = {
      kind,
      source,
      receipt,
      receivedAt: instantOf(this.now()),
      mediaType,
      declaredId,
    };
    await storeSubmission(envelope, Buffer.from(body), this.backend.stores);
    const key = objectKeys.raw(source, receipt);
    if (isLost) {
      await this.backend.stores.normaliseQueue.receive({ deletes: true });
      await this.backend.stores.decisionQueue.receive({ deletes: true });
    } else await this.backend.announce(key);
    this.wait(1);
    return key;
  }

  /** Runs the stages until no work is left. No worker is ended here. */
  async runUntilIdle(): Promise<void> {
    const { stores } = this.backend;
    const { nowQueue, publishQueue, normaliseQueue, decisionQueue } = stores;
    const { normalise, fanOutNow, publish, tick } = this.stages(stores);
    const all = { deletes: true };
    for (;;) {
      const keys = [...(await decisionQueue.receive(all)), ...(await normaliseQueue.receive(all))];
      const articles = await nowQueue.receive(all);
      for (const { key } of keys) await normalise(key);
      for (const { article } of articles) await fanOutNow(article);
      const messages = await publishQueue.receive(all);
      for (const message of messages) await publish(message);
      const hasWork =
        (await stores.work.dirty(8)).length + (await this.#due()) + (await this.#lostWakeUps()) > 0;
      if (hasWork) await tick();
      if (keys.length + articles.length + messages.length === 0 && !hasWork) return;
    }
  }

  async #lostWakeUps(): Promise<number> {
    const lostBefore = laterBy(instantOf(this.now()), -WAKE_UP_MINUTES);
    return (await this.backend.stores.wakeUps.writtenBefore(lostBefore, 100)).length;
  }

  async #due(): Promise<number> {
    return (await this.backend.stores.work.due(instantOf(this.now()), 8)).length;
  }
}
