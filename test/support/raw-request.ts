import { Agent, request } from 'node:http';

/** An answer in all its bytes. */
export interface RawAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
  bytes: Uint8Array;
}

const agent = new Agent({ keepAlive: true, maxSockets: 16 });

/** One request with the target exactly as given: a client that tidies paths up hides what a server makes of them. */
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
        const { date: _, connection: __, 'keep-alive': ___, ...rest } = incoming.headers;
        const fields = Object.entries(rest).map(([name, value]) => [name, String(value)]);
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
