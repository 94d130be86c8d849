import { randomBytes } from 'node:crypto';
import type { ReceiptView } from '../../shared/contract/receipt-view.ts';
import { articleId } from '../../shared/domain/identity.ts';
import { type RunningWiredesk } from '../support/running-wiredesk.ts';
import { allStoredBytes, locationsOf, type Stored } from '../support/stored-bytes.ts';
import { decideOn, historyOf, showArticle } from '../support/operate.ts';

/** Texts to search for after the erasure. Each text is in only one part or one version of the article. */
export const WORDS = {
  body: 'quixotic zephyrine ledger',
  headline: 'Vermilion harbour inquest',
  name: 'Erika Mustermann',
  id: 'vermilion-inquest-slug',
  correction: 'amended pelican clause',
  item: 'harbour item of three',
  refused: 'unparsable tangerine draft',
  cancelled: 'cancelled heliotrope notice',
  reason: 'she never said walrus',
};
export const ID = WORDS.id;
export const ARTICLE = articleId('desk', ID);

/** Text that is hard to compress, so that the contents are too large for an item of the table. */
const LONG = Array.from({ length: 9_000 }, () => randomBytes(36).toString('base64url')).join(' ');

const feedOf = (...items: { id: string; title: string; text: string }[]): string =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Three',
    items: items.map(({ id, title, text }) => ({ id, title, content_text: text })),
  });

/** A JSON Feed with three items. The second item is the article that will be erased. */
export const THREE = feedOf(
  { id: 'first', title: 'The first of three', text: 'It stays.' },
  { id: ID, title: WORDS.headline, text: WORDS.item },
  { id: 'third', title: 'The third of three', text: 'It stays as well.' },
);

const sleep = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Options of `erase`. It pauses until running functions have ended; in these tests no function runs, so pauses are
 * short.
 */
export const OPTIONS = {
  reason: 'none',
  seconds: 60,
  say: () => undefined,
  pause: (milliseconds: number) => sleep(Math.min(milliseconds, 200)),
};

/** An article that will be erased, and the places where it is stored. */
export class StoryToErase {
  readonly wiredesk: RunningWiredesk;
  /** Receipts of the submissions that contained the article, in the order of sending. */
  readonly receipts: string[] = [];
  #hashes: string[] = [];

  constructor(wiredesk: RunningWiredesk) {
    this.wiredesk = wiredesk;
  }

  /**
   * Sends the article as text, as invalid JSON, as a kill, as a correction and as an item of a feed, and undoes the
   * kill. Returns the hashes of the contents of its revisions.
   */
  async sendInManyWays(): Promise<string[]> {
    const { wiredesk } = this;
    const { pipeline } = wiredesk.session;
    const put = async (body: string, mediaType = 'text/plain; charset=utf-8'): Promise<void> => {
      this.receipts.push((await wiredesk.put(ID, body, { mediaType })).receipt);
    };
    await put(`${WORDS.headline}\nBy ${WORDS.name}\n\nA ${WORDS.body} was found.`);
    await put(`{"title": ${WORDS.refused}}`, 'application/json');
    const cancelled = { uri: ID, pubstatus: 'canceled', headlines: [{ value: WORDS.cancelled }], bodies: [] };
    await put(JSON.stringify(cancelled), 'application/json');
    await decideOn(pipeline, `desk:${ID}`, { action: 'unkill', reason: WORDS.reason });
    await wiredesk.runUntilIdle();
    await put(`${WORDS.headline}\n\nThe ${WORDS.correction}.\n\n${LONG}`);
    const sent = await this.post(THREE, { 'idempotency-key': 'three' });
    this.receipts.push((await wiredesk.receiptOf(sent)).receipt);
    await wiredesk.runUntilIdle();
    const revisions = await pipeline.articles.revisions(ARTICLE, 10);
    return (this.#hashes = revisions.map(({ contentHash }) => contentHash));
  }

  post(body: string, headers: Record<string, string> = {}): Promise<Response> {
    return this.wiredesk.send('POST', '/v1/sources/desk/submissions', {
      body,
      headers: {
        'content-type': 'application/feed+json',
        ...headers,
      },
    });
  }

  everything(): Promise<Stored[]> {
    return allStoredBytes(this.wiredesk.session);
  }

  /** The texts and hashes of the article that are still stored, and where. */
  async stillStored(): Promise<string[]> {
    const stored = await this.everything();
    return [...Object.values(WORDS), ...this.#hashes].flatMap((text) =>
      locationsOf(text, stored).map((where) => `${text}: ${where}`),
    );
  }

  /** For each document of the channel `news`, whether it has the text. */
  async shows(text: string): Promise<boolean[]> {
    return (await this.wiredesk.documents('news')).map((document) => document.includes(text));
  }

  async outcomesOf(receipt: string): Promise<ReceiptView['outcomes']> {
    const answer = await this.wiredesk.send('GET', `/v1/receipts/${receipt}`);
    return ((await answer.json()) as ReceiptView).outcomes;
  }

  /**
   * What the commands `article show` and `article history` print for the erased article. It must not change later.
   */
  async tombstone(): Promise<unknown> {
    const { pipeline } = this.wiredesk.session;
    const {
      standing,
      headline,
      declaredId,
      content,
      revisions,
      left: more,
      decisions,
    } = await showArticle(pipeline, ARTICLE);
    const history = await historyOf(pipeline, ARTICLE);
    return { standing, headline, declaredId, content, revisions, more, decisions, history };
  }
}
