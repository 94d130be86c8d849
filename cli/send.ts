import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import pLimit from 'p-limit';
import { sha256 } from '../shared/domain/identity.ts';
import { EXIT, Failure } from './failure.ts';
import type { ArticleFile } from './files.ts';

/** Media types by file name extension; the server answers what it does not read. */
const MEDIA_TYPES: Record<string, string> = {
  '.txt': 'text/plain',
  '.md': 'text/markdown',
  '.markdown': 'text/markdown',
  '.html': 'text/html',
  '.htm': 'text/html',
  '.xhtml': 'application/xhtml+xml',
  '.json': 'application/json',
  '.ndjson': 'application/x-ndjson',
  '.jsonl': 'application/x-ndjson',
  '.rss': 'application/rss+xml',
  '.atom': 'application/atom+xml',
  '.rdf': 'application/rdf+xml',
  '.xml': 'application/xml',
  '.nitf': 'application/nitf+xml',
  '.gz': 'application/gzip',
};

/** Formats of one article that has no id of its own; all others name theirs. */
const WITHOUT_ID = new Set(['text/plain', 'text/markdown', 'text/html', 'application/xhtml+xml']);

/** Requests under way at once. */
const CONCURRENCY = 8;
const ATTEMPTS = 4;

export interface Sent {
  path: string;
  mediaType: string;
  receipt?: string;
  /** Why the door did not take it. */
  refusal?: { code: string; reason: string };
}

export interface Door {
  url: string;
  source: string;
  token: string;
}

/** Sends files, each as one submission. `repeatable`: the same bytes of the same file are one submission for ever. */
export async function sendFiles(
  files: readonly ArticleFile[],
  door: Door,
  { repeatable = false, onSent = () => {} }: { repeatable?: boolean; onSent?: (count: number) => void } = {},
): Promise<Sent[]> {
  const limit = pLimit(CONCURRENCY);
  let count = 0;
  return Promise.all(
    files.map((file) =>
      limit(async () => {
        const sent = await sendFile(file, door, repeatable);
        onSent(++count);
        return sent;
      }),
    ),
  );
}

async function sendFile({ path, id }: ArticleFile, door: Door, repeatable: boolean): Promise<Sent> {
  const mediaType = MEDIA_TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream';
  const bytes = readFileSync(path);
  const key = repeatable ? sha256(`${id}\n${bytes.toString('base64')}`).slice(0, 32) : randomUUID();
  const response = await request(
    path,
    targetOf(mediaType, id, door),
    {
      authorization: `Bearer ${door.token}`,
      'content-type': mediaType,
      'idempotency-key': key,
    },
    bytes,
  );
  const answer = (await response.json().catch(() => ({}))) as {
    receipt?: string;
    code?: string;
    message?: string;
  };
  if (response.status === 202 && answer.receipt !== undefined)
    return { path, mediaType, receipt: answer.receipt };
  const refusal = {
    code: answer.code ?? `HTTP_${response.status}`,
    reason: answer.message ?? 'the request was refused',
  };
  return { path, mediaType, refusal };
}

/** A file that names its own articles is a submission; any other goes by the id it was given. */
function targetOf(mediaType: string, id: string, { url, source }: Door): { method: string; url: string } {
  const base = `${url.replace(/\/$/, '')}/v1/sources/${encodeURIComponent(source)}`;
  if (!WITHOUT_ID.has(mediaType)) return { method: 'POST', url: `${base}/submissions` };
  return { method: 'PUT', url: `${base}/articles/${encodeURIComponent(id)}` };
}

async function request(
  path: string,
  { method, url }: { method: string; url: string },
  headers: Record<string, string>,
  body: Buffer,
): Promise<Response> {
  let last = '';
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (attempt > 0) await new Promise((resolve) => setTimeout(resolve, 250 * 4 ** attempt));
    try {
      const response = await fetch(url, {
        method,
        headers,
        ...(body.length > 0 && { body: new Uint8Array(body) }),
      });
      if (response.status < 500 && response.status !== 429) return response;
      last = `HTTP ${response.status}`;
    } catch (error) {
      last =
        error instanceof Error
          ? ((error.cause as Error | undefined)?.message ?? error.message)
          : String(error);
    }
  }
  throw new Failure(`${path} could not be sent: ${last}`, `Check that ${url} answers.`, EXIT.unreachable);
}
