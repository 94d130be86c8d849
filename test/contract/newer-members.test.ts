import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { edgeRecord, feedsOfEdgeRecord } from '../../shared/contract/edge-record.ts';
import {
  createdObjects,
  nowMessage,
  objectCreatedMessage,
  publishMessage,
} from '../../shared/contract/messages.ts';
import { decodeContent } from '../../shared/contract/stored/article-rows.ts';
import { decodeConfiguration } from '../../shared/contract/stored/configuration.ts';
import { decodeEnvelope } from '../../shared/contract/stored/envelope.ts';
import { feedIdOf } from '../support/ids.ts';
import { contentOf } from './articles.ts';
import { partner } from './partners.ts';

/**
 * What a newer version sends or stores with a member that this version does not know, at each level: it is read, and
 * means what it means without the member. (Rows: stored-rows.ts. Decisions are strict on purpose, see ADR 0021.)
 */
const ARTICLE = '7d838217-dc2d-5384-aa41-41a6139dc8ad';
const NEWER = 'addedByNewerVersion';
const ENVELOPE = {
  kind: 'content',
  source: 'desk',
  receipt: '06050b7f-38a7-426c-8a07-a44cd87bd20c',
  receivedAt: '2026-04-13T09:00:53.753Z',
  mediaType: 'text/plain',
  declaredId: 's1',
};
const CONTENT = {
  ...contentOf('A bridge'),
  bylines: [{ name: 'Jane Roe', role: 'reporter' }],
  subjects: [{ name: 'traffic', uri: 'https://example.com/traffic' }],
  associations: [{ href: 'https://example.com/a.jpg', contenttype: 'image/jpeg', alt: 'A bridge' }],
};
const CONFIGURATION: unknown = JSON.parse(
  readFileSync(join(import.meta.dirname, 'stored-samples', '0.1.0', 'configuration.json'), 'utf8'),
);

/** What is sent or stored, as it is before it is encoded, and what this version reads in it. */
const SAMPLES: Record<string, { sample: unknown; read: (value: unknown) => unknown }> = {
  'a message of the now queue': { sample: { article: ARTICLE }, read: (value) => nowMessage.parse(value) },
  'a message of the publish queue': {
    sample: { feed: 'cc240d97f2f67cdcdd8d', articles: [ARTICLE], wakeUp: 'token' },
    read: (value) => publishMessage.parse(value),
  },
  'a message of the normalise queue, and of the queue of decisions': {
    sample: objectCreatedMessage({ key: 'raw/desk/a b', size: 7 }),
    read: createdObjects,
  },
  'the envelope of a raw object': {
    sample: ENVELOPE,
    read: (value) => decodeEnvelope(JSON.stringify(value), 'raw/desk/r'),
  },
  'the contents of a revision': { sample: CONTENT, read: (value) => decodeContent(value, 'ARTICLE#a C#h') },
};

/** Copies of a value, each with one unknown member in another of its objects; `path` names the object. */
function withOneMore(value: unknown, path = ''): { path: string; value: unknown }[] {
  if (typeof value !== 'object' || value === null) return [];
  const copies = Object.entries(value).flatMap(([name, member]) =>
    withOneMore(member, `${path}/${name}`).map((copy) => ({
      path: copy.path,
      value: Array.isArray(value)
        ? value.map((old: unknown, at) => (String(at) === name ? copy.value : old))
        : { ...value, [name]: copy.value },
    })),
  );
  return Array.isArray(value)
    ? copies
    : [{ path: path || '/', value: { ...value, [NEWER]: { list: [1] } } }, ...copies];
}

/** The value without the unknown member, which a reader may keep. */
const without = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (name, member: unknown) => (name === NEWER ? undefined : member)));

describe.each(Object.entries(SAMPLES))('%s with one unknown member', (_, { sample, read }) => {
  test.each(withOneMore(sample))('in $path is read', ({ value }) => {
    expect(without(read(value))).toEqual(without(read(sample)));
  });
});

test('an entry of a partner at the edge with a further part is read', () => {
  const [subscription] = partner('outlet').subscriptions;
  const entry = edgeRecord(partner('outlet'), (alias) =>
    alias === subscription?.alias ? feedIdOf('f1') : undefined,
  );
  expect([...feedsOfEdgeRecord(entry ?? '')]).toEqual([['top', 'f1']]);
  expect([...feedsOfEdgeRecord(`${entry ?? ''}|newer=1`)]).toEqual([['top', 'f1']]);
});

/** Parts of the configuration of which an unknown member withholds, because it could limit what they allow. */
const WITHHOLDS = /\/(?:select|terms)(?:\/|$)/;

describe('the configuration with one unknown member', () => {
  const before = decodeConfiguration(JSON.stringify(CONFIGURATION));
  test.each(withOneMore(CONFIGURATION))('in $path is read', ({ path, value }) => {
    const read = decodeConfiguration(JSON.stringify(value));
    if (WITHHOLDS.test(path)) expect(read.notUnderstood).toHaveLength(1);
    else expect(without(read)).toEqual(without(before));
  });
});
