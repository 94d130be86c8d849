import type { Session } from '../../cli/session.ts';
import type { ConfigurationFile } from '../../shared/contract/configuration.ts';
import type { ActionName } from '../../shared/domain/decision.ts';
import { FORMATS } from '../../shared/domain/feed.ts';
import { articleId } from '../../shared/domain/identity.ts';
import { type Instant, instantOf } from '../../shared/domain/instant.ts';
import { asInstant, receiptIdOf } from '../support/ids.ts';
import { UNINTERRUPTED, type Decide, type Resend, type Send } from './steps.ts';
import { send } from './http-client.ts';
import { HttpPartner } from './http-partner.ts';
import { readBy, expectedFor, type Reader } from './http-readers.ts';
import { ARTICLES, CHANNEL_IDS, configurationOf, OFF_TOPIC, publicOf, VARIANTS } from './newsroom.ts';
import type { ReferenceChannel, Submission } from './reference-types.ts';
import { repeatedRequest, type SubmissionRequest, requestOf } from './submission-request.ts';
import { articleReach, decideOn } from '../support/operate.ts';

const MINUTE = 60_000;
/** How many items each channel shows. A manifest has room for twice as many, so all five articles fit into it. */
const ITEMS = 3;

const isPartnerChannel = ({ basedOn }: ReferenceChannel): boolean => basedOn !== undefined;

/**
 * One of several newsrooms that share one local cloud. The ids of its sources, channels and partner begin with its
 * name, so that the newsrooms do not influence each other.
 */
export class HttpNewsroom {
  readonly #name: string;
  readonly #session: Session;
  readonly #partner: HttpPartner;
  readonly #submitted: { request: SubmissionRequest; receipt: string }[] = [];
  channels: readonly ReferenceChannel[] = [];

  /** `removal`: whether a configuration without the partner's terms removes the partner or disables it. */
  constructor(name: string, session: Session, removal: 'removed' | 'disabled') {
    this.#name = name;
    this.#session = session;
    this.#partner = new HttpPartner(this.#prefixed('outlet'), removal);
  }

