import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { InterruptibleWorker } from '../../crash/interruptible-worker.ts';
import { mapMethods } from '../../support/memory/run.ts';
import { Intake } from './intake.ts';

/**
 * Whatever the items of a submission have to do with each other, and wherever its runs are cut or ended, the same is
 * stored as after one run that works on one item after the other.
 */

const IDS = 6;
const name = (id: number): string => `urn:desk:${id}`;

/** An item: its id, other ids that it states, the story that it replaces, and whether it withdraws its story. */
const item = fc.record({
  id: fc.nat({ max: IDS }),
  others: fc.array(fc.nat({ max: IDS }), { maxLength: 2 }),
  replaces: fc.option(fc.nat({ max: IDS }), { freq: 5 }),
  isKill: fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  title: fc.nat({ max: 3 }),
});
type Item = typeof item extends fc.Arbitrary<infer Value> ? Value : never;

const ninjs = ({ id, others, replaces, isKill, title }: Item, at: number): object => ({
  uri: name(id),
  headlines: [{ value: `Story ${id} of the ${['bridge', 'ferry', 'river', 'dam'][title]}` }],
  bodies: [{ value: `Text ${at} of story ${id}.` }],
  ...(others.length > 0 && { altids: others.map(name) }),
  ...(replaces !== null && { evolvedfrom: name(replaces) }),
  ...(isKill && { pubstatus: 'canceled' }),
});

const submissions = fc.record({
  before: fc.array(item, { maxLength: 3 }),
  items: fc.array(item, { minLength: 2, maxLength: 12 }),
  /** For each run: after how many items it is cut, and before which write it is ended. */
  runs: fc.array(
    fc.record({ items: fc.integer({ min: 1, max: 4 }), write: fc.integer({ min: 1, max: 40 }) }),
    {
      maxLength: 12,
    },
  ),
});

async function prepared(before: readonly Item[]): Promise<Intake> {
  const intake = new Intake();
  for (const one of before) await intake.send(JSON.stringify(ninjs(one, 0)));
  return intake;
}

/**
 * Everything that is stored about articles, and the outcome of each item. Without the counters of heads, and without
 * what a receipt tells of the article of a withdrawal: a later run may know better which one it meant.
 */
const stored = ({ cloud }: Intake): string[] =>
  [...cloud.everything()].flatMap(([key, row]) => {
    if (key.startsWith('ARTICLE#')) return [`${key} ${row.replace(/"token":\d+/, '')}`];
    const [, outcome = ''] = /^RECEIPT#.* ITEM#/.test(key) ? (/"outcome":"(\w+)"/.exec(row) ?? []) : [];
    return outcome === '' ? [] : [`${key} ${outcome}`];
  });

test('what is stored does not depend on where the runs on a submission are cut or ended', async () => {
  await fc.assert(
    fc.asyncProperty(submissions, async ({ before, items, runs }) => {
      const body = JSON.stringify(items.map(ninjs));
      const whole = await prepared(before);
      await whole.send(body);
      const cut = await prepared(before);
      const accepted = await cut.accept(body);
      for (const { items: most, write } of runs) {
        const worker = new InterruptibleWorker({ write, side: write % 2 === 0 ? 'before' : 'after' });
        let begun = 0;
        await worker.run(() =>
          cut.run(
            accepted,
            (services) => worker.through(services),
            () => begun++ < most,
          ),
        );
      }
      await cut.normalise(accepted);
      expect(stored(cut)).toEqual(stored(whole));
    }),
    { numRuns: 70 },
  );
});

test('what is stored by items that are worked on at the same time is what is stored one after the other', async () => {
  await fc.assert(
    fc.asyncProperty(submissions, async ({ before, items }) => {
      const body = JSON.stringify(items.map(ninjs));
      const together = await prepared(before);
      await together.send(body);
      const oneByOne = await prepared(before);
      const accepted = await oneByOne.accept(body);
      // One call after the other, in the order in which the calls were made.
      let last: Promise<unknown> = Promise.resolve();
      for (const _ of items) {
        let begun = 0;
        await oneByOne.run(
          accepted,
          (services) =>
            mapMethods(
              services,
              (_name, call) =>
                (...args) =>
                  (last = last.then(() => call(...args))),
            ),
          () => begun++ < 1,
        );
      }
      // Each run worked on one item.
      expect((await oneByOne.cloud.receipts.get(accepted.receipt))?.items).toBe(items.length);
      expect(stored(oneByOne)).toEqual(stored(together));
    }),
    { numRuns: 40 },
  );
});
