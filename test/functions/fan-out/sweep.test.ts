import { describe, expect, test } from 'vitest';
import type { SweepServices } from '../../../functions/fan-out/services.ts';
import { sweep } from '../../../functions/fan-out/sweep.ts';
import { feedsOf } from '../../../shared/contract/feeds.ts';
import type { Committed } from '../../../shared/domain/manifest.ts';
import { CONFIGURATION } from '../../crash/stage-case-builders.ts';
import { asInstant } from '../../support/ids.ts';

const ROUND_MINUTES = 15;
const START = Date.UTC(2026, 2, 2, 8);
const SINCE = asInstant('2026-03-02T07:00:00.000Z');
const [NEWS, ALL] = feedsOf(CONFIGURATION).map(({ id }) => id);
if (NEWS === undefined || ALL === undefined) throw new Error('there are two feeds');

type State = Pick<Committed, 'heldSince' | 'stoppedSince'>;

/** The values that each sweep of a round reports for a metric, while the feeds have these states. */
async function reportedIn(states: { news: State; all: State }, failing: Partial<SweepServices> = {}) {
  const settled = { rev: 1, settled: 1, documents: {} };
  const stored = new Map([
    [NEWS, { ...settled, ...states.news }],
    [ALL, { ...settled, ...states.all }],
  ]);
  const reports: Record<string, number[]>[] = [];
  for (let minute = 0; minute < ROUND_MINUTES; minute++) {
    const report: Record<string, number[]> = {};
    reports.push(report);
    await sweep({
      configuration: { current: async () => CONFIGURATION },
      receipts: { unread: async () => [] },
      feeds: {
        committed: async (feeds) =>
          new Map([...stored].flatMap(([id, state]) => (id && feeds.includes(id) ? [[id, state]] : []))),
      },
      documents: { etags: async () => new Map() },
      work: { markDirty: async () => undefined },
      partners: { readableList: async () => ({ partners: [], unreadable: [] }) },
      normaliseQueue: { send: async () => undefined },
      now: () => new Date(START + minute * 60_000),
      newId: () => 'id',
      warn: () => undefined,
      count: (metric, value = 1) => (report[metric] ??= []).push(value),
      ...failing,
    });
  }
  return reports;
}

const sumOf = (reports: Record<string, number[]>[], metric: string): number =>
  reports.flatMap((report) => report[metric] ?? []).reduce((sum, value) => sum + value, 0);

describe('in a round of the sweep', () => {
  test.each([
    ['no feed is held or stopped', { news: {}, all: {} }, [0, 0]],
    ['one feed is held', { news: { heldSince: SINCE }, all: {} }, [1, 0]],
    ['one feed is stopped', { news: {}, all: { stoppedSince: SINCE } }, [0, 1]],
    [
      'both are held, and one of them is stopped',
      { news: { heldSince: SINCE }, all: { heldSince: SINCE, stoppedSince: SINCE } },
      [2, 1],
    ],
  ])('each feed that is held or stopped is reported once: %s', async (_, states, sums) => {
    const reports = await reportedIn(states);
    expect(['FeedsHeld', 'GateStops'].map((metric) => sumOf(reports, metric))).toEqual(sums);
  });

  test('every tick reports a value for both states, also a tick that looks at no feed', async () => {
    for (const report of await reportedIn({ news: { heldSince: SINCE }, all: {} }))
      expect(Object.entries(report).map(([metric, values]) => [metric, values.length])).toEqual([
        ['FeedsHeld', 1],
        ['GateStops', 1],
      ]);
  });
});

test('a sweep that cannot read the states fails and reports no value, so it does not end an alarm', async () => {
  const counted: string[] = [];
  const failing: Partial<SweepServices> = {
    feeds: { committed: () => Promise.reject(new Error('throttled')) },
    count: (metric) => counted.push(metric),
  };
  await expect(reportedIn({ news: {}, all: {} }, failing)).rejects.toThrow('throttled');
  expect(counted).toEqual([]);
});
