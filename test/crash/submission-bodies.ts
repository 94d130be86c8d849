import { DECISION_MEDIA_TYPE } from '../../shared/contract/messages.ts';

/** The body of a submission, and its media type. */
export interface Body {
  mediaType: string;
  body: string;
}

export const story = (name: string): Body => ({
  mediaType: 'text/plain; charset=utf-8',
  body: `Story ${name}\n\nThis is all of ${name}.`,
});

export const decision = (action: string, more: object = {}): Body => ({
  mediaType: DECISION_MEDIA_TYPE,
  body: JSON.stringify({ action, by: 'Jane Roe', ...more }),
});

export const ninjs = (uri: string, more: object): Body => ({
  mediaType: 'application/ninjs+json',
  body: JSON.stringify({
    uri,
    headlines: [{ role: 'main', value: `Story ${uri}` }],
    language: 'en',
    ...more,
  }),
});

const item = (id: string): string =>
  `<item><guid isPermaLink="false">${id}</guid><title>Item ${id}</title><description>All of ${id}.</description></item>`;

export const FEED_OF_THREE: Body = {
  mediaType: 'application/rss+xml',
  body: `<rss version="2.0"><channel><title>Wire</title><link>https://wire.example/</link><description>d</description>${['x', 'y', 'z'].map(item).join('')}</channel></rss>`,
};

export const BROKEN_JSON: Body = { mediaType: 'application/json', body: '{' };
