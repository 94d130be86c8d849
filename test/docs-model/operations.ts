import type { ChannelSelector } from './model.ts';
import { REFUSALS, type RefusalName } from './refusals.ts';

/** Random operations from a seed. They name no instants: times are minutes from the moment of the operation. */

export interface Send {
  kind: 'send';
  source: string;
  id: string;
  subject: string;
  urgency?: number;
  /** The end of the headline. */
  words: string;
  status: 'usable' | 'withheld' | 'doubt';
  /** Minutes until the embargo ends and until the story expires. */
  embargo?: number | undefined;
  expiry?: number | undefined;
  /** The sender writes these instants without a zone. */
  isLocal: boolean;
  /** The id of the story of this source that the new one replaces. */
  replaces?: string;
}

/** An item of a submission that withdraws its story. */
export interface Cancel {
  kind: 'cancel';
  source: string;
  id: string;
}

export type Operation =
  | (Send & { withKey: boolean })
  | { kind: 'submit'; source: string; items: (Send | Cancel)[] }
  | { kind: 'refusal'; source: string; name: RefusalName }
  | { kind: 'resend'; source: string; id: string; back: number }
  | { kind: 'delete'; source: string; id: string }
  | { kind: 'decide'; source: string; id: string; action: string; target?: string; minutes?: number }
  | {
      kind: 'terms';
      reader: string;
      alias: string;
      change: { delayMinutes?: number; territory?: string[]; until?: number | null };
    }
  | { kind: 'switch reader' | 'switch source'; id: string }
  | { kind: 'rotate reader' | 'rotate source'; id: string; now: boolean }
  | { kind: 'clock'; minutes: number }
  | { kind: 'channel'; id: string; items: number; select: ChannelSelector }
  | { kind: 'restart' };

export const SOURCES = ['desk', 'wire', 'agency', 'harbour'] as const;
export const READERS = { outlet: ['top', 'late'], rival: ['top', 'sport'] } as const;
const SUBJECTS = ['culture', 'sport', 'city'];
const CHANNELS = ['news', 'culture', 'sport'];
const REFUSAL_NAMES = Object.keys(REFUSALS) as RefusalName[];

/** Mulberry32: the same numbers on every machine. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function operationsFrom(seed: number, count: number): Operation[] {
  const random = randomFrom(seed);
  const one = <Value>(values: readonly Value[]): Value => {
    const value = values[Math.floor(random() * values.length)];
    if (value === undefined) throw new Error('nothing to choose from');
    return value;
  };
  const chance = (share: number): boolean => random() < share;
  const story = (): { source: string; id: string } => ({
    source: one(SOURCES),
    id: `s${one([1, 2, 3, 4])}`,
  });
  const reader = (): { reader: string; alias: string } => {
    const id = one(['outlet', 'rival'] as const);
    return { reader: id, alias: one(READERS[id]) };
  };
  const send = (): Send => ({
    kind: 'send',
    ...story(),
    subject: one(SUBJECTS),
    words: one(['bridge traffic', 'harbour', 'school and bridge', 'traffic']),
    ...(chance(0.5) && { urgency: one([1, 4, 7]) }),
    status: chance(0.88) ? 'usable' : one(['withheld', 'doubt']),
    ...(chance(0.2) && { embargo: one([-90, 20, 90, 300]) }),
    ...(chance(0.12) && { expiry: one([-5, 45, 200, 700]) }),
    isLocal: chance(0.5),
  });
  const submit = (): Operation => {
    const { source } = story();
    const items = Array.from({ length: one([2, 3]) }, (): Send | Cancel => {
      // A JSON Feed cannot withdraw or replace a story.
      if (source !== 'harbour' && chance(0.2)) return { ...story(), kind: 'cancel', source };
      return { ...send(), source, ...(source !== 'harbour' && chance(0.2) && { replaces: story().id }) };
    });
    // The rules for several items with one id are about texts, which the model does not know (docs/sources.md).
    const byId = new Map(items.map((item) => [item.id, item]));
    return { kind: 'submit', source, items: [...byId.values()] };
  };
  const select = (): ChannelSelector => {
    const subject = one(SUBJECTS);
    return one<ChannelSelector>([
      { subject },
      { subject },
      { not: { subject } },
      { any: [{ subject }, { source: one(SOURCES) }] },
      { all: [{ not: { source: one(SOURCES) } }, { urgency: 4 }] },
      { words: one(['Bridge', 'traffic bridge', 'school']) },
    ]);
  };
  const target = (): string => {
    if (chance(0.5)) return `channel:${one(CHANNELS)}`;
    const { reader: id, alias } = reader();
    return `${id}/${alias}`;
  };
  const decide =
    (action: string): (() => Operation) =>
    () => ({ kind: 'decide', ...story(), action });
  const about =
    (action: string): (() => Operation) =>
    () => ({
      ...{ kind: 'decide' as const, ...story(), action },
      target: target(),
    });
  const terms = (): Operation => ({
    kind: 'terms',
    ...reader(),
    change: one([
      { delayMinutes: one([0, 30, 120, 480]) },
      { territory: one([[], ['AT'], ['DE', 'FR']]) },
      { until: one([null, 60, 600]) },
    ]),
  });
  const kinds: readonly (readonly [number, () => Operation])[] = [
    [28, () => ({ ...send(), withKey: chance(0.1) })],
    [8, submit],
    [4, () => ({ kind: 'refusal', source: one(SOURCES), name: one(REFUSAL_NAMES) })],
    [6, () => ({ kind: 'resend', ...story(), back: 0 })],
    [5, () => ({ kind: 'resend', ...story(), back: one([1, 2]) })],
    [3, () => ({ kind: 'delete', ...story() })],
    [3, decide('kill')],
    [6, decide('unkill')],
    [3, decide('hold')],
    [6, decide('release')],
    [4, () => ({ kind: 'decide', ...story(), action: 'embargo', minutes: one([30, 150, 600]) })],
    [2, decide('embargo')],
    [3, about('withdraw')],
    [3, about('restore')],
    [3, about('include')],
    [3, about('exclude')],
    [3, about('select')],
    [4, terms],
    [2, () => ({ kind: 'switch reader', id: one(['outlet', 'rival']) })],
    [2, () => ({ kind: 'switch source', id: one(SOURCES) })],
    [2, () => ({ kind: 'rotate reader', id: one(['outlet', 'rival']), now: chance(0.5) })],
    [2, () => ({ kind: 'rotate source', id: one(SOURCES), now: chance(0.5) })],
    [12, () => ({ kind: 'clock', minutes: one([1, 15, 31, 61, 125, 310, 700]) })],
    [
      3,
      () => ({
        kind: 'channel',
        id: one(['culture', 'sport']),
        items: one([2, 3, 6]),
        select: select(),
      }),
    ],
    [1, () => ({ kind: 'restart' })],
  ];
  const total = kinds.reduce((sum, [weight]) => sum + weight, 0);
  return Array.from({ length: count }, () => {
    let left = random() * total;
    const found = kinds.find(([weight]) => (left -= weight) < 0);
    if (found === undefined) throw new Error('no kind of operation');
    return found[1]();
  });
}
