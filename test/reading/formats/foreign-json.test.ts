import { describe, expect, test } from 'vitest';
import { outcomes, read, readOne } from '../drafted.ts';

const SENTENCE = 'The bridge stays closed until May, the council said on Monday.';

describe('JSON that is no article', () => {
  test.each([
    ['a Slack message', { channel: 'C1', title: 'News', text: SENTENCE }],
    ['a Slack message', { text: SENTENCE, blocks: [{ type: 'section' }] }],
    [
      'a GitHub webhook',
      { action: 'opened', repository: { name: 'x' }, sender: {}, title: 'Fix', version: 2 },
    ],
    ['a GitLab webhook', { object_kind: 'push', title: 'A push' }],
    ['a Telegram update', { update_id: 1, message: { text: SENTENCE } }],
    ['a Discord message', { content: SENTENCE, embeds: [{ title: 'x' }] }],
    [
      'a package.json',
      { name: 'bridge', version: '1.0.0', title: 'Bridge', description: SENTENCE, license: 'MIT' },
    ],
    [
      'an entry of Contentful',
      { sys: { id: 'b' }, fields: { title: { en: 'The bridge' }, body: { en: SENTENCE } } },
    ],
    ['a document of Sanity', { _type: 'post', _id: '7', title: 'The bridge', body: [] }],
    [
      'JSON:API (Drupal)',
      { jsonapi: {}, data: { type: 'node--article', attributes: { title: 'x', body: SENTENCE } } },
    ],
    ['an entry of Strapi', { data: [{ id: 1, attributes: { title: 'x', body: SENTENCE } }], meta: {} }],
    ['ActivityPub', { '@context': 'https://www.w3.org/ns/activitystreams', type: 'Note', content: SENTENCE }],
    [
      'JSON-LD without an articleBody',
      { '@context': 'https://schema.org', '@type': 'NewsArticle', headline: 'x' },
    ],
    ['GeoJSON', { type: 'FeatureCollection', features: [] }],
    ['an Amazon SNS notification', { Type: 'Notification', TopicArn: 'arn', Message: SENTENCE }],
    [
      'an answer of a search or news service',
      { status: 'ok', articles: [{ title: 'x', content: SENTENCE }] },
    ],
    ['an error message of a server', { message: 'Not found' }],
    ['an error message of a server', { error: { code: 403, message: 'Forbidden' } }],
    ['a webhook', { event: 'published', title: 'The bridge', version: '2' }],
  ])('%s is refused by name: %j', (name, value) => {
    for (const type of ['application/json', 'text/plain', 'application/feed+json']) {
      const drafted = read(JSON.stringify(value), type);
      expect(drafted).toMatchObject([{ ok: false, rejection: { code: 'MEDIA_TYPE' } }]);
      expect(JSON.stringify(drafted)).toContain(`JSON that is not read: ${name}; keys not understood: `);
      expect(JSON.stringify(drafted)).toContain('the kinds are ninjs, JSON Feed, AP JSON');
    }
  });

  test.each([
    { title: 'The bridge', version: '2' },
    { title: 'The bridge', content: SENTENCE },
    { title: 'The bridge', body: SENTENCE, version: 1, url: 'https://example.com/b' },
    { uri: '/b', title: 'The bridge', main: [{ paragraph: SENTENCE }] },
    { uri: '/b', headline: 'The bridge', versioncreated: '2026-03-12T08:00:00Z', story: { text: SENTENCE } },
    { headline: 'The bridge', url: 'https://example.com/b' },
    { uri: '/b', headline: '橋', story: '橋樑將繼續封閉至五月底，市府週一表示。' },
    { 標題: '橋', 內文: '橋樑將繼續封閉至五月底，市府週一表示。' },
  ])('is refused with the keys that were not understood: %j', (value) => {
    expect(read(JSON.stringify(value), 'application/json')).toMatchObject([
      {
        ok: false,
        rejection: { code: 'FIELD_MISSING', detail: expect.stringMatching(/keys not understood: \S/) },
      },
    ]);
  });

  test('in a list, each member is judged by itself', () => {
    const list = [
      { uri: 'a', headlines: [{ value: 'One' }] },
      { channel: 'C', text: SENTENCE },
    ];
    expect(outcomes(read(JSON.stringify(list), 'application/json'))).toEqual(['One', 'MEDIA_TYPE']);
  });
});

test.each([
  { uri: 'urn:x:1', headline: 'The bridge', slugline: 'bridge', priority: 4, wordcount: 0 },
  {
    guid: 'urn:x:1',
    versioncreated: '2026-03-12T08:00:00Z',
    headline: 'The bridge',
    service: [{ name: 'Local' }],
  },
  { uri: 'urn:x:1', headlines: [{ value: 'The bridge' }], desk: 'north' },
  { headline: 'The bridge', body_html: `<p>${SENTENCE}</p>`, blurb: SENTENCE },
])('ninjs is read, also a news flash without a body: %j', (value) => {
  expect(readOne(JSON.stringify(value), 'application/json').content.headline).toBe('The bridge');
});
