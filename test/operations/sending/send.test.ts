import { describe, expect, test } from 'vitest';
import type { Http } from '../../../shared/operations/sending/ingest-api.ts';
import { keyOfContents, sendFiles } from '../../../shared/operations/sending/send.ts';

const API = { url: 'https://ingest.example/prod/', source: 'desk', token: 'a-secret' };
const fileAt = (path: string, id = path) => ({ path, id, read: () => Buffer.from('A headline') });

type Answer = { status: number; json?: unknown } | Error;

/** Sends files to an ingest API that gives `answers` in order, and then repeats the last of them. */
async function sendTo(answers: Answer[], ...files: ReturnType<typeof fileAt>[]) {
  const requests: { url: string; method: string; headers: Record<string, string> }[] = [];
  const pauses: number[] = [];
  const http: Http = (url, { method, headers }) => {
    requests.push({ url, method, headers });
    const answer = answers[Math.min(requests.length, answers.length) - 1] ?? { status: 500 };
    if (answer instanceof Error) return Promise.reject(answer);
    return Promise.resolve({ status: answer.status, json: () => Promise.resolve(answer.json) });
  };
  const pause = (milliseconds: number): Promise<void> => {
    pauses.push(milliseconds);
    return Promise.resolve();
  };
  const result = await sendFiles(files, API, { http, pause, keyOf: keyOfContents });
  return { result, requests, pauses };
}

const ACCEPTED = { status: 202, json: { receipt: 'r1' } };

describe('a file', () => {
  test.each([
    ['story.txt', 'PUT', 'https://ingest.example/prod/v1/sources/desk/articles/2026%2Fstory'],
    ['feed.atom', 'POST', 'https://ingest.example/prod/v1/sources/desk/submissions'],
    ['unknown.xyz', 'POST', 'https://ingest.example/prod/v1/sources/desk/submissions'],
  ])('is sent to the address for its format: %s', async (path, method, url) => {
    const { requests } = await sendTo([ACCEPTED], fileAt(path, '2026/story'));
    expect(requests).toMatchObject([{ method, url, headers: { authorization: 'Bearer a-secret' } }]);
  });

  test('that is accepted has a receipt; a file that is refused has the reason', async () => {
    const accepted = await sendTo([ACCEPTED], fileAt('story.txt'));
    expect(accepted.result).toEqual({
      ok: true,
      value: [{ path: 'story.txt', mediaType: 'text/plain', receipt: 'r1' }],
    });
    const refused = await sendTo(
      [{ status: 404, json: { code: 'SOURCE_UNKNOWN', message: 'no' } }],
      fileAt('a.md'),
    );
    expect(refused.result).toMatchObject({ value: [{ refusal: { code: 'SOURCE_UNKNOWN', reason: 'no' } }] });
    const silent = await sendTo([{ status: 403 }], fileAt('a.md'));
    expect(silent.result).toMatchObject({ value: [{ refusal: { code: 'HTTP_403' } }] });
  });

  test('is sent again after an error of the server or the network, with longer and longer pauses', async () => {
    const { result, requests, pauses } = await sendTo(
      [{ status: 503 }, new Error('reset'), { status: 429 }, ACCEPTED],
      fileAt('story.txt'),
    );
    expect(result).toMatchObject({ ok: true });
    expect(pauses).toEqual([1000, 4000, 16_000]);
    expect(new Set(requests.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
  });

  test('that is refused because the quota is used up is not sent again, because the hour must end first', async () => {
    const over = { status: 429, json: { code: 'QUOTA_EXCEEDED', message: 'used up' } };
    const { result, requests } = await sendTo([over], fileAt('story.txt'));
    expect(result).toMatchObject({ value: [{ refusal: { code: 'QUOTA_EXCEEDED', reason: 'used up' } }] });
    expect(requests).toHaveLength(1);
  });

  test('that cannot be sent is a failure, and the files after it are not sent', async () => {
    const files = Array.from({ length: 20 }, (_, at) => fileAt(`${at}.txt`));
    const unreachable = new Error('fetch failed', { cause: new Error('connect ECONNREFUSED') });
    const { result, requests } = await sendTo([unreachable], ...files);
    expect(result).toMatchObject({
      ok: false,
      failure: { code: 'ingest-unreachable', message: '0.txt could not be sent: connect ECONNREFUSED' },
    });
    expect(new Set(requests.map(({ url }) => url)).size).toBeLessThan(files.length);
  });
});
