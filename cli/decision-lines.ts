import type { Decision } from '../shared/domain/decision.ts';
import { decisionName } from '../shared/operations/articles/actions.ts';
import type { Decided } from '../shared/operations/articles/decide.ts';

/** A decision on one line: when, what, who and why. */
export function lineOfDecision({ action, at, by, reason, target, until }: Decision): string {
  const what = [decisionName({ action, until }), target, until && `until ${until}`].filter(Boolean).join(' ');
  return `${at}  ${what}  by ${by}: ${reason ?? 'no reason given'}`;
}

/** A decision that was just made, on one line. `name`: the result of `decisionName`. */
export function lineOfDecided(name: string, { article, receipt, known }: Decided): string {
  const when = known
    ? 'is accepted'
    : 'is kept: no version of the article has arrived yet, and the decision applies when one arrives';
  return `${name} of ${article} ${when}; receipt ${receipt}`;
}
