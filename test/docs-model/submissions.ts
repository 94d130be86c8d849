import { createHash } from 'node:crypto';
import type { DecisionBody } from '../../shared/contract/messages.ts';
import type { ReceiptView } from '../../shared/contract/receipt-view.ts';
import { instantOf } from '../../shared/domain/instant.ts';
import { showReceipt } from '../../shared/operations/receipts/show-receipt.ts';
import * as operate from '../support/operate.ts';
import type { RunningWiredesk } from '../support/running-wiredesk.ts';
import { bodyOf, type SentItem } from './items.ts';
import { type Sender, sendStatus } from './model.ts';
import type { Operation } from './operations.ts';
import { addRevision, type Article, decideOnArticle } from './story.ts';

const MINUTE = 60_000;
const UNKNOWN_RECEIPT = '00000000-0000-7000-8000-000000000000';

/** What a submission needs: the pipeline that runs now, and where differences are reported. */
export interface Desk {
  wiredesk(): RunningWiredesk;
  article(source: string, id: string): Article;
  report(text: string): void;
}

/** How the model takes in a submission that was accepted, when its receipt says when that was. */
type Take = (received: number) => void;

interface Request {
  method: string;
  path: string;
  headers?: Record<string, string>;
  body?: string;
}

/** Sends articles and decisions, and tells the model of them when the pipeline has worked on them. */
export class Submissions {
  readonly #desk: Desk;
  /** What was accepted and the model does not know yet. */
  #waiting: { receipt: string; take: Take }[] = [];

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  #now(): number {
    return this.#desk.wiredesk().session.cloud.clock.now().getTime();
  }

  /**
   * Waits until the pipeline is idle, and tells the model of the submissions in the order of their receipts: "the order
   * in which they arrive does not matter" (docs/glossary.md "head"). The receipts are read as a person reads them,
   * because a source may have been disabled since.
   */
  async settle(): Promise<void> {
    await this.#desk.wiredesk().runUntilIdle();
    const { pipeline } = this.#desk.wiredesk().session;
    const waiting = this.#waiting.splice(0);
    const views = await Promise.all(
      waiting.map(async ({ receipt, take }) => {
        const view: ReceiptView = operate.valueOf(await showReceipt(pipeline, receipt));
        if (!view.done) this.#desk.report(`receipt ${receipt} has no outcome`);
        return { receipt, take, received: Date.parse(view.receivedAt) };
      }),
    );
    const inOrder = views.toSorted((a, b) => a.received - b.received || (a.receipt < b.receipt ? -1 : 1));
    for (const { take, received } of inOrder) take(received);
  }

  /** Sends a request with each token of the source. Returns the receipt of the newest one, if it was accepted. */
  async #request(sender: Sender, { method, path, ...options }: Request): Promise<string | undefined> {
    const newest = sender.tokens.at(-1)?.token ?? '';
    const wiredesk = this.#desk.wiredesk();
    let receipt: string | undefined;
    for (const token of [newest, ...sender.tokens.slice(-2, -1).map((old) => old.token)]) {
      // The older token is tried with a receipt that does not exist: 404 shows that the token works.
      const isOld = token !== newest;
      const headers = { ...options.headers, authorization: `Bearer ${token}` };
      const before = sendStatus(sender, token, this.#now());
      const answer = isOld
        ? await wiredesk.send('GET', `/v1/receipts/${UNKNOWN_RECEIPT}`, { headers })
        : await wiredesk.send(method, path, { ...options, headers });
      // A token may end while the request is on its way.
      const allowed = [before, sendStatus(sender, token, this.#now())];
      const found = isOld && answer.status === 404 ? 202 : answer.status;
      if (!allowed.some((status) => status === found))
        this.#desk.report(
          `${method} ${path}${isOld ? ' with the older token' : ''}: expected ${before}, found ${answer.status}`,
        );
      if (!isOld && answer.status === 202) ({ receipt } = (await answer.json()) as { receipt: string });
    }
    return receipt;
  }

  /** Sends a DELETE request. */
  async kill(article: Article, sender: Sender): Promise<void> {
    const path = `/v1/sources/${article.source}/articles/${article.id}`;
    const receipt = await this.#request(sender, { method: 'DELETE', path });
    if (receipt === undefined) return;
    const take: Take = (at) => decideOnArticle(article, { action: 'kill', at, receipt: `${receipt} 0` });
    this.#waiting.push({ receipt, take });
  }

  /** Sends one item with PUT, or several with POST. */
  async send(sender: Sender, items: readonly SentItem[], { withKey = false } = {}): Promise<void> {
    const [first] = items;
    const isOne = items.length === 1 && first !== undefined;
    const request = {
      method: isOne ? 'PUT' : 'POST',
      path: `/v1/sources/${sender.id}/${isOne ? `articles/${first.id}` : 'submissions'}`,
    };
    const { body, mediaType } = bodyOf(sender, items);
    const key = createHash('sha256').update(`${body} ${this.#now()}`).digest('hex');
    const headers = { 'content-type': mediaType, ...(withKey && { 'idempotency-key': key }) };
    const receipt = await this.#request(sender, { ...request, headers, body });
    if (receipt === undefined) return;
    if (withKey) {
      const again = await this.#request(sender, { ...request, headers, body });
      if (again !== receipt) this.#desk.report(`a repeated key: expected receipt ${receipt}, found ${again}`);
    }
    const take: Take = (received) => {
      for (const [index, item] of items.entries())
        this.#take(sender, item, { received, receipt: `${receipt} ${index}` });
    };
    this.#waiting.push({ receipt, take });
  }

  #take(sender: Sender, item: SentItem, { received, receipt }: { received: number; receipt: string }): void {
    const article = this.#desk.article(sender.id, item.id);
    if (item.story === undefined) return decideOnArticle(article, { action: 'kill', at: received, receipt });
    const basis = sender.order === 'arrival' ? 0 : Math.min(item.basis, received);
    addRevision(article, { story: item.story, basis, received, receipt, again: [] });
    if (item.replaces !== undefined)
      decideOnArticle(this.#desk.article(sender.id, item.replaces), { action: 'hold', at: received });
  }

  /** Decides as a person does, by command. */
  async decide(article: Article, operation: Extract<Operation, { kind: 'decide' }>): Promise<void> {
    const { source, id, action, target, minutes } = operation;
    const { pipeline, working } = this.#desk.wiredesk().session;
    const until = minutes === undefined ? undefined : instantOf(new Date(this.#now() + minutes * MINUTE));
    const decision = {
      action: action as DecisionBody['action'],
      ...(target !== undefined && { target }),
      ...(until !== undefined && { until }),
    };
    const { receipt } = await operate.decideOn(pipeline, `${source}:${id}`, decision, working);
    const take: Take = (at) => {
      const decided = {
        action,
        at,
        receipt: `${receipt} 0`,
        ...(until !== undefined && { until: Date.parse(until) }),
      };
      decideOnArticle(article, decided, target?.replace('channel:', ''));
    };
    this.#waiting.push({ receipt, take });
  }
}
