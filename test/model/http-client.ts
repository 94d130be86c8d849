import { randomUUID } from 'node:crypto';
import type { Session } from '../../cli/session.ts';
import type { SubmissionRequest } from './submission-request.ts';

const MAX_ATTEMPTS = 20;

/**
 * Sends an article to the ingest API and returns the receipt. If the API answers with a server error, this function
 * sends the request again with the same Idempotency-Key.
 */
export async function send(
  { envelope, bytes }: SubmissionRequest,
  source: string,
  { pipeline: { outputs, tokens } }: Session,
): Promise<string> {
  const path = `/v1/sources/${source}/articles/${envelope.declaredId ?? ''}`;
  const headers = {
    authorization: `Bearer ${tokens[source] ?? ''}`,
    'content-type': envelope.mediaType,
    'idempotency-key': randomUUID(),
  };
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    const url = outputs.ingestUrl.replace(/\/$/, '') + path;
    const answer = await fetch(url, { method: 'PUT', headers, body: new Uint8Array(bytes) });
    const text = await answer.text();
    if (answer.status === 202) return (JSON.parse(text) as { receipt: string }).receipt;
    if (answer.status < 500) throw new Error(`${path}: ${answer.status} ${text}`);
  }
  throw new Error(`${path} was not accepted in ${MAX_ATTEMPTS} attempts`);
}
