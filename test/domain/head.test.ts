import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ArticleContent, Head, Revision } from '../../shared/domain/article.ts';
import { ACTION_NAMES, type Decision, registerOf } from '../../shared/domain/decision.ts';
import { withDecision, withRevisions } from '../../shared/domain/head.ts';
import type { ReceiptId } from '../../shared/domain/identity.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import { versionStamp } from '../../shared/domain/order.ts';
import { articleIdOf, asInstant, receiptIdOf } from '../support/ids.ts';

const hour = fc
  .integer({ min: 0, max: 23 })
  .map((h) => asInstant(`2026-04-13T${String(h).padStart(2, '0')}:00:00.000Z`));
const EMPTY: Head = { article: articleIdOf('a'), source: 'desk', declaredId: 'a' };

const decision: fc.Arbitrary<Decision> = fc.record({
  action: fc.constantFrom(...ACTION_NAMES.filter((name) => name !== 'withdraw' && name !== 'restore')),
  at: hour,
  receipt: fc.uuid().map(receiptIdOf),
  by: fc.constant('an editor'),
});

test('the same decisions give the same head, in any order and with repetitions', () => {
  const decisions = fc.uniqueArray(decision, { maxLength: 8, selector: ({ receipt }) => receipt });
  fc.assert(
    fc.property(
      decisions.chain((made) =>
        fc.tuple(fc.constant(made), fc.shuffledSubarray(made, { minLength: made.length }), fc.subarray(made)),
      ),
      ([made, shuffled, repeated]) => {
        const apply = (list: readonly Decision[]): Head => list.reduce(withDecision, EMPTY);
        const head = apply(made);
        expect(JSON.stringify(apply([...shuffled, ...repeated]))).toBe(JSON.stringify(head));
        for (const { at, receipt, action } of made) {
          const inForce = head.decisions?.[registerOf({ action })];
          expect(`${inForce?.at} ${inForce?.receipt}` >= `${at} ${receipt}`).toBe(true);
        }
      },
    ),
  );
});

const content: ArticleContent = {
  headline: 'A story',
  language: 'en',
  body: '',
  bylines: [],
  subjects: [],
  genres: [],
  places: [],
  associations: [],
};

const revision = (receivedAt: Instant, contentHash: string, receipt: ReceiptId): Revision => ({
  article: articleIdOf('a'),
  source: 'desk',
  declaredId: 'a',
  pubstatus: 'usable',
  removed: [],
  notes: [],
  receivedAt,
  versioncreated: receivedAt,
  contentHash,
  receipt,
  rawKey: `raw/desk/${receipt}`,
  version: versionStamp('arrival', { receivedAt, receipt, item: 0 }),
});

test('sending equal contents again does not change the date of the last change', () => {
  const [nine, ten, eleven, noon] = [9, 10, 11, 12].map((h) =>
    asInstant(`2026-04-13T${String(h).padStart(2, '0')}:00:00.000Z`),
  ) as [Instant, Instant, Instant, Instant];
  const newestFirst = [
    revision(noon, 'two', receiptIdOf('d')),
    revision(eleven, 'two', receiptIdOf('c')),
    revision(ten, 'one', receiptIdOf('b')),
    revision(nine, 'one', receiptIdOf('a')),
  ];
  expect(withRevisions(EMPTY, newestFirst, content).current?.changed).toBe(eleven);
  expect(withRevisions(EMPTY, newestFirst.slice(1), content).current?.changed).toBe(eleven);
  expect(withRevisions(EMPTY, newestFirst.slice(2), content).current?.changed).toBe(nine);
  expect(withRevisions(EMPTY, newestFirst, content).current?.created).toBe(nine);
});

test('a correction is dated by its receipt, unless its sender moved its date', () => {
  const hour = (h: number): Instant => asInstant(`2026-04-13T${String(h).padStart(2, '0')}:00:00.000Z`);
  const first = { ...revision(hour(9), 'one', receiptIdOf('a')), versioncreated: hour(8) };
  const changedBy = (versioncreated: Instant, contentHash = 'two'): Instant | undefined => {
    const second = { ...revision(hour(11), contentHash, receiptIdOf('b')), versioncreated };
    return withRevisions(EMPTY, [second, first], content).current?.changed;
  };
  expect(changedBy(hour(10))).toBe(hour(10));
  expect(changedBy(hour(8))).toBe(hour(11));
  expect(changedBy(hour(7))).toBe(hour(11));
  // The same contents again, with another status: nothing that a reader sees has changed.
  const withheld = { ...first, pubstatus: 'withheld' as const };
  const usable = { ...revision(hour(11), 'one', receiptIdOf('b')), versioncreated: hour(8) };
  expect(withRevisions(EMPTY, [usable, withheld], content).current?.changed).toBe(hour(8));
});

test('the date of creation is never later than the time of receipt, even if the sender declares a later date', () => {
  const received = asInstant('2026-04-13T09:00:00.000Z');
  const future = { ...content, firstcreated: asInstant('2030-01-01T00:00:00.000Z') };
  expect(withRevisions(EMPTY, [revision(received, 'one', receiptIdOf('a'))], future).current?.created).toBe(
    received,
  );
});

test('a text with a date in the future that is sent again is dated as before', () => {
  const hours = ['09', '10', '11'].map((at) => asInstant(`2026-04-13T${at}:00:00.000Z`));
  const dated = { ...content, firstcreated: asInstant('2026-04-13T10:30:00.000Z') };
  const sent = hours.map((at, index) => revision(at, 'one', receiptIdOf(`r${index}`)));
  for (const count of [1, 2, 3])
    expect(withRevisions(EMPTY, sent.slice(0, count).toReversed(), dated).current?.created).toBe(hours[0]);
});

test('a head has the names of the subjects, and the codes of the subjects that have one', () => {
  const subjects = [{ name: 'Floods' }, { name: 'Culture', uri: 'medtop:20000002' }];
  const about = { ...content, subjects };
  const head = withRevisions(
    EMPTY,
    [revision(asInstant('2026-04-13T09:00:00.000Z'), 'one', receiptIdOf('a'))],
    about,
  );
  expect(head.current?.facts).toMatchObject({
    subjects: ['Floods', 'Culture'],
    subjectUris: ['medtop:20000002'],
  });
});
