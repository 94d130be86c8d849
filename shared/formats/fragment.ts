import type { FeedItem, Fragment } from './format.ts';
import { type PreparedItem, prepareItem } from './prepared-item.ts';

/**
 * Prepares an item, writes its text in one format and checks this text. `faultOf` says what is wrong with the text,
 * or returns undefined.
 */
export function writeFragment(
  item: FeedItem,
  write: (prepared: PreparedItem) => string,
  faultOf: (text: string) => string | undefined,
): Fragment {
  try {
    const prepared = prepareItem(item);
    if (!prepared.ok) return prepared;
    const text = write(prepared.item);
    const reason = faultOf(text);
    return reason === undefined ? { ok: true, text } : { ok: false, reason };
  } catch (error) {
    // Writing is pure, so a retry would throw the same error. One article must not stop its feed.
    return { ok: false, reason: error instanceof Error ? error.message : String(error) };
  }
}
