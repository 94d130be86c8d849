import type { Decision } from '../shared/domain/decision.ts';
import { decisionName } from '../shared/operations/articles/actions.ts';
import type { Decided } from '../shared/operations/articles/decide.ts';
import type { Touched } from '../shared/operations/articles/touched.ts';
import { cutTo } from './columns.ts';

/** A decision on one line: when, what, who and why. */
export function lineOfDecision({ action, at, by, reason, target, until }: Decision): string {
  const what = [decisionName({ action, until }), target, until && `until ${until}`].filter(Boolean).join(' ');
  return `${at}  ${what}  by ${by}: ${reason ?? 'no reason given'}`;
}

/** A decision that was just made: what it does, and its receipt. `name`: the result of `decisionName`. */
export function linesOfDecided(name: string, decided: Decided): string[] {
  const { article, receipt, known, headline, touches } = decided;
  const title = headline === null ? '' : ` "${cutTo(60, headline)}"`;
  const when = known ? 'is accepted' : 'is kept, and applies when a version of the article arrives';
  return [
    `${name} of ${article}${title} ${when}; receipt ${receipt}`,
    ...(touches === null ? [] : [lineOfTouched(touches)]),
  ];
}

/** What a person should check if nothing is stored under the id that the decision names; undefined otherwise. */
export function warningOfDecided(reference: string, { known }: Decided): string | undefined {
  if (known) return undefined;
  return `no story is known as ${reference}. The decision counts all the same. If the id is mistyped, decide again with the right one: "wiredesk article list" shows the ids.`;
}

function lineOfTouched({ effect, feeds, partners, public: isPublic }: Touched): string {
  if (feeds === 0) return effect === 'leaves' ? 'no feed shows it now' : 'no feed is configured to show it';
  const readers = [
    ...(isPublic ? ['the public'] : []),
    ...(partners === 0 ? [] : [counted(partners, 'partner')]),
  ];
  const by = readers.length === 0 ? 'read by nobody' : `read by ${readers.join(' and ')}`;
  return `it ${effect === 'leaves' ? 'leaves' : 'may appear in'} ${counted(feeds, 'feed')} ${by}`;
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;
