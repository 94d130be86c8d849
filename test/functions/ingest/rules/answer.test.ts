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

const REQUEST: SubmissionRequest = {
  kind: 'content',
  source: 'desk',
  token: 'secret',
  mediaType: 'text/plain',
  bytes: Buffer.from('A story'),
};

describe('a submission', () => {
  test.each<[string, Partial<SubmissionRequest>, string | undefined]>([
    ['of a known source with its token', {}, undefined],
    ['of an unknown source', { source: 'nobody' }, 'SOURCE_UNKNOWN'],
    ['without a token', { token: undefined }, 'UNAUTHORISED'],
    ['with a wrong token', { token: 'guess' }, 'UNAUTHORISED'],
    ['with an id', { declaredId: 'a/b' }, undefined],
    ['with path dots in the id', { declaredId: 'a/../b' }, 'FIELD_ID'],
    ['without a body', { bytes: Buffer.alloc(0) }, 'ENCODING_EMPTY'],
    ['with the largest body', { bytes: Buffer.alloc(MAX_BODY_BYTES) }, undefined],
    ['with a larger body', { bytes: Buffer.alloc(MAX_BODY_BYTES + 1) }, 'SIZE_BODY'],
    ['of a media type that Wiredesk does not read', { mediaType: 'image/png' }, 'MEDIA_TYPE'],
    ['of a media type that is too long', { mediaType: `text/plain; x=${'y'.repeat(200)}` }, 'MEDIA_TYPE'],
    ['that is a decision, of any media type', { kind: 'decision', mediaType: 'x/y' }, undefined],
    ['with gzip', { contentEncoding: 'GZIP' }, undefined],
    ['with gzip and identity', { contentEncoding: 'identity, x-gzip' }, undefined],
    ['with Brotli', { contentEncoding: 'br' }, 'MEDIA_TYPE'],
  ])('%s', (_, part, code) => {
    expect(refusalOf({ ...REQUEST, ...part }, CONFIGURATION)?.code).toBe(code);
  });

  test('is refused before any configuration was applied', () => {
    expect(refusalOf(REQUEST, undefined)).toMatchObject({ status: 404, code: 'SOURCE_UNKNOWN' });
  });
});
