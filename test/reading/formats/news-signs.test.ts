import { describe, expect, test } from 'vitest';
import { readOne } from '../drafted.ts';
import { fate, fates } from './signs.ts';

const EMBARGO = 'withheld FIELD_EMBARGO';
const UNKNOWN = 'withheld STATUS_UNKNOWN';

describe('NITF', () => {
  const nitf = (attributes: string, inside = ''): string =>
    `<nitf><head><docdata ${attributes}><doc-id id-string="tram-1"/>${inside}</docdata></head><body><body.head><hedline>
     <hl1>Tram line reopens</hl1></hedline></body.head><body.content><p>Trams run again.</p></body.content></body></nitf>`;

  test.each([
    ['usable', 'usable'],
    ['Usable', 'usable'],
    ['embargoed', EMBARGO],
    ['EMBARGOED', EMBARGO],
    ['withheld', 'withheld'],
    ['on hold', 'withheld'],
    ['canceled', 'canceled'],
    ['cancelled', 'canceled'],
    ['kill', 'canceled'],
    ['stat:canceled', 'canceled'],
    ['', UNKNOWN],
    ['publishable soon', UNKNOWN],
  ])('with the management status %j the article is %s', (status, expected) => {
    expect(fate(nitf(`management-status="${status}"`), 'application/nitf+xml')).toBe(expected);
  });

  test.each([
    ['<date.release norm="20261201T060000Z"/>', 'usable until 2026-12-01T06:00Z'],
    // Over in every zone of the world, or perhaps not.
    ['<date.release norm="20261121T115900"/>', 'usable'],
    ['<date.release norm="20261122T115900"/>', 'usable'],
    ['<date.release norm="20261122T120100"/>', EMBARGO],
    ['<date.release norm="20261120"/>', 'usable'],
    ['<date.release norm="20261122"/>', EMBARGO],
    ['<date.release norm="when the vote ends"/>', EMBARGO],
    ['<date.release norm=""/>', EMBARGO],
    ['<date.release norm="99991231T235959-0500"/>', 'usable until 9999-12-31T23:59:59.999Z'],
    ['<date.release norm="00010101T000000Z"/>', 'usable'],
    ['<date.expire norm="29990101T000000"/>', 'usable expires 2998-12-31T10:00Z'],
    ['<date.expire norm="20261123T090000"/>', EMBARGO],
    ['<date.expire norm="20261101T090000"/>', 'usable expires 2026-11-01T21:00Z'],
    ['<date.expire norm="99991231T235959-0500"/>', 'usable'],
    ['<date.expire norm="after the match"/>', EMBARGO],
    ['<date.issue norm="20270301T060000Z"/>', 'usable until 2027-03-01T06:00Z'],
  ])('%s: %s', (dates, expected) => {
    expect(fate(nitf('management-status="usable"', dates), 'application/nitf+xml')).toBe(expected);
  });

  test('a date without a zone is read in the time zone of the source', () => {
    const document = nitf('', '<date.release norm="20261201T090000"/>');
    expect(fate(document, 'application/nitf+xml', { timeZone: 'Asia/Taipei' })).toBe(
      'usable until 2026-12-01T01:00Z',
    );
  });

  test('the status "embargoed" is fulfilled by a release in the future, not by one in the past', () => {
    const release = (date: string): string =>
      fate(nitf('management-status="embargoed"', `<date.release norm="${date}"/>`), 'application/nitf+xml');
    expect(release('20261201T060000Z')).toBe('usable until 2026-12-01T06:00Z');
    expect(release('20260101T060000Z')).toMatch(/^withheld FIELD_EMBARGO/);
  });

  test('a document may cancel another one', () => {
    const document = nitf('management-doc-idref="tram-0" management-idref-status="canceled"');
    expect(fates(document, 'application/nitf+xml')).toEqual(['usable', 'canceled']);
  });

  test('a release that is over everywhere is noted', () => {
    const { notes } = readOne(nitf('', '<date.release norm="20250312T083000"/>'), 'application/nitf+xml');
    expect(notes).toContain(
      'date.release: 20250312T083000 has no time zone, but it is over in every time zone',
    );
  });
});

describe('NewsML-G2', () => {
  const item = (meta: string): string =>
    `<newsItem guid="urn:tram:1"><itemMeta>${meta}</itemMeta><contentMeta><headline>Tram line reopens</headline></contentMeta>
     <contentSet><inlineXML><html><body><p>Trams run again.</p></body></html></inlineXML></contentSet></newsItem>`;

  test.each([
    ['<pubStatus qcode="stat:usable"/>', 'usable'],
    ['<pubStatus qcode="stat:cancelled"/>', 'canceled'],
    ['<pubStatus qcode="ps:Canceled"/>', 'canceled'],
    ['<pubStatus uri="http://cv.iptc.org/newscodes/pubstatusg2/withheld"/>', 'withheld'],
    ['<pubStatus uri="http://cv.iptc.org/newscodes/pubstatusg2/usable"/>', 'usable'],
    ['<pubStatus qcode="stat:onrequest"/>', UNKNOWN],
    ['<pubStatus/>', UNKNOWN],
    ['<pubStatus qcode="stat:usable"/><pubStatus qcode="stat:withheld"/>', 'withheld'],
    // A signal may be about anything.
    ['<signal qcode="sig:update"/><signal qcode="edStat:C"/>', 'usable'],
    ['<signal qcode="sig:kill"/>', 'canceled'],
    ['<embargoed/>', EMBARGO],
    ['<embargoed>the end of the session</embargoed>', EMBARGO],
    ['<embargoed>2026-12-01T07:00:00+01:00</embargoed>', 'usable until 2026-12-01T06:00Z'],
    ['<expires>2026-12-01T07:00:00+01:00</expires>', 'usable expires 2026-12-01T06:00Z'],
    // The date of creation is no date of publication.
    ['<firstCreated>2027-03-01T06:00:00Z</firstCreated>', 'usable'],
  ])('%s: %s', (meta, expected) => {
    expect(fate(item(meta), 'application/xml')).toBe(expected);
  });
});

