import { feedSubject } from '../../shared/contract/subject.ts';
import { expect } from 'vitest';
import type { DueRow, WorkStore } from '../../shared/contract/stores.ts';
import { articleIdOf, feedIdOf } from '../support/ids.ts';
import { type Contract, fresh, instant } from './contract.ts';

const FAR = instant(1e9);

/** Removes the rows that other checks left. */
async function empty(work: WorkStore): Promise<void> {
  for (const row of await work.dirty(1000)) await work.clearDirty(row);
  for (const row of await work.due(FAR, 1000)) await work.clearDue(row);
}

const byText = (a: DueRow, b: DueRow): number => (a.instant + a.subject < b.instant + b.subject ? -1 : 1);

export const workContract: Contract = {
  'an article or a feed that is marked dirty several times has one DIRTY row, with the last token': async ({
    work,
  }) => {
    await empty(work);
    const [article, feed] = [articleIdOf(fresh()), feedSubject(feedIdOf(fresh()))];
    await work.markDirty(article, 't1');
    await work.markDirty(feed, 't2');
    await work.markDirty(article, 't3');
    const rows = (await work.dirty(100)).toSorted((a, b) => (a.token < b.token ? -1 : 1));
    expect(rows).toEqual([
      { subject: feed, token: 't2' },
      { subject: article, token: 't3' },
    ]);
  },

  'a DIRTY row that was marked again since it was read is not cleared': async ({ work }) => {
    await empty(work);
    const subject = articleIdOf(fresh());
    await work.markDirty(subject, 'read');
    const [row] = await work.dirty(100);
    await work.markDirty(subject, 'again');
    if (row) await work.clearDirty(row);
    expect(await work.dirty(100)).toEqual([{ subject, token: 'again' }]);
    await work.clearDirty({ subject, token: 'again' });
    await work.clearDirty({ subject, token: 'again' });
    expect(await work.dirty(100)).toEqual([]);
  },

  'a read returns DIRTY rows up to its limit; reading and clearing rows again and again finds all of them':
    async ({ work }) => {
      await empty(work);
      const subjects = Array.from({ length: 60 }, () => articleIdOf(fresh()));
      await Promise.all(subjects.map((subject) => work.markDirty(subject, 't')));
      const taken: string[] = [];
      for (;;) {
        const rows = await work.dirty(9);
        expect(rows.length).toBeLessThanOrEqual(9);
        if (rows.length === 0) break;
        for (const row of rows) await work.clearDirty(row);
        taken.push(...rows.map(({ subject }) => subject));
      }
      expect(taken.toSorted()).toEqual(subjects.toSorted());
      expect(await work.dirty(1)).toEqual([]);
    },

  'a DUE row is returned at its instant and later; an article or a feed has one row for each instant':
    async ({ work }) => {
      await empty(work);
      const [a, b] = [articleIdOf(fresh()), feedSubject(feedIdOf(fresh()))];
      const rows = [
        { instant: instant(10), subject: a },
        { instant: instant(10), subject: b },
        { instant: instant(20), subject: a },
      ];
      for (const row of [...rows, ...rows]) await work.scheduleDue(row.instant, row.subject);
      expect(await work.due(instant(9), 100)).toEqual([]);
      expect((await work.due(instant(10), 100)).toSorted(byText)).toEqual(rows.slice(0, 2).toSorted(byText));
      expect((await work.due(FAR, 100)).toSorted(byText)).toEqual(rows.toSorted(byText));
    },

  'clearing a DUE row leaves the other rows of its article or feed': async ({ work }) => {
    await empty(work);
    const subject = articleIdOf(fresh());
    for (const seconds of [10, 20]) await work.scheduleDue(instant(seconds), subject);
    await work.clearDue({ instant: instant(10), subject });
    await work.clearDue({ instant: instant(10), subject });
    expect(await work.due(FAR, 100)).toEqual([{ instant: instant(20), subject }]);
  },

  'a read returns DUE rows up to its limit; reading and clearing rows again and again finds all of them':
    async ({ work }) => {
      await empty(work);
      const subjects = Array.from({ length: 30 }, fresh);
      await Promise.all(
        subjects.map((subject, index) => work.scheduleDue(instant(index), articleIdOf(subject))),
      );
      const taken: string[] = [];
      for (;;) {
        const rows = await work.due(instant(20), 5);
        expect(rows.length).toBeLessThanOrEqual(5);
        if (rows.length === 0) break;
        for (const row of rows) await work.clearDue(row);
        taken.push(...rows.map(({ subject }) => subject));
      }
      expect(taken.toSorted()).toEqual(subjects.slice(0, 21).toSorted());
    },
};