  /** This newsroom's part of the configuration. `variant` is a position in `VARIANTS`. */
  configuration(variant: number): Required<Pick<ConfigurationFile, 'sources' | 'channels' | 'partners'>> {
    this.channels = (VARIANTS[variant] ?? []).map((channel) => ({ ...channel, items: ITEMS }));
    const open = publicOf(this.channels);
    const { sources, channels } = configurationOf(open);
    const read = this.channels.find(isPartnerChannel);
    return {
      sources: sources.map(({ tokenHashes: _, ...source }) => ({ ...source, id: this.#prefixed(source.id) })),
      channels: channels.map((channel, index) => ({
        ...channel,
        id: this.#prefixed(channel.id),
        select: {
          all: [
            { any: (open[index]?.sources ?? []).map((id) => ({ source: this.#prefixed(id) })) },
            ...(open[index]?.onTopicOnly ? [{ not: { subject: OFF_TOPIC } }] : []),
          ],
        },
      })),
      partners: this.#partner.entries(
        read && { channel: this.#prefixed(read.basedOn ?? read.id), delay: read.delay ?? 0 },
      ),
    };
  }

  /** Remembers the token of this newsroom's partner, if it is new. */
  addTokens(newPartnerTokens: Readonly<Record<string, string>>): void {
    this.#partner.addTokens(newPartnerTokens);
  }

  /**
   * Sends the submission of a step: articles over HTTP, decisions as the command line does. A decision about a
   * channel that is not configured now is left out.
   */
  async submit(step: Send | Decide | Resend): Promise<void> {
    const request = this.#requestOf(step);
    if (request === undefined) return;
    const { submission, envelope } = request;
    const target = submission.kind === 'decision' ? submission.channel : undefined;
    if (target !== undefined && !this.channels.some(({ id }) => id === target)) return;
    const receipt =
      envelope.kind === 'decision'
        ? await this.#decide(submission, envelope)
        : await send(request, this.#prefixed(envelope.source), this.#session);
    this.#submitted.push({ request, receipt });
  }

  /** Kills all articles: every second one by sending it with `pubstatus: canceled`, the others by a decision. */
  async killAll(): Promise<void> {
    for (const article of ARTICLES.keys())
      await this.submit({
        do: 'decide',
        action: 'kill',
        article,
        channel: article % 2,
        sameInstant: false,
        calls: UNINTERRUPTED,
      });
  }

  #requestOf(step: Send | Decide | Resend): SubmissionRequest | undefined {
    const now = this.#session.cloud.clock.now().getTime();
    const inMinutes = (minutes: number): Instant => instantOf(new Date(now + minutes * MINUTE));
    // On the local cloud all contents can be read.
    if (step.do === 'send') return requestOf({ ...step, unreadable: false }, receiptIdOf(''), inMinutes);
    if (step.do === 'decide') return requestOf(step, receiptIdOf(''), inMinutes);
    const earlier = this.#submitted[step.pick % this.#submitted.length];
    return earlier && repeatedRequest(earlier.request, receiptIdOf(''), inMinutes(0));
  }

  async #decide(
    submission: Submission,
    { source, declaredId }: SubmissionRequest['envelope'],
  ): Promise<string> {
    if (submission.kind !== 'decision')
      throw new Error('a decision request has a submission that is not a decision');
    const { action, channel, until } = submission;
    const { receipt } = await decideOn(
      this.#session.pipeline,
      `${this.#prefixed(source)}:${declaredId ?? ''}`,
      {
        action: action as ActionName,
        ...(channel !== undefined && { target: this.#prefixed(channel) }),
        ...(until !== undefined && { until: asInstant(until) }),
      },
    );
    return receipt;
  }

  /**
   * All submissions of this newsroom, with the times of receipt from the stored receipts. Throws if a receipt has no
   * outcome yet.
   */
  async submissions(): Promise<Submission[]> {
    return Promise.all(
      this.#submitted.map(async ({ request: { submission, envelope }, receipt }) => {
        const record = await this.#session.pipeline.receipts.get(receiptIdOf(receipt));
        if (record?.items === undefined) throw new Error(`receipt ${receipt} has no outcome`);
        const article = articleId(this.#prefixed(envelope.source), envelope.declaredId ?? '');
        return { ...submission, article, receipt, at: record.receivedAt };
      }),
    );
  }

  /**
   * Compares the documents that readers get over HTTP with the reference model. Returns one line for each difference.
   * Call it only when the pipeline has no work left at `now`.
   */
  async differences(now: string): Promise<string[]> {
    const submissions = await this.submissions();
    const articles = ARTICLES.map(({ source, declaredId }) => articleId(this.#prefixed(source), declaredId));
    const wrong: string[] = [];
    for (const reader of this.#readers()) {
      const expected = expectedFor(reader, articles, { submissions, now });
      for (const format of FORMATS) {
        const found = await readBy(reader, format, this.#session);
        if (found !== expected) wrong.push(`${reader.path}, ${format}: ${found} instead of ${expected}`);
      }
    }
    return wrong;
  }

  /**
   * Returns the articles that some feed still shows, and those whose withdrawal from the partner's feeds is not
   * recorded. Call it after `killAll` has killed all articles.
   */
  async notWithdrawn(): Promise<string[]> {
    const names = ARTICLES.map(({ source, declaredId }) => `${this.#prefixed(source)}:${declaredId}`);
    const reached = await Promise.all(names.map((name) => articleReach(this.#session.pipeline, name)));
    return names.filter((_, at) => {
      const feeds = reached[at] ?? [];
      return feeds.some(({ shown }) => shown) || !this.#partner.isWithdrawalRecorded(feeds);
    });
  }

  #readers(): Reader[] {
    const everybody = CHANNEL_IDS.map((id) => ({
      path: `/${this.#prefixed(id)}`,
      deniedStatus: 404 as const,
      channel: this.channels.find((channel) => channel.id === id),
    }));
    return [...everybody, ...this.#partner.readers(this.channels.find(isPartnerChannel))];
  }

  #prefixed(id: string): string {
    return `${this.#name}-${id}`;
  }
}
