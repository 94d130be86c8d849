import type { Head } from './article.ts';

/** Where an article stands at an instant, as one word. */
export type Standing = 'unknown' | 'killed' | 'withheld' | 'embargoed' | 'expired' | 'usable';

/** The rules in order of precedence: the first that holds names the standing. */
const RULES: readonly (readonly [Standing, (head: Head, now: string) => boolean])[] = [
  ['killed', (head) => head.decision?.action === 'kill'],
  ['unknown', (head) => head.current === undefined],
  ['withheld', (head) => head.current?.pubstatus === 'withheld'],
  ['embargoed', (head, now) => head.current?.embargoed !== undefined && head.current.embargoed > now],
  ['expired', (head, now) => head.current?.expires !== undefined && head.current.expires <= now],
];

/** The standing of an article at `now` (ISO instant). Only `usable` articles may show anywhere. */
export function standing(head: Head, now: string): Standing {
  return RULES.find(([, holds]) => holds(head, now))?.[0] ?? 'usable';
}

/** When the article became, or becomes, visible: its creation, or the end of its embargo if that is later. */
export function releasedAt(head: Head): string | undefined {
  const { current } = head;
  if (current === undefined) return undefined;
  return current.embargoed !== undefined && current.embargoed > current.created
    ? current.embargoed
    : current.created;
}

/** Instants in the future at which the article's standing changes by itself. */
export function dueInstants(head: Head, now: string): string[] {
  return [head.current?.embargoed, head.current?.expires].filter(
    (instant): instant is string => instant !== undefined && instant > now,
  );
}

/**
 * When the article last did something a reader of a feed that shows it, or did, can see: it was released, it changed,
 * it was decided upon, or it expired.
 */
export function touchedAt(head: Head, now: string): string {
  const { current, decision } = head;
  const expired = current?.expires !== undefined && current.expires <= now ? current.expires : undefined;
  return [releasedAt(head), current?.changed, decision?.at, expired].reduce<string>(
    (latest, instant) => (instant !== undefined && instant > latest ? instant : latest),
    '',
  );
}
