import { normaliseObject } from '../../../functions/normalise/normalise.ts';
import type { NormaliseServices } from '../../../functions/normalise/services.ts';
import { chooseEntries } from '../../../functions/publish/rules/manifest.ts';
import { objectKeys } from '../../../shared/contract/keys.ts';
import { DECISION_MEDIA_TYPE, type Envelope } from '../../../shared/contract/messages.ts';
import type { ReceiptItem } from '../../../shared/contract/stores.ts';
import type { Revision } from '../../../shared/domain/article.ts';
import { articleId, type ArticleId } from '../../../shared/domain/identity.ts';
import { instantOf } from '../../../shared/domain/instant.ts';
import type { OrderBasis } from '../../../shared/domain/order.ts';
import { plainContent } from '../../../shared/reading/draft/draft.ts';
import { receiptIdOf } from '../../support/ids.ts';
import { memoryCloud } from '../../support/memory/cloud.ts';
import { feedOfItems } from '../publish/fixture.ts';
import { readers } from '../../support/readers.ts';

const MINUTE = 60_000;

export interface Sending {
  mediaType?: string;
  /** The id in the address of the request. */
  declaredId?: string;
  /** The number of the submission; it decides receipt and time of receipt. By default the next one. */
  number?: number;
}

/** Ingest's stores and normalise in memory, with one source and a clock of its own. */
export class Intake {
  readonly cloud = memoryCloud();
  #numbers = 0;
  #ids = 0;
  readonly #seen = new Set<ArticleId>();

  constructor(order: OrderBasis = 'arrival') {
    this.cloud.configuration.set({
      sources: [{ id: 'desk', order, language: 'en', boilerplate: [], tokenHashes: [] }],
      channels: [],
      partnerFeeds: [],
      publisher: { name: 'Desk', url: 'https://desk.example/', language: 'en' },
      feedsUrl: 'https://feeds.example/',
    });
  }

  /** Sends a body and returns the outcomes that normalise records. */
  async send(body: string, sending: Sending = {}): Promise<ReceiptItem[]> {
    return this.normalise(await this.accept(body, sending));
  }

  /** Stores a body as ingest does. */
  async accept(
    body: string,
    { mediaType = 'application/json', declaredId, number = ++this.#numbers }: Sending = {},
  ): Promise<Envelope> {
    const envelope: Envelope = {
      kind: mediaType === DECISION_MEDIA_TYPE ? 'decision' : 'content',
      source: 'desk',
      receipt: receiptIdOf(`receipt-${String(number).padStart(4, '0')}`),
      receivedAt: instantOf(new Date(Date.parse('2026-04-13T12:00:00.000Z') + number * MINUTE)),
      mediaType,
      ...(declaredId !== undefined && { declaredId }),
    };
    await this.cloud.raw.put(envelope, Buffer.from(body));
    return envelope;
  }

  async normalise(envelope: Pick<Envelope, 'source' | 'receipt'>): Promise<ReceiptItem[]> {
    await this.run(envelope);
    const items = await this.cloud.receipts.items(envelope.receipt);
    for (const { article } of items) if (article !== undefined) this.#seen.add(article);
    return items;
  }

  /** One run of normalise on a submission, with services that the test may change and a limited time. */
  async run(
    { source, receipt }: Pick<Envelope, 'source' | 'receipt'>,
    change: (services: NormaliseServices) => NormaliseServices = (services) => services,
    hasTime?: () => boolean,
  ): Promise<void> {
    const { articles, configuration, raw, receipts, work, nowQueue, normaliseQueue } = this.cloud;
    const services: NormaliseServices = {
      articles,
      configuration,
      raw,
      receipts,
      work,
      nowQueue,
      normaliseQueue: { send: (messages) => normaliseQueue.send(messages.map(({ key }) => key)) },
      readers,
      now: () => new Date('2026-04-20T00:00:00.000Z'),
      newId: () => `id-${++this.#ids}`,
      warn: () => {},
    };
    await normaliseObject(objectKeys.raw(source, receipt), change(services), hasTime);
  }

  /** Sends a decision about the article with this declared id. */
  decide(action: string, declaredId: string): Promise<ReceiptItem[]> {
    return this.send(JSON.stringify({ action, by: 'Jane Roe' }), {
      mediaType: DECISION_MEDIA_TYPE,
      declaredId,
    });
  }

  /** Stores an article under an id as an older version of Wiredesk did. */
  async storeAs(declaredId: string, headline: string): Promise<ArticleId> {
    const article = articleId('desk', declaredId);
    const receivedAt = instantOf(new Date('2026-04-01T00:00:00.000Z'));
    const content = plainContent({ headline, body: '', language: 'en', bylines: [] });
    const revision: Revision = {
      article,
      declaredId,
      source: 'desk',
      version: `${receivedAt}~${receivedAt}~old~000000`,
      contentHash: `hash of ${headline}`,
      pubstatus: 'usable',
      receivedAt,
      versioncreated: receivedAt,
      receipt: receiptIdOf('old'),
      rawKey: 'raw/desk/old',
      removed: [],
      notes: [],
    };
    await this.cloud.articles.putRevision(revision, content);
    const { version, contentHash, pubstatus } = revision;
    const facts = { source: 'desk', language: 'en', subjects: [], genres: [], places: [], headline };
    const current = {
      version,
      contentHash,
      pubstatus,
      changed: receivedAt,
      received: receivedAt,
      created: receivedAt,
      facts,
    };
    await this.cloud.articles.putHead(
      { article, source: 'desk', declaredId, firstSeen: receivedAt, firstReceived: receivedAt, current },
      0,
    );
    this.#seen.add(article);
    return article;
  }

  /** The headlines that a feed of all articles shows, in its order. */
  async shown(items = 1000): Promise<string[]> {
    const heads = await this.cloud.articles.heads([...this.#seen]);
    const now = instantOf(new Date('2026-04-20T00:00:00.000Z'));
    const entries = chooseEntries(heads.values(), feedOfItems(items), now).slice(0, items);
    return entries.map(({ article }) => heads.get(article)?.current?.facts.headline ?? '');
  }
}

export const rssItem = (title: string, parts: Record<string, string> = {}): string =>
  `<item><title>${title}</title>${Object.entries({ description: `${title}, said the town.`, ...parts })
    .map(([name, value]) => (value === '' ? '' : `<${name}>${value}</${name}>`))
    .join('')}</item>`;

export const rss = (...items: string[]): [string, Sending] => [
  `<rss version="2.0"><channel><title>Pier Post</title><link>https://pier.example/</link>${items.join('')}</channel></rss>`,
  { mediaType: 'application/rss+xml' },
];

export const atomEntry = (title: string, parts: Record<string, string>): string =>
  `<entry><title>${title}</title><summary>${title}, said the town.</summary>${Object.entries(parts)
    .map(([name, value]) => (name === 'link' ? `<link href="${value}"/>` : `<${name}>${value}</${name}>`))
    .join('')}</entry>`;

export const atom = (...entries: string[]): [string, Sending] => [
  `<feed xmlns="http://www.w3.org/2005/Atom"><title>Pier Post</title><id>tag:pier.example,2026:f</id>${entries.join('')}</feed>`,
  { mediaType: 'application/atom+xml' },
];
