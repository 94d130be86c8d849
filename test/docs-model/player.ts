import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { disableSource, enableSource } from '../../shared/operations/access/switch-source.ts';
import { rotateSource } from '../../shared/operations/access/rotate-source.ts';
import { subscribe } from '../../shared/operations/partners/subscriptions.ts';
import { instantOf } from '../../shared/domain/instant.ts';
import { cancelOf, itemOf, type SentItem } from './items.ts';
import { partnerIdOf } from '../support/ids.ts';
import * as operate from '../support/operate.ts';
import { addOutlet } from '../support/partner-outlets.ts';
import { type RunningWiredesk, startWiredesk } from '../support/running-wiredesk.ts';
import { documentDifferences, outcomeDifferences } from './compare.ts';
import { configurationOf } from './configuration.ts';
import type { Item, Model, Reader, Sender } from './model.ts';
import { type Cancel, type Operation, READERS, type Send, SOURCES } from './operations.ts';
import type { Article } from './story.ts';
import { type Promises, promisesAt } from './promises.ts';
import { refusalDifference } from './refusals.ts';
import { Submissions } from './submissions.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Performs operations on a local cloud, over HTTP and as commands do, and tells the model of each of them. */
export class Player {
  readonly model: Model;
  readonly differences: string[] = [];
  readonly #state = mkdtempSync(join(tmpdir(), 'wiredesk-docs-model-'));
  readonly #sent = new Map<Article, SentItem[]>();
  /** The instant at which the local cloud was first started. */
  started = 0;
  #number = 0;
  readonly #submissions = new Submissions({
    wiredesk: () => this.wiredesk,
    article: (source, id) => this.article(source, id),
    report: (text) => this.report(this.#number, text),
  });
  #wiredesk: RunningWiredesk | undefined;

  constructor() {
    this.model = { channels: [], readers: [], senders: [], articles: new Map() };
    this.model.channels = [
      { id: 'news', items: 6, select: { all: [] } },
      { id: 'culture', items: 3, select: { subject: 'culture' } },
      { id: 'sport', items: 4, select: { subject: 'sport' } },
    ];
    const settings = {
      desk: { order: 'arrival', format: 'ninjs', zone: 'Europe/Berlin' },
      wire: { order: 'version', format: 'ninjs' },
      agency: { order: 'versioncreated', format: 'ninjs', zone: 'America/New_York' },
      harbour: { order: 'arrival', format: 'jsonfeed', zone: 'Australia/Lord_Howe' },
    } as const;
    this.model.senders = SOURCES.map((id) => ({
      ...{ id, ...settings[id], disabled: false, tokens: [] },
      territory: id === 'agency' ? ['AT', 'DE'] : [],
    }));
  }

  get wiredesk(): RunningWiredesk {
    if (this.#wiredesk === undefined) throw new Error('not started');
    return this.#wiredesk;
  }

  now(): number {
    return this.wiredesk.session.cloud.clock.now().getTime();
  }

  async start(at: string): Promise<void> {
    this.started = Date.parse(at);
    await this.#start(new Date(at));
    const { tokens } = this.wiredesk.session.pipeline;
    for (const sender of this.model.senders) sender.tokens = [{ token: tokens[sender.id] ?? '' }];
    for (const [id, aliases] of Object.entries(READERS)) {
      const channels: Record<string, string> = { top: 'news', late: 'news', sport: 'sport' };
      const delays: Record<string, number> = { top: 0, late: 120, sport: 0 };
      const terms = aliases.map((alias) => ({
        ...{ alias, channel: channels[alias] ?? '', delayMinutes: delays[alias] ?? 0 },
      }));
      const { token } = await addOutlet(this.wiredesk, id, ...terms);
      const subscriptions = terms.map(({ alias, channel, delayMinutes }) => ({
        ...{ alias, channel, delay: delayMinutes * MINUTE, territory: [] },
      }));
      this.model.readers.push({ id, disabled: false, tokens: [{ token }], subscriptions });
    }
  }

  async stop(): Promise<void> {
    await this.#wiredesk?.stop();
    rmSync(this.#state, { recursive: true, force: true });
  }

  /** Starts the local cloud. Without an instant its clock goes on from the last start. */
  async #start(now?: Date): Promise<void> {
    const configuration = configurationOf(this.model);
    this.#wiredesk = await startWiredesk({
      configuration,
      state: this.#state,
      ...(now !== undefined && { now }),
    });
  }

  article(source: string, id: string): Article {
    const key = `${source}:${id}`;
    const article = this.model.articles.get(key) ?? {
      source,
      id,
      revisions: [],
      decisions: new Map(),
      decided: [],
    };
    this.model.articles.set(key, article);
    return article;
  }

  #item(sender: Sender, operation: Send | Cancel): SentItem {
    const article = this.article(sender.id, operation.id);
    const sent = this.#sent.get(article) ?? [];
    const writing = { sender, now: this.now(), version: sent.length + 1 };
    const item = operation.kind === 'send' ? itemOf(operation, writing) : cancelOf(operation, writing);
    this.#sent.set(article, [...sent, item]);
    return item;
  }

  report(number: number, text: string): void {
    this.differences.push(`operation ${number}: ${text}`);
  }

  async perform(number: number, operation: Operation): Promise<void> {
    this.#number = number;
    const { session } = this.wiredesk;
    switch (operation.kind) {
      case 'send': {
        const sender = this.#sender(operation.source);
        await this.#submissions.send(sender, [this.#item(sender, operation)], operation);
        return;
      }
      case 'submit': {
        const sender = this.#sender(operation.source);
        const items = operation.items.map((item) => this.#item(sender, item));
        await this.#submissions.send(sender, items);
        return;
      }
      case 'resend': {
        const article = this.article(operation.source, operation.id);
        const item = this.#sent.get(article)?.at(-1 - operation.back);
        if (item !== undefined) await this.#submissions.send(this.#sender(operation.source), [item]);
        return;
      }
      case 'refusal': {
        const { id, tokens, disabled } = this.#sender(operation.source);
        // Of a disabled source every request is refused because of its token.
        if (disabled) return;
        const door = { source: id, token: tokens.at(-1)?.token ?? '' };
        const found = await refusalDifference(this.wiredesk, operation.name, door);
        if (found !== undefined) this.report(number, found);
        return;
      }
      case 'delete': {
        const article = this.article(operation.source, operation.id);
        await this.#submissions.kill(article, this.#sender(operation.source));
        return;
      }
      case 'decide':
        await this.#submissions.decide(this.article(operation.source, operation.id), operation);
        return;
      case 'terms': {
        const { delayMinutes, territory, until } = operation.change;
        const end = typeof until === 'number' ? this.now() + until * MINUTE : until;
        const terms = {
          ...(delayMinutes !== undefined && { delayMinutes }),
          ...(territory !== undefined && { territory }),
          ...(end !== undefined && { until: end === null ? null : instantOf(new Date(end)) }),
        };
        const request = { id: partnerIdOf(operation.reader), alias: operation.alias, terms };
        operate.valueOf(await subscribe(session.pipeline, request, session.working));
        const subscription = this.#reader(operation.reader).subscriptions.find(
          ({ alias }) => alias === operation.alias,
        );
        if (subscription === undefined) throw new Error('no such subscription');
        if (delayMinutes !== undefined) subscription.delay = delayMinutes * MINUTE;
        if (territory !== undefined) subscription.territory = territory;
        if (end !== undefined) subscription.until = end ?? undefined;
        return;
      }
      case 'switch reader': {
        const reader = this.#reader(operation.id);
        const change = reader.disabled ? operate.enablePartner : operate.disablePartner;
        await change(session.pipeline, reader.id, session.working);
        reader.disabled = !reader.disabled;
        return;
      }
      case 'switch source': {
        const sender = this.#sender(operation.id);
        const change = sender.disabled ? enableSource : disableSource;
        operate.valueOf(await change(session.pipeline, sender.id));
        sender.disabled = !sender.disabled;
        this.#restWhileConfigurationIsCached();
        return;
      }
      case 'rotate reader':
        return this.#rotate(this.#reader(operation.id), operation.now, (rotation) =>
          operate.rotateToken(session.pipeline, operation.id, rotation, session.working),
        );
      case 'rotate source': {
        await this.#rotate(this.#sender(operation.id), operation.now, async (rotation) =>
          operate.valueOf(await rotateSource(session.pipeline, { id: operation.id, rotation })),
        );
        this.#restWhileConfigurationIsCached();
        return;
      }
      case 'clock':
        session.cloud.clock.shift(operation.minutes * MINUTE);
        return;
      case 'channel': {
        const channel = this.model.channels.find(({ id }) => id === operation.id);
        if (channel === undefined) throw new Error('no such channel');
        await this.#submissions.settle();
        const { documents } = promisesAt(this.model, this.now());
        channel.items = operation.items;
        channel.select = operation.select;
        await session.configure(configurationOf(this.model));
        await this.#submissions.settle();
        await this.#releaseHeld(documents);
        return;
      }
      case 'restart': {
        await this.#submissions.settle();
        await this.wiredesk.session.cloud.stop();
        await this.#start();
        return;
      }
    }
  }

  /**
   * Releases the feeds that are held, as README says. `before`: what the feeds showed before a channel was changed. "A
   * feed with fewer than four items is never held", and one that is held would have lost more than half of its items.
   */
  async #releaseHeld(before?: Promises['documents']): Promise<void> {
    const { pipeline } = this.wiredesk.session;
    const held = (await operate.listFeeds(pipeline)).filter((feed) => feed.held !== null);
    const { documents: after } = promisesAt(this.model, this.now());
    for (const { channel, readers, addresses } of held) {
      const base = addresses === null ? `/p/${readers[0]}` : `/${channel}`;
      const itemsIn = (documents: Promises['documents']): Item[] =>
        documents.find((one) => one.base === base)?.items ?? [];
      const was = before === undefined ? [] : itemsIn(before);
      const left = was.filter(({ title }) => !itemsIn(after).some((item) => item.title === title)).length;
      if (before !== undefined && (was.length < 4 || left * 2 <= was.length))
        this.report(this.#number, `${base} is held: it had ${was.length} items, and ${left} leave`);
    }
    for (const channel of new Set(held.map((feed) => feed.channel)))
      await operate.releaseFeed(pipeline, channel);
    if (held.length > 0) await this.#submissions.settle();
  }

  /** "A change is in force within five seconds" (ADR 0022), on the local cloud's clock. */
  #restWhileConfigurationIsCached(): void {
    this.wiredesk.session.cloud.clock.shift(6000);
  }

  #reader(id: string): Reader {
    const reader = this.model.readers.find((one) => one.id === id);
    if (reader === undefined) throw new Error(`no reader ${id}`);
    return reader;
  }

  #sender(id: string): Sender {
    const sender = this.model.senders.find((one) => one.id === id);
    if (sender === undefined) throw new Error(`no source ${id}`);
    return sender;
  }

  /** While an old token still works, a rotation without an option is refused, so it is one with `--now`. */
  async #rotate(
    holder: Reader | Sender,
    atOnce: boolean,
    rotate: (rotation: 'beside' | 'now') => Promise<{ token: string; oldUntil: string | null }>,
  ): Promise<void> {
    const now = this.now();
    const isAlone = holder.tokens.filter(({ until }) => until === undefined || until > now).length === 1;
    const rotation = isAlone && !atOnce ? 'beside' : 'now';
    const { token, oldUntil } = await rotate(rotation);
    const end = rotation === 'now' ? now : Date.parse(oldUntil ?? '');
    if (rotation === 'beside' && Math.abs(end - now - DAY) > HOUR)
      this.report(
        this.#number,
        `the old token of ${holder.id} works until ${oldUntil}: expected one more day`,
      );
    for (const old of holder.tokens) old.until = Math.min(old.until ?? end, end);
    holder.tokens.push({ token });
  }

  /**
   * What differs from the promises when the pipeline is idle. The clock runs on: if something that is promised changes
   * with time while the documents are read, they are read again.
   */
  async compare({ withOutcomes }: { withOutcomes: boolean }): Promise<string[]> {
    await this.#submissions.settle();
    await this.#releaseHeld();
    for (;;) {
      const promises = promisesAt(this.model, this.now());
      await this.#submissions.settle();
      const found = await documentDifferences(this, promises);
      if (withOutcomes) found.push(...(await outcomeDifferences(this, promises)));
      if (isDeepStrictEqual(promises, promisesAt(this.model, this.now()))) return found.toSorted();
    }
  }
}
