import { basicAuthorization } from '../support/partner-outlets.ts';
import { DOCUMENT_PATHS } from '../support/running-wiredesk.ts';
import { itemsOf, type FeedOf, readStatus } from './model.ts';
import type { Player } from './player.ts';
import { feedsOf, outcomeOf } from './receipts.ts';
import { newestOf } from './story.ts';

const UNKNOWN_TOKEN = 'wdp_unknown';

interface JsonFeed {
  items: { title: string; date_published: string }[];
}

/** The titles of the items in an XML document, in order. */
const titlesIn = (text: string, element: string): string[] =>
  text
    .split(new RegExp(`<${element}[ >]`))
    .slice(1)
    .map((item) => /<title[^>]*>(?:<!\[CDATA\[)?([^<\]]*)/.exec(item)?.[1] ?? '');

const asLine = (title: string, at: number): string =>
  `${title} at ${new Date(at).toISOString().slice(0, 19)}`;

/** What the document shows, as lines that say the same as those of `asLine`; XML documents are compared by title. */
function linesOf(file: string, text: string): string[] {
  if (file !== 'feed.json') return titlesIn(text, file === 'rss.xml' ? 'item' : 'entry');
  const { items } = JSON.parse(text) as JsonFeed;
  return items.map(({ title, date_published: date }) => asLine(title, Date.parse(date)));
}

/** Compares every document, every status and the receipt of each newest revision. Returns what differs. */
export async function differencesAt(player: Player): Promise<string[]> {
  const { model, wiredesk } = player;
  const now = player.now();
  const found: string[] = [];
  const compare = async (feed: FeedOf, base: string, headers: Record<string, string>): Promise<void> => {
    const items = itemsOf(model, feed, now);
    for (const file of DOCUMENT_PATHS) {
      const { status, text } = await wiredesk.read(`${base}/${file}`, headers);
      const shown = status === 200 ? linesOf(file, text) : [`status ${status}`];
      const expected = items.map(({ title, published }) =>
        file === 'feed.json' ? asLine(title, published) : title,
      );
      if (JSON.stringify(shown) === JSON.stringify(expected)) continue;
      found.push(`${base}/${file}:\n  expected ${expected.join('; ')}\n  found    ${shown.join('; ')}`);
      break;
    }
  };
  const readings = model.readers.flatMap((reader) => {
    const tokens = [...reader.tokens.slice(-3).map(({ token }) => token), UNKNOWN_TOKEN];
    const aliases = [...reader.subscriptions.map((one) => one.alias), 'nothing'];
    return aliases.flatMap((alias) => tokens.map((token, index) => ({ reader, alias, token, index })));
  });
  const statuses = readings.map(async ({ reader, alias, token, index }) => {
    const path = `/p/${reader.id}/${alias}/rss.xml`;
    const { status } = await wiredesk.read(path, basicAuthorization(reader.id, token));
    const expected = readStatus(reader, { token, alias }, now);
    if (status !== expected) found.push(`${path} with token ${index}: expected ${expected}, found ${status}`);
  });
  const feeds = feedsOf(model, now).map(async (feed) => {
    const reader = model.readers.find(({ id }) => id === feed.reader);
    if (reader === undefined) return compare(feed, `/${feed.channel}`, {});
    const token = reader.tokens.at(-1)?.token ?? '';
    if (reader.disabled) return;
    const base = `/p/${reader.id}/${feed.subscription?.alias}`;
    return compare(feed, base, basicAuthorization(reader.id, token));
  });
  const receipts = [...model.articles.values()].map(async (article) => {
    const sender = model.senders.find(({ id }) => id === article.source);
    const receipt = newestOf(article)?.receipt;
    const expected = outcomeOf(model, article, now);
    if (sender === undefined || sender.disabled || receipt === undefined || expected === undefined) return;
    const headers = { authorization: `Bearer ${sender.tokens.at(-1)?.token}` };
    const answer = await wiredesk.send('GET', `/v1/receipts/${receipt}`, { headers });
    const view = (await answer.json()) as { outcomes?: { outcome: string; code?: string }[] };
    const item = view.outcomes?.[0];
    if (item?.outcome !== expected.outcome || item.code !== expected.code)
      found.push(
        `receipt of the newest revision of ${article.source}:${article.id}: expected ` +
          `${expected.outcome} ${expected.code ?? ''}, found ${item?.outcome} ${item?.code ?? ''}`,
      );
  });
  await Promise.all([...statuses, ...feeds, ...receipts]);
  return found.toSorted();
}
