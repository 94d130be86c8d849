import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type Session, startSession } from '../../cli/session.ts';
import type { Template } from '../../local/template.ts';
import { handing } from './actions.ts';
import { LiveNewsroom } from './live.ts';

const RUNS = 100;
/** Newsrooms at a time on the one cloud; they share its clock and nothing else. */
const AT_ONCE = 20;
const SEED = 1;
const SECONDS = 5;
const DAY = 86_400_000;

/** One round: everybody does one thing, then time passes and workers are ended in the middle of what follows. */
const round = fc.record({
  minutes: fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat({ max: 60 }) }),
  ticks: fc.boolean(),
  /** Which function's workers, and after how many milliseconds. */
  ends: fc.array(fc.record({ pick: fc.nat({ max: 11 }), after: fc.nat({ max: 1500 }) }), { maxLength: 3 }),
});
type Round = typeof round extends fc.Arbitrary<infer Value> ? Value : never;
const batch = fc.record({
  rounds: fc.array(round, { minLength: 6, maxLength: 8 }),
  stories: fc.array(fc.array(handing, { minLength: 8, maxLength: 8 }), {
    minLength: AT_ONCE,
    maxLength: AT_ONCE,
  }),
});

/** Short times, so that what a worker leaves undone comes back soon; and no end of tries. */
function impatient(template: Template): Template {
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
    ...{
      state,
      port: 0,
      tickSeconds: 'idle',
      assembly: inject('assembly'),
      now: new Date('2026-03-02T08:00:00Z'),
    },
    log: (line) => {
      if (line.includes('ended in the middle')) ended += 1;
    },
    template: (template) => {
      const found = Object.entries(template.Resources).filter(
        ([, { Type }]) => Type === 'AWS::Lambda::Function',
      );
      functions.push(...found.map(([id]) => id));
      return impatient(template);
    },
  });
});
afterAll(async () => {
  console.log(`${RUNS} newsrooms; ${ended} invocations were ended in the middle`);
  await session.cloud.stop();
  rmSync(state, { recursive: true, force: true });
});

const sleep = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

async function configure(
  newsrooms: readonly LiveNewsroom[],
  variantOf: (index: number) => number,
): Promise<void> {
  const parts = newsrooms.map((newsroom, index) => newsroom.configuration(variantOf(index)));
  await session.configure({
    publisher: { name: 'The Test Desk', url: 'https://desk.example/', language: 'en' },
    sources: parts.flatMap(({ sources }) => sources),
    channels: parts.flatMap(({ channels }) => channels),
  });
}

async function disturb({ minutes, ticks, ends }: Round): Promise<void> {
  session.cloud.clock.shift(minutes * 60_000);
  await Promise.all([
    ticks ? session.cloud.tick() : undefined,
    ...ends.map(async ({ pick, after }) => {
      await sleep(after);
      session.cloud.endWorker(functions[pick % functions.length] ?? '');
    }),
  ]);
}

async function settle(): Promise<void> {
  // A tick that was ended leaves its rows; one more looks after instants that have come.
  await session.settle(() => {});
  await session.cloud.tick();
  await session.settle(() => {});
}

async function compare(newsrooms: readonly LiveNewsroom[]): Promise<void> {
  const wrong = (await Promise.all(newsrooms.map((newsroom) => newsroom.differences()))).flat();
  expect(wrong).toEqual([]);
}

/** The same newsrooms over HTTP, on a local cloud whose workers are ended from outside; no hook is in their bundles. */
test.each(fc.sample(batch, { seed: SEED, numRuns: RUNS / AT_ONCE }).map((one, index) => ({ index, ...one })))(
  'newsrooms, batch $index, keep their promises on the emulators',
  async ({ index, rounds, stories }) => {
    const newsrooms = stories.map((_, at) => new LiveNewsroom(`run${index * AT_ONCE + at}`, session));
    await configure(newsrooms, () => 0);
    for (const [turn, what] of rounds.entries()) {
      const change = Math.floor(rounds.length / 2);
      if (turn === change) await configure(newsrooms, (at) => at % 4);
      const handed = newsrooms.map(async (newsroom, at) => {
        const action = stories[at]?.[turn];
        if (action) await newsroom.hand(action);
      });
      await Promise.all([...handed, disturb(what)]);
    }
    await settle();
    await compare(newsrooms);
    session.cloud.clock.shift(DAY);
    await settle();
    await compare(newsrooms);
    expect((await session.cloud.deadLetters()).filter(({ messages }) => messages > 0)).toEqual([]);
  },
);
