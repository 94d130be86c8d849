import pLimit from 'p-limit';
import * as z from 'zod';
import { type ReceiptId, sha256 } from '../../domain/identity.ts';
import { receiptIdSchema } from '../../domain/stored-text.ts';
import { done, type Done, failed, type Refusal } from '../result.ts';
import type { Connection, IngestApi } from './ingest-api.ts';
import { containsIds, mediaTypeOf } from './media-types.ts';

/** How many requests run at the same time. */
const CONCURRENCY = 8;
const ATTEMPTS = 4;
const FIRST_PAUSE_MILLISECONDS = 1000;

/** A file to send. `id`: the id of its article, if the format does not contain one. */
export interface SubmissionFile {
  path: string;
  id: string;
  read: () => Buffer<ArrayBuffer>;
}

/** A file that was sent, and its receipt or why the ingest API refused it. */
export interface Sent {
  path: string;
  mediaType: string;
  receipt?: ReceiptId;
  refusal?: { code: string; reason: string };
}

export interface Sending extends Connection {
  /** Returns the idempotency key for a file. Sending the same key and bytes again makes no new submission. */
  keyOf: (file: { id: string; bytes: Buffer }) => string;
  /** Called after each file with the number of files that were sent so far. */
  onSent?: (count: number) => void;
}

/** An idempotency key that is the same whenever the same bytes are sent under the same id. */
export const keyOfContents = ({ id, bytes }: { id: string; bytes: Buffer }): string =>
  sha256(`${id}\n${bytes.toString('base64')}`).slice(0, 32);

/** Sends files, each as one submission. Fails if the ingest API does not answer. */
export async function sendFiles(
  files: readonly SubmissionFile[],
  api: IngestApi,
  sending: Sending,
): Promise<Done<Sent[]>> {
  const limit = pLimit(CONCURRENCY);
  let count = 0;
  let failure: Refusal | undefined;
  const results = await limit.map(files, async (file) => {
    // If the ingest API does not answer for one file, the files after it are not sent:
    // the user would only wait for the same failure again.
    const sent = failure ?? (await sendFile(file, api, sending));
    if (!sent.ok) failure ??= sent;
    sending.onSent?.(++count);
    return sent;
  });
  return failure ?? done(results.flatMap((result) => (result.ok ? [result.value] : [])));
}

/** The members of the ingest API's answer that are read here. */
const answer = z
  .object({ receipt: receiptIdSchema, code: z.string(), message: z.string() })
  .partial()
  .catch({});

async function sendFile(
  { path, id, read }: SubmissionFile,
  api: IngestApi,
  sending: Sending,
): Promise<Done<Sent>> {
  const mediaType = mediaTypeOf(path);
  const bytes = read();
  const headers = {
    authorization: `Bearer ${api.token}`,
    'content-type': mediaType,
    'idempotency-key': sending.keyOf({ id, bytes }),
  };
  const { method, url } = resourceFor(mediaType, id, api);
  const answered = await withRetries(async () => {
    const response = await sending.http(url, {
      method,
      headers,
      ...(bytes.length > 0 && { body: new Uint8Array(bytes) }),
    });
    return { status: response.status, json: await response.json().catch(() => ({})) };
  }, sending);
  if (!answered.ok) {
    return failed(
      'ingest-unreachable',
      `${path} could not be sent: ${answered.problem}`,
      `Check that ${url} answers.`,
    );
  }
  const { status, json } = answered;
  const { receipt, code = `HTTP_${status}`, message = 'the request was refused' } = answer.parse(json);
  if (status === 202 && receipt !== undefined) return done({ path, mediaType, receipt });
  return done({ path, mediaType, refusal: { code, reason: message } });
}

/**
 * The request for a file. A format that contains ids goes to `POST …/submissions`. A file in any other format is one
 * article, and goes to `PUT …/articles/{id}` with an id made from its path.
 */
function resourceFor(
  mediaType: string,
  id: string,
  { url, source }: IngestApi,
): { method: string; url: string } {
  const base = `${url.replace(/\/$/, '')}/v1/sources/${encodeURIComponent(source)}`;
  if (containsIds(mediaType)) return { method: 'POST', url: `${base}/submissions` };
  return { method: 'PUT', url: `${base}/articles/${encodeURIComponent(id)}` };
}

interface Answered {
  status: number;
  json: unknown;
}

/** Sends a request again after an error of the server or of the network, with longer and longer pauses. */
async function withRetries(
  send: () => Promise<Answered>,
  { pause }: Pick<Connection, 'pause'>,
): Promise<({ ok: true } & Answered) | { ok: false; problem: string }> {
  let problem = '';
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (attempt > 0) await pause(FIRST_PAUSE_MILLISECONDS * 4 ** (attempt - 1));
    try {
      const answered = await send();
      if (!mayPassSoon(answered)) return { ok: true, ...answered };
      problem = `HTTP ${answered.status}`;
    } catch (error) {
      problem = reasonOf(error);
    }
  }
  return { ok: false, problem };
}

/** Whether the answer may be another one after some seconds. A quota that is used up lasts until the hour ends. */
function mayPassSoon({ status, json }: Answered): boolean {
  return status >= 500 || (status === 429 && answer.parse(json).code !== 'QUOTA_EXCEEDED');
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
