import { mkdirSync } from 'node:fs';
import { Agent, request as httpRequest } from 'node:http';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { type AwsRequest, type AwsResponse, withoutHopByHop } from '../protocol/messages.ts';

export type EmulatorName = 'dynamodb' | 'storage';

export interface Emulators {
  send(emulator: EmulatorName, request: AwsRequest, signal?: AbortSignal): Promise<AwsResponse>;
  /** Resolves with the error if an emulator ends by itself, for example because the disk is full. */
  failed: Promise<Error>;
  stop(): Promise<void>;
}

/** Space for new objects in the thread of an emulator. V8 would take up to 48 MB and keep it. */
const YOUNG_GENERATION_MB = 12;

/** Milliseconds to wait, after a connection broke, for the reason why the emulator ended. */
const REPORT_MILLISECONDS = 1000;

/** Starts dynalite (DynamoDB) and fauxqs (S3 and SQS). Each has its own thread, so that neither blocks the other. */
export async function startEmulators(stateDir: string): Promise<Emulators> {
  mkdirSync(stateDir, { recursive: true });
  // fauxqs starts first: it locks the state directory.
  const storage = await start('storage', stateDir);
  const dynamodb = await start('dynamodb', stateDir).catch(async (error: unknown) => {
    await storage.worker.terminate();
    throw error;
  });
  const emulators = { dynamodb, storage };
  const agent = new Agent({ keepAlive: true });
  const failed = Promise.race(
    Object.values(emulators).map(async ({ worker }) => (await once(worker, 'error')) as [Error]),
  ).then(([error]) => error);
  // `once` rejects when the worker is ended by `stop`; nobody waits for it then.
  failed.catch(() => undefined);
  return {
    failed,
    send: (emulator, request, signal) =>
      send({ agent, port: emulators[emulator].port, request, signal }).catch(async (error: unknown) => {
        // The connections of an emulator that ends by itself break before its thread reports the reason.
        if (signal?.aborted !== true)
          await Promise.race([failed, sleep(REPORT_MILLISECONDS, undefined, { ref: false })]).catch(() => {});
        throw error;
      }),
    async stop() {
      agent.destroy();
      await Promise.all(
        Object.values(emulators).map(async ({ worker }) => {
          // An emulator that has ended by itself has no thread any more.
          if (worker.threadId === -1) return;
          const ended = once(worker, 'exit');
          worker.postMessage('stop');
          await ended;
        }),
      );
    },
  };
}

async function start(kind: EmulatorName, directory: string): Promise<{ worker: Worker; port: number }> {
  const worker = new Worker(new URL('./emulator-worker.ts', import.meta.url), {
    workerData: { kind, directory },
    execArgv: ['--disable-warning=ExperimentalWarning'],
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB },
  });
  const [message] = (await once(worker, 'message')) as [{ port: number }];
  return { worker, port: message.port };
}

interface Sending {
  agent: Agent;
  port: number;
  request: AwsRequest;
  signal: AbortSignal | undefined;
}

function send({ agent, port, request, signal }: Sending): Promise<AwsResponse> {
  return new Promise((resolve, reject) => {
    const { method, path, headers, body } = request;
    const outgoing = httpRequest(
      {
        agent,
        port,
        host: '127.0.0.1',
        method,
        path,
        headers: { ...headers, 'content-length': String(body.length) },
        ...(signal && { signal }),
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 502,
            headers: withoutHopByHop(response.headers),
            body: Buffer.concat(chunks),
          }),
        );
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
