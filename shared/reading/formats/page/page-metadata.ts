import { type Document, type Element, isTag } from 'domhandler';
import { findAll, textContent } from 'domutils';
import { defined } from '../../draft/defined.ts';
import type { Sign } from '../../item/signs.ts';
import { type StructuredArticle, structuredArticle } from './json-ld.ts';
import { LIST_NAMES, META_NAMES, type MetaField } from './meta-names.ts';
import { signsOfMeta } from './meta-signs.ts';

/** What a page states about its article outside the text. */
export interface PageMetadata {
  /** For each field, the values of the first of its names (META_NAMES) that the page has. */
  meta: Partial<Record<MetaField, string[]>>;
  article?: StructuredArticle;
  /** What `meta` elements say about publication, under any name of a content system. */
  signs: Sign[];
  canonical?: string;
  /** The `href` of the `base` element. */
  base?: string;
  language?: string;
  /** The text of the first `h1`, or else of `title`. */
  heading?: string;
}

/** Reads the head, the language, the structured data and the first heading of a parsed page. */
export function pageMetadata(page: Document): PageMetadata {
  const elements = findAll((element) => METADATA_ELEMENTS.has(element.name), page.children);
  const named = (name: string): Element[] => elements.filter((element) => element.name === name);
  const text = (element: Element | undefined): string | undefined =>
    element === undefined ? undefined : textContent(element).replace(/\s+/gu, ' ').trim() || undefined;
  const canonical = named('link').find(({ attribs }) =>
    /(?:^|\s)canonical(?:\s|$)/i.test(attribs['rel'] ?? ''),
  );
  const scripts = named('script').filter(({ attribs }) => /ld\+json/i.test(attribs['type'] ?? ''));
  const root = page.children.find((node): node is Element => isTag(node) && node.name === 'html');
  return defined<PageMetadata>({
    meta: metaOf([...named('meta'), ...named('time').filter(hasItemProperty)]),
    signs: signsOfMeta(named('meta')),
    article: structuredArticle(scripts.map((script) => textContent(script))),
    canonical: canonical?.attribs['href'] || undefined,
    base: named('base')[0]?.attribs['href'] || undefined,
    language: root?.attribs['lang'] || undefined,
    heading: text(named('h1')[0]) ?? text(named('title')[0]),
  });
}

/** The text of the `title` element. A newsroom may mark it although the page has another headline. */
export function titleElement(page: Document): string | undefined {
  const [title] = findAll(({ name }) => name === 'title', page.children);
  return title === undefined ? undefined : textContent(title).replace(/\s+/gu, ' ').trim();
}

const METADATA_ELEMENTS = new Set(['meta', 'link', 'base', 'script', 'h1', 'title', 'time']);

/**
 * Only a `time` element with microdata (schema.org) is a date of the article. Other `time` elements are dates of
 * comments or of other articles.
 */
const hasItemProperty = ({ attribs }: Element): boolean => attribs['itemprop'] !== undefined;

/** How many values of one name are read. A page with more keywords lists the keywords of its whole site. */
const MAX_VALUES = 50;

function metaOf(elements: readonly Element[]): PageMetadata['meta'] {
  const byName = new Map<string, string[]>();
  for (const { attribs } of elements) {
    const name = nameOf(attribs);
    const value = (attribs['content'] ?? attribs['datetime'])?.trim() ?? '';
    if (name === '' || value === '') continue;
    const values = LIST_NAMES.has(name) ? value.split(/\s*[,;、]\s*/u) : [value];
    const found = byName.get(name) ?? [];
    if (found.length < MAX_VALUES) found.push(...values.filter((keyword) => keyword !== ''));
    byName.set(name, found);
  }
  const fields = Object.entries(META_NAMES).flatMap(([field, names]) => {
    const values = names.map((name) => byName.get(name)).find((found) => found !== undefined);
    return values === undefined ? [] : [[field, values]];
  });
  return Object.fromEntries(fields) as PageMetadata['meta'];
}

function nameOf(attribs: Element['attribs']): string {
  const name = attribs['property'] ?? attribs['name'] ?? attribs['itemprop'] ?? attribs['http-equiv'];
  return (name ?? '').toLowerCase();
}
