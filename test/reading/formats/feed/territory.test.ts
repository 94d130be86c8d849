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
  ['no restriction', '', undefined],
  ['allowed countries', restriction('allow', 'tw hk'), ['HK', 'TW']],
  ['denied countries', restriction('deny', 'us'), ['-US']],
  [
    'allowed and denied countries',
    restriction('allow', 'tw hk') + restriction('deny', 'hk'),
    ['-HK', 'HK', 'TW'],
  ],
  ['the restriction "allow all"', restriction('allow', 'all'), undefined],
  ['the restriction "allow none"', restriction('allow', 'none'), []],
  ['a restriction of another type', restriction('deny', 'example.com', 'uri'), undefined],
])('the territory is read from an item with %s', (_, restrictions, territory) => {
  const [drafted] = readSubmission({ bytes: rss(restrictions), mediaType: 'application/rss+xml' }, DEFAULTS);
  expect(drafted?.ok && drafted.draft.content.territory).toEqual(territory ?? undefined);
});
