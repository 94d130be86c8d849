import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type Session, startSession } from '../../cli/session.ts';
import type { Template } from '../../local/template/template.ts';
import { WAKE_UP_MINUTES } from '../../shared/contract/feed-work.ts';
import { submitStep } from './steps.ts';
import { HttpNewsroom } from './http-newsroom.ts';
import { VARIANTS } from './newsroom.ts';

const RUNS = 100;
/**
 * How many simulated newsrooms (http-newsroom.ts) use one local cloud at the same time. They share its clock, but no
 * sources or channels.
 */
const AT_ONCE = 20;
const SEED = 1;
const SECONDS = 5;
const DAY = 86_400_000;

/**
 * One round: time passes, each newsroom takes the next step of its history (a submission, a decision or a new
 * configuration; see steps.ts), and the threads of some functions are ended.
 */
const round = fc.record({
  minutes: fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat({ max: 60 }) }),
  ticks: fc.boolean(),
  /** The threads that are ended: `pick` chooses the function, `calls` says how many calls to AWS it makes before. */
  ends: fc.array(fc.record({ pick: fc.nat({ max: 11 }), calls: fc.nat({ max: 30 }) }), { maxLength: 6 }),
});
type Round = typeof round extends fc.Arbitrary<infer Value> ? Value : never;
const batch = fc.record({
  rounds: fc.array(round, { minLength: 6, maxLength: 8 }),
  /** The round in which every article is killed. */
  last: round,
  steps: fc.array(fc.array(submitStep, { minLength: 8, maxLength: 8 }), {
    minLength: AT_ONCE,
    maxLength: AT_ONCE,
  }),
});

/**
 * Shortens the timeouts, so that the message of an ended thread is delivered again soon. Also allows so many
 * deliveries that no message gets into a dead-letter queue.
 */
function withShortTimeouts(template: Template): Template {
  for (const { Type, Properties = {} } of Object.values(template.Resources)) {
    if (Type === 'AWS::Lambda::Function') Properties['Timeout'] = SECONDS;
    if (Type !== 'AWS::SQS::Queue') continue;
    Properties['VisibilityTimeout'] = SECONDS;
    const redrive = Properties['RedrivePolicy'];
    if (redrive) Properties['RedrivePolicy'] = { ...(redrive as object), maxReceiveCount: 1000 };
  }
  return template;
}

let session: Session;
const functions: string[] = [];
const state = mkdtempSync(join(tmpdir(), 'wiredesk-model-'));
let ended = 0;

beforeAll(async () => {
  session = await startSession({
    state,
    port: 0,
    tickSeconds: 'idle',
    assembly: inject('assembly'),
    now: new Date('2026-03-02T08:00:00Z'),
    log: (line) => {
      if (line.includes('ended before the handler returned')) ended += 1;
    },
    template: (template) => {
      const found = Object.entries(template.Resources).filter(
        ([, { Type }]) => Type === 'AWS::Lambda::Function',
      );
      functions.push(...found.map(([id]) => id));
      return withShortTimeouts(template);
    },
  });
});
afterAll(async () => {
  console.log(`${RUNS} newsrooms; ${ended} invocations were ended while they ran`);
  await session.cloud.stop();
  rmSync(state, { recursive: true, force: true });
});

async function configure(
  newsrooms: readonly HttpNewsroom[],
  variantOf: (index: number) => number,
): Promise<void> {
  const parts = newsrooms.map((newsroom, index) =>
    newsroom.configuration(variantOf(index) % VARIANTS.length),
  );
  const { newPartnerTokens } = await session.configure({
    publisher: { name: 'The Test Desk', url: 'https://desk.example/', language: 'en' },
    sources: parts.flatMap(({ sources }) => sources),
    channels: parts.flatMap(({ channels }) => channels),
    partners: parts.flatMap(({ partners }) => partners),
  });
  for (const newsroom of newsrooms) newsroom.addTokens(newPartnerTokens);
}

/** Lets a function make `calls` more calls to AWS, and ends its thread at the next call. */
function endWithin(id: string, calls: number): void {
  let left = calls;
  const release = session.cloud.intercept(({ principal }) => {
    if (principal !== id || left-- > 0) return;
    release();
    session.cloud.endWorker(id);
  });
}

async function disturb({ minutes, ticks, ends }: Round): Promise<void> {
  session.cloud.clock.shift(minutes * 60_000);
  for (const { pick, calls } of ends) endWithin(functions[pick % functions.length] ?? '', calls);
  if (ticks) await session.cloud.tick();
}

/** Runs the pipeline until no work is left. Returns the local cloud's time after that. */
async function settle(): Promise<string> {
  // A tick that was ended leaves its DIRTY and DUE rows to the next tick. If it ended before it sent a wake-up, a tick
  // sends it after WAKE_UP_MINUTES.
  session.cloud.clock.shift((WAKE_UP_MINUTES + 1) * 60_000);
  await session.settle(() => {});
  session.cloud.clock.shift((WAKE_UP_MINUTES + 1) * 60_000);
  await session.cloud.tick();
  await session.settle(() => {});
  return session.cloud.clock.now().toISOString();
}

async function compare(newsrooms: readonly HttpNewsroom[]): Promise<void> {
  const now = await settle();
  const differences = (await Promise.all(newsrooms.map((newsroom) => newsroom.differences(now)))).flat();
  expect(differences).toEqual([]);
}

/**
 * Runs the newsrooms of a batch over HTTP on the local cloud, and ends threads of functions while they run. The
 * bundles are those that are deployed, without any code for tests.
 */
test.each(
  fc
    .sample(batch, { seed: SEED, numRuns: RUNS / AT_ONCE })
    .map((generated, index) => ({ index, ...generated })),
)(
  'the documents of all newsrooms of batch $index agree with the reference model on the emulators',
  async ({ index, rounds, last, steps }) => {
    const newsrooms = steps.map(
      (_, at) => new HttpNewsroom(`run${index * AT_ONCE + at}`, session, at % 8 < 4 ? 'removed' : 'disabled'),
    );
    await configure(newsrooms, () => 0);
    const changes = [1 / 3, 2 / 3].map((part) => Math.floor(rounds.length * part));
    for (const [turn, round] of rounds.entries()) {
      const disturbed = disturb(round);
      const change = changes.indexOf(turn);
      if (change !== -1) await configure(newsrooms, (at) => at + change);
      const submitted = newsrooms.map(async (newsroom, at) => {
        const step = steps[at]?.[turn];
        if (step) await newsroom.submit(step);
      });
      await Promise.all([...submitted, disturbed]);
    }
    await compare(newsrooms);
    session.cloud.clock.shift(DAY);
    await compare(newsrooms);
    await Promise.all([...newsrooms.map((newsroom) => newsroom.killAll()), disturb(last)]);
    await compare(newsrooms);
    expect((await Promise.all(newsrooms.map((newsroom) => newsroom.notWithdrawn()))).flat()).toEqual([]);
    expect((await session.cloud.deadLetters()).filter(({ messages }) => messages > 0)).toEqual([]);
  },
);
