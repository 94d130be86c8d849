import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { type Session, type SessionOptions, startSession } from '../../cli/session.ts';
import type { ConfigurationFile } from '../../shared/contract/configuration.ts';
import type { ReceiptView } from '../../functions/ingest/read-receipt.ts';

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

export interface Reading {
  status: number;
  etag: string | null;
  headers: Headers;
  text: string;
}

/** A running pipeline and what a newsroom and a partner do with it over HTTP. */
export interface Desk {
  session: Session;
  send(
    method: string,
    path: string,
    body?: string | Uint8Array,
    headers?: Record<string, string>,
  ): Promise<Response>;
  /** PUTs an article and waits until its submission has an outcome. */
  put(id: string, body: string | Uint8Array, mediaType?: string, source?: string): Promise<ReceiptView>;
  kill(id: string, source?: string): Promise<ReceiptView>;
  receiptOf(answer: Response, source?: string): Promise<ReceiptView>;
  read(path: string, headers?: Record<string, string>): Promise<Reading>;
  /** Runs the pipeline until nothing is left to do. */
  settle(): Promise<void>;
  stop(): Promise<void>;
}

export type DeskOptions = Partial<Omit<SessionOptions, 'assembly'>> & { configuration?: ConfigurationFile };

export async function openDesk({
  configuration = CONFIGURATION,
  ...options
}: DeskOptions = {}): Promise<Desk> {
  const state = options.state ?? mkdtempSync(join(tmpdir(), 'wiredesk-test-'));
  const lines: string[] = [];
  const session = await startSession({
    port: 0,
    tickSeconds: 'idle' as const,
    log: (line: string) => lines.push(line),
    ...options,
    state,
    assembly: inject('assembly'),
  });
  await session.configure(configuration);
  const { pipeline } = session;
  const ingest = pipeline.outputs.ingestUrl.replace(/\/$/, '');
  const feeds = pipeline.outputs.feedsUrl.replace(/\/$/, '');

  const send: Desk['send'] = (method, path, body, headers = {}) =>
    fetch(`${ingest}${path}`, {
      method,
      ...(body !== undefined && { body: typeof body === 'string' ? body : new Uint8Array(body) }),
      headers: { authorization: `Bearer ${pipeline.tokens['desk'] ?? ''}`, ...headers },
    });

  const authorised = (source: string): { authorization: string } => ({
    authorization: `Bearer ${pipeline.tokens[source] ?? ''}`,
  });

  const receiptOf: Desk['receiptOf'] = async (answer, source = 'desk') => {
    const { receipt } = (await answer.json()) as { receipt: string };
    for (let attempt = 0; attempt < 1200; attempt++) {
      const response = await send('GET', `/v1/receipts/${receipt}`, undefined, authorised(source));
      const view = (await response.json()) as ReceiptView;
      if (view.done) return view;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`receipt ${receipt} has no outcome; ${lines.join('\n')}`);
  };

  return {
    session,
    send,
    receiptOf,
    async put(id, body, mediaType = 'text/plain; charset=utf-8', source = 'desk') {
      const path = `/v1/sources/${source}/articles/${encodeURIComponent(id)}`;
      return receiptOf(
        await send('PUT', path, body, { 'content-type': mediaType, ...authorised(source) }),
        source,
      );
    },
    async kill(id, source = 'desk') {
      const path = `/v1/sources/${source}/articles/${encodeURIComponent(id)}`;
      return receiptOf(await send('DELETE', path, undefined, authorised(source)), source);
    },
    async read(path, headers = {}) {
      const response = await fetch(`${feeds}${path}`, {
        headers: { 'accept-encoding': 'identity', ...headers },
      });
      const text = await response.text();
      return { status: response.status, etag: response.headers.get('etag'), headers: response.headers, text };
    },
    settle: () => session.settle(() => {}),
    async stop() {
      await session.cloud.stop();
      if (options.state === undefined) rmSync(state, { recursive: true, force: true });
    },
  };
}

export const DOCUMENT_PATHS = ['rss.xml', 'atom.xml', 'feed.json'] as const;
