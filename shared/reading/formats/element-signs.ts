import { kindOfName, type Sign } from '../item/signs.ts';

/** Elements that hold a whole article. Other elements, such as tabs, have states of their own. */
const HOLDER = /<(?:article|main|body|html|section)\b(?<attributes>[^<>]{0,2000})>/giu;
const DATA =
  /(?:^|[\s"'])data-(?<name>[a-z][a-z\d_-]{0,40})(?:\s{0,3}=\s{0,3}(?:"(?<double>[^"<>]{0,200})"|'(?<single>[^'<>]{0,200})'|(?<bare>[^\s"'<>]{1,200})))?/giu;

/** How many elements are looked at, and how much of the markup: the element of an article begins near its top. */
const MOST_HOLDERS = 12;
const SEARCHED = 60_000;

/** Names of attributes that say something about an article. `data-state` and `data-visible` are for scripts. */
const NAME = /draft|embargo|sperrfrist|status|workflow|unpublished|withheld|entwurf|borrador|brouillon/i;

/**
 * The signs in the `data-` attributes of the elements that hold an article, as content management systems write them:
 * `<article data-status="draft">`. An unknown word says nothing, because such an attribute may be for a script.
 */
export function signsOfElements(html: string): Sign[] {
  const found: Sign[] = [];
  let holders = 0;
  for (const { groups } of html.slice(0, SEARCHED).matchAll(HOLDER)) {
    if (++holders > MOST_HOLDERS) break;
    for (const { groups: data } of (groups?.['attributes'] ?? '').matchAll(DATA)) {
      const { name = '', double, single, bare } = data ?? {};
      const kind = NAME.test(name) ? kindOfName(name) : undefined;
      if (kind === undefined) continue;
      const value = (double ?? single ?? bare ?? 'yes').trim();
      found.push({ kind: kind === 'status' ? 'signal' : kind, name: `data-${name}`, value });
    }
  }
  return found;
}
