import { expect, test } from 'vitest';
import { articleUri } from '../../shared/domain/identity.ts';
import { feedIdOf } from '../support/ids.ts';
import { type Step, UNINTERRUPTED, type StageName } from './steps.ts';
import { ARTICLES } from './newsroom.ts';
import { Simulation } from './simulation.ts';
import { DOCUMENTS_TO_READ, FEEDS, textOf } from './invariants.ts';

const start = (stage: StageName, pick = 0): Step => ({
  do: 'start',
  stage,
  pick,
  calls: UNINTERRUPTED,
  ends: false,
});
const sendOnly = (article: number, headline: number): Step => ({
  do: 'send',
  article,
  headline,
  withheld: false,
  sameInstant: false,
  calls: UNINTERRUPTED,
});
const send = (article: number, headline: number): Step[] => [
  sendOnly(article, headline),
  start('normalise'),
  start('tick'),
];
/** A publisher writes the WAKE row, then commits the state. */
const BEGIN_AND_COMMIT = { writes: 2 };
const publishAll = Array.from({ length: FEEDS.length }, () => start('publish'));

/**
 * A publisher commits the removal of a killed article, and is ended before it puts the documents. Another article of
 * the feed is corrected before the publisher's message is delivered again.
 */
const ENDED_AFTER_COMMIT_OF_A_KILL: readonly Step[] = [
  ...send(0, 0),
  ...send(1, 0),
  ...publishAll,
  { do: 'decide', article: 0, action: 'kill', channel: 1, sameInstant: false, calls: UNINTERRUPTED },
  start('normalise'),
  start('now'),
  { do: 'start', stage: 'publish', pick: 0, calls: BEGIN_AND_COMMIT, ends: true },
  ...send(1, 1),
];

test('if a publisher is ended after it commits a kill, the next publisher writes the log entry and invalidates the documents', async () => {
  const simulation = new Simulation();
  await simulation.run(ENDED_AFTER_COMMIT_OF_A_KILL);
  const { edge, feeds } = simulation.services.cloud;
  const states = await Promise.all(FEEDS.map(async ({ id }) => ({ id, state: await feeds.state(id) })));
  const [unsettled, ...others] = states.filter(({ state }) => state && state.settled < state.rev);
  expect(others).toEqual([]);
  const { id = '', state } = unsettled ?? {};
  expect(state?.last.killed).toEqual([ARTICLES[0]?.article]);

  await simulation.runUntilIdle();
  const rev = (await feeds.state(feedIdOf(id)))?.rev ?? 0;
  expect(rev).toBeGreaterThan(state?.rev ?? 0);
  expect(await feeds.log(feedIdOf(id), rev + 1)).toHaveLength(rev);
  expect([...edge.invalidated.keys()].filter((reference) => reference.startsWith(id))).not.toEqual([]);
});

/**
 * This story and its embargo are received first but normalised last, so they do not change the date of the feed. When
 * the story is withdrawn, the documents therefore get exactly the bytes that they had before the story.
 */
const story = {
  do: 'send',
  article: 1,
  headline: 0,
  withheld: false,
  sameInstant: false,
  calls: UNINTERRUPTED,
  versioncreated: -5,
} as const;
/**
 * A publisher commits a story and is paused. Its message is delivered again, and another publisher puts the
 * documents. Then the story gets an embargo, so the documents are put again with the bytes that they had before the
 * story. The first publisher read these bytes and expects to replace them. The first publisher continues, puts a
 * document with the story over them, and is ended.
 */
const PUT_TOO_LATE: readonly Step[] = [
  story,
  { ...story, embargoed: 60 },
  sendOnly(0, 0),
  start('normalise', 2),
  start('tick'),
  ...publishAll,
  start('normalise'),
  start('tick'),
  { do: 'start', stage: 'publish', pick: 0, calls: BEGIN_AND_COMMIT, ends: false },
  { do: 'time out', pick: 0 } as const,
  ...publishAll,
  start('normalise'),
  start('tick'),
  ...publishAll,
  { do: 'resume', pick: 0, calls: { writes: 1 } } as const,
  { do: 'end', pick: 0 } as const,
];

test('the sweep replaces a document that a slow publisher put too late', async () => {
  const simulation = new Simulation();
  await simulation.run(PUT_TOO_LATE);
  const { documents } = simulation.services.cloud;
  const keys = [...DOCUMENTS_TO_READ.keys()];
  const showing = async (): Promise<string[]> => {
    const texts = await Promise.all(
      keys.map(async (key) => textOf((await documents.get(key)) ?? new Uint8Array())),
    );
    return keys.filter((_, index) => texts[index]?.includes(articleUri(ARTICLES[1]?.article ?? '')));
  };
  expect(await showing()).toHaveLength(1);
  await simulation.runUntilIdle();
  expect(await showing()).toEqual([]);
});
