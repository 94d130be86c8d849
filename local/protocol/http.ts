import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { loggedAddress } from './logged-address.ts';
import type { AwsResponse } from './messages.ts';

export type RequestHandler = (request: IncomingMessage, body: Buffer) => Promise<AwsResponse>;

export interface HttpServer {
  port: number;
  /** Starts to pass requests to the handler. Until then the server answers 503. */
  open(handler: RequestHandler): void;
  close(): Promise<void>;
}

/** Listens on 127.0.0.1. */
export async function listen(port: number, log: (line: string) => void): Promise<HttpServer> {
  let handler: RequestHandler = async () => ({ status: 503, headers: {}, body: Buffer.from('starting\n') });
  const server: Server = createServer((request, response) => {
    readBody(request)
      .then((body) => handler(request, body))
      .then(
        (answer) => write(response, answer),
        (error: unknown) => {
          const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
          log(`${request.method} ${loggedAddress(request.url)}: ${text}`);
          write(response, {
            status: 500,
            headers: {},
            body: Buffer.from('the local cloud failed; see its log\n'),
          });
        },
      );
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    open: (next) => {
      handler = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function readBody(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => resolve(Buffer.concat(chunks)));
    request.on('error', reject);
  });
}

function write(response: ServerResponse, { status, headers, body }: AwsResponse): void {
  response.writeHead(status, { ...(status !== 304 && { 'content-length': body.length }), ...headers });
  response.end(body);
}

/** The headers of a request. If a name has several values, they are joined with commas. */
export function plainHeaders(request: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(request.headers).map(([name, value = '']) => [
      name,
      Array.isArray(value) ? value.join(', ') : value,
    ]),
  );
}
