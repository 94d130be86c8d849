import * as fc from 'fast-check';
import { expect } from 'vitest';
import type { ReceiptItem } from '../../../shared/contract/stores.ts';
import { Intake } from './intake.ts';

/**
 * The property of identity, over random submissions: ids are missing, equal or differ in scheme or case, links are
 * shared, entries are in any order, stories are sent again in parts and with newer or older versions.
 */

/** How the stories of one run are named. */
const NAMINGS = [
  'own id',
  'own address',
  'own link',
  'shared id',
  'shared link',
  'front page',
  'no id at all',
] as const;
type Naming = (typeof NAMINGS)[number];

/** One entry: which story, which version of it, and which spelling of its id. */
interface Entry {
  story: number;
  version: number;
  spelling: number;
}

const WORDS = ['Ferry', 'Bridge', 'Harvest', 'Museum', 'Railway', 'Council'];
const SUBJECTS = ['sails in fog', 'closed by storm', 'is late', 'shows maps', 'gets money', 'votes on dogs'];
const SHARED: ReadonlySet<Naming> = new Set(['shared id', 'shared link', 'front page', 'no id at all']);

const entry = fc.record({
  story: fc.nat({ max: WORDS.length - 1 }),
  version: fc.nat({ max: 3 }),
  spelling: fc.nat({ max: 3 }),
});
interface Run {
  naming: Naming;
  /** The stories of the first submission, which has all of them. */
  first: number[];
  later: Entry[][];
}
const run: fc.Arbitrary<Run> = fc.record({
  naming: fc.constantFrom(...NAMINGS),
  first: fc.shuffledSubarray(
    WORDS.map((_, story) => story),
    { minLength: WORDS.length },
  ),
  later: fc.array(fc.array(entry, { minLength: 1, maxLength: 8 }), { maxLength: 5 }),
});

/** For every run: no story is lost, none is shown twice, and the newest version of each is shown. */
export function identityProperty(): fc.IAsyncProperty<[Run]> {
  return fc.asyncProperty(run, async ({ naming, first, later }) => {
    const all = first.map((story): Entry => ({ story, version: 1, spelling: 0 }));
    const submissions = [all, ...later];
    const intake = new Intake('versioncreated');
    for (const sent of submissions) checkReceipt(naming, sent, await send(intake, naming, sent));
    const newest = newestOf(naming, submissions);
    expect((await intake.shown()).toSorted()).toEqual(newest);
    // The same submissions, normalised in the opposite order and then once more.
    if (SHARED.has(naming)) return;
    const reversed = new Intake('versioncreated');
    const numbered = submissions.map((sent, at) => ({ sent, number: at + 1 }));
    for (const { sent, number } of [...numbered.toReversed(), ...numbered])
      await send(reversed, naming, sent, number);
    expect(await reversed.shown()).toEqual(await intake.shown());
  });
}

function send(
  intake: Intake,
  naming: Naming,
  sent: readonly Entry[],
  number?: number,
): Promise<ReceiptItem[]> {
  const entries = sent.map((one) => entryXml(naming, one)).join('');
  return intake.send(
    `<feed xmlns="http://www.w3.org/2005/Atom"><title>Feed</title><id>tag:feed.example,2026:1</id>${entries}</feed>`,
    { mediaType: 'application/atom+xml', ...(number !== undefined && { number }) },
  );
}

function entryXml(naming: Naming, { story, version, spelling }: Entry): string {
  const { id, link } = namesOf(naming, story, spelling);
  const stamp = (hour: number): string => `2026-04-12T${String(hour).padStart(2, '0')}:00:00Z`;
  return [
    '<entry>',
    id === undefined ? '' : `<id>${id}</id>`,
    link === undefined ? '' : `<link href="${link}"/>`,
    `<title>${titleOf(naming, { story, version })}</title>`,
    `<summary>${WORDS[story] ?? ''} ${SUBJECTS[story] ?? ''}${SHARED.has(naming) ? '' : ` (${version})`}.</summary>`,
    `<published>${stamp(story)}</published><updated>${stamp(10 + (SHARED.has(naming) ? 0 : version))}</updated>`,
    '</entry>',
  ].join('');
}

/** A story whose id is not its own is recognised by its headline, so all its versions have the same. */
function titleOf(naming: Naming, { story, version }: Pick<Entry, 'story' | 'version'>): string {
  const title = `${WORDS[story] ?? ''} ${SUBJECTS[story] ?? ''}`;
  return SHARED.has(naming) ? title : `${title}, update ${'i'.repeat(version + 1)}`;
}

/** Spellings of the address of one site. */
const SITES = [
  'https://pier.example',
  'http://pier.example',
  'HTTPS://Pier.Example',
  'http://PIER.example:80',
];

function namesOf(naming: Naming, story: number, spelling: number): { id?: string; link?: string } {
  const address = (path: string): string => (SITES[spelling] ?? '') + path;
  switch (naming) {
    case 'own id':
      return { id: (['urn:news:', 'URN:news:', 'urn:NEWS:', 'Urn:News:'][spelling] ?? '') + String(story) };
    case 'own address':
      return { id: address(`/?p=${story}`), link: 'https://pier.example/all' };
    case 'own link':
      return { link: address(`/n/${story}`) };
    case 'shared id':
      return { id: address('/item') };
    case 'shared link':
      return { link: address('/live') };
    case 'front page':
      return { link: address('/') };
    case 'no id at all':
      return {};
  }
}

/** In one submission, two items have one article only if they are one story, and nothing is refused. */
function checkReceipt(naming: Naming, sent: readonly Entry[], outcomes: readonly ReceiptItem[]): void {
  const stories = new Map<string, number>();
  for (const [at, { story, version }] of sent.entries()) {
    const outcome = outcomes[at];
    expect(outcome?.outcome).not.toBe('rejected');
    expect(stories.get(outcome?.article ?? '') ?? story).toBe(story);
    stories.set(outcome?.article ?? '', story);
    if (SHARED.has(naming)) expect(outcome?.outcome).not.toBe('superseded');
    expect(outcome?.title).toBe(titleOf(naming, { story, version }));
  }
  expect(stories.size).toBe(new Set(sent.map(({ story }) => story)).size);
}

/** The headline of the newest version of each story that was sent. */
function newestOf(naming: Naming, submissions: readonly (readonly Entry[])[]): string[] {
  const newest = new Map<number, number>();
  for (const { story, version } of submissions.flat())
    newest.set(story, Math.max(version, newest.get(story) ?? 0));
  return [...newest].map(([story, version]) => titleOf(naming, { story, version })).toSorted();
}
