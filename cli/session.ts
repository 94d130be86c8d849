import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Cloud, type CloudOptions, startCloud } from '../local/cloud.ts';
import { DIRTY_SHARDS, DUE_SHARDS } from '../shared/contract/shards.ts';
import { OUTPUTS } from '../shared/contract/stages.ts';
import type { ConfigurationFile } from '../shared/contract/configuration.ts';
import { type Applied, apply } from './apply.ts';
import {
  type Endpoints,
  readPartnerTokens,
  readTokens,
  writeEndpoints,
  writePartnerTokens,
  writeTokens,
} from './endpoints.ts';
import { Failure } from './failure.ts';
import { addressesOf } from './feed.ts';
import { openLocal, type Pipeline } from './pipeline.ts';
import { poll, type Wait, type Working } from './wait.ts';

export interface SessionOptions {
  state: string;
  port: number;
  tickSeconds: number | 'idle';
  now?: Date;
  log: (line: string) => void;
  /** A cloud assembly that is there already; otherwise the stack is synthesised. */
  assembly?: string;
  /** Changes the template before the start; for tests. */
  template?: NonNullable<CloudOptions['template']>;
}

/** A local cloud and the pipeline in it. */
export interface Session {
  cloud: Cloud;
  pipeline: Pipeline;
  state: string;
  /** How commands wait for this cloud's ticks. */
  working: Working;
  /** Puts a configuration in force and remembers the tokens of new sources. */
  configure(file: ConfigurationFile): Promise<Applied & { feeds: Endpoints['feeds'] }>;
  /** Runs ticks until nothing is queued, being worked on or marked dirty. */
  settle(say: (text: string) => void): Promise<void>;
}

/** Synthesises the stack and starts what it declares. */
export async function startSession(options: SessionOptions): Promise<Session> {
  const { state, ...cloudOptions } = options;
  mkdirSync(state, { recursive: true, mode: 0o700 });
  const assembly = options.assembly ?? join(state, 'cdk.out');
  if (options.assembly === undefined) await synthesise(assembly);
  const cloud = await startCloud({ ...cloudOptions, assembly, stateDir: state });
  const { endpoint, credentials, outputs } = cloud;
  const place = { endpoint, outputs, ...credentials };
  const open = (): Pipeline => ({ ...openLocal(place, readTokens(state)), now: () => cloud.clock.now() });
  const pipeline = open();

  const settle: Session['settle'] = async (say) => {
    for (;;) {
      const inFlight = await cloud.inFlight();
      if (inFlight > 0) {
        say(`${inFlight} messages and invocations in flight`);
        await new Promise((resolve) => setTimeout(resolve, 100));
      } else if (await hasWork(pipeline)) {
        await cloud.tick();
      } else {
        return;
      }
    }
  };

  // Where ticks come only when asked for, waiting is asking for them.
  const wait: Wait = async (isSo, milliseconds) => {
    if (options.tickSeconds === 'idle') await settle(() => {});
    return poll(isSo, milliseconds);
  };
  const working: Working = { wait, say: () => {}, warn: options.log };

  return {
    cloud,
    pipeline,
    working,
    state,
    async configure(file) {
      const applied = await apply(file, open(), working);
      const partners = { ...readPartnerTokens(state), ...applied.newPartnerTokens };
      writePartnerTokens(state, partners);
      const tokens = { ...readTokens(state), ...applied.newTokens };
      writeTokens(state, tokens);
      Object.assign(pipeline.tokens, tokens);
      const base = file.publisher.feeds ?? pipeline.outputs.feedsUrl;
      const shown = file.channels.filter((channel) => channel.public);
      return { ...applied, feeds: Object.fromEntries(shown.map(({ id }) => [id, addressesOf(id, base)])) };
    },
    settle,
  };
}

async function hasWork({ work, now }: Pipeline): Promise<boolean> {
  const [dirty, due] = await Promise.all([
    work.dirty(DIRTY_SHARDS),
    work.due(now().toISOString(), DUE_SHARDS),
  ]);
  return dirty.length + due.length > 0;
}

/** Writes `endpoints.json`: from then on scripts and the other commands find the local cloud. */
export function announce({ cloud, pipeline, state }: Session, feeds: Endpoints['feeds']): Endpoints {
  const { endpoint, outputs } = cloud;
  // By name: the SDK marks the credentials it is given.
  const { accessKeyId, secretAccessKey } = cloud.credentials;
  const ingest = (outputs[OUTPUTS.ingestUrl] ?? '').replace(/\/$/, '');
  const endpoints = {
    ...{ ingest, feeds, tokens: pipeline.tokens, partners: readPartnerTokens(state), pid: process.pid },
    cloud: { endpoint, outputs, accessKeyId, secretAccessKey },
  };
  writeEndpoints(state, endpoints);
  return endpoints;
}

/** `cdk synth` into a directory of this state's own, so that two local clouds do not write over each other. */
export async function synthesise(assembly: string): Promise<void> {
  const app = join(import.meta.dirname, '..', 'infra', 'app.ts');
  const child = spawn(process.execPath, [app], {
    cwd: join(import.meta.dirname, '..'),
    env: { ...process.env, CDK_OUTDIR: assembly, CDK_VALIDATION: 'false' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number | null>((resolve, reject) =>
    child.on('close', resolve).on('error', reject),
  );
  if (code !== 0)
    throw new Failure(`the stack does not synthesise:\n${output}`, 'Run "npx cdk synth" to see it alone.');
}
