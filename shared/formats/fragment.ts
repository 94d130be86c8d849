import type { Conditioned } from './condition.ts';
import { condition } from './condition.ts';
import type { FeedItem, Fragment } from './format.ts';

/** Conditions an item, writes it, and lets it pass the gate or says why not. */
export function gatedFragment(
  item: FeedItem,
  write: (conditioned: Conditioned) => string,
  faultOf: (text: string) => string | undefined,
): Fragment {
  try {
    const conditioned = condition(item);
    if (!conditioned.ok) return conditioned;
    const text = write(conditioned.item);
    const reason = faultOf(text);
    return reason === undefined ? { ok: true, text } : { ok: false, reason };
  } catch (error) {
    // Writing is pure: what throws now would throw on every retry, and one article must not hold up its feed.
    return { ok: false, reason: error instanceof Error ? error.message : String(error) };
  }
}
