import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { expect } from 'vitest';
import { objectKeys } from '../../shared/contract/keys.ts';
import type { Envelope } from '../../shared/contract/messages.ts';
import type { DocumentStore, StoredDocument } from '../../shared/contract/stores.ts';
import type { FeedId, ReceiptId } from '../../shared/domain/identity.ts';
import { asInstant, feedIdOf, receiptIdOf } from '../support/ids.ts';
import { type Contract, fresh, instant, NEWER } from './contract.ts';

const envelopeOf = (receipt: ReceiptId): Envelope => ({
  kind: 'content',
  source: 'desk',
  receipt,
  receivedAt: instant(0),
  mediaType: 'text/plain; charset=big5',
  declaredId: '頭條 1/ü',
});

export const rawContract: Contract = {
  'the bytes of a submission are stored unchanged, and only once': async ({ raw }) => {
    const receipt = receiptIdOf(fresh());
    const key = objectKeys.raw('desk', receipt);
    const bytes = Uint8Array.from({ length: 300 }, (_, index) => index % 256);
    expect(await raw.get(key)).toBeUndefined();
    expect(await raw.put(envelopeOf(receipt), bytes)).toBe('written');
    expect(await raw.put({ ...envelopeOf(receipt), receivedAt: instant(1) }, Buffer.from('other'))).toBe(
      'refused',
    );
    const stored = await raw.get(key);
    expect(stored?.envelope).toEqual(envelopeOf(receipt));
    expect(Buffer.from(stored?.bytes ?? []).equals(bytes)).toBe(true);
  },

  'an envelope with a member that a newer Wiredesk added is read without that member': async ({ raw }) => {
    const receipt = receiptIdOf(fresh());
    await raw.put({ ...envelopeOf(receipt), ...NEWER }, Buffer.from('text'));
    expect((await raw.get(objectKeys.raw('desk', receipt)))?.envelope).toEqual(envelopeOf(receipt));
  },

  'a broken envelope is refused; the error names the object and the member': async ({ raw }) => {
    const receipt = receiptIdOf(fresh());
    const key = objectKeys.raw('desk', receipt);
    await raw.put({ ...envelopeOf(receipt), receivedAt: asInstant('yesterday') }, Buffer.from('text'));
    await expect(raw.get(key)).rejects.toThrow(new RegExp(`${key} cannot be decoded.*receivedAt`, 's'));
  },

  'of several puts of a raw object at the same time, only one succeeds': async ({ raw }) => {
    const receipt = receiptIdOf(fresh());
    const texts = ['a', 'b', 'c', 'd'];
    const written = await Promise.all(texts.map((text) => raw.put(envelopeOf(receipt), Buffer.from(text))));
    expect(written.filter((answer) => answer === 'written')).toHaveLength(1);
    const stored = await raw.get(objectKeys.raw('desk', receipt));
    expect(Buffer.from(stored?.bytes ?? []).toString()).toBe(texts[written.indexOf('written')]);
  },
};

const documentOf = (text: string): StoredDocument => ({
  bytes: Buffer.from(text),
  mediaType: 'application/feed+json; charset=utf-8',
});
/** The ETag that S3 gives to a single-part object: its MD5, in quotes (RFC 9110 section 8.8.3). */
const etagOf = (text: string): string => `"${createHash('md5').update(text).digest('hex')}"`;
const textOf = async (documents: DocumentStore, key: string): Promise<string | undefined> => {
  const bytes = await documents.get(key);
  return bytes && Buffer.from(bytes).toString();
};

const keyOf = (feed: FeedId): string => objectKeys.document(feed, 'rss.xml');

export const documentContract: Contract = {
  'a document is put without an ETag only if there is none yet': async ({ documents }) => {
    const key = keyOf(feedIdOf(fresh()));
    expect([await documents.etag(key), await documents.get(key)]).toEqual([undefined, undefined]);
    expect(await documents.put(key, documentOf('one'), undefined)).toBe('written');
    expect(await documents.put(key, documentOf('two'), undefined)).toBe('refused');
    expect([await documents.etag(key), await textOf(documents, key)]).toEqual([etagOf('one'), 'one']);
  },

  'a document is replaced only if it has the ETag that was read': async ({ documents }) => {
    const key = keyOf(feedIdOf(fresh()));
    expect(await documents.put(key, documentOf('one'), etagOf('one'))).toBe('refused');
    expect(await documents.etag(key)).toBeUndefined();
    await documents.put(key, documentOf('one'), undefined);
    expect(await documents.put(key, documentOf('two'), etagOf('one'))).toBe('written');
    expect(await documents.put(key, documentOf('three'), etagOf('one'))).toBe('refused');
    expect([await documents.etag(key), await textOf(documents, key)]).toEqual([etagOf('two'), 'two']);
  },

  'a compressed document is read as it was put': async ({ documents }) => {
    const key = objectKeys.gzipDocument(feedIdOf(fresh()), 'rss.xml');
    const bytes = gzipSync('one');
    await documents.put(key, { ...documentOf('one'), bytes, contentEncoding: 'gzip' }, undefined);
    expect(Buffer.from((await documents.get(key)) ?? [])).toEqual(bytes);
  },

  'of several replacements of a document at the same time, only one succeeds': async ({ documents }) => {
    const key = keyOf(feedIdOf(fresh()));
    await documents.put(key, documentOf('zero'), undefined);
    const texts = ['a', 'b', 'c', 'd'];
    const written = await Promise.all(
      texts.map((text) => documents.put(key, documentOf(text), etagOf('zero'))),
    );
    expect(written.filter((answer) => answer === 'written')).toHaveLength(1);
    expect(await textOf(documents, key)).toBe(texts[written.indexOf('written')]);
  },

  'documents between two keys are listed with their ETags, without the documents at the two keys': async ({
    documents,
  }) => {
    const feed = fresh();
    const key = (name: string): string => keyOf(feedIdOf(`${feed}-${name}`));
    const names = ['a', 'b', 'c'];
    for (const name of names) await documents.put(key(name), documentOf(name), undefined);
    const [all, some] = [
      await documents.etags(...objectKeys.documentsBetween(feedIdOf(`${feed}-a`), feedIdOf(`${feed}-d`))),
      await documents.etags(key('a'), key('c')),
    ];
    expect([...all]).toEqual(names.map((name) => [key(name), etagOf(name)]));
    expect([...some]).toEqual([[key('b'), etagOf('b')]]);
  },

  'a removed document is absent, and can be put again without an ETag': async ({ documents }) => {
    const key = keyOf(feedIdOf(fresh()));
    await documents.remove(key);
    await documents.put(key, documentOf('one'), undefined);
    await documents.remove(key);
    expect([await documents.etag(key), await documents.get(key)]).toEqual([undefined, undefined]);
    expect(await documents.put(key, documentOf('two'), etagOf('one'))).toBe('refused');
    expect(await documents.put(key, documentOf('two'), undefined)).toBe('written');
  },
};
