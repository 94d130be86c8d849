import type { DecisionBody } from '../../shared/contract/messages.ts';
import type { ReceiptView } from '../../shared/contract/receipt-view.ts';
import { instantOf } from '../../shared/domain/instant.ts';
import { showReceipt } from '../../shared/operations/receipts/show-receipt.ts';
import * as operate from '../support/operate.ts';
import type { RunningWiredesk } from '../support/running-wiredesk.ts';
import { type Sender, sendStatus } from './model.ts';
import type { SentItem } from './ninjs-item.ts';
import type { Operation } from './operations.ts';
import { addRevision, type Article, decideOnArticle, newestOf, type Revision } from './story.ts';

const MINUTE = 60_000;
const UNKNOWN_RECEIPT = '00000000-0000-7000-8000-000000000000';

/** What a submission needs: the pipeline that runs now, and where differences are reported. */
export interface Desk {
  wiredesk(): RunningWiredesk;
  report(text: string): void;
}

/** Sends articles and decisions, and tells the model of them when the pipeline has worked on them. */
export class Submissions {
  readonly #desk: Desk;
  /** What was accepted and has no outcome yet: the article, and how the model takes it in. */
  #waiting: { article: Article; take: () => Promise<void> }[] = [];

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  #now(): number {
    return this.#desk.wiredesk().session.cloud.clock.now().getTime();
  }

  /** Waits until the pipeline is idle, and tells the model what has become of the submissions. */
  async settle(): Promise<void> {
    await this.#desk.wiredesk().runUntilIdle();
    for (const { take } of this.#waiting.splice(0)) await take();
  }

  /** Two submissions about one article are never in the pipeline together, so that their outcomes are certain. */
  async #settleIfWaiting(article: Article): Promise<void> {
    if (this.#waiting.some((one) => one.article === article)) await this.settle();
  }

  async #request(
    { article, sender, body }: { article: Article; sender: Sender; body?: string },
    take: (view: ReceiptView) => void,
  ): Promise<void> {
    await this.#settleIfWaiting(article);
    const token = sender.tokens.at(-1)?.token ?? '';
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const path = `/v1/sources/${article.source}/articles/${article.id}`;
    const method = body === undefined ? 'DELETE' : 'PUT';
    for (const one of [token, ...sender.tokens.slice(-2, -1).map((old) => old.token)]) {
      const expected = sendStatus(sender, one, this.#now());
      // The older token is tried with a receipt that does not exist: 404 shows that the token works.
      const isOld = one !== token;
      const answer = isOld
        ? await this.#desk.wiredesk().send('GET', `/v1/receipts/${UNKNOWN_RECEIPT}`, {
            headers: { authorization: `Bearer ${one}` },
          })
        : await this.#desk.wiredesk().send(method, path, { headers, ...(body !== undefined && { body }) });
      if (answer.status !== (isOld && expected === 202 ? 404 : expected))
        this.#desk.report(
          `${method} ${path}${isOld ? ' with the older token' : ''}: expected ${expected}, found ${answer.status}`,
        );
      if (isOld || answer.status !== 202) continue;
      const { receipt } = (await answer.json()) as { receipt: string };
      this.#waiting.push({
        article,
        take: async () => {
          // The source may have been disabled since, so the receipt is read as a person reads it.
          const view = await showReceipt(this.#desk.wiredesk().session.pipeline, receipt);
          take(operate.valueOf(view));
        },
      });
    }
  }

  /** Sends a DELETE request. */
  async kill(article: Article, sender: Sender): Promise<void> {
    await this.#request({ article, sender }, ({ receivedAt }) => {
      decideOnArticle(article, { action: 'kill', at: Date.parse(receivedAt) });
    });
  }

  async send(article: Article, sender: Sender, item: SentItem): Promise<void> {
    await this.#request({ article, sender, body: item.body }, (view) => {
      const received = Date.parse(view.receivedAt);
      const basis = sender.order === 'arrival' ? 0 : Math.min(item.revision.basis, received);
      const newest = newestOf(article);
      const revision: Revision = { story: item.revision.story, basis, received, receipt: view.receipt };
      const isUnchanged = newest?.story === revision.story;
      if (isUnchanged) newest.receipt = undefined;
      else addRevision(article, revision);
      const expected = isUnchanged ? 'unchanged' : newestOf(article) === revision ? undefined : 'superseded';
      const outcome = view.outcomes[0]?.outcome;
      // Every receipt of a killed article says so.
      if (outcome === 'killed' && article.decisions.get('kill')?.action === 'kill') return;
      if (expected !== undefined && outcome !== expected)
        this.#desk.report(
          `receipt of ${article.source}:${article.id}: expected ${expected}, found ${outcome}`,
        );
    });
  }

  /** Decides as a person does, by command. */
  async decide(article: Article, operation: Extract<Operation, { kind: 'decide' }>): Promise<void> {
    const { source, id, action, target, minutes } = operation;
    await this.#settleIfWaiting(article);
    const { pipeline, working } = this.#desk.wiredesk().session;
    const before = this.#now();
    const until = minutes === undefined ? undefined : instantOf(new Date(before + minutes * MINUTE));
    const decision = {
      action: action as DecisionBody['action'],
      ...(target !== undefined && { target }),
      ...(until !== undefined && { until }),
    };
    await operate.decideOn(pipeline, `${source}:${id}`, decision, working);
    const take = async (): Promise<void> => {
      // The instant of a lifted embargo can be seen in documents, so it is read exactly.
      const history = action === 'embargo' ? await operate.historyOf(pipeline, `${source}:${id}`) : [];
      const at = Math.max(before, ...history.map((one) => Date.parse(one.at)));
      const decided = { action, at, ...(until !== undefined && { until: Date.parse(until) }) };
      decideOnArticle(article, decided, target?.replace('channel:', ''));
    };
    this.#waiting.push({ article, take });
  }
}
