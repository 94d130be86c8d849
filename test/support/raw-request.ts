import { Agent, request } from 'node:http';

/** An HTTP answer. Headers that differ from request to request are left out. */
export interface RawAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
  bytes: Uint8Array;
}

const OMITTED_HEADERS = ['date', 'connection', 'keep-alive'];
const agent = new Agent({ keepAlive: true, maxSockets: 16 });

/**
 * Sends one request for exactly this path. `fetch` would normalise a path such as `/a/../b` before it sends it, so a
 * test could not see how the server handles such a path.
 */
export function rawRequest(
  base: string,
  target: string,
  { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {},
): Promise<RawAnswer> {
  const { hostname, port } = new URL(base);
  return new Promise((resolve, reject) => {
    const outgoing = request({ hostname, port, path: target, method, headers, agent }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('error', reject);
      incoming.on('end', () => {
        const fields = Object.entries(incoming.headers)
          .filter(([name]) => !OMITTED_HEADERS.includes(name))
          .map(([name, value]) => [name, String(value)]);
        resolve({
          status: incoming.statusCode ?? 0,
          headers: Object.fromEntries(fields) as Record<string, string>,
          body: Buffer.concat(chunks).toString('utf8'),
          bytes: Buffer.concat(chunks),
        });
      });
    });
    outgoing.on('error', reject);
    outgoing.end();
  });
}
