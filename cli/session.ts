import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Cloud, type CloudOptions, startCloud } from '../local/cloud.ts';
import { refuseIfInUse } from '../local/emulators/state-lock.ts';
import { requireFreePorts } from '../local/servers.ts';
import type { ConfigurationFile } from '../shared/contract/configuration.ts';
import { OUTPUTS } from '../shared/contract/stages.ts';
import { apply, type Applied } from '../shared/operations/apply/apply.ts';
import { publicAddresses } from '../shared/operations/addresses.ts';
import { hasFeedWork, hasWork, type Waiting } from '../shared/operations/waiting.ts';
import {
  type Endpoints,
  readPartnerTokens,
  readTokens,
  writeEndpoints,
  writePartnerTokens,
  writeTokens,
} from './endpoints.ts';
import { openLocal, type OpenPipeline } from './pipeline.ts';
import { valueOf } from './result.ts';
import { synthesise } from './synthesise.ts';
import { pause, poll } from './waiting.ts';

export interface SessionOptions {
  state: string;
  port: number;
  /** Seconds between two ticks. `idle`: the schedule starts no tick, and only `settle` runs ticks. */
  tickSeconds: number | 'idle';
  now?: Date;
  log: (line: string) => void;
  /** The directory of a stack that is synthesised already. Without it the stack is synthesised. */
  assembly?: string;
  /** Changes the template before the start; for tests. */
  template?: NonNullable<CloudOptions['template']>;
}

/** A local cloud and the pipeline in it. */
export interface Session {
  cloud: Cloud;
  pipeline: OpenPipeline;
  state: string;
  /** How operations on this cloud wait for their effect. With `tickSeconds: 'idle'` they run the ticks themselves. */
  working: Waiting;
  /** Puts a configuration in force, and writes new tokens to the state directory. */
  configure(file: ConfigurationFile): Promise<Applied & { feeds: Endpoints['feeds'] }>;
  /**
   * Runs ticks until no message is queued or being handled, and no dirty row, no past due instant and no feed with
   * work is left.
   */
  settle(say: (text: string) => void): Promise<void>;
}

/** Synthesises the stack and starts what it declares. */
export async function startSession(options: SessionOptions): Promise<Session> {
  const { state, ...cloudOptions } = options;
  mkdirSync(state, { recursive: true, mode: 0o700 });
  const assembly = options.assembly ?? join(state, 'cdk.out');
  // Both are checked again below. They are checked here because a synthesis takes seconds and writes into `state`.
  refuseIfInUse(state);
  await requireFreePorts(options.port);
  if (options.assembly === undefined) await synthesise(assembly);
  const cloud = await startCloud({ ...cloudOptions, assembly, stateDir: state });
  const pipeline = openCloud(cloud, state);
  const settle = (say: (text: string) => void): Promise<void> => settleCloud({ cloud, pipeline }, say);
  const working: Waiting = {
    async wait(condition, milliseconds) {
      // Without a schedule only `settle` runs ticks, so run them before the wait.
      if (options.tickSeconds === 'idle') await settle(() => {});
      return poll(condition, milliseconds);
    },
    say: () => {},
    warn: options.log,
  };
  return {
    cloud,
    pipeline,
    working,
    state,
    async configure(file) {
      const applied = valueOf(await apply(openCloud(cloud, state), { file }, working));
      Object.assign(pipeline.tokens, storeTokens(state, applied));
      const base = file.publisher.feeds ?? pipeline.outputs.feedsUrl;
      const feeds = file.channels
        .filter((channel) => channel.public)
        .map(({ id }) => [id, publicAddresses(id, base)] as const);
      return { ...applied, feeds: Object.fromEntries(feeds) };
    },
    settle,
  };
}

function openCloud({ endpoint, credentials, outputs, clock }: Cloud, state: string): OpenPipeline {
  const pipeline = openLocal({ endpoint, outputs, ...credentials }, readTokens(state));
  return { ...pipeline, now: () => clock.now() };
}

async function settleCloud(
  { cloud, pipeline }: Pick<Session, 'cloud' | 'pipeline'>,
  say: (text: string) => void,
): Promise<void> {
  for (;;) {
    const inFlight = await cloud.inFlight();
    if (inFlight > 0) {
      say(`${inFlight} messages and invocations in flight`);
      await pause(25);
    } else if (await hasWork(pipeline)) {
      await cloud.tick();
    } else if (await lostWakeUp({ cloud, pipeline })) {
      say('a message to publish was lost; a tick sends it again within two minutes');
      await pause(1000);
      await cloud.tick();
    } else {
      return;
    }
  }
}

/**
 * Whether a feed has work although no message waits: a function ended before it sent or finished one. What became a
 * dead letter is not waited for.
 */
async function lostWakeUp({ cloud, pipeline }: Pick<Session, 'cloud' | 'pipeline'>): Promise<boolean> {
  if (!(await hasFeedWork(pipeline)) || (await cloud.inFlight()) > 0) return false;
  return (await cloud.deadLetters()).every(({ messages }) => messages === 0);
}

/** Writes the new tokens to the state directory, and returns the tokens of all sources. */
function storeTokens(state: string, { newTokens, newPartnerTokens }: Applied): Record<string, string> {
  writePartnerTokens(state, { ...readPartnerTokens(state), ...newPartnerTokens });
  const tokens = { ...readTokens(state), ...newTokens };
  writeTokens(state, tokens);
  return tokens;
}

/** Writes `endpoints.json`. Scripts and other commands read it to find the local cloud. */
export function announce({ cloud, pipeline, state }: Session, feeds: Endpoints['feeds']): Endpoints {
  const { endpoint, outputs } = cloud;
  // The members are copied one by one, because the SDK adds members to the credentials that it gets.
  const { accessKeyId, secretAccessKey } = cloud.credentials;
  const endpoints = {
    ingest: (outputs[OUTPUTS.ingestUrl] ?? '').replace(/\/$/, ''),
    feeds,
    tokens: pipeline.tokens,
    partners: readPartnerTokens(state),
    pid: process.pid,
    cloud: { endpoint, outputs, accessKeyId, secretAccessKey },
  };
  writeEndpoints(state, endpoints);
  return endpoints;
}
