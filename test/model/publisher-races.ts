import * as fc from 'fast-check';
import {
  change,
  fanOut,
  KILL,
  normalise,
  publishAll,
  shownAtOnce,
  start,
  story,
  writes,
} from './race-parts.ts';
import { pick, type Step, UNINTERRUPTED } from './steps.ts';

/** Races of a publisher with other publishers of the same feed. */

/**
 * A publisher is so slow that its message becomes visible again. Other publishers finish that message and the next
 * one. Then the slow publisher continues, or is ended.
 */
export const slowPublisher = fc
  .constantFrom([2, 3], [3, 2], [2, 4], [0, 0], [2, 2])
  .chain(([article = 0, other = 0]) =>
    fc
      .record({
        first: story(article),
        message: pick,
        // The WAKE row, a commit, a document.
        calls: writes(3),
        meanwhile: fc.oneof(story(other), change(other)),
        continues: fc.oneof(fc.constant(UNINTERRUPTED), writes(6)),
        ends: fc.boolean(),
        then: fc.option(change(article), { nil: undefined }),
      })
      .map(({ first, message, calls, meanwhile, continues, ends, then }): Step[] => [
        first,
        ...fanOut,
        start('publish', { calls, pick: message }),
        { do: 'time out', pick: 0 } as const,
        ...publishAll,
        meanwhile,
        ...fanOut,
        ...publishAll,
        { do: 'resume', pick: 0, calls: continues },
        ...(ends ? [{ do: 'end', pick: 0 } as const] : []),
        ...(then === undefined ? [] : [then, ...fanOut, ...publishAll]),
      ]),
  );

/**
 * A publisher is paused between two of its calls. Meanwhile a story changes, and fan-out hands it to the same feeds:
 * the publisher may or may not have read the new TODO rows. Then it continues.
 */
export const busyPublisher = fc
  .constantFrom([2, 3], [3, 2], [2, 4], [0, 0], [2, 2])
  .chain(([article = 0, other = 0]) =>
    fc
      .record({
        first: story(article),
        message: pick,
        // The first calls read the TODO rows and write the WAKE row; their order matters.
        calls: fc.oneof(fc.nat({ max: 3 }), fc.nat({ max: 20 })),
        meanwhile: fc.oneof(story(other), change(other)),
        losesNext: fc.boolean(),
      })
      .map(({ first, message, calls, meanwhile, losesNext }): Step[] => [
        first,
        ...fanOut,
        start('publish', { calls, pick: message }),
        meanwhile,
        ...fanOut,
        ...(losesNext ? [{ do: 'drop', stage: 'publish', pick: message } as const] : []),
        { do: 'resume', pick: 0, calls: UNINTERRUPTED } as const,
        ...publishAll,
      ]),
  );

/**
 * A story is corrected, and a publisher of the correction is ended between its commit and its last document. Then
 * another story must leave the feed. The next publisher removes it before it reads any contents, from stored documents
 * that differ from each other.
 */
export const stoppedPublisher = fc
  .constantFrom([0, 1], [0, 1], [2, 3], [2, 4])
  .chain(([article = 0, other = 0]) =>
    fc
      .record({
        first: shownAtOnce(article),
        second: shownAtOnce(other),
        corrected: fc.oneof(fc.constant(undefined), change(article)),
        message: pick,
        // The WAKE row, a commit, six documents.
        calls: fc.record({ writes: fc.integer({ min: 1, max: 7 }) }),
        then: fc.oneof(fc.constant({ ...KILL, article: other }), change(other)),
        meanwhile: fc.option(change(article), { nil: undefined }),
      })
      .map(({ first, second, corrected, message, calls, then, meanwhile }): Step[] => [
        ...[first, second].flatMap((sent) => [sent, ...fanOut, ...publishAll]),
        corrected ?? { ...first, headline: (first.headline + 1) % 3, version: 4 },
        ...fanOut,
        start('publish', { calls, pick: message, ends: true }),
        then,
        ...(meanwhile === undefined ? [] : [meanwhile]),
        ...normalise,
        ...fanOut,
        ...publishAll,
      ]),
  );

/**
 * A publisher has put its documents and is paused before it settles. Meanwhile the next rev is committed, and the
 * publishers that commit it are ended before they put a document. Then the first publisher continues, and the feed
 * changes once more.
 */
export const overtakenPublisher = fc
  .constantFrom([0, 0], [0, 1], [2, 3], [2, 4])
  .chain(([article = 0, other = 0]) =>
    fc
      .record({
        first: shownAtOnce(article),
        message: pick,
        // The WAKE row, a commit, six documents; then the log entry.
        calls: fc.record({ writes: fc.integer({ min: 7, max: 9 }) }),
        meanwhile: fc.oneof(shownAtOnce(other), change(other)),
        commits: fc.record({ writes: fc.integer({ min: 2, max: 3 }) }),
        then: fc.oneof(shownAtOnce(article), change(article)),
      })
      .map(({ first, message, calls, meanwhile, commits, then }): Step[] => [
        first,
        ...fanOut,
        start('publish', { calls, pick: message }),
        { do: 'time out', pick: 0 } as const,
        meanwhile,
        ...fanOut,
        ...publishAll.map((_, at) => start('publish', { calls: commits, pick: at, ends: true })),
        { do: 'resume', pick: 0, calls: UNINTERRUPTED } as const,
        then,
        ...fanOut,
        ...publishAll,
      ]),
  );
