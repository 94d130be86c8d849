import { expect, test } from 'vitest';
import { articleUri } from '../../shared/domain/identity.ts';
import { type Action, ALL, type StageName } from './steps.ts';
import { ARTICLES } from './newsroom.ts';
import { Play } from './simulation.ts';
import { FEEDS, PLAIN_DOCUMENTS } from './invariants.ts';

const go = (stage: StageName): Action => ({ do: 'start', stage, pick: 0, calls: ALL, ends: false });
const send = (article: number, headline: number): Action[] => [
  { do: 'send', article, headline, withheld: false, tie: false, calls: ALL },
  go('normalise'),
  go('tick'),
];
const publishAll = Array.from({ length: FEEDS.length }, () => go('publish'));

/** A publisher commits that an article was killed, and is ended; before its message comes back a correction comes. */
const KILL: readonly Action[] = [
  ...send(0, 0),
  ...send(1, 0),
  ...publishAll,
  { do: 'decide', article: 0, action: 'kill', channel: 1, tie: false, calls: ALL },
  go('normalise'),
  go('now'),
  { do: 'start', stage: 'publish', pick: 0, calls: { writes: 1 }, ends: true },
  ...send(1, 1),
];

test('a rev whose publisher was ended is accounted for, though another is committed over it', async () => {
  const play = new Play();
  await play.play(KILL);
  const { edge, feeds } = play.world.cloud;
  const states = await Promise.all(FEEDS.map(async ({ id }) => ({ id, state: await feeds.state(id) })));
  const [unsettled, ...others] = states.filter(({ state }) => state && state.settled < state.rev);
  expect(others).toEqual([]);
  const { id = '', state } = unsettled ?? {};
  expect(state?.last.killed).toEqual([ARTICLES[0]?.article]);

  await play.rest();
  const rev = (await feeds.state(id))?.rev ?? 0;
  expect(rev).toBeGreaterThan(state?.rev ?? 0);
  expect(await feeds.log(id, rev + 1)).toHaveLength(rev);
  expect([...edge.forgotten.keys()].filter((reference) => reference.startsWith(id))).not.toEqual([]);
});

/**
 * A publisher commits a story and stands still. Another one is done with it, and then the story is embargoed; its dates
 * lie before the feed's, so that the documents return to the bytes that the first publisher knows. It goes on, puts the
 * story back over them, and is ended.
 */
const story = {
  do: 'send',
  article: 1,
  headline: 0,
  withheld: false,
  tie: false,
  calls: ALL,
  versioncreated: -5,
} as const;
const TOO_LATE: readonly Action[] = [
  ...send(0, 0),
  ...publishAll,
  story,
  go('normalise'),
  go('tick'),
  { do: 'start', stage: 'publish', pick: 0, calls: { writes: 1 }, ends: false },
  { do: 'lapse', pick: 0 } as const,
  ...publishAll,
  { ...story, embargoed: 60 },
  go('normalise'),
  go('tick'),
  ...publishAll,
  { do: 'resume', pick: 0, calls: { writes: 1 } } as const,
  { do: 'end', pick: 0 } as const,
];

test('a document that was put after its time is found and mended', async () => {
  const play = new Play();
  await play.play(TOO_LATE);
  const { documents } = play.world.cloud;
  const places = [...PLAIN_DOCUMENTS.keys()];
  const showing = async (): Promise<string[]> => {
    const texts = await Promise.all(
      places.map(async (key) => String(Buffer.from((await documents.get(key)) ?? []))),
    );
    return places.filter((_, at) => texts[at]?.includes(articleUri(ARTICLES[1]?.article ?? '')));
  };
  expect(await showing()).toHaveLength(1);
  await play.rest();
  expect(await showing()).toEqual([]);
});
