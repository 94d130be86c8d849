import { randomUUID } from 'node:crypto';
import type { Session } from '../../cli/session.ts';
import type { Request } from './submission-request.ts';

const TRIES = 20;

/** Sends an article as a source and gives the receipt: a client that gets no 202 tries again with its key. */
export async function send(
  { envelope, bytes }: Request,
  source: string,
  { pipeline: { outputs, tokens } }: Session,
): Promise<string> {
  const path = `/v1/sources/${source}/articles/${envelope.declaredId ?? ''}`;
  const headers = {
    authorization: `Bearer ${tokens[source] ?? ''}`,
    'content-type': envelope.mediaType,
    'idempotency-key': randomUUID(),
  };
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const url = outputs.ingestUrl.replace(/\/$/, '') + path;
    const answer = await fetch(url, { method: 'PUT', headers, body: new Uint8Array(bytes) });
    const text = await answer.text();
    if (answer.status === 202) return (JSON.parse(text) as { receipt: string }).receipt;
    if (answer.status < 500) throw new Error(`${path}: ${answer.status} ${text}`);
  }
  throw new Error(`${path} was not taken in ${TRIES} tries`);
}
