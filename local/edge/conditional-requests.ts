import type { AwsResponse } from '../protocol/messages.ts';

/**
 * Whether the reader's copy of a document is still current, so that the answer is 304. The comparison of ETags
 * ignores the prefix `W/`. If the reader sends If-None-Match, If-Modified-Since is ignored (RFC 9110, sections 13.1.2
 * and 13.1.3).
 */
export function isUnchanged(request: Record<string, string>, response: AwsResponse): boolean {
  const { 'if-none-match': match, 'if-modified-since': since } = request;
  const opaque = (tag: string): string => tag.trim().replace(/^W\//, '');
  if (match !== undefined) {
    const etag = opaque(String(response.headers['etag']));
    return match.trim() === '*' || match.split(',').some((tag) => opaque(tag) === etag);
  }
  return since !== undefined && Date.parse(String(response.headers['last-modified'])) <= Date.parse(since);
}

const CONTENT_HEADERS = ['content-length', 'content-type', 'content-encoding'];

/** The 304 response for a document (RFC 9110, section 15.4.5). */
export function notModified(response: AwsResponse): AwsResponse {
  const headers = Object.fromEntries(
    Object.entries(response.headers).filter(([name]) => !CONTENT_HEADERS.includes(name)),
  );
  return { status: 304, headers, body: Buffer.alloc(0) };
}
