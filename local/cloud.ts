import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { adminHandler } from './admin.ts';
import { type Call, type Caller, OPERATOR } from './aws/dispatcher.ts';
import { awsEndpoint } from './aws/endpoint.ts';
import { createServices } from './aws/services.ts';
import { openClock } from './clock.ts';
import type { Invalidation } from './cloudfront/invalidations.ts';
import { startEdge } from './edge/edge.ts';
import { startEmulators } from './emulators/emulators.ts';
import { isFullDisk } from './emulators/full-disk.ts';
import { provision } from './emulators/provision.ts';
import { queueCounts } from './emulators/queue-counts.ts';
import { createFailureSwitch, type FailureSwitch, orFailure } from './failure.ts';
import { startEventSources } from './functions/event-sources.ts';
import { createFunctions } from './functions/functions.ts';
import { startSchedules } from './functions/schedules.ts';
import { startGateway } from './gateway/gateway.ts';
import { readPolicies } from './iam/policies.ts';
import { localiser } from './local-addresses.ts';
import { startServers } from './servers.ts';
import type { Credentials } from './template/account.ts';
import { bindStack } from './template/bound-stack.ts';
import { refuseUnknown } from './template/resource-types.ts';
import { readTemplate, type Template } from './template/template.ts';

export type { Call, Template };

export interface CloudOptions {
  /** Directory of the cloud assembly (cdk.out). */
  assembly: string;
  /** The directory for everything that is kept between two starts. */
  stateDir: string;
  /** The port of the feeds. The ingest API has port + 1, the AWS endpoint port + 2. 0 chooses free ports. */
  port: number;
  /** Seconds between two runs of each schedule. 'idle': schedules run only through tick(). */
  tickSeconds: number | 'idle';
  /** Sets the clock to this time. Without it the clock continues from the last start. */
  now?: Date;
  /** Receives each line of the local cloud's log. */
  log: (line: string) => void;
  /** Changes the template before the start; for tests. */
  template?: (template: Template) => Template;
}

export interface Cloud {
  /** The stack's outputs. Addresses of the distribution and of the REST API are local. */
  outputs: Record<string, string>;
  /** The AWS endpoint, for SDK clients. */
  endpoint: string;
  /** The key of the operator, who may do everything. */
  credentials: Credentials;
  clock: { now(): Date; shift(milliseconds: number): void; set(instant: Date): void };
  /** Runs every schedule once and waits for the invocations. */
  tick(): Promise<void>;
  /** The number of messages in all queues except dead-letter queues, plus the number of running invocations. */
  inFlight(): Promise<number>;
  /** The number of messages in each queue that is not a dead-letter queue, also of those being handled. */
  messages(): Promise<{ queue: string; messages: number }[]>;
  deadLetters(): Promise<{ queue: string; messages: number }[]>;
  /** The CloudFront invalidations since the start, oldest first. */
  invalidations(): readonly Invalidation[];
  /** Runs the hook before each AWS call. The call waits for the hook. Returns a function that removes the hook. */
  intercept(hook: (call: Call) => Promise<void> | void): () => void;
  /**
   * Ends all worker threads of a function at once, even during an invocation, as a crash would. `functionName` is the
   * function's logical id or its name.
   */
  endWorker(functionName: string): void;
  /** Resolves with the error if the local cloud cannot go on, for example because the disk is full. */
  failed: Promise<Error>;
  /** Waits for running work, then stops. The state directory is kept. */
  stop(): Promise<void>;
}

/**
 * Starts the resources of a synthesised stack on this machine. If the local cloud cannot run a resource as AWS does,
 * it throws an error with the name of the resource.
 */
