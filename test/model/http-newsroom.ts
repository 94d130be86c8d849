import { articleReach, decideOn } from '../../cli/article.ts';
import type { Session } from '../../cli/session.ts';
import type { ConfigurationFile } from '../../shared/contract/configuration.ts';
import type { ActionName } from '../../shared/domain/decision.ts';
import { FORMATS } from '../../shared/domain/feed.ts';
import { articleId } from '../../shared/domain/identity.ts';
import { ALL, type Decide, type Resend, type Send } from './steps.ts';
import { send } from './http-client.ts';
import { LivePartner } from './http-partner.ts';
import { foundBy, meantFor, type Reader } from './http-readers.ts';
import { ARTICLES, CHANNEL_IDS, configurationOf, publicOf, VARIANTS } from './newsroom.ts';
import type { ReferenceChannel, Submission } from './reference-types.ts';
import { again, type Request, requestOf } from './submission-request.ts';

const MINUTE = 60_000;
/** Room for all articles, so that no manifest overflows. */
const ITEMS = 3;

const isPartners = ({ of }: ReferenceChannel): boolean => of !== undefined;

/**
 * One of several newsrooms on one cloud: its sources, articles, channels and its partner carry its name, so that
 * they never meet.
 */
export class LiveNewsroom {
  readonly #name: string;
  readonly #session: Session;
  readonly #partner: LivePartner;
  readonly #handed: { request: Request; receipt: string }[] = [];
  channels: readonly ReferenceChannel[] = [];

  /** `leaves`: how its partner is shut out. */
  constructor(name: string, session: Session, leaves: 'removed' | 'disabled') {
    this.#name = name;
    this.#session = session;
    this.#partner = new LivePartner(this.#own('outlet'), leaves);
  }

  /** Its part of the configuration; `variant` says which channels there are, and what the partner reads. */
  configuration(variant: number): Required<Pick<ConfigurationFile, 'sources' | 'channels' | 'partners'>> {
    this.channels = (VARIANTS[variant] ?? []).map((channel) => ({ ...channel, items: ITEMS }));
    const open = publicOf(this.channels);
    const { sources, channels } = configurationOf(open);
    const read = this.channels.find(isPartners);
    return {
      sources: sources.map(({ tokenHashes: _, ...source }) => ({ ...source, id: this.#own(source.id) })),
      channels: channels.map((channel, index) => ({
        ...channel,
        id: this.#own(channel.id),
        select: { any: (open[index]?.sources ?? []).map((id) => ({ source: this.#own(id) })) },
      })),
      partners: this.#partner.entries(
        read && { channel: this.#own(read.of ?? read.id), delay: read.delay ?? 0 },
      ),
    };
  }

  /** Takes note of new partners' tokens. */
  give(newPartnerTokens: Readonly<Record<string, string>>): void {
    this.#partner.give(newPartnerTokens);
  }

  /** Hands something in over HTTP or, where it is an editor's decision, as the command line does. */
  async hand(action: Send | Decide | Resend): Promise<void> {
    const request = this.#requestOf(action);
    if (request === undefined) return;
    const { submission, envelope } = request;
    const target = submission.kind === 'decision' ? submission.channel : undefined;
    if (target !== undefined && !this.channels.some(({ id }) => id === target)) return;
    const receipt =
      envelope.kind === 'decision'
        ? await this.#decide(submission, envelope)
        : await send(request, this.#own(envelope.source), this.#session);
    this.#handed.push({ request, receipt });
  }

  /** Kills all there is, in the two ways in turn. */
  async killAll(): Promise<void> {
    for (const article of ARTICLES.keys())
      await this.hand({
        do: 'decide',
        action: 'kill',
        article,
        channel: article % 2,
        tie: false,
        calls: ALL,
      });
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

  /** What differs between the documents over HTTP and the reference, one line for each; nothing moved since `now`. */
  async differences(now: string): Promise<string[]> {
    const submissions = await this.submissions();
    const articles = ARTICLES.map(({ source, declaredId }) => articleId(this.#own(source), declaredId));
    const wrong: string[] = [];
    for (const reader of this.#readers()) {
      const meant = meantFor(reader, articles, submissions, now);
      for (const format of FORMATS) {
        const found = await foundBy(reader, format, this.#session);
        if (found !== meant) wrong.push(`${reader.at}, ${format}: ${found} instead of ${meant}`);
      }
    }
    return wrong;
  }

  /** The articles, all of them killed, that some feed still shows, or of which no record says that they are gone. */
  async remains(): Promise<string[]> {
    const names = ARTICLES.map(({ source, declaredId }) => `${this.#own(source)}:${declaredId}`);
    const reached = await Promise.all(names.map((name) => articleReach(this.#session.pipeline, name)));
    return names.filter((_, at) => {
      const feeds = reached[at] ?? [];
      return feeds.some(({ shown }) => shown) || !this.#partner.isRecorded(feeds);
    });
  }

  #readers(): Reader[] {
    const everybody = CHANNEL_IDS.map((id) => ({
      at: `/${this.#own(id)}`,
      otherwise: 404 as const,
      channel: this.channels.find((channel) => channel.id === id),
    }));
    return [...everybody, ...this.#partner.readers(this.channels.find(isPartners))];
  }

  #own(id: string): string {
    return `${this.#name}-${id}`;
  }
}
