import type { IncomingMessage } from 'node:http';
import { inject } from 'vitest';
import { respond } from '../../functions/ingest/ingest.ts';
import type { HttpEvent } from '../../functions/ingest/rules/http-request.ts';
import type { Functions } from '../../local/functions/functions.ts';
import type { LambdaFunction } from '../../local/functions/lambda-function.ts';
import { startGateway } from '../../local/gateway/gateway.ts';
import { bindStack } from '../../local/template/bound-stack.ts';
import { readTemplate } from '../../local/template/template.ts';
import type { StoredConfiguration } from '../../shared/contract/configuration.ts';
import { type MemoryCloud, memoryCloud } from '../support/memory/cloud.ts';

/** A request as Node's HTTP server hands it on: a field may come several times. */
export interface SentRequest {
  method: string;
  url: string;
  fields?: readonly (readonly [name: string, value: string])[];
  body?: Uint8Array;
}

export interface GatewayAnswer {
  status: number;
  headers: Record<string, string | string[] | number | undefined>;
  body: string;
}

/** The local gateway with the routes of the real template, in front of the real stage on stores in memory. */
export interface MemoryGateway {
  cloud: MemoryCloud;
  send(request: SentRequest): Promise<GatewayAnswer>;
  /** The calls of stores that the requests caused, such as `receipts.get`, without those of the configuration. */
  calls: string[];
  /** The clock of the stage. */
  clock: { now: Date };
  /** What the stage warned of. */
  warnings: string[];
}

const NOW = new Date('2026-03-02T08:00:00.000Z');

export function memoryGateway(configuration: StoredConfiguration): MemoryGateway {
  const cloud = memoryCloud();
  cloud.configuration.set(configuration);
  const calls: string[] = [];
  const warnings: string[] = [];
  const clock = { now: NOW };
  let ids = 0;
  const services = {
    configuration: cloud.configuration,
    raw: recorded('raw', cloud.raw, calls),
    receipts: recorded('receipts', cloud.receipts, calls),
    decisionQueue: { send: () => Promise.resolve() },
    quota: recorded('quota', cloud.quota, calls),
    articles: recorded('articles', cloud.articles, calls),
    feeds: recorded('feeds', cloud.feeds, calls),
    now: () => clock.now,
    newId: () => `id-${++ids}`,
    warn: (message: string) => warnings.push(message),
  };
  const byArn = new Map<string, LambdaFunction>();
  const functions: Functions = {
    all: [],
    byArn(arn) {
      const credentials = { accessKeyId: '', secretAccessKey: '' };
      const known = byArn.get(arn) ?? { id: arn, name: arn, arn, role: '', timeoutSeconds: 15, credentials };
      byArn.set(arn, known);
      return known;
    },
    invoke: async (_, event) => {
      const passed = JSON.parse(JSON.stringify(event)) as HttpEvent;
      return { ok: true, payload: JSON.stringify(await respond(passed, services)) };
    },
    running: () => 0,
    endWorker: () => {},
    stop: async () => {},
  };
  const { name, template } = readTemplate(inject('assembly'));
  const stack = bindStack(name, template, 'http://127.0.0.1:1');
  const handle = startGateway(stack, {
    functions,
    clock: { now: () => clock.now } as Parameters<typeof startGateway>[1]['clock'],
    log: (line) => calls.push(line),
  });
  return {
    cloud,
    calls,
    clock,
    warnings,
    async send({ method, url, fields = [], body = new Uint8Array() }) {
      const answer = await handle(incoming({ method, url: `/live${url}`, fields }), Buffer.from(body));
      return { ...answer, body: Buffer.from(answer.body).toString('utf8') };
    },
  };
}

function incoming({ method, url, fields }: Required<Omit<SentRequest, 'body'>>): IncomingMessage {
  const headers = Object.fromEntries(fields.map(([name, value]) => [name.toLowerCase(), value]));
  const socket = { remoteAddress: '192.0.2.1' };
  return { method, url, headers, rawHeaders: fields.flat(), socket } as unknown as IncomingMessage;
}

/** The store, which also adds the name of each method that is called to `calls`. */
function recorded<Store extends object>(name: string, store: Store, calls: string[]): Store {
  return new Proxy(store, {
    get(target, method) {
      calls.push(`${name}.${String(method)}`);
      return Reflect.get(target, method) as unknown;
    },
  });
}