export async function startCloud(options: CloudOptions): Promise<Cloud> {
  const read = readTemplate(options.assembly);
  const template = options.template?.(structuredClone(read.template)) ?? read.template;
  refuseUnknown(template);
  mkdirSync(options.stateDir, { recursive: true });

  const cleanUp: (() => Promise<unknown>)[] = [];
  const stop = async (): Promise<void> => {
    for (const step of cleanUp.splice(0).reverse()) await step();
  };
  const failure = createFailureSwitch();
  // After the failure each part fails because of it. Lines about that would hide the reason.
  const log = (line: string): void => {
    if (!failure.hasFailed()) options.log(line);
  };
  try {
    const starting = startParts({
      options: { ...options, log },
      name: read.name,
      template,
      cleanUp,
      failure,
    });
    return { ...(await orFailure(failure.failed, starting)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

interface Start {
  options: CloudOptions;
  /** The stack's name. */
  name: string;
  template: Template;
  /** Functions that stop the parts. Each part that is started adds one. */
  cleanUp: (() => Promise<unknown>)[];
  failure: FailureSwitch;
}

async function startParts({
  options,
  name,
  template,
  cleanUp,
  failure,
}: Start): Promise<Omit<Cloud, 'stop'>> {
  const { assembly, stateDir, log } = options;
  const emulators = await startEmulators(stateDir);
  cleanUp.push(() => emulators.stop());
  void emulators.failed.then(failure.fail);
  const servers = await startServers(options.port, log);
  cleanUp.push(() => servers.close());
  const endpoint = `http://127.0.0.1:${servers.aws.port}`;
  const credentials = { accessKeyId: `LOCALOPERATOR${randomUUID()}`, secretAccessKey: randomUUID() };

  const stack = bindStack(name, template, endpoint);
  const localise = localiser(stack, servers);
  const clock = openClock(stateDir, options.now);
  const policies = readPolicies(stack);
  const services = createServices(stack, { emulators, policies, clock, stateDir, endpoint, log });
  cleanUp.push(() => services.stop());
  const { dispatcher, keyValueStores, invalidations } = services;
  const functions = createFunctions(stack, { policies, assembly, stateDir, endpoint, clock, localise, log });
  cleanUp.push(() => functions.stop());
  // A function would try its calls again and again.
  void failure.failed.then(() => functions.stop());

  const callers = new Map<string, Caller>([[credentials.accessKeyId, OPERATOR]]);
  for (const { id, role, credentials: own } of functions.all)
    callers.set(own.accessKeyId, { name: id, principal: { role } });
  const tick = (): Promise<void> => schedules.tick();
  const admin = adminHandler({ secret: credentials.secretAccessKey, clock, tick });
  const answer = awsEndpoint({ dispatcher, callers, admin });
  servers.aws.open((request, body) =>
    answer(request, body).catch((error: unknown) => {
      if (isFullDisk(error)) failure.fail(error);
      throw error;
    }),
  );
  await provision(stack, endpoint, credentials);
  await services.recoverNotifications();
  servers.gateway.open(startGateway(stack, { functions, clock, log }));
  servers.edge.open(startEdge(stack, { dispatcher, clock, keyValueStores }));
  const schedules = startSchedules(stack, options.tickSeconds, { functions, policies, clock, log });
  cleanUp.push(() => schedules.stop());
  cleanUp.push(startEventSources(stack, { dispatcher, functions, policies, log }));

  const outputs = Object.fromEntries(
    Object.entries(stack.outputs()).map(([key, value]) => [key, localise(value)]),
  );
  const queues = queueCounts(stack, emulators);
  const file = JSON.stringify({ endpoint, outputs, credentials, pid: process.pid }, null, 2);
  writeFileSync(join(stateDir, 'cloud.json'), file, { mode: 0o600 });
  return {
    outputs,
    endpoint,
    credentials,
    clock,
    tick,
    // Count the invocations first. If an invocation sends messages and ends between the two counts, the first
    // count includes the invocation and the second its messages. In the other order both would be missed.
    inFlight: async () => functions.running() + (await queues.inFlight()),
    messages: queues.work,
    deadLetters: queues.deadLetters,
    invalidations: invalidations.all,
    intercept: dispatcher.intercept,
    endWorker: functions.endWorker,
    failed: failure.failed,
  };
}
