import { Feed } from 'feed';

/** The baseline: a cron job that renders every partner's whole feed in three formats with the package `feed`. */
export function renderAll(
  partners: number,
  items: readonly { title: string; body: string }[],
  date: Date,
): number {
  let bytes = 0;
  for (let partner = 0; partner < partners; partner++) {
    const link = 'https://desk.example/';
    const feed = new Feed({ title: 'News', id: link, link, updated: date });
    for (const [at, { title, body }] of items.entries()) {
      feed.addItem({ title, id: `urn:x:${at}`, link: `${link}${at}`, date, content: body });
    }
    bytes += feed.rss2().length + feed.atom1().length + feed.json1().length;
  }
  return bytes;
}
