import { isDeepStrictEqual } from 'node:util';
import type { StoredConfiguration } from '../shared/contract/configuration.ts';
import { type Partner, type Subscription, subscriptionStanding } from '../shared/domain/partner.ts';
import { durationOf } from '../shared/domain/terms.ts';
import { channelEffects, enumerated } from './channel-effects.ts';
import { sourceEffects } from './source-effects.ts';

/** One line for each thing that differs, and lines of what that does to whom. */
export interface Difference {
  what: string;
  effects: string[];
}

/** What applying would change in the configuration, and whose feeds. */
export function configurationDifferences(
  before: StoredConfiguration | undefined,
  after: StoredConfiguration,
  partners: readonly Partner[],
): Difference[] {
  const feeds = after.feedsUrl === before?.feedsUrl ? [] : ['every document names its address anew'];
  return [
    ...compared('publisher', before?.publisher, after.publisher, () => ['every feed is written anew']),
    ...compared('feeds’ address', before?.feedsUrl, after.feedsUrl, () => feeds),
    ...named('source', before?.sources, after.sources, (id) => {
      const [was, is] = [before, after].map((one) => one?.sources.find((source) => source.id === id));
      return sourceEffects(id, was, is);
    }),
    ...named('channel', before?.channels, after.channels, (id) => {
      const [was, is] = [before, after].map((one) => one?.channels.find((channel) => channel.id === id));
      return channelEffects(was, is, readersOf(id, partners));
    }),
  ];
}

/** What changes for each partner at `now`, told by address. */
export function partnerDifferences(
  before: readonly Partner[],
  after: readonly Partner[],
  now: string,
): Difference[] {
  const old = new Map(before.map((partner) => [partner.id, partner]));
  const current = new Map(after.map((partner) => [partner.id, partner]));
  return [...new Set([...old.keys(), ...current.keys()])].flatMap((id) => {
    const [was, is] = [old.get(id), current.get(id)];
    if (is === undefined) return [{ what: `- partner ${id}`, effects: lost(was) }];
    const effects = subscriptionEffects(was, is, now);
    if (was === undefined) {
      return [{ what: `+ partner ${id}`, effects: ['a token is made and shown once', ...effects] }];
    }
    const off = (was.disabled === undefined) !== (is.disabled === undefined);
    if (off) effects.push(is.disabled === undefined ? 'may read again' : 'reads nothing from then on (401)');
    if (was.name !== is.name) effects.push(`is called ${is.name}`);
    return effects.length === 0 ? [] : [{ what: `~ partner ${id}`, effects }];
  });
}

/** The lines a person is shown. */
export function linesOf(differences: readonly Difference[]): string[] {
  return differences.flatMap(({ what, effects }) => [what, ...effects.map((effect) => `    ${effect}`)]);
}

function lost(partner: Partner | undefined): string[] {
  const aliases = partner?.subscriptions.map(({ alias }) => `/p/${partner.id}/${alias}`) ?? [];
  return [
    aliases.length === 0
      ? 'it had no subscriptions'
      : `${enumerated(aliases)} ${aliases.length === 1 ? 'answers' : 'answer'} 401 from then on`,
  ];
}

function subscriptionEffects(was: Partner | undefined, is: Partner, now: string): string[] {
  const old = new Map(was?.subscriptions.map((one) => [one.alias, one]));
  const gone = [...old.keys()].filter((alias) => !is.subscriptions.some((one) => one.alias === alias));
  return [
    ...is.subscriptions.flatMap((subscription) => {
      const before = old.get(subscription.alias);
      const address = `/p/${is.id}/${subscription.alias}`;
      const end =
        subscriptionStanding(subscription, now) === 'ended' ? ', which is past: it answers 404' : '';
      if (before === undefined) return [`+ ${address}: ${termsLine(subscription)}${end}`];
      const [from, to] = [termsLine(before), termsLine(subscription)];
      return from === to ? [] : [`~ ${address} stays; ${from} becomes ${to}${end}`];
    }),
    ...gone.map((alias) => `- /p/${is.id}/${alias} answers 404 from then on`),
  ];
}

/** A subscription's terms in one line. */
export function termsLine({ channel, profile, delayMinutes, territory, until, apart }: Subscription): string {
  return [
    `${channel} (${profile})`,
    delayMinutes > 0 ? `after ${durationOf(delayMinutes)}` : 'at once',
    territory.length > 0 ? `in ${territory.join(', ')}` : 'anywhere',
    ...(until === undefined ? [] : [`until ${until}`]),
    ...(apart ? ['a feed of its own'] : []),
  ].join(', ');
}

function readersOf(channel: string, partners: readonly Partner[]): string[] {
  return partners.flatMap(({ id, subscriptions }) =>
    subscriptions.filter((one) => one.channel === channel).map(({ alias }) => `${id}/${alias}`),
  );
}

type Change = '+' | '-' | '~';

function named(
  kind: string,
  before: readonly { id: string }[] | undefined,
  after: readonly { id: string }[],
  effectsOf: (id: string, change: Change) => string[],
): Difference[] {
  const old = new Map(before?.map((item) => [item.id, item]));
  const current = new Map(after.map((item) => [item.id, item]));
  return [...new Set([...old.keys(), ...current.keys()])].flatMap((id) =>
    compared(`${kind} ${id}`, old.get(id), current.get(id), (change) => effectsOf(id, change)),
  );
}

function compared(
  what: string,
  old: unknown,
  current: unknown,
  effectsOf: (change: Change) => string[],
): Difference[] {
  const [was, is] = [plain(old), plain(current)];
  if (isDeepStrictEqual(was, is)) return [];
  const change = was === undefined ? '+' : is === undefined ? '-' : '~';
  const fields = change === '~' ? fieldsOf(was, is) : '';
  return [{ what: `${change} ${what}${fields}`, effects: effectsOf(change) }];
}

/** Names of the members that differ. */
function fieldsOf(was: unknown, is: unknown): string {
  if (typeof was !== 'object' || typeof is !== 'object' || was === null || is === null) return '';
  const [a, b] = [new Map(Object.entries(was)), new Map(Object.entries(is))];
  const names = [...new Set([...a.keys(), ...b.keys()])].filter(
    (name) => !isDeepStrictEqual(a.get(name), b.get(name)),
  );
  return names.length === 0 ? '' : `: ${names.join(', ')}`;
}

/** Without members that are undefined, so that a stored value equals the one it was written from. */
function plain(value: unknown): unknown {
  return value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as unknown);
}
