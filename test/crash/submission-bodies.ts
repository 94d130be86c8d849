/** What is handed in: media types and bodies. */

export const TEXT = 'text/plain; charset=utf-8';
export const NINJS = 'application/ninjs+json';
export const story = (name: string): string => `Story ${name}\n\nThis is all of ${name}.`;
export const decision = (action: string, more: object = {}): string =>
  JSON.stringify({ action, by: 'Jane Roe', ...more });
export const ninjs = (uri: string, more: object): string =>
  JSON.stringify({ uri, headlines: [{ role: 'main', value: `Story ${uri}` }], language: 'en', ...more });
const item = (id: string): string =>
  `<item><guid isPermaLink="false">${id}</guid><title>Item ${id}</title><description>All of ${id}.</description></item>`;
export const FEED = `<rss version="2.0"><channel><title>Wire</title><link>https://wire.example/</link><description>d</description>${['x', 'y', 'z'].map(item).join('')}</channel></rss>`;
