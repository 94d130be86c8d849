import type { AtomFeed } from 'feedsmith';
import { defined } from '../../draft/defined.ts';
import { besidesAs } from '../../draft/draft.ts';
import { articleAddress, baseOf, itemAddress, resolved } from '../../item/addresses.ts';
import {
  type Enclosure,
  type RichText,
  type UpstreamItem,
  type UpstreamPerson,
  conceptOf,
  firstOf,
  personIn,
} from '../../item/upstream-item.ts';
import { idBefore, type ItemFacts, NO_FACTS, withFacts } from './item-facts.ts';
import { mediaDescription, mediaEnclosures } from './media.ts';

type Entry = Partial<AtomFeed.Entry<string>>;
type Text = Partial<AtomFeed.Content>;

/** What an entry takes from the `feed` element of its Atom document if the entry does not state it. */
export interface AtomFeedContext {
  /** The base address (xml:base). */
  base?: string;
  /** The address in `feed`. It is the base address if `feed` has no xml:base. */
  link?: string;
  language?: string;
  /** The authors of entries that have no authors of their own (RFC 4287 section 4.2.1). */
  authors?: AtomFeed.Person[];
}

/** An entry of Atom 1.0 (RFC 4287 section 4.1.2) or Atom 0.3. */
export function atomItem(entry: Entry, feed: AtomFeedContext, facts: ItemFacts = NO_FACTS): UpstreamItem {
  const base = baseOf(feed.base, entry.xml?.base);
  const language = firstOf(entry.content?.xml?.lang, entry.xml?.lang, feed.language);
  // Many feeds give the address of the entry only as its id.
  const addressAsId = /^https?:\/\/\S+$/i.test(entry.id ?? '') ? entry.id : undefined;
  const links = [linkOf(entry.links, language), addressAsId];
  const { link: ownAddress, notes } = itemAddress([facts.original, ...links], base ?? feed.link);
  const linkBase = base ?? ownAddress ?? feed.link;
  const people = entry.authors ?? entry.source?.authors ?? (entry.dc?.creators ? [] : feed.authors) ?? [];
  return defined<UpstreamItem>({
    id: entry.id,
    otherIds: idBefore(facts, entry.id, articleAddress(links, base ?? feed.link)),
    link: ownAddress,
    notes,
    title: richText(entry.title, linkBase, 'text'),
    summary:
      richText(entry.summary, linkBase, 'text') ?? richText(mediaDescription(entry.media), linkBase, 'text'),
    content: richText(entry.content, linkBase),
    published: firstOf(entry.published, entry.dcterms?.created?.[0], entry.dc?.dates?.[0]),
    updated: firstOf(entry.updated, entry.dcterms?.modified?.[0]),
    authors: [
      ...people.map(person),
      ...(entry.dc?.creators ?? []).map(personIn),
      ...(entry.contributors ?? []).map((contributor) => ({ ...person(contributor), role: 'contributor' })),
    ],
    categories: [
      ...(entry.categories ?? []).flatMap(({ term, label, scheme }) => {
        const name = firstOf(label, term);
        return name === undefined ? [] : [conceptOf(name, scheme, term)];
      }),
      ...(entry.dc?.subjects ?? []).map((name) => ({ name })),
    ],
    enclosures: withFacts(
      facts,
      [
        ...(entry.links ?? []).flatMap(({ rel, href, type, length, title }) => {
          const address = rel === 'enclosure' ? resolved(href, linkBase) : undefined;
          return address === undefined
            ? []
            : [defined<Enclosure>({ href: address, type, length, alt: title })];
        }),
        ...mediaEnclosures(entry.media, linkBase),
      ],
      linkBase,
    ),
    language: firstOf(entry.content?.xml?.lang, entry.xml?.lang, entry.dc?.languages?.[0]),
    feedLanguage: feed.language,
    rights: firstOf(entry.rights?.value, entry.dc?.rights?.[0]),
    // A category with a label has a term as well, which readers do not see.
    besides: besidesAs(
      'keyword',
      (entry.categories ?? []).flatMap(({ term, label }) => (firstOf(label) === undefined ? [] : [term])),
    ),
  });
}

interface Link {
  rel?: string;
  href?: string;
  type?: string;
  hreflang?: string;
}

/**
 * The address of the feed or entry: a link with `rel="alternate"` or without `rel` (RFC 4287 section 4.2.7.2). Of
 * pages in several languages, the one in `language` is taken, or else one whose language is not stated.
 */
export function linkOf(links: readonly Link[] = [], language?: string): string | undefined {
  const alternates = links.filter(({ rel = 'alternate' }) => /(^|\/)alternate$/i.test(rel));
  const html = alternates.filter(({ type }) => type === undefined || /html/i.test(type));
  const inLanguage =
    html.find(({ hreflang }) => hreflang !== undefined && primary(hreflang) === primary(language)) ??
    html.find(({ hreflang }) => hreflang === undefined);
  return (inLanguage ?? html[0] ?? alternates[0])?.href?.trim();
}

/** The first part of a language tag, in lower case: the language without its script and region. */
const primary = (tag = ''): string | undefined => tag.trim().toLowerCase().split(/[-_]/)[0];

function person({ name, email }: { name?: string; email?: string }): UpstreamPerson {
  return defined<UpstreamPerson>({ name, email });
}

/**
 * A text construct or content (RFC 4287 sections 3.1 and 4.1.3), also with the media types of Atom 0.3. A text whose
 * type is neither text nor HTML is read as `fallback`. Without a fallback it is left out, because an article cannot
 * contain content of another type or from another address (`src`).
 */
function richText(
  text: Text | undefined,
  outer: string | undefined,
  fallback?: 'text',
): RichText | undefined {
  if (text?.value === undefined) return undefined;
  const type = (text.type ?? 'text').trim().toLowerCase();
  const base = baseOf(outer, text.xml?.base);
  const read = type.includes('html')
    ? 'html'
    : /^(?:text|plain)$|^text\/plain/.test(type)
      ? 'text'
      : fallback;
  const isUntyped = (text.type ?? '') === '';
  return (
    read && {
      value: text.value,
      type: read,
      ...(isUntyped && { isUntyped }),
      ...(base !== undefined && { base }),
    }
  );
}
