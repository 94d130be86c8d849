import type { CurrentRevision, Head } from './article.ts';
import { type Channel, selects } from './channel.ts';
import { type ActionName, isKnownAction } from './decision.ts';
import { type Audience, targetsOf } from './feed.ts';
import { type Instant, laterBy } from './instant.ts';
import type { Code } from './outcome.ts';
import { isCleared } from './terms.ts';

/** The state of an article at an instant. */
export type Standing =
  'erased' | 'unknown' | 'killed' | 'held' | 'withheld' | 'embargoed' | 'expired' | 'usable';

/** The rules in order of precedence: the first rule that is true gives the standing. */
const RULES: readonly (readonly [Standing, (head: Head, now: Instant) => boolean])[] = [
  ['erased', isErased],
  ['killed', (head) => inForce(head, 'kill') === 'kill'],
  ['unknown', (head) => head.current === undefined],
  ['held', (head) => inForce(head, 'hold') === 'hold' || hasUnknownDecision(head)],
  ['withheld', (head) => head.current !== undefined && isWithheld(head.current, head)],
  ['embargoed', (head, now) => (embargoEnd(head) ?? '') > now],
  ['expired', (head, now) => head.current?.expires !== undefined && head.current.expires <= now],
];

/** The code that a receipt gives for an article that is not shown because of its standing. */
const STANDING_CODES: Partial<Record<Standing, Code>> = {
  held: 'HELD',
  withheld: 'WITHHELD',
  embargoed: 'EMBARGOED',
  expired: 'EXPIRED',
};

/** Why no feed shows an article at `now`; undefined if its standing does not hide it. */
export function hiddenBy(head: Head, now: Instant): { code: Code; detail?: string } | undefined {
  const state = standing(head, now);
  const code = STANDING_CODES[state];
  if (code === undefined) return undefined;
  return state === 'withheld' ? (head.current?.doubt ?? { code }) : { code };
}

/** Whether the article waits for a person, who can release it. */
export function isInDoubt(head: Head, now: Instant): boolean {
  return standing(head, now) === 'withheld' && head.current?.doubt !== undefined;
}

/**
 * Whether the sender or a doubt withholds a revision of the article. A person can release a revision that is in
 * doubt. The release counts only for what was received before it, so a correction that is in doubt waits again.
 * What the sender itself marked as withheld is released only by the sender.
 */
export function isWithheld(
  { pubstatus, doubt, received }: Pick<CurrentRevision, 'pubstatus' | 'doubt' | 'received'>,
  { decisions }: Pick<Head, 'decisions'>,
): boolean {
  if (pubstatus === 'usable') return false;
  const decided = decisions?.['hold'];
  return !(doubt !== undefined && decided?.action === 'release' && decided.at > received);
}

/** Whether a newer version stored a decision that this version does not know. It may take the article away. */
function hasUnknownDecision({ decisions = {} }: Head): boolean {
  return Object.values(decisions).some(({ action }) => !isKnownAction(action));
}

function inForce(head: Head, register: string): ActionName | undefined {
  return head.decisions?.[register]?.action;
}

/**
 * Whether the article was erased. The contents of an erased article are removed, or are being removed, and whatever
 * is sent under its id is refused.
 */
export function isErased(head: Head): boolean {
  return inForce(head, 'erasure') === 'erase';
}

/** The standing of an article at `now` (ISO instant). Feeds show only articles that are `usable`. */
export function standing(head: Head, now: Instant): Standing {
  return RULES.find(([, holds]) => holds(head, now))?.[0] ?? 'usable';
}

/** Whether a feed may show the current revision at `now`. */
export function showsIn(head: Head, feed: Audience, now: Instant): boolean {
  return (
    standing(head, now) === 'usable' && isMeantFor(head, feed) && (releasedFor(head, feed) ?? now) <= now
  );
}

/**
 * Whether a feed that shows an article may keep it at `now`. It depends on the newest revision and all decisions, also
 * in a feed with a delay, which shows an earlier revision: whatever takes an article away does so at once. An article
 * whose head cannot be read may not stay.
 */
export function mayStayIn(head: Head | undefined, feed: Audience, now: Instant): boolean {
  return (
    head !== undefined &&
    standing(head, now) === 'usable' &&
    isMeantFor(head, feed) &&
    (firstReleasedFor(head, feed) ?? now) <= now
  );
}

/**
 * Whether the article is meant for a feed. A decision (withdraw, include, exclude) outranks the channel's selector,
 * and the article's territory outranks both.
 */
export function isMeantFor(head: Head, feed: Audience): boolean {
  return isClearedFor(head, feed) && isSelectedFor(head, feed);
}

