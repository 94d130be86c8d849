import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openBucket } from '../../shared/aws/bucket.ts';
import { openErasureStore } from '../../shared/aws/erasure-store.ts';
import type { Table } from '../../shared/aws/table.ts';

interface Version {
  key: string;
  id: string;
  marker?: true;
}

/** Newest first within a key, as S3 lists them. */
let versions: Version[] = [];
let listings = 0;
const PAGE = 2;

/**
 * What the local cloud does not have, a bucket that keeps versions: it lists them, a few at a time, and takes away the
 * one that is named (S3 API Reference, ListObjectVersions and DeleteObject).
 */
const server: Server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost');
  const id = searchParams.get('versionId');
  if (request.method === 'DELETE') {
    const key = decodeURIComponent(pathname.replace(/^\/[^/]+\//, ''));
    versions = versions.filter((one) => one.key !== key || one.id !== id);
    // Without an id a delete only adds a marker, and every byte stays.
    if (id === null) versions.unshift({ key, id: `marker-${versions.length}`, marker: true });
    response.writeHead(204).end();
    return;
  }
  listings += 1;
  const matching = versions.filter(({ key }) => key.startsWith(searchParams.get('prefix') ?? ''));
  const after = matching.findIndex(
    (one) => one.key === searchParams.get('key-marker') && one.id === searchParams.get('version-id-marker'),
  );
  const page = matching.slice(after + 1, after + 1 + PAGE);
  const last = page.at(-1);
  const isTruncated = last !== undefined && last !== matching.at(-1);
  const entries = page.map((one) => {
    const isLatest = matching.find(({ key }) => key === one.key) === one;
    const name = one.marker ? 'DeleteMarker' : 'Version';
    return `<${name}><Key>${one.key}</Key><VersionId>${one.id}</VersionId><IsLatest>${isLatest}</IsLatest></${name}>`;
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

describe('a bucket that keeps versions', () => {
  let store: ReturnType<typeof openErasureStore>;
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const bucket = openBucket('raw-bucket', {
      ...{ endpoint: `http://127.0.0.1:${port}`, region: 'us-east-1', forcePathStyle: true },
      credentials: { accessKeyId: 'key', secretAccessKey: 'secret' },
    });
    const noRows = { query: () => Promise.resolve([]) } as unknown as Table;
    store = openErasureStore(noRows, bucket);
  });
  afterAll(() => server.close());
  beforeEach(() => {
    listings = 0;
    versions = [
      { key: 'content/a/one', id: 'c2', marker: true },
      { key: 'content/a/one', id: 'c1' },
      { key: 'content/a/two', id: 'c3' },
      { key: 'content/ab/one', id: 'c4' },
      { key: 'raw/desk/r', id: 'r3' },
      { key: 'raw/desk/r', id: 'r2', marker: true },
      { key: 'raw/desk/r', id: 'r1' },
      { key: 'raw/desk/rr', id: 'x2' },
      { key: 'raw/desk/rr', id: 'x1' },
    ];
  });
  const ids = (): string[] => versions.map(({ id }) => id).toSorted();

  test('keeps the newest of a raw object and no other, and all of its neighbour', async () => {
    await store.removeOlderVersions('raw/desk/r');
    expect(ids()).toEqual(['c1', 'c2', 'c3', 'c4', 'r3', 'x1', 'x2']);
    expect(listings).toBe(3);
  });

  test('keeps nothing of an article’s contents, and all of another’s', async () => {
    await store.removeContents('a');
    expect(ids()).toEqual(['c4', 'r1', 'r2', 'r3', 'x1', 'x2']);
  });
});
