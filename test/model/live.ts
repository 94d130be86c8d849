import { randomUUID } from 'node:crypto';
import { decideOn } from '../../cli/article.ts';
import type { Session } from '../../cli/session.ts';
import type { ConfigurationFile } from '../../shared/contract/configuration.ts';
import type { ActionName } from '../../shared/domain/decision.ts';
import { DOCUMENTS, type FormatName, FORMATS } from '../../shared/domain/feed.ts';
import { articleId } from '../../shared/domain/identity.ts';
import { readItems } from '../formats/reading.ts';
import type { Decide, Resend, Send } from './actions.ts';
import { ARTICLES, CHANNEL_IDS, configurationOf, publicOf, VARIANTS } from './newsroom.ts';
import { type ReferenceChannel, type Submission, usableIn } from './reference.ts';
import { again, type Request, requestOf } from './request.ts';
import { itemOf, shape } from './rest.ts';

const MINUTE = 60_000;
const TRIES = 20;
/** Room for all articles, so that no manifest overflows. */
const ITEMS = 3;

/** One of several newsrooms on one cloud: its sources, articles and channels carry its name, so that they never meet. */
export class LiveNewsroom {
  readonly #name: string;
  readonly #session: Session;
  readonly #handed: { request: Request; receipt: string }[] = [];
  channels: readonly ReferenceChannel[] = [];

  constructor(name: string, session: Session) {
    this.#name = name;
    this.#session = session;
  }

  /** Its part of the configuration; `variant` says which channels there are. */
  configuration(variant: number): Pick<ConfigurationFile, 'sources' | 'channels'> {
    this.channels = publicOf(VARIANTS[variant] ?? []).map((channel) => ({ ...channel, items: ITEMS }));
    const { sources, channels } = configurationOf(this.channels);
    return {
      sources: sources.map(({ tokenHashes: _, ...source }) => ({ ...source, id: this.#own(source.id) })),
      channels: channels.map((channel, index) => ({
        ...channel,
        id: this.#own(channel.id),
        select: { any: (this.channels[index]?.sources ?? []).map((id) => ({ source: this.#own(id) })) },
      })),
    };
  }

  /** Hands something in over HTTP or, where it is an editor's decision, as the command line does. */
  async hand(action: Send | Decide | Resend): Promise<void> {
    const request = this.#requestOf(action);
    if (request === undefined) return;
    const { submission, envelope } = request;
    const target = submission.kind === 'decision' ? submission.channel : undefined;
    if (target !== undefined && !this.channels.some(({ id }) => id === target)) return;
    const receipt =
      envelope.kind === 'decision' ? await this.#decide(submission, envelope) : await this.#send(request);
    this.#handed.push({ request, receipt });
  }

  #requestOf(action: Send | Decide | Resend): Request | undefined {
    const now = this.#session.cloud.clock.now().getTime();
    const inMinutes = (minutes: number): string => new Date(now + minutes * MINUTE).toISOString();
    if (action.do !== 'resend') return requestOf(action, '', inMinutes);
    const earlier = this.#handed[action.pick % this.#handed.length];
    return earlier && again(earlier.request, '', inMinutes(0));
  }

  async #decide(submission: Submission, { source, declaredId }: Request['envelope']): Promise<string> {
    if (submission.kind !== 'decision') throw new Error('a decision is none');
    const { action, channel, until } = submission;
    const { receipt } = await decideOn(this.#session.pipeline, `${this.#own(source)}:${declaredId ?? ''}`, {
      action: action as ActionName,
      ...(channel !== undefined && { target: this.#own(channel) }),
      ...(until !== undefined && { until }),
    });
    return receipt;
  }

  /** A client that gets no 202 tries again with its key. */
  async #send({ envelope, bytes }: Request): Promise<string> {
    const { outputs, tokens } = this.#session.pipeline;
    const source = this.#own(envelope.source);
    const path = `/v1/sources/${source}/articles/${envelope.declaredId ?? ''}`;
    const headers = {
      authorization: `Bearer ${tokens[source] ?? ''}`,
      'content-type': envelope.mediaType,
      'idempotency-key': randomUUID(),
    };
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const url = outputs.ingestUrl.replace(/\/$/, '') + path;
      const answer = await fetch(url, { method: 'PUT', headers, body: new Uint8Array(bytes) });
      const text = await answer.text();
      if (answer.status === 202) return (JSON.parse(text) as { receipt: string }).receipt;
      if (answer.status < 500) throw new Error(`${path}: ${answer.status} ${text}`);
    }
    throw new Error(`${path} was not taken in ${TRIES} tries`);
  }

  /** What was handed in, as it stands on record. Throws if something has no outcome. */
  async submissions(): Promise<Submission[]> {
    return Promise.all(
      this.#handed.map(async ({ request: { submission, envelope }, receipt }) => {
        const record = await this.#session.pipeline.receipts.get(receipt);
        if (record?.items === undefined) throw new Error(`receipt ${receipt} has no outcome`);
        const article = articleId(this.#own(envelope.source), envelope.declaredId ?? '');
        return { ...submission, article, receipt, at: record.receivedAt };
      }),
    );
  }

  /** What differs between the documents over HTTP and the reference, one line for each document. */
  async differences(): Promise<string[]> {
    const submissions = await this.submissions();
    const wrong: string[] = [];
    for (const id of CHANNEL_IDS) {
      const channel = this.channels.find((candidate) => candidate.id === id);
      for (const format of FORMATS) {
        const now = (): string => this.#session.cloud.clock.now().toISOString();
        const before = this.#meant(channel, submissions, now());
        const found = JSON.stringify(await this.#items(id, format));
        // An embargo may end while the document is read.
        const meant = [before, this.#meant(channel, submissions, now())];
        if (!meant.includes(found)) wrong.push(`${this.#own(id)}, ${format}: ${found} instead of ${before}`);
      }
    }
    return wrong;
  }

  #meant(channel: ReferenceChannel | undefined, submissions: readonly Submission[], now: string): string {
    const articles = ARTICLES.map(({ source, declaredId }) => articleId(this.#own(source), declaredId));
    const usable = channel ? usableIn(channel, articles, submissions, now) : [];
    return JSON.stringify(usable.slice(0, channel?.items ?? 0).map(itemOf));
  }

  async #items(channel: string, format: FormatName) {
    const feeds = this.#session.pipeline.outputs.feedsUrl.replace(/\/$/, '');
    const answer = await fetch(`${feeds}/${this.#own(channel)}/${DOCUMENTS[format].file}`, {
      headers: { 'accept-encoding': 'identity' },
    });
    const text = await answer.text();
    return answer.status === 404 ? [] : readItems[format](text).map(shape);
  }

  #own(id: string): string {
    return `${this.#name}-${id}`;
  }
}
