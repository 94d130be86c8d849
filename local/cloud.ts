import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { adminDoor } from './admin.ts';
import { awsDoor } from './aws/endpoint.ts';
import { openClock } from './clock.ts';
import { startEdge } from './edge/edge.ts';
import { startEmulators, type AwsRequest } from './emulators/emulators.ts';
import { startEventSources } from './functions/event-sources.ts';
import { createFront, type Call, type Front, type Principal } from './aws/dispatcher.ts';
import { createFunctions, type Credentials } from './functions/functions.ts';
import { startGateway } from './gateway/gateway.ts';
import { listen } from './http.ts';
import { type Invalidation, recordInvalidations } from './cloudfront/invalidations.ts';
import { keyValueApi, openKeyValueStores } from './cloudfront/key-value-api.ts';
import { createNotifications } from './s3/notifications.ts';
import { readPolicies } from './iam/policies.ts';
import { provision } from './emulators/provision.ts';
import { queueCounts } from './emulators/queue-counts.ts';
import { refuseUnknown } from './template/resource-types.ts';
import { startSchedules } from './functions/schedules.ts';
import { sqsRequest } from './aws/sqs-request.ts';
import { bindStack, readTemplate, type Template } from './template/template.ts';

export type { Call, Template };

export interface CloudOptions {
  /** Directory of the cloud assembly (cdk.out). */
  assembly: string;
  /** Everything persistent lives below it. */
  stateDir: string;
  /** Feeds (edge) on port, ingest API on port + 1, AWS endpoint on port + 2; 0 picks free ones. */
  port: number;
  /** How often each schedule fires; 'idle': only through tick(). */
  tickSeconds: number | 'idle';
  /** Starts the clock here, instead of where it was. */
  now?: Date;
  /** Gets one line per noteworthy thing. */
  log: (line: string) => void;
  /** Changes the template before the start; for tests. */
  template?: (template: Template) => Template;
}

export interface Cloud {
  /** The stack's outputs; addresses of the distribution and of the REST API are local ones. */
  outputs: Record<string, string>;
  /** For SDK clients. */
  endpoint: string;
  /** The operator's key: may do everything. */
  credentials: Credentials;
  clock: { now(): Date; shift(milliseconds: number): void; set(instant: Date): void };
  /** Fires every schedule once and waits for the invocations. */
  tick(): Promise<void>;
  /** Messages queued or being worked on, dead-letter queues apart, and running invocations. */
  inFlight(): Promise<number>;
  deadLetters(): Promise<{ queue: string; messages: number }[]>;
  /** What the edge was told to forget, since the start. */
  invalidations(): readonly Invalidation[];
  /** Sees each AWS call before it is forwarded, and may make it wait. Returns what removes the hook. */
  intercept(hook: (call: Call) => Promise<void> | void): () => void;
  /** Ends a function's workers in the middle, as a crash would; by logical id or name. */
  endWorker(functionName: string): void;
  /** Lets running work finish, then stops; state stays. */
  stop(): Promise<void>;
}

const OPERATOR: Principal = { name: 'operator', asker: 'operator' };

