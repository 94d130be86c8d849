import type { Context, SQSRecord } from 'aws-lambda';
import { beginRun } from '../../../functions/normalise/begin-run.ts';
import { normaliseObject } from '../../../functions/normalise/normalise.ts';
import { sizeOf } from '../../../functions/normalise/rules/message.ts';
import type { NormaliseServices } from '../../../functions/normalise/services.ts';
import { runHandler } from '../../../shared/aws/lambda.ts';
import { objectKeys } from '../../../shared/contract/keys.ts';
import {
  type CreatedObject,
  DECISION_MEDIA_TYPE,
  objectCreatedMessage,
} from '../../../shared/contract/messages.ts';
import { STAGES } from '../../../shared/contract/stages.ts';
import type { ReceiptId } from '../../../shared/domain/identity.ts';
import { instantOf } from '../../../shared/domain/instant.ts';
import { receiptIdOf } from '../../support/ids.ts';
import { memoryCloud } from '../../support/memory/cloud.ts';
import { VirtualTime } from '../../support/virtual-time.ts';
import { readers } from '../../support/readers.ts';

interface Message {
  id: string;
  body: string;
  receives: number;
  visibleAt: number;
}

export interface TimedOptions {
  /** The time limit of the function. */
  limit?: number;
  /** The time that each call of a store takes. */
  call?: number;
  /** The time that reading takes for each byte. */
  readingPerByte?: number;
  /** The milliseconds after which the nth run is ended, as by a crash. */
  crashes?: readonly number[];
  maxReceives?: number;
}

interface Running {
  atOnce?: number;
  stop?: () => boolean;
}

const { timeoutSeconds, queue } = STAGES.normalise;

/**
 * The handler of normalise as Lambda calls it for its queue: in batches, with a time limit, again after a failure, and
 * with a dead-letter queue. All times are milliseconds on a virtual clock; the stores are in memory.
 */
export class TimedQueue {
  readonly cloud = memoryCloud();
  readonly time = new VirtualTime();
  readonly deadLetters: string[] = [];
  /** The keys that each run got. */
  readonly runs: string[][] = [];
  /** How many runs were ended before they had returned. */
  ended = 0;
  #messages: Message[] = [];
  #ids = 0;
  readonly #options: Required<TimedOptions>;

  constructor(options: TimedOptions = {}) {
    this.#options = {
      limit: timeoutSeconds * 1000,
      call: 5,
      readingPerByte: 0,
      crashes: [],
      maxReceives: queue.maxReceives,
      ...options,
    };
    this.cloud.configuration.set({
      sources: [{ id: 'desk', order: 'arrival', language: 'en', boilerplate: [], tokenHashes: [] }],
      channels: [],
      partnerFeeds: [],
      publisher: { name: 'Desk', url: 'https://desk.example/', language: 'en' },
      feedsUrl: 'https://feeds.example/',
    });
  }

  /** Stores a submission and sends the message that S3 sends for it, `copies` times. */
  async submit(items: unknown, { copies = 1, declaredId = '', isDecision = false } = {}): Promise<ReceiptId> {
    const number = ++this.#ids;
    const receipt = receiptIdOf(`receipt-${String(number).padStart(4, '0')}`);
    const bytes = Buffer.from(JSON.stringify(items));
    const record = {
      source: 'desk',
      receipt,
      receivedAt: instantOf(new Date(Date.parse('2026-04-13T12:00:00.000Z') + number * 1000)),
      mediaType: isDecision ? DECISION_MEDIA_TYPE : 'application/json',
    };
    const kind = isDecision ? ('decision' as const) : ('content' as const);
    await this.cloud.raw.put({ ...record, kind, ...(declaredId !== '' && { declaredId }) }, bytes);
    await this.cloud.receipts.open({ ...record, bytes: bytes.length });
    for (let copy = 0; copy < copies; copy++)
      this.#send({ key: objectKeys.raw('desk', receipt), size: bytes.length });
    return receipt;
  }

  /** Runs the function until the queue is empty, `atOnce` calls at the same time, or until `stop` says so. */
  async runAll({ atOnce = 1, stop = () => false }: Running = {}): Promise<void> {
    await Promise.all(
      Array.from({ length: atOnce }, async () => {
        while (this.#messages.length > 0 && !stop()) await this.#runOnce();
      }),
    );
  }

  #send(object: CreatedObject): void {
    const body = JSON.stringify(objectCreatedMessage(object));
    this.#messages.push({ id: `m${++this.#ids}`, body, receives: 0, visibleAt: this.time.now() });
  }

  async #runOnce(): Promise<void> {
    const now = this.time.now();
    const batch = this.#messages.filter(({ visibleAt }) => visibleAt <= now).slice(0, queue.batchSize);
    const [next] = this.#messages.map(({ visibleAt }) => visibleAt).toSorted((a, b) => a - b);
    if (batch.length === 0) return this.time.wait(Math.max(1, (next ?? now) - now));
    for (const message of batch) {
      message.visibleAt = now + queue.visibilitySeconds * 1000;
      message.receives++;
    }
    const tooOften = batch.filter(({ receives }) => receives > this.#options.maxReceives);
    this.deadLetters.push(...tooOften.map(({ body }) => body));
    const received = batch.filter((message) => !tooOften.includes(message));
    const failed = await this.#invoke(received);
    const done = failed === 'ended' ? [] : received.filter(({ id }) => !failed.has(id));
    for (const message of received) if (failed !== 'ended') message.visibleAt = this.time.now() + 60_000;
    this.#messages = this.#messages.filter(
      (message) => !done.includes(message) && !tooOften.includes(message),
    );
  }

  /** The ids of the messages that failed, or `ended` if the run was ended. */
  async #invoke(batch: readonly Message[]): Promise<ReadonlySet<string> | 'ended'> {
    const { limit, crashes } = this.#options;
    const started = this.time.now();
    const longest = Math.min(limit, crashes[this.runs.length] ?? limit);
    this.runs.push(batch.map(({ body }) => body));
    let hasEnded = false;
    const remaining = (): number => started + limit - this.time.now();
    const services = this.#services(() => hasEnded);
    const handler = runHandler(
      () =>
        beginRun({
          normalise: (key, hasTime) => normaliseObject(key, services, hasTime),
          queue: services.normaliseQueue,
          remaining,
        }),
      { fifo: false, sizeOf },
    );
    const records = batch.map(({ id, body }) => ({ messageId: id, body, attributes: {} }) as SQSRecord);
    const context = { getRemainingTimeInMillis: remaining } as Context;
    const answer = await this.time.atMost(longest, handler({ Records: records }, context));
    if (answer !== 'ended')
      return new Set(answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
    hasEnded = true;
    this.ended++;
    return 'ended';
  }

  #services(hasEnded: () => boolean): NormaliseServices {
    const { articles, configuration, raw, receipts, work, nowQueue } = this.cloud;
    const { call, readingPerByte } = this.#options;
    const normaliseQueue: NormaliseServices['normaliseQueue'] = {
      send: async (objects) => objects.forEach((object) => this.#send(object)),
    };
    const reading: NormaliseServices['raw'] = {
      ...raw,
      get: async (key) => {
        const object = await raw.get(key);
        await this.time.wait((object?.bytes.length ?? 0) * readingPerByte);
        return object;
      },
    };
    const stores = { articles, configuration, raw: reading, receipts, work, nowQueue, normaliseQueue };
    return {
      ...this.time.slow(stores, call, hasEnded),
      readers,
      now: () => new Date('2026-04-20T00:00:00.000Z'),
      newId: () => `id-${++this.#ids}`,
      warn: () => {},
    };
  }
}
