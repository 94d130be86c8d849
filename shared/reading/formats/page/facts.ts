import { type Document, type Element, isTag } from 'domhandler';
import { findAll, textContent } from 'domutils';
import { LISTS, META_NAMES, type MetaField } from './meta-names.ts';
import { type StructuredArticle, structuredArticle } from './json-ld.ts';

/** What a page says of itself outside its text. */
export interface PageFacts {
  /** The best value of each field, and all values of the fields that repeat. */
  meta: Partial<Record<MetaField, string[]>>;
  article?: StructuredArticle;
  canonical?: string;
  /** `base href`. */
  base?: string;
  language?: string;
  heading?: string;
}

/** Reads the head, the language, the structured data and the first heading of a parsed page. */
export function pageFacts(page: Document): PageFacts {
  const elements = findAll((element) => INTERESTING.has(element.name), page.children);
  const named = (name: string): Element[] => elements.filter((element) => element.name === name);
  const text = (element: Element | undefined): string | undefined =>
    element === undefined ? undefined : textContent(element).replace(/\s+/gu, ' ').trim() || undefined;
  const canonical = named('link').find(({ attribs }) =>
    /(?:^|\s)canonical(?:\s|$)/i.test(attribs['rel'] ?? ''),
  );
  const scripts = named('script').filter(({ attribs }) => /ld\+json/i.test(attribs['type'] ?? ''));
  const article = structuredArticle(scripts.map((script) => textContent(script)));
  const members = {
    article,
    canonical: canonical?.attribs['href'],
    base: named('base')[0]?.attribs['href'],
    language: page.children.find((node): node is Element => isTag(node) && node.name === 'html')?.attribs[
      'lang'
    ],
    heading: text(named('h1')[0]) ?? text(named('title')[0]),
  };
  const known = Object.entries(members).filter(([, value]) => value !== undefined && value !== '');
  return {
    ...(Object.fromEntries(known) as Omit<PageFacts, 'meta'>),
    meta: metaOf([...named('meta'), ...named('time').filter(isStated)]),
  };
}

const INTERESTING = new Set(['meta', 'link', 'base', 'script', 'h1', 'title', 'time']);

/** Microdata's dates stand in the text (schema.org), others in comments and lists of other stories. */
const isStated = ({ attribs }: Element): boolean => attribs['itemprop'] !== undefined;

/** Keywords of one article; a page that has more lists the site's. */
const MAX_VALUES = 50;

function metaOf(elements: readonly Element[]): PageFacts['meta'] {
  const byName = new Map<string, string[]>();
  for (const { attribs } of elements) {
    const name = (
      attribs['property'] ??
      attribs['name'] ??
      attribs['itemprop'] ??
      attribs['http-equiv'] ??
      ''
    ).toLowerCase();
    const value = (attribs['content'] ?? attribs['datetime'])?.trim() ?? '';
    if (name === '' || value === '') continue;
    const values = LISTS.has(name) ? value.split(/\s*[,;、]\s*/u) : [value];
    const found = byName.get(name) ?? [];
    if (found.length < MAX_VALUES) found.push(...values.filter((one) => one !== ''));
    byName.set(name, found);
  }
  const fields = Object.entries(META_NAMES).flatMap(([field, names]) => {
    const values = names.map((name) => byName.get(name)).find((found) => found !== undefined);
    return values === undefined ? [] : [[field, values]];
  });
  return Object.fromEntries(fields) as PageFacts['meta'];
}
