import { describe, expect, test } from 'vitest';
import { FIRST_INSTANT, isInstant, LAST_INSTANT } from '../../../shared/domain/instant.ts';
import { DEFAULTS, read } from '../drafted.ts';

/** Dates for "never": the last date that some software can write, in all forms and zones, and later ones. */
const NEVER = [
  '9999-12-31T23:59:59-05:00',
  '9999-12-31T23:59:59Z',
  '9999-12-31T23:59:59.9999999+14:00',
  '9999-12-31T23:59:59-12:00',
  '9999-12-31T24:00:00Z',
  '9999-12-31T23:59:60-05:00',
  '9999-12-31',
  '99991231T235959-0500',
  '9999-365T23:59:59-05:00',
  '9999-12-31T23:59:59[America/New_York]',
  '9999/12/31 23:59 EST',
  '31.12.9999 23:59',
  'Fri, 31 Dec 9999 23:59:59 -0500',
  '10000-01-01T00:00:00Z',
  '+010000-01-01T00:00:00Z',
  '+275760-09-13T00:00:00Z',
  '999999-01-01T00:00:00Z',
  '253402300799',
  '253402318799000',
  '8640000000000001000',
  '99999999999999999999999999',
  '1e300',
  'infinity',
];

/** Dates before year 1. Software without a date writes them. */
const LONG_AGO = [
  '0000-00-00T00:00:00',
  '0000-01-01T00:00:00Z',
  '0000-12-31T23:59:59-01:00',
  '0001-01-01T00:00:00+14:00',
  '-0001-01-01T00:00:00Z',
  '-271821-04-20T00:00:00Z',
];

type Write = (field: 'embargoed' | 'expires', date: string) => string;

const frontMatter: Write = (field, date) => `---\ntitle: Tram\n${field}: "${date}"\n---\nTrams run again.`;

const FORMATS: Record<string, [mediaType: string, write: Write]> = {
  ninjs: [
    'application/ninjs+json',
    (field, date) =>
      JSON.stringify({
        uri: 'tram',
        pubstatus: 'usable',
        [field]: date,
        headlines: [{ value: 'Tram' }],
        bodies: [{ contenttype: 'text/plain', value: 'Trams run again.' }],
      }),
  ],
  Markdown: ['text/markdown', frontMatter],
  'Markdown without quotes': ['text/markdown', (field, date) => frontMatter(field, date).replaceAll('"', '')],
  'plain text with front matter': ['text/plain', frontMatter],
  'NewsML-G2': [
    'application/vnd.iptc.g2.newsitem+xml',
    (field, date) =>
      `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x" version="1"><itemMeta>
       <${field === 'expires' ? 'expired' : field}>${date}</${field === 'expires' ? 'expired' : field}>
       <pubStatus qcode="stat:usable"/></itemMeta><contentMeta><headline>Tram</headline></contentMeta><contentSet>
       <inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body><p>Trams</p></body>
       </html></inlineXML></contentSet></newsItem>`,
  ],
  NITF: [
    'application/nitf+xml',
    (field, date) =>
      `<nitf><head><docdata management-status="usable"><doc-id id-string="tram"/>
       <${field === 'expires' ? 'date.expire' : 'date.release'} norm="${date}"/></docdata></head>
       <body><body.head><hedline><hl1>Tram</hl1></hedline></body.head><body.content><p>Trams.</p></body.content></body></nitf>`,
  ],
  RSS: [
    'application/rss+xml',
    (field, date) =>
      `<rss version="2.0" xmlns:dcterms="http://purl.org/dc/terms/"><channel><title>t</title><item><guid>1</guid>
       <title>Tram</title><description>Trams run.</description>
       <dcterms:valid>${field === 'embargoed' ? 'start' : 'end'}=${date};</dcterms:valid></item></channel></rss>`,
  ],
  'a page': [
    'text/html',
    (field, date) =>
      `<html><head><title>Tram</title><meta name="${field}" content="${date}"></head><body><article><h1>Tram</h1>
       <p>Trams run again in the city today, said the mayor, and the people were glad about it.</p></article></body></html>`,
  ],
};

/** What a feed may do with the only article of a submission at `now`. */
function fateOf(
  mediaType: string,
  text: string,
  now = String(DEFAULTS.receivedAt),
): 'shown' | 'hidden' | 'refused' {
  const [drafted] = read(text, mediaType);
  if (drafted?.ok !== true) return 'refused';
  const { pubstatus, content } = drafted.draft;
  for (const instant of [
    content.embargoed,
    content.expires,
    content.firstcreated,
    drafted.draft.versioncreated,
  ]) {
    expect(instant === undefined || isInstant(instant), instant).toBe(true);
  }
  const isShown =
    pubstatus === 'usable' &&
    !((content.embargoed ?? '') > now) &&
    !(content.expires !== undefined && content.expires <= now);
  return isShown ? 'shown' : 'hidden';
}

describe.each(Object.entries(FORMATS))('in %s', (_, [mediaType, write]) => {
  test.each(NEVER)('an article that is embargoed until %s is never shown', (date) => {
    const text = write('embargoed', date);
    expect(fateOf(mediaType, text)).toBe('hidden');
    expect(fateOf(mediaType, text, '9999-01-01T00:00:00.000Z')).toBe('hidden');
  });

  // In a text, a line about an embargo that is not understood withholds the article.
  test.skipIf(mediaType === 'text/plain').each(LONG_AGO)(
    'an article that is embargoed until %s is shown',
    (date) => {
      expect(fateOf(mediaType, write('embargoed', date))).toBe('shown');
    },
  );
});

test.each([
  '9999-12-31T23:59:59-05:00',
  '9999-12-31T23:59:59Z',
  '+010000-01-01T00:00:00Z',
  '10000-01-01T00:00:00Z',
])('an expiry at %s is no expiry', (date) => {
  for (const [mediaType, write] of Object.values(FORMATS)) {
    expect(fateOf(mediaType, write('expires', date)), mediaType).toBe('shown');
  }
});

test.each(NEVER)('an article with the date of publication %s is never shown before it', (date) => {
  const feed = (published: string): string =>
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 't',
      items: [{ id: '1', title: 'Tram', content_text: 'Trams run.', date_published: published }],
    });
  const [drafted] = read(feed(date), 'application/feed+json');
  const { embargoed } = drafted?.ok === true ? drafted.draft.content : {};
  if (embargoed !== undefined) expect(embargoed >= '9999-12-31' && embargoed <= LAST_INSTANT).toBe(true);
  expect(
    drafted?.ok === true && (drafted.draft.versioncreated ?? FIRST_INSTANT) <= String(DEFAULTS.receivedAt),
  ).toBe(true);
});
