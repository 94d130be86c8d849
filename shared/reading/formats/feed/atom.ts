import type { AtomFeed } from 'feedsmith';
import { absoluteAddress } from '../../markup/address.ts';
import { mediaDescription, mediaEnclosures } from './media.ts';
import {
  type Enclosure,
  type RichText,
  type UpstreamItem,
  type UpstreamPerson,
  baseOf,
  conceptOf,
  defined,
  firstOf,
  personIn,
} from '../../item/upstream-item.ts';

type Entry = Partial<AtomFeed.Entry<string>>;
type Text = Partial<AtomFeed.Content>;

/**
 * An entry of Atom 1.0 (RFC 4287 section 4.1.2) or 0.3. `around`: what the feed lends: its base
 * address (xml:base), its own address where there is no such base, its language, and its authors, which an entry
 * without any has (section 4.2.1).
 */
export function atomItem(
  entry: Entry,
  around: { base?: string; link?: string; language?: string; authors?: AtomFeed.Person[] },
): UpstreamItem {
  const base = baseOf(around.base, entry.xml?.base);
  const link = linkOf(entry.links);
  const address = link === undefined ? undefined : absoluteAddress(link, base ?? around.link);
  const linkBase = base ?? address ?? around.link;
  const people = entry.authors ?? entry.source?.authors ?? (entry.dc?.creators ? [] : around.authors) ?? [];
  return defined<UpstreamItem>({
    id: entry.id,
    link: address,
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
    enclosures: [
      ...(entry.links ?? []).flatMap(({ rel, href, type, length, title }) => {
        const absolute =
          rel === 'enclosure' && href !== undefined ? absoluteAddress(href, linkBase) : undefined;
        return absolute === undefined
          ? []
          : [defined<Enclosure>({ href: absolute, type, length, alt: title })];
      }),
      ...mediaEnclosures(entry.media),
    ],
    language: firstOf(entry.content?.xml?.lang, entry.xml?.lang, entry.dc?.languages?.[0]),
    feedLanguage: around.language,
    rights: firstOf(entry.rights?.value, entry.dc?.rights?.[0]),
  });
}

/** The address of the thing itself: `rel="alternate"`, which is also what a link without `rel` is (section 4.2.7.2). */
export function linkOf(
  links: readonly { rel?: string; href?: string; type?: string }[] = [],
): string | undefined {
  const alternates = links.filter(({ rel = 'alternate' }) => /(^|\/)alternate$/i.test(rel));
  const html = alternates.find(({ type }) => type === undefined || /html/i.test(type));
  return (html ?? alternates[0])?.href?.trim();
}

function person({ name, email }: { name?: string; email?: string }): UpstreamPerson {
  return defined<UpstreamPerson>({ name, email });
}

/**
 * A text construct or content (sections 3.1 and 4.1.3), and Atom 0.3's media types. Content that is neither text nor
 * markup, or lies elsewhere (`src`), is none that an article can carry; a title of such a type is text all the same.
 */
function richText(
  text: Text | undefined,
  outer: string | undefined,
  otherwise?: 'text',
): RichText | undefined {
  if (text?.value === undefined) return undefined;
  const type = (text.type ?? 'text').trim().toLowerCase();
  const base = baseOf(outer, text.xml?.base);
  const read = type.includes('html')
    ? 'html'
    : /^(?:text|plain)$|^text\/plain/.test(type)
      ? 'text'
      : otherwise;
  return read && { value: text.value, type: read, ...(base !== undefined && { base }) };
}
