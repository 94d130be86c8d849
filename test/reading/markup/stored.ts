import { DEFAULTS, readOne } from '../drafted.ts';

export const BASE = 'https://example.com/news/';

/** The body that is stored for an HTML article with this markup in it, without the article's first paragraph. */
export const stored = (html: string): string =>
  readOne(`<h1>The bridge</h1><p>It stays closed, the council said.</p>${html}`, 'text/html', {
    ...DEFAULTS,
    base: BASE,
  })
    .content.body.replace('<p>It stays closed, the council said.</p>', '')
    .trim();
