import type { Head } from './article.ts';
import { type Channel, selects } from './channel.ts';
import type { ActionName } from './decision.ts';
import { type Audience, targetsOf } from './feed.ts';
import { laterBy } from './instant.ts';
import type { Code } from './outcome.ts';
import { isCleared } from './terms.ts';

/** Where an article stands at an instant, as one word. */
export type Standing =
  'erased' | 'unknown' | 'killed' | 'held' | 'withheld' | 'embargoed' | 'expired' | 'usable';

/** The rules in order of precedence: the first that holds names the standing. */
const RULES: readonly (readonly [Standing, (head: Head, now: string) => boolean])[] = [
  ['erased', isErased],
  ['killed', (head) => inForce(head, 'kill') === 'kill'],
  ['unknown', (head) => head.current === undefined],
  ['held', (head) => inForce(head, 'hold') === 'hold'],
  ['withheld', (head) => head.current?.pubstatus === 'withheld'],
  ['embargoed', (head, now) => (embargoEnd(head) ?? '') > now],
  ['expired', (head, now) => head.current?.expires !== undefined && head.current.expires <= now],
];

/** Why an article that stands so does not show, as receipts say it. */
export const STANDING_CODES: Partial<Record<Standing, Code>> = {
  held: 'HELD',
  withheld: 'WITHHELD',
  embargoed: 'EMBARGOED',
  expired: 'EXPIRED',
};

function inForce(head: Head, register: string): ActionName | undefined {
  return head.decisions?.[register]?.action;
}

/** Whether all that was said in the article is gone, or going, and nothing is taken in under its id. */
export function isErased(head: Head): boolean {
  return inForce(head, 'erasure') === 'erase';
}

/** The standing of an article at `now` (ISO instant). Only `usable` articles may show anywhere. */
export function standing(head: Head, now: string): Standing {
  return RULES.find(([, holds]) => holds(head, now))?.[0] ?? 'usable';
}

/** Whether a feed shows what the head says at `now`. */
export function showsIn(head: Head, feed: Audience, now: string): boolean {
  return (
    standing(head, now) === 'usable' && isMeantFor(head, feed) && (releasedFor(head, feed) ?? now) <= now
  );
}

/**
 * Whether the article is meant for a feed: what was decided by hand stands above the channel's selector, and rights
 * stand above both.
 */
export function isMeantFor(head: Head, feed: Audience): boolean {
  if (head.current === undefined || !isCleared(head.current.facts.territory, feed.terms.territory))
    return false;
  return isSelected(head, feed.channel, targetsOf(feed));
}

/** Whether the article is meant for a channel, whoever reads it. */
export function isMeantForChannel(head: Head, channel: Pick<Channel, 'id' | 'select'>): boolean {
  return isSelected(head, channel, [channel.id]);
}

/** `targets`: what a decision about the channel's readers may name, the narrowest first. */
function isSelected(head: Head, { select }: Pick<Channel, 'select'>, targets: readonly string[]): boolean {
  if (head.current === undefined) return false;
  if (targets.some((target) => inForce(head, `withdrawal:${target}`) === 'withdraw')) return false;
  const byHand = targets
    .map((target) => inForce(head, `selection:${target}`))
    .find((action) => action === 'include' || action === 'exclude');
  return byHand === undefined ? selects(select, head.current.facts) : byHand === 'include';
}

/**
 * When a feed with a delay may show what the head says: so much after its receipt, or after the end of its embargo.
 * Undefined for a feed without one: it has nothing to wait for.
 */
export function releasedFor(head: Head, { terms }: Pick<Audience, 'terms'>): string | undefined {
  return delayed(head, head.current?.received, terms.delayMinutes);
}

/** When a feed with a delay may show anything of the article for the first time. */
export function firstReleasedFor(head: Head, { terms }: Pick<Audience, 'terms'>): string | undefined {
  return delayed(head, head.firstReceived, terms.delayMinutes);
}

function delayed(head: Head, received: string | undefined, minutes: number): string | undefined {
  if (received === undefined || minutes === 0) return undefined;
  const end = embargoEnd(head) ?? '';
  return laterBy(end > received ? end : received, minutes);
}

/**
 * When the embargo ends or ended. A decision stands above what the sender declared: it moves the end, or, without an
 * instant to come, lifts the embargo at the moment it was made.
 */
export function embargoEnd({ current, decisions }: Head): string | undefined {
  const declared = current?.embargoed;
  const decision = decisions?.['embargo'];
  if (decision === undefined) return declared;
  if (decision.until !== undefined && decision.until > decision.at) return decision.until;
  return declared !== undefined && declared > decision.at ? decision.at : declared;
}

/** When the article became, or becomes, visible: its creation, or the end of its embargo if that is later. */
export function releasedAt(head: Head): string | undefined {
  const { current } = head;
  if (current === undefined) return undefined;
  const end = embargoEnd(head);
  return end !== undefined && end > current.created ? end : current.created;
}

/** Instants in the future at which the article's standing changes by itself. */
export function dueInstants(head: Head, now: string): string[] {
  return [embargoEnd(head), head.current?.expires].filter(
    (instant): instant is string => instant !== undefined && instant > now,
  );
}

/**
 * When the article last did something a reader of the feed, if it shows or showed there, can see: it was released, it
 * changed, it was decided upon, or it expired. A feed with a delay saw the first two so much later.
 */
export function touchedAt(head: Head, feed: Audience, now: string): string {
  const { current, decisions = {} } = head;
  const targets = targetsOf(feed);
  const decided = Object.values(decisions).filter(
    ({ target }) => target === undefined || targets.includes(target),
  );
  const own = feed.terms.delayMinutes > 0 ? [releasedFor(head, feed)] : [releasedAt(head), current?.changed];
  const instants = [...own, current?.expires, ...decided.map(({ at }) => at)];
  // An embargo moved into the future takes the article out, and its new end must not show.
  return instants.reduce<string>(
    (latest, instant) => (instant !== undefined && instant <= now && instant > latest ? instant : latest),
    '',
  );
}
