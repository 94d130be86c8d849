import { describe, expect, test } from 'vitest';
import { refusalOf } from '../../../../functions/ingest/rules/answer.ts';
import type { SubmissionRequest } from '../../../../functions/ingest/rules/http-request.ts';
import type { StoredConfiguration } from '../../../../shared/contract/configuration.ts';
import { MAX_BODY_BYTES } from '../../../../shared/contract/stages.ts';
import { sha256 } from '../../../../shared/domain/identity.ts';

const CONFIGURATION: StoredConfiguration = {
  publisher: { name: 'The Desk', url: 'https://desk.example/', language: 'en' },
  feedsUrl: 'https://feeds.desk.example',
  sources: [
    { id: 'desk', order: 'arrival', language: 'en', boilerplate: [], tokenHashes: [sha256('secret')] },
  ],
  partnerFeeds: [],
  channels: [],
};

const NOW = new Date('2026-03-02T08:00:00.000Z');

const REQUEST: SubmissionRequest = {
  kind: 'content',
  source: 'desk',
  token: 'secret',
  mediaType: 'text/plain',
  bytes: Buffer.from('A story'),
};

describe('a submission', () => {
  test.each<[string, Partial<SubmissionRequest>, string | undefined]>([
    ['of a known source with its token is accepted', {}, undefined],
    ['of an unknown source is refused', { source: 'nobody' }, 'UNAUTHORISED'],
    ['without a token is refused', { token: undefined }, 'UNAUTHORISED'],
    ['with a wrong token is refused', { token: 'guess' }, 'UNAUTHORISED'],
    ['with an empty Idempotency-Key is refused', { idempotencyKey: '' }, 'KEY_INVALID'],
    ['with a long Idempotency-Key is accepted', { idempotencyKey: 'k'.repeat(255) }, undefined],
    ['with a longer Idempotency-Key is refused', { idempotencyKey: 'k'.repeat(256) }, 'KEY_INVALID'],
    ['with an id is accepted', { declaredId: 'a/b' }, undefined],
    ['with the path segment `..` in the id is refused', { declaredId: 'a/../b' }, 'FIELD_ID'],
    ['without a body is refused', { bytes: Buffer.alloc(0) }, 'ENCODING_EMPTY'],
    ['with the largest body allowed is accepted', { bytes: Buffer.alloc(MAX_BODY_BYTES) }, undefined],
    ['with a larger body is refused', { bytes: Buffer.alloc(MAX_BODY_BYTES + 1) }, 'SIZE_BODY'],
    ['of a media type that Wiredesk does not read is refused', { mediaType: 'image/png' }, 'MEDIA_TYPE'],
    [
      'with the name of a media type that is too long is refused',
      { mediaType: `text/plain; x=${'y'.repeat(200)}` },
      'MEDIA_TYPE',
    ],
    [
      'with control characters in the media type is refused',
      { mediaType: 'text/plain;\u009b2J' },
      'MEDIA_TYPE',
    ],
    ['with a line separator in the media type is refused', { mediaType: 'text/plain;\u2028' }, 'MEDIA_TYPE'],
    ['that is a decision is accepted with any media type', { kind: 'decision', mediaType: 'x/y' }, undefined],
    ['that is compressed with gzip is accepted', { contentEncoding: 'GZIP' }, undefined],
    [
      'with the content codings identity and gzip is accepted',
      { contentEncoding: 'identity, x-gzip' },
      undefined,
    ],
    ['that is compressed with Brotli is refused', { contentEncoding: 'br' }, 'MEDIA_TYPE'],
  ])('%s', (_, part, code) => {
    expect(refusalOf({ ...REQUEST, ...part }, CONFIGURATION, NOW)?.code).toBe(code);
  });

  test('whose media type is refused gets the accepted types, and one that is too large the largest size', () => {
    expect(refusalOf({ ...REQUEST, mediaType: 'image/png' }, CONFIGURATION, NOW)?.problem).toMatchObject({
      type: 'about:blank',
      title: 'Unsupported Media Type',
      status: 415,
      acceptedTypes: expect.arrayContaining(['text/plain', 'application/nitf+xml', 'application/ninjs+json']),
      acceptedCodings: ['gzip', 'identity'],
    });
    const large = { ...REQUEST, bytes: Buffer.alloc(MAX_BODY_BYTES + 1) };
    expect(refusalOf(large, CONFIGURATION, NOW)?.problem).toMatchObject({
      title: 'Content Too Large',
      maxBytes: MAX_BODY_BYTES,
    });
  });

  test('is refused if no configuration was ever applied', () => {
    expect(refusalOf(REQUEST, undefined, NOW)).toMatchObject({ status: 401, code: 'UNAUTHORISED' });
  });
});
