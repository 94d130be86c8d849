import * as z from 'zod';
import type { AwsResponse } from './emulators/emulators.ts';
import type { Clock } from './clock.ts';
import type { RequestHandler } from './http.ts';

const move = z.union([
  z.strictObject({ shift: z.number() }),
  z.strictObject({ set: z.iso.datetime({ offset: true }) }),
]);

interface Parts {
  /** The operator's secret, expected as a bearer token. */
  secret: string;
  clock: Clock;
  tick: () => Promise<void>;
}

/**
 * What another process may ask of a running local cloud: `GET /_wiredesk/clock`, `POST /_wiredesk/clock` with
 * `{"shift": milliseconds}` or `{"set": ISO 8601}`, `POST /_wiredesk/tick`.
 */
export function adminDoor({ secret, clock, tick }: Parts): RequestHandler {
  const time = (): AwsResponse => json(200, { now: clock.now().toISOString() });
  const routes: Record<string, (body: Buffer) => Promise<AwsResponse> | AwsResponse> = {
    'GET /_wiredesk/clock': time,
    'POST /_wiredesk/clock': (body) => {
      const wanted = move.safeParse(parse(body));
      if (!wanted.success)
        return json(400, { message: 'send {"shift": milliseconds} or {"set": "ISO 8601"}' });
      if ('shift' in wanted.data) clock.shift(wanted.data.shift);
      else clock.set(new Date(wanted.data.set));
      return time();
    },
    'POST /_wiredesk/tick': async () => {
      await tick();
      return time();
    },
  };
  return async (request, body) => {
    if (request.headers.authorization !== `Bearer ${secret}`)
      return json(403, { message: 'the operator’s key is needed' });
    const route = routes[`${request.method} ${request.url}`];
    return route ? route(body) : json(404, { message: 'unknown' });
  };
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}

const json = (status: number, value: object): AwsResponse => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: Buffer.from(JSON.stringify(value)),
});
