import type { RunningWiredesk } from '../support/running-wiredesk.ts';

/** Requests that the ingest API refuses, and the status and code with which docs/codes.md says that it does. */

export interface Refusal {
  method: string;
  path: (source: string) => string;
  /** `right`: the newest token of the source. */
  token: 'right' | 'wrong' | 'none';
  headers?: Record<string, string>;
  body?: string;
  status: number;
  code: string;
}

const article = (source: string): string => `/v1/sources/${source}/articles/s1`;
const submissions = (source: string): string => `/v1/sources/${source}/submissions`;
const TEXT = { 'content-type': 'text/plain; charset=utf-8' };
const SENT = { method: 'PUT', path: article, token: 'right', headers: TEXT, body: 'A headline' } as const;
const TOO_LARGE = 4 * 1024 * 1024 + 1;

export const REFUSALS = {
  'a wrong token': { ...SENT, token: 'wrong', status: 401, code: 'UNAUTHORISED' },
  'no token': { ...SENT, token: 'none', status: 401, code: 'UNAUTHORISED' },
  'an unknown source': { ...SENT, path: () => article('nobody'), status: 401, code: 'UNAUTHORISED' },
  'a DELETE with a wrong token': {
    ...{ method: 'DELETE', path: article, token: 'wrong', status: 401, code: 'UNAUTHORISED' },
  },
  'an unknown type': {
    ...{ ...SENT, headers: { 'content-type': 'application/pdf' }, status: 415, code: 'MEDIA_TYPE' },
  },
  'an unknown coding': {
    ...{ ...SENT, headers: { ...TEXT, 'content-encoding': 'br' }, status: 415, code: 'MEDIA_TYPE' },
  },
  'no text': { ...SENT, method: 'POST', path: submissions, body: '', status: 400, code: 'ENCODING_EMPTY' },
  'an id with a percent sign': {
    ...{ ...SENT, path: (source: string) => `/v1/sources/${source}/articles/a%25b`, status: 400 },
    code: 'FIELD_ID',
  },
  'an id that is too long': {
    ...{ ...SENT, path: (source: string) => `/v1/sources/${source}/articles/${'a'.repeat(501)}` },
    ...{ status: 400, code: 'FIELD_ID' },
  },
  'an empty key': {
    ...{ ...SENT, headers: { ...TEXT, 'idempotency-key': '' }, status: 400, code: 'KEY_INVALID' },
  },
  'a body that is too large': { ...SENT, body: 'a'.repeat(TOO_LARGE), status: 413, code: 'SIZE_BODY' },
  'an unknown receipt': {
    ...{ method: 'GET', path: () => '/v1/receipts/00000000-0000-7000-8000-000000000000', token: 'right' },
    ...{ status: 404, code: 'RECEIPT_UNKNOWN' },
  },
  'an unknown address': {
    ...{ method: 'GET', path: () => '/v1/nothing', token: 'right', status: 404, code: 'ADDRESS_UNKNOWN' },
  },
  'another method': {
    ...{ method: 'PATCH', path: submissions, token: 'right', status: 404, code: 'ADDRESS_UNKNOWN' },
  },
} as const satisfies Record<string, Refusal>;

export type RefusalName = keyof typeof REFUSALS;

/** Sends the request. Returns what differs from the promise, or undefined. */
export async function refusalDifference(
  wiredesk: RunningWiredesk,
  name: RefusalName,
  { source, token }: { source: string; token: string },
): Promise<string | undefined> {
  const refusal: Refusal = REFUSALS[name];
  const tokens = { right: `Bearer ${token}`, wrong: 'Bearer wds_wrong', none: '' };
  const answer = await wiredesk.send(refusal.method, refusal.path(source), {
    headers: { ...refusal.headers, authorization: tokens[refusal.token] },
    ...(refusal.body !== undefined && { body: refusal.body }),
  });
  const type = answer.headers.get('content-type') ?? '';
  const problem = (await answer.json()) as Record<string, unknown>;
  const isWhole =
    typeof problem['title'] === 'string' &&
    typeof problem['detail'] === 'string' &&
    problem['message'] === problem['detail'] &&
    problem['status'] === refusal.status &&
    (refusal.code !== 'MEDIA_TYPE' || Array.isArray(problem['acceptedTypes']));
  if (answer.status === refusal.status && problem['code'] === refusal.code && isWhole) return undefined;
  return (
    `${refusal.method} with ${name}: expected ${refusal.status} ${refusal.code} in a whole problem document, ` +
    `found ${answer.status} ${type} ${JSON.stringify(problem)}`
  );
}
