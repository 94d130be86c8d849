import type { Head } from './article.ts';
import { type Channel, selects } from './channel.ts';
import type { ActionName, Decision } from './decision.ts';
import type { Code } from './outcome.ts';

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

/** Whether a channel shows the article at `now`. */
export function showsIn(head: Head, channel: Pick<Channel, 'id' | 'select'>, now: string): boolean {
  return standing(head, now) === 'usable' && isMeantFor(head, channel);
}

/** Whether the article is meant for a channel: what was decided for the channel stands above its selector. */
export function isMeantFor(head: Head, channel: Pick<Channel, 'id' | 'select'>): boolean {
  if (head.current === undefined) return false;
  if (inForce(head, `withdrawal:${channel.id}`) === 'withdraw') return false;
  const byHand = inForce(head, `selection:${channel.id}`);
  if (byHand === 'include' || byHand === 'exclude') return byHand === 'include';
  return selects(channel.select, head.current.facts);
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
 * When the article last did something a reader of the channel, if it shows or showed there, can see: it was released,
 * it changed, it was decided upon, or it expired.
 */
export function touchedAt(head: Head, channel: string, now: string): string {
  const { current, decisions = {} } = head;
  const decided = Object.values(decisions).filter((decision) => concerns(decision, channel));
  const instants = [releasedAt(head), current?.changed, current?.expires, ...decided.map(({ at }) => at)];
  // An embargo moved into the future takes the article out, and its new end must not show.
  return instants.reduce<string>(
    (latest, instant) => (instant !== undefined && instant <= now && instant > latest ? instant : latest),
    '',
  );
}

function concerns({ target }: Decision, channel: string): boolean {
  return target === undefined || target === channel;
}
