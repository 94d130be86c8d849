import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { rawRequest } from './raw-request.ts';

export interface RecordingProxy {
  /** `127.0.0.1:port`. */
  host: string;
  /** The status of each answer, in order. */
  statuses: number[];
  stop(): Promise<void>;
}

/** Starts a proxy between a feed reader and CloudFront. It records the status of each answer. */
export async function recordingProxy(base: string): Promise<RecordingProxy> {
  const statuses: number[] = [];
  const server = createServer((incoming, outgoing) => {
    const headers = Object.fromEntries(
      Object.entries(incoming.headers).filter(([name]) => !['host', 'connection'].includes(name)),
    ) as Record<string, string>;
    void rawRequest(base, incoming.url ?? '/', { method: incoming.method ?? 'GET', headers }).then(
      (answer) => {
        statuses.push(answer.status);
        outgoing.writeHead(answer.status, answer.headers).end(answer.bytes);
      },
      () => outgoing.writeHead(502).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    statuses,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
