import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openBucket } from '../../shared/aws/bucket.ts';
import { openErasureStore } from '../../shared/aws/erasure-store.ts';
import type { Table } from '../../shared/aws/table.ts';
import { objectKeys } from '../../shared/contract/keys.ts';
import { articleIdOf, receiptIdOf } from '../support/ids.ts';

interface Version {
  key: string;
  id: string;
  marker?: true;
}

/** The stored versions. Those of one key are listed newest first, as in S3. */
let versions: Version[] = [];
let listings = 0;
const PAGE = 2;

/**
 * A bucket with versions, which the local cloud does not have. It lists versions in short pages and removes the
 * version that a request names (S3 API Reference, ListObjectVersions and DeleteObject).
 */
const server: Server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost');
  const id = searchParams.get('versionId');
  if (request.method === 'DELETE') {
    const key = decodeURIComponent(pathname.replace(/^\/[^/]+\//, ''));
    versions = versions.filter((version) => version.key !== key || version.id !== id);
    // Without a version id DeleteObject only adds a delete marker, and all bytes stay.
    if (id === null) versions.unshift({ key, id: `marker-${versions.length}`, marker: true });
    response.writeHead(204).end();
    return;
  }
  listings += 1;
  const matching = versions.filter(({ key }) => key.startsWith(searchParams.get('prefix') ?? ''));
  const after = matching.findIndex(
    ({ key, id: version }) =>
      key === searchParams.get('key-marker') && version === searchParams.get('version-id-marker'),
  );
  const page = matching.slice(after + 1, after + 1 + PAGE);
  const last = page.at(-1);
  const isTruncated = last !== undefined && last !== matching.at(-1);
  const entries = page.map((version) => {
    const isLatest = matching.find(({ key }) => key === version.key) === version;
    const name = version.marker ? 'DeleteMarker' : 'Version';
    return `<${name}><Key>${version.key}</Key><VersionId>${version.id}</VersionId><IsLatest>${isLatest}</IsLatest></${name}>`;
  });
  const next = isTruncated
    ? `<NextKeyMarker>${last.key}</NextKeyMarker><NextVersionIdMarker>${last.id}</NextVersionIdMarker>`
    : '';
  response
    .writeHead(200, { 'content-type': 'application/xml' })
    .end(
      `<ListVersionsResult><IsTruncated>${isTruncated}</IsTruncated>${next}${entries.join('')}</ListVersionsResult>`,
    );
});

describe('in a bucket with versions, the erasure store', () => {
  let store: ReturnType<typeof openErasureStore>;
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const bucket = openBucket('raw-bucket', {
      endpoint: `http://127.0.0.1:${port}`,
      region: 'us-east-1',
      forcePathStyle: true,
      credentials: { accessKeyId: 'key', secretAccessKey: 'secret' },
    });
    const noRows = { query: () => Promise.resolve([]) } as unknown as Table;
    store = openErasureStore(noRows, bucket, async () => ({}));
  });
  afterAll(() => server.close());
  beforeEach(() => {
    listings = 0;
    versions = [
      { key: objectKeys.content(articleIdOf('a'), 'one'), id: 'c2', marker: true },
      { key: objectKeys.content(articleIdOf('a'), 'one'), id: 'c1' },
      { key: objectKeys.content(articleIdOf('a'), 'two'), id: 'c3' },
      { key: objectKeys.content(articleIdOf('ab'), 'one'), id: 'c4' },
      { key: objectKeys.raw('desk', receiptIdOf('r')), id: 'r3' },
      { key: objectKeys.raw('desk', receiptIdOf('r')), id: 'r2', marker: true },
      { key: objectKeys.raw('desk', receiptIdOf('r')), id: 'r1' },
      { key: objectKeys.raw('desk', receiptIdOf('rr')), id: 'x2' },
      { key: objectKeys.raw('desk', receiptIdOf('rr')), id: 'x1' },
    ];
  });
  const ids = (): string[] => versions.map(({ id }) => id).toSorted();

  test('removes all versions of a raw object except the newest, and no version of a key that begins with this key', async () => {
    await store.removeOlderVersions(objectKeys.raw('desk', receiptIdOf('r')));
    expect(ids()).toEqual(['c1', 'c2', 'c3', 'c4', 'r3', 'x1', 'x2']);
    expect(listings).toBe(3);
  });

  test('removes all versions of an article’s contents, and no version of another article’s contents', async () => {
    await store.removeContents(articleIdOf('a'));
    expect(ids()).toEqual(['c4', 'r1', 'r2', 'r3', 'x1', 'x2']);
  });
});