/** Starts what a synthesised stack declares, on this machine. Throws, by name, on what it cannot run faithfully. */
export async function startCloud(options: CloudOptions): Promise<Cloud> {
  const { assembly, stateDir, port, log } = options;
  const read = readTemplate(assembly);
  const template = options.template?.(structuredClone(read.template)) ?? read.template;
  refuseUnknown(template);
  mkdirSync(stateDir, { recursive: true });

  const undo: (() => Promise<unknown>)[] = [];
  const stop = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const emulators = await startEmulators(stateDir);
    undo.push(() => emulators.stop());
    const doors = await Promise.all([0, 1, 2].map((offset) => listen(port === 0 ? 0 : port + offset, log)));
    undo.push(() => Promise.all(doors.map((door) => door.close())));
    const [edgeDoor, gatewayDoor, awsEndpoint] = doors as [
      (typeof doors)[0],
      (typeof doors)[0],
      (typeof doors)[0],
    ];
    const endpoint = `http://127.0.0.1:${awsEndpoint.port}`;
    const credentials = { accessKeyId: `LOCALOPERATOR${randomUUID()}`, secretAccessKey: randomUUID() };

    const stack = bindStack(read.name, template, endpoint);
    const distributions = stack.all('AWS::CloudFront::Distribution', z.unknown()).map(({ names }) => names);
    const localise = localiser(
      stack.all('AWS::ApiGateway::RestApi', z.unknown()).map(({ names }) => names.ref),
      gatewayDoor.port,
      distributions.map(({ attributes }) => attributes['DomainName'] ?? ''),
      edgeDoor.port,
    );
    const clock = openClock(stateDir, options.now);
    const policies = readPolicies(stack);

    const notifications = createNotifications(stack, stateDir, clock, (queueArn, sourceArn, body) =>
      sendMessage(front, { name: 's3', asker: { service: 's3.amazonaws.com', sourceArn } }, queueArn, body),
    );
    const keyValueStores = openKeyValueStores(stack, stateDir);
    const invalidations = recordInvalidations(distributions.map(({ ref }) => ref));
    const front: Front = createFront({
      emulators,
      policies,
      log,
      announce: notifications.announce,
      cloudfront: {
        cloudfront: invalidations.answer,
        'cloudfront-keyvaluestore': keyValueApi(keyValueStores),
      },
      endpoint,
    });
    const functions = createFunctions(stack, policies, {
      assembly,
      stateDir,
      endpoint,
      clock,
      localise,
      log,
    });
    undo.push(() => functions.stop());
    const principals = new Map<string, Principal>(
      functions.all.map(({ id, role, credentials: own }) => [own.accessKeyId, { name: id, asker: { role } }]),
    );
    principals.set(credentials.accessKeyId, OPERATOR);

    awsEndpoint.open(
      awsDoor(
        front,
        principals,
        adminDoor({ secret: credentials.secretAccessKey, clock, tick: () => schedules.tick() }),
      ),
    );
    await provision(stack, endpoint, credentials);
    await notifications.recover((bucket, key) => front.call(OPERATOR, 's3', headObject(bucket, key)));
    gatewayDoor.open(startGateway(stack, { functions, clock, log }));
    edgeDoor.open(startEdge(stack, { front, clock, keyValueStores }));
    const schedules = startSchedules(stack, options.tickSeconds, { functions, policies, clock, log });
    undo.push(() => schedules.stop());
    const stopPolling = startEventSources(stack, { front, functions, policies, log });
    undo.push(stopPolling);

    const outputs = Object.fromEntries(
      Object.entries(stack.outputs()).map(([name, value]) => [name, localise(value)]),
    );
    const queues = queueCounts(stack, emulators);
    writeFileSync(
      join(stateDir, 'cloud.json'),
      JSON.stringify({ endpoint, outputs, credentials, pid: process.pid }, null, 2),
      { mode: 0o600 },
    );
    return {
      outputs,
      endpoint,
      credentials,
      clock,
      tick: schedules.tick,
      // Invocations are counted first: one that ends in between has left its messages in the queues by then.
      inFlight: async () => functions.running() + (await queues.inFlight()),
      deadLetters: queues.deadLetters,
      invalidations: invalidations.all,
      intercept: front.intercept,
      endWorker: functions.endWorker,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Replaces the addresses AWS would give by those of this machine. */
function localiser(
  apis: string[],
  apiPort: number,
  domains: string[],
  edgePort: number,
): (text: string) => string {
  const replacements = [
    ...apis.map(
      (api) =>
        [new RegExp(`https://${api}\\.execute-api\\.[a-z0-9-]+\\.amazonaws\\.com`, 'g'), apiPort] as const,
    ),
    ...domains.map(
      (domain) => [new RegExp(`(https://)?${domain.replaceAll('.', '\\.')}`, 'g'), edgePort] as const,
    ),
  ];
  return (text) =>
    replacements.reduce((local, [pattern, port]) => local.replace(pattern, `http://127.0.0.1:${port}`), text);
}

async function sendMessage(
  front: Front,
  principal: Principal,
  queueArn: string,
  MessageBody: string,
): Promise<void> {
  const response = await front.call(principal, 'sqs', sqsRequest('SendMessage', queueArn, { MessageBody }));
  // A refusal is logged by the front, as a bucket on AWS drops events it may not deliver.
  if (response.status >= 500) throw new Error(`SendMessage: ${response.body.toString('utf8')}`);
}

const headObject = (bucket: string, key: string): AwsRequest => ({
  method: 'HEAD',
  path: `/${bucket}/${encodeURIComponent(key).replaceAll('%2F', '/')}`,
  headers: {},
  body: Buffer.alloc(0),
});
