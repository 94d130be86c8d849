import { expect } from 'vitest';
import { type ConfigurationFile, configurationFile } from '../../shared/contract/configuration.ts';
import type { DecisionBody } from '../../shared/contract/messages.ts';
import { feedOfSubscription } from '../../shared/contract/partner-feeds.ts';
import { storeSubmission } from '../../shared/contract/store-submission.ts';
import { type ArticleId, articleId, type FeedId } from '../../shared/domain/identity.ts';
import { type Instant, instantOf } from '../../shared/domain/instant.ts';
import { apply } from '../../shared/operations/apply/apply.ts';
import { removePartner } from '../../shared/operations/partners/manage-partners.ts';
import { subscribe, type TermsChange } from '../../shared/operations/partners/subscriptions.ts';
import type { Pipeline } from '../../shared/operations/pipeline.ts';
import type { Waiting } from '../../shared/operations/waiting.ts';
import { createStageServices, type StageServices, USE_CASES } from '../model/stage-services.ts';
import { UNINTERRUPTED } from '../model/steps.ts';
import { stagesWithWork, startWorker } from '../model/workers.ts';
import { partnerIdOf, receiptIdOf } from '../support/ids.ts';
import { memoryPipeline } from '../support/memory/pipeline.ts';
import { addPartner, decideOn, valueOf } from '../support/operate.ts';

const MINUTE = 60_000;

export interface SentStory {
  source?: string;
  headline?: string;
  subject?: string;
  versioncreated?: Instant;
  embargoed?: Instant;
  expires?: Instant;
}

/** The stages and the operations of a whole pipeline in memory, with a clock that the test moves. */
export class Newsroom {
  readonly services: StageServices;
  readonly pipeline: Pipeline;
  /** Lets the stages work until the condition is true. If they have no work left and it is not, the time is up. */
  readonly waiting: Waiting = {
    wait: async (condition) => {
      await this.settle();
      return condition();
    },
    say: () => {},
    warn: () => {},
  };
  #milliseconds: number;
  #receipts = 0;

  constructor(start = '2026-03-27T08:00:00.000Z') {
    this.#milliseconds = Date.parse(start);
    this.services = createStageServices({ now: this.now });
    this.pipeline = memoryPipeline(this.services.cloud, this.now);
  }

  readonly now = (): Date => new Date(this.#milliseconds);

  instant(minutes = 0): Instant {
    return instantOf(new Date(this.#milliseconds + minutes * MINUTE));
  }

  /** Lets time pass, and then lets the stages do the work that has become due. Returns the instant. */
  async wait(minutes: number): Promise<Instant> {
    this.#milliseconds += minutes * MINUTE;
    await this.settle();
    return this.instant();
  }

  /** Runs the stages until none has work left. */
  async settle(): Promise<void> {
    const { cloud } = this.services;
    for (let stage = (await this.#stages())[0]; stage !== undefined; stage = (await this.#stages())[0]) {
      const start = { stage, pick: 0, calls: UNINTERRUPTED };
      const worker = startWorker(start, { services: this.services, useCases: USE_CASES, planting: {} });
      while (worker?.run.outcome === 'running') await worker.run.still();
      if (worker?.run.outcome === 'failed') throw worker.run.failure;
      worker?.delivery?.delete();
    }
    expect(cloud.normaliseQueue.waiting()).toBe(0);
  }

  readonly #stages = () => stagesWithWork(this.services.cloud, this.instant());

  async apply(file: Pick<ConfigurationFile, 'channels'> & Partial<ConfigurationFile>): Promise<void> {
    const publisher = { name: 'The Test Desk', url: 'https://desk.example/', language: 'en' };
    const parsed = configurationFile.parse({ publisher, sources: SOURCES, ...file });
    valueOf(await apply(this.pipeline, { file: parsed }, this.waiting));
    await this.settle();
  }

  /** Sends a story and waits until it has its outcome and is published. */
  async send(
    id: string,
    { source = 'desk', headline = id, subject, ...dates }: SentStory = {},
  ): Promise<void> {
    const item = {
      uri: id,
      pubstatus: 'usable',
      language: 'en',
      headlines: [{ role: 'main', value: headline }],
      bodies: [{ role: 'main', contentType: 'text/html', value: `<p>The story ${headline}.</p>` }],
      versioncreated: this.instant(),
      ...(subject !== undefined && { subjects: [{ name: subject }] }),
      ...dates,
    };
    const receipt = receiptIdOf(`receipt-${++this.#receipts}`);
    const envelope = {
      ...{ kind: 'content' as const, source, receipt, receivedAt: this.instant(), declaredId: id },
      mediaType: 'application/ninjs+json',
    };
    await storeSubmission(envelope, Buffer.from(JSON.stringify(item)), this.services.ingest);
    await this.settle();
  }

  async decide(reference: string, decision: Omit<DecisionBody, 'by' | 'article'>): Promise<void> {
    await decideOn(this.pipeline, reference, decision, this.waiting);
    await this.settle();
  }

  /** Adds the partner if it is new, and subscribes it or changes the terms of its subscription. */
  async subscribe(partner: string, alias: string, terms: TermsChange): Promise<void> {
    const id = partnerIdOf(partner);
    if ((await this.pipeline.partners.get(id)) === undefined)
      await addPartner(this.pipeline, { id, name: `The ${partner}` }, this.waiting);
    valueOf(await subscribe(this.pipeline, { id, alias, terms }, this.waiting));
    await this.settle();
  }

  async removePartner(partner: string): Promise<void> {
    valueOf(await removePartner(this.pipeline, partnerIdOf(partner), this.waiting));
    await this.settle();
  }

  /** The feed that a subscription reads under its present terms. */
  async feedOf(partner: string, alias: string): Promise<FeedId> {
    const found = await this.pipeline.partners.get(partnerIdOf(partner));
    const subscription = found?.partner.subscriptions.find((each) => each.alias === alias);
    if (subscription === undefined) throw new Error(`${partner} has no subscription ${alias}`);
    return feedOfSubscription(partnerIdOf(partner), subscription);
  }

  /** Which of the stories, as SOURCE:ID, the documents of a feed show. */
  async shown(feed: FeedId, stories: readonly string[]): Promise<string[]> {
    const manifest = (await this.pipeline.feeds.state(feed))?.manifest ?? [];
    const articles = new Set(manifest.filter(({ shown }) => shown).map(({ article }) => article));
    return stories.filter((story) => articles.has(articleOf(story)));
  }
}

/** The id of a story that is named SOURCE:ID. */
export function articleOf(story: string): ArticleId {
  const [source = '', id = ''] = story.split(':');
  return articleId(source, id);
}

/** The desk clears its stories for every country, the agency for Austria and Germany only. */
const SOURCES = [
  { id: 'desk', language: 'en' },
  { id: 'agency', language: 'en', territory: ['AT', 'DE'] },
];

type Channel = ConfigurationFile['channels'][number];

/** A public channel with everything, unless `changes` says otherwise. */
export const channelOf = (id: string, changes: Partial<Channel> = {}): Channel => ({
  ...{ id, title: id, link: `https://desk.example/${id}`, items: 5, public: true, select: { all: [] } },
  ...changes,
});