/** Whether the article is selected for a feed by a decision or by its channel. Its territory does not count. */
export function isSelectedFor(head: Head, feed: Audience): boolean {
  return isSelected(head, feed.channel, targetsOf(feed));
}

/** Whether the article's territory lets it show where the feed is read. */
export function isClearedFor({ current }: Head, { terms }: Pick<Audience, 'terms'>): boolean {
  return current !== undefined && isCleared(current.facts.territory, terms.territory);
}

/** Whether the article is meant for a channel. Decisions about single partners or feeds do not count. */
export function isMeantForChannel(head: Head, channel: Pick<Channel, 'id' | 'select'>): boolean {
  return isSelected(head, channel, [channel.id]);
}

/**
 * Whether the article is selected. Only decisions whose target is in `targets` count. `targets` begins with the
 * narrowest target: of several include and exclude decisions, the one with the narrowest target is in force.
 */
function isSelected(head: Head, { select }: Pick<Channel, 'select'>, targets: readonly string[]): boolean {
  if (head.current === undefined) return false;
  if (targets.some((target) => inForce(head, `withdrawal:${target}`) === 'withdraw')) return false;
  const decided = targets
    .map((target) => inForce(head, `selection:${target}`))
    .find((action) => action === 'include' || action === 'exclude');
  if (decided !== undefined) return decided === 'include';
  if ('notUnderstood' in select) return select.keeps?.has(head.article) === true;
  return selects(select, head.current.facts);
}

/**
 * When a feed with a delay may show the current revision: the time at which the revision was received, or the end of
 * the embargo if that is later, plus the delay. Undefined for a feed without a delay.
 */
export function releasedFor(head: Head, { terms }: Pick<Audience, 'terms'>): Instant | undefined {
  return delayed(head, head.current?.received, terms.delayMinutes);
}

/** When a feed with a delay may show the article's first revision. */
export function firstReleasedFor(head: Head, { terms }: Pick<Audience, 'terms'>): Instant | undefined {
  return delayed(head, head.firstReceived, terms.delayMinutes);
}

function delayed(head: Head, received: Instant | undefined, minutes: number): Instant | undefined {
  if (received === undefined || minutes === 0) return undefined;
  const end = embargoEnd(head);
  return laterBy(end !== undefined && end > received ? end : received, minutes);
}

/**
 * When the embargo ends or ended. A decision outranks the embargo that the sender declared. If the decision has an
 * `until` that is later than the decision itself, the embargo ends at `until`. Otherwise the decision lifts the
 * embargo at once.
 */
export function embargoEnd({ current, decisions }: Head): Instant | undefined {
  const declared = current?.embargoed;
  const decision = decisions?.['embargo'];
  if (decision === undefined) return declared;
  if (decision.until !== undefined && decision.until > decision.at) return decision.until;
  return declared !== undefined && declared > decision.at ? decision.at : declared;
}

/** When the article was released or will be: its creation, or the end of its embargo if that is later. */
export function releasedAt(head: Head): Instant | undefined {
  const { current } = head;
  if (current === undefined) return undefined;
  const end = embargoEnd(head);
  return end !== undefined && end > current.created ? end : current.created;
}

/** Instants after `now` at which the article's standing changes without a new submission. */
export function dueInstants(head: Head, now: Instant): Instant[] {
  return [embargoEnd(head), head.current?.expires].filter(
    (instant): instant is Instant => instant !== undefined && instant > now,
  );
}

/**
 * When the article last changed in a way that a reader of the feed can see: its release, a change of its contents or
 * their receipt, a decision or its expiry. (An article with an old date changes the feed when it is received.) In a feed with a delay, release and change count when the delay has passed. Returns an
 * empty text if there is no such instant at or before `now`.
 */
export function touchedAt(head: Head, feed: Audience, now: Instant): Instant | '' {
  const { current, decisions = {} } = head;
  const targets = targetsOf(feed);
  const decided = Object.values(decisions).filter(
    ({ target }) => target === undefined || targets.includes(target),
  );
  const ofContents =
    feed.terms.delayMinutes > 0
      ? [releasedFor(head, feed)]
      : [releasedAt(head), current?.changed, current?.received];
  const instants = [...ofContents, current?.expires, ...decided.map(({ at }) => at)];
  // Instants after `now` do not count. A decision can remove an article by moving its embargo into the future, and
  // the dates in the documents must not reveal when the embargo ends.
  return instants.reduce<Instant | ''>(
    (latest, instant) => (instant !== undefined && instant <= now && instant > latest ? instant : latest),
    '',
  );
}
