import { describe, expect, test } from 'vitest';
import { outcomes, read, readOne } from '../drafted.ts';

const ITEM = {
  altids: { itemid: 'b7', etag: 'b7_1' },
  uri: 'https://api.example.com/media/v/content/b7?qt=9',
  type: 'text',
  version: 1,
  pubstatus: 'usable',
  headline: 'The bridge stays closed',
  stories: { nitf: '<block><p>It stays closed.</p></block>' },
};
const json = (value: unknown): string => JSON.stringify(value);
const one = (members: object): ReturnType<typeof readOne> =>
  readOne(json({ data: { item: { ...ITEM, ...members } } }), 'application/json');

test.each([
  ['one item', { data: { item: ITEM } }],
  ['a feed', { data: { items: [{ meta: {}, item: ITEM }] } }],
  ['a search without data', { items: [{ item: ITEM }] }],
  ['an item without the answer around it', { item: ITEM }],
  ['only the item', ITEM],
])('AP JSON is read as %s', (_, value) => {
  expect(readOne(json(value), 'application/json')).toMatchObject({
    declaredId: 'b7',
    otherIds: [
      'https://api.example.com/media/v/content/b7',
      'https://api.example.com/media/v/content/b7?qt=9',
    ],
    content: { headline: 'The bridge stays closed', body: '<p>It stays closed.</p>' },
  });
});

test.each([
  [{ pubstatus: 'canceled' }, 'canceled', undefined],
  [{ editorialtypes: ['Kill'] }, 'canceled', undefined],
  [{ editorialtypes: ['Withdrawal'] }, 'canceled', undefined],
  [{ editorialtypes: ['Correction', 'Lead'] }, 'usable', undefined],
  [{ pubstatus: 'withheld' }, 'withheld', undefined],
  [{ pubstatus: 'embargoed' }, 'withheld', 'FIELD_EMBARGO'],
  [{ embargoed: 'Thursday' }, 'withheld', 'FIELD_EMBARGO'],
  [{ pubstatus: 'parked' }, 'withheld', 'STATUS_UNKNOWN'],
  [{ editorialrole: 'HoldForRelease', pubstatus: 'hold' }, 'withheld', undefined],
] as const)('the status of %j is %s', (members, pubstatus, code) => {
  const draft = one(members);
  expect([draft.pubstatus, draft.doubt?.code]).toEqual([pubstatus, code]);
});

test('a kill needs no text, and an embargo with an instant is kept', () => {
  expect(one({ pubstatus: 'canceled', stories: null })).toMatchObject({
    declaredId: 'b7',
    pubstatus: 'canceled',
  });
  expect(one({ pubstatus: 'embargoed', embargoed: '2026-12-24T06:00:00Z' })).toMatchObject({
    pubstatus: 'usable',
    content: { embargoed: '2026-12-24T06:00:00.000Z' },
  });
});

describe('the text of AP JSON', () => {
  test.each([
    { stories: { main: { nitf: '<block><p>It stays closed.</p></block>' } } },
    { main: { nitf: '<p>It stays closed.</p>' }, stories: undefined },
    { stories: undefined, renditions: { nitf: { nitf: '<block><p>It stays closed.</p></block>' } } },
    { stories: undefined, body_nitf: '<p>It stays closed.</p>' },
    { stories: { nitf: '<nitf><body><body.content><p>It stays closed.</p></body.content></body></nitf>' } },
    { stories: { nitf: 'It stays closed.' } },
    { stories: { nitf: '<p>It stays closed.<br></p>' } },
  ])('is found in %j', (members) => {
    expect(one(members).content.body.replace('<br>', '')).toBe('<p>It stays closed.</p>');
  });

  test('is not its address: an item with only an address is refused, and keeps its id', () => {
    const linked = {
      ...ITEM,
      stories: undefined,
      renditions: { nitf: { href: 'https://api.example.com/d/b7' } },
    };
    const drafted = read(json({ data: { item: linked } }), 'application/json');
    expect(drafted).toMatchObject([{ declaredId: 'b7', rejection: { code: 'FIELD_MISSING' } }]);
    expect(json(drafted)).toContain('renditions.nitf.href');
    expect(outcomes(read('{"data":{"items":[{"item":{"altids":{"itemid":"1"}}}]}}', 'text/plain'))).toEqual([
      'FIELD_MISSING',
    ]);
  });
});

test('people, subjects and pictures are read, and the name of the agency is no role', () => {
  const { content } = one({
    bylines: [
      { by: 'By JANE ROE', title: 'Associated Press' },
      { by: 'By JOHN DOE', title: 'Harbour Writer' },
    ],
    subject: [
      { name: 'Shipping', scheme: 'http://example.com/id/', code: 's1' },
      { name: 'a', code: 'a' },
    ],
    person: [{ name: 'Erika Mustermann' }],
    associations: {
      1: {
        type: 'picture',
        caption: 'At dawn',
        renditions: { main: { href: 'https://example.com/a.jpg', width: 9 } },
      },
      2: { type: 'picture', uri: 'https://api.example.com/x' },
    },
  });
  expect(content).toMatchObject({
    bylines: [{ name: 'JANE ROE' }, { name: 'JOHN DOE', role: 'Harbour Writer' }],
    subjects: [{ name: 'Shipping', uri: 'http://example.com/id/s1' }, { name: 'Erika Mustermann' }],
    associations: [{ href: 'https://example.com/a.jpg', caption: 'At dawn' }],
  });
});
