import type { Element } from 'domhandler';
import { kindOfName, type Sign } from '../../item/signs.ts';
import { answerOf, statusOf } from '../../item/status.ts';

/** How many `meta` elements of a page are looked at. */
const MOST_META = 200;
/** How many characters of a value are read. */
const MAX_VALUE = 300;

/** The rule for search engines that a page must not be shown after a date (Google, robots meta tag). */
const UNAVAILABLE_AFTER = /\bunavailable_after\s*:\s*(?<date>[^\n]{4,80})/i;
const ROBOTS = /^(?:robots|[a-z-]{0,20}bot(?:-[a-z]{1,10})?)$/i;

/** Names that pages use for other things: `expires` is about caches. */
const OTHER_NAMES = /^(?:expires|date|pubdate)$/i;

/**
 * What the `meta` elements of a page say about publication. Pages use these names for other things as well, so a value
 * counts only if it is a status, a yes or a no; a name with `embargo` in it always counts.
 */
export function signsOfMeta(elements: readonly Element[]): Sign[] {
  return elements.slice(0, MOST_META).flatMap(({ attribs }): Sign[] => {
    const name = (attribs['property'] ?? attribs['name'] ?? attribs['itemprop'] ?? '').slice(0, 80);
    const value = (attribs['content'] ?? '').trim().slice(0, MAX_VALUE);
    if (name === '' || value === '') return [];
    if (ROBOTS.test(name)) return unavailableAfter(value);
    return OTHER_NAMES.test(name) ? [] : signOf(name, value);
  });
}

function unavailableAfter(value: string): Sign[] {
  const date = UNAVAILABLE_AFTER.exec(value)?.groups?.['date']?.trim();
  return date === undefined ? [] : [{ kind: 'expiry', name: 'unavailable_after', value: date }];
}

function signOf(name: string, value: string): Sign[] {
  // `article:embargo`, `dc.status`: what stands before the last separator is the vocabulary.
  const kind = kindOfName(name.split(/[:.]/).at(-1) ?? name);
  switch (kind) {
    case 'embargo':
    case 'expiry':
      return [{ kind, name, value }];
    case 'status':
      return [{ kind: 'signal', name, value }];
    case 'held':
    case 'killed':
      if (answerOf(value) !== undefined) return [{ kind, name, value }];
      return statusOf(value) === 'unknown' ? [] : [{ kind: 'signal', name, value }];
    default:
      return [];
  }
}
