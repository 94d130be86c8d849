import * as z from 'zod';
import type { AwsResponse } from './protocol/messages.ts';
import { canShow, type Clock } from './clock.ts';
import type { RequestHandler } from './protocol/http.ts';

const clockChange = z.union([
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
 * Lets other processes control a running local cloud: `GET /_wiredesk/clock` reads the clock, `POST /_wiredesk/clock`
 * with `{"shift": milliseconds}` or `{"set": ISO 8601}` moves it, and `POST /_wiredesk/tick` runs every schedule
 * once.
 */
export function adminHandler({ secret, clock, tick }: Parts): RequestHandler {
  const currentTime = (): AwsResponse => json(200, { now: clock.now().toISOString() });
  const routes: Record<string, (body: Buffer) => Promise<AwsResponse> | AwsResponse> = {
    'GET /_wiredesk/clock': currentTime,
    'POST /_wiredesk/clock': (body) => {
      const wanted = clockChange.safeParse(parse(body));
      if (!wanted.success)
        return json(400, { message: 'send {"shift": milliseconds} or {"set": "ISO 8601"}' });
      const { data } = wanted;
      const time = 'shift' in data ? clock.now().getTime() + data.shift : Date.parse(data.set);
      if (!canShow(time)) return json(400, { message: 'the clock shows the years 1 to 9999' });
      clock.set(new Date(time));
      return currentTime();
    },
    'POST /_wiredesk/tick': async () => {
      await tick();
      return currentTime();
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
