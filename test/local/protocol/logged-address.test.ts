import { expect, test } from 'vitest';
import { loggedAddress } from '../../../local/protocol/logged-address.ts';

const TOKEN = 'kE7-aVery_long-token0123456789abcdefghijklmn';

test.each([
  ['/news/rss.xml', '/news/rss.xml'],
  ['/p/outlet/top/rss.xml', '/p/outlet/top/rss.xml'],
  [`/p/outlet/top/${TOKEN}/rss.xml`, '/p/outlet/top/…/rss.xml'],
  ['/p/outlet/top/short/rss.xml', '/p/outlet/top/…/rss.xml'],
  [`/p/outlet/top/${encodeURIComponent(`${TOKEN}=`)}/rss.xml`, '/p/outlet/top/…/rss.xml'],
  [`/P/outlet/top/${TOKEN}/rss.xml`, '/P/outlet/top/…/rss.xml'],
  [`//p/outlet/top/${TOKEN}/rss.xml`, '//p/outlet/top/…/rss.xml'],
  [`/p/outlet/${TOKEN}`, '/p/outlet/…'],
  [`/news/rss.xml?token=${TOKEN}`, '/news/rss.xml'],
  [
    '/live/v1/receipts/2f0c8b1a-0000-4000-8000-000000000000',
    '/live/v1/receipts/2f0c8b1a-0000-4000-8000-000000000000',
  ],
  [undefined, ''],
])('%s is logged as %s', (url, logged) => {
  expect(loggedAddress(url)).toBe(logged);
});
