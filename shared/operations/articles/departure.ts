import type { FeedStore } from '../../contract/stores.ts';
import type { Head } from '../../domain/article.ts';
import { ACTIONS, type Decision, registerOf, ruleOf } from '../../domain/decision.ts';
import type { ArticleId, FeedId } from '../../domain/identity.ts';
import type { Instant } from '../../domain/instant.ts';
import type { FeedChange } from '../../domain/manifest.ts';

/** How many entries of the log are read at a time. */
const PAGE = 500;

/** One stay of an article in the documents of a feed. */
export interface Stay {
  /** When it came into the documents; null if the log does not reach back so far. */
  since: Instant | null;
  /** When it left them; null if it is in them. */
  left: Instant | null;
  /** Why it left; null if it has not left, or if an entry of version 0.1 records the removal. */
  reason: string | null;
  /** The feed never showed it: the log only announces a withdrawal for a feed whose address this feed took over. */
  announced?: true;
}

/**
 * The stays of an article in a feed, newest first. Reads the feed's log from the newest entry back, until an entry is
 * older than the article.
 */
export async function staysIn(
  feeds: Pick<FeedStore, 'log'>,
  feed: FeedId,
  { article, firstReceived }: Pick<Head, 'article' | 'firstReceived'>,
): Promise<Stay[]> {
  const stays: Stay[] = [];
  /** The stays that entries of the log show as more than a removal. */
  const seen = new Set<Stay>();
  let open: Stay | undefined;
  for (let before: number | undefined; ;) {
    const page = await feeds.log(feed, PAGE, before);
    for (const change of page) {
      const { at, added, changed, removed } = change;
      if (firstReceived !== undefined && at < firstReceived) return withoutDoubt(stays, seen);
      const isIn = added.includes(article) || changed.includes(article);
      const isOut = !isIn && removed.includes(article);
      // An inherited withdrawal and a repeated one add no stay: the older entry says when the article left.
      if (isOut || (isIn && open === undefined)) {
        if (open?.left !== undefined && open.left !== null) stays.pop();
        open = { since: null, left: isOut ? at : null, reason: isOut ? loggedReason(change, article) : null };
        stays.push(open);
      }
      if (isIn && open !== undefined) seen.add(open);
      if (added.includes(article) && open !== undefined) {
        open.since = at;
        open = undefined;
      }
    }
    before = page.at(-1)?.rev;
    // Without its first entry the log may have lost the one that says when the article came.
    if (page.length < PAGE || before === undefined) return before === 1 ? withoutDoubt(stays, seen) : stays;
  }
}

/** The stays in a log that goes back far enough: a removal of what was never added is only announced. */
const withoutDoubt = (stays: readonly Stay[], seen: ReadonlySet<Stay>): Stay[] =>
  stays.map((stay) => (stay.since === null && !seen.has(stay) ? { ...stay, announced: true } : stay));

function loggedReason({ reasons = {}, killed = [] }: FeedChange, article: ArticleId): string | null {
  const [reason] = Object.entries(reasons).find(([, articles]) => articles.includes(article)) ?? [];
  return reason ?? (killed.includes(article) ? 'killed' : null);
}

/**
 * The instant of the decision that removed an article from a feed. The article left the feed at `left`. Of the
 * decisions about this feed that kept the article out at that moment, the earliest counts. Undefined if no decision
 * removed it: the article expired, newer articles pushed it out, or its channel or its rights changed. `targets`: the
 * targets of decisions that apply to the feed, narrowest first.
 */
export function decidedToLeave(
  decisions: readonly Decision[],
  targets: readonly string[],
  left: Instant,
): Instant | undefined {
  const made = decisions
    .filter(({ at, target }) => at <= left && (target === undefined || targets.includes(target)))
    .toSorted((a, b) => (`${a.at}~${a.receipt}` < `${b.at}~${b.receipt}` ? -1 : 1));
  const registers = Object.values(Object.groupBy(made, registerOf)).filter(
    (register) => register !== undefined,
  );
  const inForce = selectionInForce(registers, targets);
  return registers
    .filter((register) => !isSelection(register) || register === inForce)
    .flatMap((register) => keptOutSince(register, left) ?? [])
    .toSorted()[0];
}

/** From when on the decisions of a register, oldest first, kept the article out without a gap until `left`. */
function keptOutSince(register: readonly Decision[], left: Instant): Instant | undefined {
  let since: Instant | undefined;
  for (const [index, decision] of register.entries()) {
    const end = register[index + 1]?.at ?? left;
    since = keepsOutUntil(decision, end) ? (since ?? decision.at) : undefined;
  }
  return since;
}

function keepsOutUntil({ action, until }: Decision, end: Instant): boolean {
  const { takesAway, takesUntil } = ruleOf(action);
  if (!takesAway) return false;
  return !takesUntil || (until !== undefined && until > end);
}

const isSelection = ([decision]: readonly Decision[]): boolean =>
  decision !== undefined && ruleOf(decision.action).register === ACTIONS.exclude.register;

/**
 * The one register for include, exclude and select that counts for a feed: the one with the narrowest target whose
 * latest decision is not select. `isMeantFor` has the same rule.
 */
function selectionInForce(
  registers: readonly Decision[][],
  targets: readonly string[],
): Decision[] | undefined {
  return targets
    .map((target) => registers.find((register) => isSelection(register) && register[0]?.target === target))
    .find((register) => register !== undefined && register.at(-1)?.action !== 'select');
}
