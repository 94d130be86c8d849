import { parseAtomFeed, parseRssFeed } from 'feedsmith';
import { listReceipts } from '../../shared/operations/receipts/list-receipts.ts';
import * as operate from '../support/operate.ts';
import { basicAuthorization } from '../support/partner-outlets.ts';
import { DOCUMENT_PATHS } from '../support/running-wiredesk.ts';
import type { Item } from './model.ts';
import type { Player } from './player.ts';
import type { Promises } from './promises.ts';
import type { Expected } from './receipts.ts';
import { newestOf } from './story.ts';

const DAY = 86_400_000;

/** An item as a document shows it. RSS has no date of the last change. */
interface Shown {
  title?: string | undefined;
  published?: string | undefined;
  updated?: string | undefined;
}

interface JsonFeed {
  items: { title: string; date_published: string; date_modified?: string }[];
}

function shownIn(file: string, text: string): Shown[] {
  if (file === 'rss.xml')
    return (parseRssFeed(text).items ?? []).map(({ title, pubDate }) => ({ title, published: pubDate }));
  if (file === 'atom.xml')
    return (parseAtomFeed(text).entries ?? []).map(({ title, published, updated }) => {
      return { title: typeof title === 'string' ? title : title?.value, published, updated };
    });
  return (JSON.parse(text) as JsonFeed).items.map((item) => ({
    ...{ title: item.title, published: item.date_published, updated: item.date_modified },
  }));
}

/** Documents state whole seconds. */
const seconds = (at: number): string => new Date(at).toISOString().slice(0, 19);

const lineOf = (
  file: string,
  { title, published, updated }: { title: string; published: string; updated: string },
): string => `${title}, published ${published}${file === 'rss.xml' ? '' : `, updated ${updated}`}`;

const expectedLine = (file: string, { title, published, updated }: Item): string =>
  lineOf(file, { title, published: seconds(published), updated: seconds(updated) });

function foundLine(file: string, { title = '', published, updated }: Shown): string {
  const read = (date: string | undefined): string => (date === undefined ? '' : seconds(Date.parse(date)));
  return lineOf(file, { title, published: read(published), updated: read(updated) });
}

const say = (one: { outcome?: string; code?: string | null } | undefined): string =>
  `${one?.outcome ?? 'nothing'} ${one?.code ?? ''}`.trim();

/** Only `expected` is compared: where it has no code, any code is good. */
const isAs = (expected: Expected, found: { outcome: string; code?: string | null } | undefined): boolean =>
  found?.outcome === expected.or ||
  (found?.outcome === expected.outcome && (expected.code ?? found.code) === found.code);

/** Compares every document in three formats, and what a reader with each token gets. */
export async function documentDifferences(player: Player, promises: Promises): Promise<string[]> {
  const { model, wiredesk } = player;
  const found: string[] = [];
  const tokenOf = (id: string): string =>
    model.readers.find((reader) => reader.id === id)?.tokens.at(-1)?.token ?? '';
  const documents = promises.documents.map(async ({ base, reader, items }) => {
    const headers = reader === undefined ? {} : basicAuthorization(reader, tokenOf(reader));
    for (const file of DOCUMENT_PATHS) {
      const { status, text } = await wiredesk.read(`${base}/${file}`, headers);
      const shown =
        status === 200 ? shownIn(file, text).map((item) => foundLine(file, item)) : [`status ${status}`];
      const expected = items.map((item) => expectedLine(file, item));
      if (JSON.stringify(shown) === JSON.stringify(expected)) continue;
      const lines = [`${base}/${file}:`, '  expected', ...expected, '  found', ...shown];
      found.push(lines.join('\n    '));
      break;
    }
  });
  const statuses = promises.statuses.map(async ({ path, reader, token, allowed }) => {
    const { status } = await wiredesk.read(path, basicAuthorization(reader, token));
    if (!allowed.includes(status))
      found.push(`${path} with token ${token}: expected ${allowed[1]}, found ${status}`);
  });
  await Promise.all([...documents, ...statuses]);
  return found;
}

/** Compares what HTTP, `article show` and `receipt list` say about the outcomes. */
export async function outcomeDifferences(player: Player, promises: Promises): Promise<string[]> {
  const { model, wiredesk } = player;
  const { pipeline } = wiredesk.session;
  const found: string[] = [];
  const compare = (
    what: string,
    expected: Expected | undefined,
    outcome: Parameters<typeof isAs>[1],
  ): void => {
    if (expected !== undefined && !isAs(expected, outcome))
      found.push(`${what}: expected ${say(expected)}, found ${say(outcome)}`);
  };
  const listed = await receiptList(player);
  for (const { receipt, article, expected } of promises.receipts)
    compare(`receipt list, ${article.source}:${article.id}, ${receipt}`, expected, listed.get(receipt));
  const articles = promises.articles.map(async ({ article, standing, expected }) => {
    const name = `${article.source}:${article.id}`;
    const view = await operate.showArticle(pipeline, name);
    if (view.standing !== standing)
      found.push(`article show ${name}: expected ${standing}, found ${view.standing}`);
    compare(`article show ${name}`, expected, view);
    const sender = model.senders.find(({ id }) => id === article.source);
    const newest = newestOf(article);
    const receipt = newest?.again.at(-1) ?? newest?.receipt;
    if (sender === undefined || sender.disabled || receipt === undefined) return;
    const headers = { authorization: `Bearer ${sender.tokens.at(-1)?.token}` };
    const [id = '', index = 0] = receipt.split(' ');
    const answer = await wiredesk.send('GET', `/v1/receipts/${id}`, { headers });
    const { outcomes = [] } = (await answer.json()) as { outcomes?: { outcome: string; code?: string }[] };
    const promised = promises.receipts.find((one) => one.receipt === receipt)?.expected;
    const inHttp = outcomes[Number(index)];
    compare(`GET receipt of ${name}`, promised, inHttp);
    const inList = listed.get(receipt);
    if (say(inHttp) !== say(inList))
      found.push(`receipt of ${name}: HTTP says ${say(inHttp)}, receipt list says ${say(inList)}`);
    if (inHttp?.outcome !== 'unchanged' && say(inHttp) !== say(view))
      found.push(`${name}: HTTP says ${say(inHttp)}, article show says ${say(view)}`);
  });
  await Promise.all(articles);
  return found;
}

/** The items of all receipts, by receipt and number, as `wiredesk receipt list` shows them day by day. */
async function receiptList(player: Player): Promise<Map<string, { outcome: string; code: string | null }>> {
  const items = new Map<string, { outcome: string; code: string | null }>();
  const first = Math.floor(player.started / DAY);
  for (let day = first; day * DAY <= player.now(); day += 1) {
    const query = { day: new Date(day * DAY).toISOString().slice(0, 10), limit: 500 };
    const { rows } = operate.valueOf(await listReceipts(player.wiredesk.session.pipeline, query));
    for (const row of rows)
      for (const [index, item] of row.items.entries()) items.set(`${row.receipt} ${index}`, item);
  }
  return items;
}
