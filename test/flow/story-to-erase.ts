import { randomBytes } from 'node:crypto';
import { decideOn, historyOf, showArticle } from '../../cli/article.ts';
import type { ReceiptView } from '../../functions/ingest/read-receipt.ts';
import { articleId } from '../../shared/domain/identity.ts';
import { type Desk, DOCUMENT_PATHS } from '../support/running-wiredesk.ts';
import { everythingIn, placesOf, type Stored } from '../support/stored-bytes.ts';

/** Each stands in one place of the article only: text, headline, name, id, what a rule cuts, what is refused. */
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

/** Text that hardly compresses, so that the contents outgrow a table item. */
const LONG = Array.from({ length: 9_000 }, () => randomBytes(36).toString('base64url')).join(' ');

const feedOf = (...items: { id: string; title: string; text: string }[]): string =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Three',
    items: items.map(({ id, title, text }) => ({ id, title, content_text: text })),
  });

/** A feed of three items, of which the second is the article. */
export const THREE = feedOf(
  { id: 'first', title: 'The first of three', text: 'It stays.' },
  { id: ID, title: WORDS.headline, text: WORDS.item },
  { id: 'third', title: 'The third of three', text: 'It stays as well.' },
);

const sleep = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** No function is at work when these tests erase, but where one says so: nobody need wait for it. */
export const OPTIONS = {
  reason: 'none',
  seconds: 60,
  say: () => undefined,
  pause: (milliseconds: number) => sleep(Math.min(milliseconds, 200)),
};

/** An article that is to be erased, and where it is to be found. */
export class StoryToErase {
  readonly desk: Desk;
  /** Receipts of the submissions that carried it, in their order. */
  readonly receipts: string[] = [];
  #hashes: string[] = [];

  constructor(desk: Desk) {
    this.desk = desk;
  }

  /** Sends it in every way there is; gives the hashes of its contents. */
  async sendInManyWays(): Promise<string[]> {
    const { desk } = this;
    const { pipeline } = desk.session;
    const put = async (body: string, mediaType?: string): Promise<void> => {
      this.receipts.push((await desk.put(ID, body, mediaType)).receipt);
    };
    await put(`${WORDS.headline}\nBy ${WORDS.name}\n\nA ${WORDS.body} was found.`);
    await put(`{"title": ${WORDS.refused}}`, 'application/json');
    const cancelled = { uri: ID, pubstatus: 'canceled', headlines: [{ value: WORDS.cancelled }], bodies: [] };
    await put(JSON.stringify(cancelled), 'application/json');
    await decideOn(pipeline, `desk:${ID}`, { action: 'unkill', reason: WORDS.reason });
    await desk.settle();
    await put(`${WORDS.headline}\n\nThe ${WORDS.correction}.\n\n${LONG}`);
    const sent = await this.post(THREE, { 'idempotency-key': 'three' });
    this.receipts.push((await desk.receiptOf(sent)).receipt);
    await desk.settle();
    const revisions = await pipeline.articles.revisions(ARTICLE, 10);
    return (this.#hashes = revisions.map(({ contentHash }) => contentHash));
  }

  post(body: string, headers: Record<string, string> = {}): Promise<Response> {
    return this.desk.send('POST', '/v1/sources/desk/submissions', body, {
      'content-type': 'application/feed+json',
      ...headers,
    });
  }

  everything(): Promise<Stored[]> {
    return everythingIn(this.desk.session);
  }

  /** Words and hashes of the article and where they stand. */
  async left(): Promise<string[]> {
    const stored = await this.everything();
    return [...Object.values(WORDS), ...this.#hashes].flatMap((text) =>
      placesOf(text, stored).map((where) => `${text}: ${where}`),
    );
  }

  /** Whether each document of the news has the text. */
  async shows(text: string): Promise<boolean[]> {
    const read = DOCUMENT_PATHS.map((file) => this.desk.read(`/news/${file}`));
    return (await Promise.all(read)).map((document) => document.text.includes(text));
  }

  async outcomesOf(receipt: string): Promise<ReceiptView['outcomes']> {
    const answer = await this.desk.send('GET', `/v1/receipts/${receipt}`);
    return ((await answer.json()) as ReceiptView).outcomes;
  }

  /** All that the operator is shown of it, as far as it may not change any more. */
  async tombstone(): Promise<unknown> {
    const { pipeline } = this.desk.session;
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
