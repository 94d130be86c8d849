import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { type Session, type SessionOptions, startSession } from '../../cli/session.ts';
import type { ConfigurationFile } from '../../shared/contract/configuration.ts';
import type { ReceiptView } from '../../shared/contract/receipt-view.ts';

/** A channel of the articles of one source, and a channel of all articles. */
export const CONFIGURATION: ConfigurationFile = {
  publisher: { name: 'The Test Desk', url: 'https://desk.example/', language: 'en' },
  sources: [
    {
      id: 'desk',
      order: 'arrival',
      language: 'en',
      link: 'https://desk.example/articles/{id}',
      boilerplate: [],
    },
    { id: 'wire', order: 'version', language: 'en', boilerplate: [] },
  ],
  channels: [
    {
      id: 'news',
      title: 'News',
      link: 'https://desk.example/news',
      language: 'en',
      items: 50,
      public: true,
      select: { source: 'desk' },
    },
    {
      id: 'all',
      title: 'All',
      link: 'https://desk.example/all',
      language: 'en',
      items: 50,
      public: true,
      select: { all: [] },
    },
  ],
};

/** The file names of a feed's documents. */
export const DOCUMENT_PATHS = ['rss.xml', 'atom.xml', 'feed.json'] as const;

/** An answer of CloudFront to a reader. */
export interface Reading {
  status: number;
  etag: string | null;
  headers: Headers;
  text: string;
}

export interface RequestOptions {
  body?: string | Uint8Array;
  headers?: Record<string, string>;
}

/** A whole pipeline on the local cloud, and what sources and readers do with it over HTTP. */
export interface RunningWiredesk {
  session: Session;
  /** Sends a request to the ingest API, with the token of the source `desk` unless `headers` has another. */
  send(method: string, path: string, options?: RequestOptions): Promise<Response>;
  /**
   * Sends an article (by default as plain text and from the source `desk`) and waits until its submission has an
   * outcome.
   */
  put(
    id: string,
    body: string | Uint8Array,
    options?: { mediaType?: string; source?: string },
  ): Promise<ReceiptView>;
  /** Sends a DELETE for the article and waits until its submission has an outcome. */
  kill(id: string, source?: string): Promise<ReceiptView>;
  /** Waits until the submission has an outcome. `answer`: the ingest API's answer to the submission. */
  receiptOf(answer: Response, source?: string): Promise<ReceiptView>;
  /** Reads from CloudFront. */
  read(path: string, headers?: Record<string, string>): Promise<Reading>;
  /** Reads the three documents of a public channel. */
  documents(channel: string): Promise<string[]>;
  /** Runs the pipeline until no work is left. */
  runUntilIdle(): Promise<void>;
  stop(): Promise<void>;
}

export type WiredeskOptions = Partial<Omit<SessionOptions, 'assembly'>> & {
  configuration?: ConfigurationFile;
};

export async function startWiredesk({
  configuration = CONFIGURATION,
  ...options
}: WiredeskOptions = {}): Promise<RunningWiredesk> {
  const state = options.state ?? mkdtempSync(join(tmpdir(), 'wiredesk-test-'));
  const lines: string[] = [];
  const session = await startSession({
    port: 0,
    tickSeconds: 'idle',
    log: (line: string) => lines.push(line),
    ...options,
    state,
    assembly: inject('assembly'),
  });
  await session.configure(configuration);
  const { pipeline } = session;
  const ingest = pipeline.outputs.ingestUrl.replace(/\/$/, '');
  const feeds = pipeline.outputs.feedsUrl.replace(/\/$/, '');

  const authorised = (source: string): { authorization: string } => ({
    authorization: `Bearer ${pipeline.tokens[source] ?? ''}`,
  });
  const articlePath = (source: string, id: string): string =>
    `/v1/sources/${source}/articles/${encodeURIComponent(id)}`;

  const send: RunningWiredesk['send'] = (method, path, { body, headers } = {}) =>
    fetch(`${ingest}${path}`, {
      method,
      ...(body !== undefined && { body: typeof body === 'string' ? body : new Uint8Array(body) }),
      headers: { ...authorised('desk'), ...headers },
    });

  const receiptOf: RunningWiredesk['receiptOf'] = async (answer, source = 'desk') => {
    const { receipt } = (await answer.json()) as { receipt: string };
    for (let attempt = 0; attempt < 1200; attempt++) {
      const response = await send('GET', `/v1/receipts/${receipt}`, { headers: authorised(source) });
      const view = (await response.json()) as ReceiptView;
      if (view.done) return view;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`receipt ${receipt} has no outcome; ${lines.join('\n')}`);
  };

  const read: RunningWiredesk['read'] = async (path, headers = {}) => {
    const response = await fetch(`${feeds}${path}`, {
      headers: { 'accept-encoding': 'identity', ...headers },
    });
    const text = await response.text();
    return { status: response.status, etag: response.headers.get('etag'), headers: response.headers, text };
  };

  return {
    session,
    send,
    receiptOf,
    async put(id, body, { mediaType = 'text/plain; charset=utf-8', source = 'desk' } = {}) {
      const headers = { 'content-type': mediaType, ...authorised(source) };
      return receiptOf(await send('PUT', articlePath(source, id), { body, headers }), source);
    },
    async kill(id, source = 'desk') {
      const path = articlePath(source, id);
      return receiptOf(await send('DELETE', path, { headers: authorised(source) }), source);
    },
    read,
    documents: async (channel) =>
      Promise.all(DOCUMENT_PATHS.map(async (file) => (await read(`/${channel}/${file}`)).text)),
    runUntilIdle: () => session.settle(() => {}),
    async stop() {
      await session.cloud.stop();
      if (options.state === undefined) rmSync(state, { recursive: true, force: true });
    },
  };
}

/** Options for an AWS SDK client that talks to the local cloud. */
export const awsClientOptions = ({ cloud: { endpoint, credentials } }: Session) => ({
  endpoint,
  credentials,
  region: 'us-east-1',
});