describe('JSON', () => {
  const ninjs = (members: object): string =>
    JSON.stringify({ uri: 'urn:tram:1', headline: 'Tram line reopens', body_text: 'Trams run.', ...members });
  const feed = (members: object): string =>
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      items: [{ id: '1', title: 'Tram line reopens', content_text: 'Trams run again.', ...members }],
    });

  test.each([
    [{ pubstatus: 'cancelled' }, 'canceled'],
    [{ pubStatus: 'stat:canceled' }, 'canceled'],
    [{ pubstatus: 'embargoed' }, EMBARGO],
    [{ pubstatus: 'recheck' }, UNKNOWN],
    [{ pubstatus: 7 }, UNKNOWN],
    [{ pubstatus: null }, 'usable'],
    [{ embargoed: '2026-12-01T06:00:00' }, EMBARGO],
    [{ embargoed: '2026-12-01T06:00:00Z' }, 'usable until 2026-12-01T06:00Z'],
    [{ embargoed: '2026-11-01T06:00:00' }, 'usable'],
    [{ embargoed: true }, EMBARGO],
    [{ embargoed: false }, 'usable'],
    [{ embargoed: null }, 'usable'],
    [{ embargoedUntil: 'Monday' }, EMBARGO],
    [{ expires: 'some day' }, EMBARGO],
    [{ expires: 'never' }, 'usable'],
    [{ state: 'in_progress' }, 'withheld'],
    [{ extra: { 'embargo-until': '2026-12-01T06:00:00Z' } }, 'usable until 2026-12-01T06:00Z'],
    [{ publish_schedule: '2026-12-01T06:00:00Z' }, 'usable until 2026-12-01T06:00Z'],
    [{ flags: { marked_for_not_publication: true } }, 'withheld'],
  ])('ninjs with %j: %s', (members, expected) => {
    expect(fate(ninjs(members), 'application/json')).toBe(expected);
  });

  test('a cancellation in ninjs needs no text', () => {
    expect(fate('{"uri":"urn:tram:1","version":2,"pubstatus":"killed"}', 'application/json')).toBe(
      'canceled',
    );
  });

  test.each([
    [{ status: 'draft' }, 'withheld'],
    [{ draft: true }, 'withheld'],
    [{ is_draft: '1' }, 'withheld'],
    [{ draft: false, published: true, status: 'published' }, 'usable'],
    [{ published: false }, 'withheld'],
    [{ publish_status: 'scheduled' }, EMBARGO],
    [{ workflowState: 'legal' }, UNKNOWN],
    [{ _cms: { workflow_state: 'pending' } }, 'withheld'],
    [{ _theme: { color: 'red' } }, 'usable'],
    [{ content_text: '', title: '', status: 'deleted' }, 'canceled'],
    [{ date_published: '2027-03-01T06:00:00Z' }, 'usable until 2027-03-01T06:00Z'],
    [{ date_published: '2026-11-23T00:59:00Z' }, 'usable'],
    [{ date_published: '2026-11-23T02:00:00Z' }, 'usable until 2026-11-23T02:00Z'],
    // Tomorrow has begun somewhere; the day after tomorrow has not.
    [{ date_published: '2026-11-23' }, 'usable'],
    [{ date_published: '2026-11-25' }, EMBARGO],
    [{ date_modified: '2027-03-01T06:00:00Z' }, 'usable until 2027-03-01T06:00Z'],
    [{ date_published: '2026-03-01T06:00:00Z', date_modified: '2027-03-01T06:00:00Z' }, 'usable'],
  ])('a JSON Feed item with %j: %s', (members, expected) => {
    expect(fate(feed(members), 'application/feed+json')).toBe(expected);
  });

  test('a source may publish articles with a date in the future at once', () => {
    const item = feed({ date_published: '2027-03-01T06:00:00Z' });
    expect(fate(item, 'application/feed+json', { futureDates: 'now' })).toBe('usable');
    expect(
      fate(feed({ date_published: '2026-11-25' }), 'application/feed+json', { futureDates: 'now' }),
    ).toBe('usable');
    // The status says that the article is scheduled, so its date counts.
    const scheduled = feed({ date_published: '2027-03-01T06:00:00Z', status: 'scheduled' });
    expect(fate(scheduled, 'application/feed+json', { futureDates: 'now' })).toBe(
      'usable until 2027-03-01T06:00Z',
    );
  });
});

test.each([
  [
    '<meta property="article:expiration_time" content="2026-12-01T06:00:00Z">',
    'usable expires 2026-12-01T06:00Z',
  ],
  [
    '<meta property="article:published_time" content="2027-03-01T06:00:00Z">',
    'usable until 2027-03-01T06:00Z',
  ],
  ['<meta name="embargo" content="Monday">', EMBARGO],
  [
    '<script type="application/ld+json">{"@type":"NewsArticle","headline":"x","creativeWorkStatus":"Draft"}</script>',
    'withheld',
  ],
  // A page uses this for its caches.
  ['<meta http-equiv="expires" content="0"><meta name="expires" content="-1">', 'usable'],
])('a page with %s: %s', (head, expected) => {
  const page = `<!doctype html><html><head><title>Tram line reopens</title>${head}</head><body><article><h1>Tram line reopens</h1>
    <p>${'Trams run again between the station and the harbour, the city said on Monday. '.repeat(6)}</p></article></body></html>`;
  expect(fate(page, 'text/html')).toBe(expected);
});
