import { expect, test } from 'vitest';
import { readSubmission } from '../../../../shared/reading/read.ts';
import { DEFAULTS } from '../../drafted.ts';

const rss = (restrictions: string): Uint8Array =>
  Buffer.from(
    `<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>F</title><item><guid>a</guid>` +
      `<title>A story</title><description>Its body.</description>${restrictions}</item></channel></rss>`,
  );
const restriction = (relationship: string, value: string, type = 'country'): string =>
  `<media:restriction relationship="${relationship}" type="${type}">${value}</media:restriction>`;

test.each<[string, string, string[] | undefined]>([
  ['nothing', '', undefined],
  ['countries it may go to', restriction('allow', 'tw hk'), ['HK', 'TW']],
  ['countries it may not go to', restriction('deny', 'us'), ['-US']],
  ['both', restriction('allow', 'tw hk') + restriction('deny', 'hk'), ['-HK', 'HK', 'TW']],
  ['everywhere', restriction('allow', 'all'), undefined],
  ['nowhere', restriction('allow', 'none'), []],
  ['something about addresses', restriction('deny', 'example.com', 'uri'), undefined],
])('a feed that says %s of where an item may be shown', (_, restrictions, territory) => {
  const [drafted] = readSubmission({ bytes: rss(restrictions), mediaType: 'application/rss+xml' }, DEFAULTS);
  expect(drafted?.ok && drafted.draft.content.territory).toEqual(territory ?? undefined);
});
