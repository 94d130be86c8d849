import type { RdfFeed, RssFeed } from 'feedsmith';
import { absoluteAddress } from '../../markup/address.ts';
import { linkOf } from './atom.ts';
import { mediaDescription, mediaEnclosures, territoryOf } from './media.ts';
import {
  type Enclosure,
  type UpstreamItem,
  type UpstreamPerson,
  baseOf,
  conceptOf,
  defined,
  firstOf,
  personIn,
  untyped,
} from '../../item/upstream-item.ts';

/** An item of any RSS: 1.0 has a part of what 2.0 has, and both have the same modules. */
type Item = Partial<RssFeed.Item<string>> & Pick<Partial<RdfFeed.Item<string>>, 'rdf'>;

/** iTunes elements that are deprecated and that podcasts still have. */
const itunesTexts = ({ itunes }: Item): { summary?: string; keywords?: string[] } => itunes ?? {};

/**
 * An item of RSS 0.9x, 1.0 or 2.0 with Dublin Core, content, Media RSS, iTunes and Atom elements. `around`: what the
 * channel lends: its base address (xml:base), its own address where there is no such base, its language.
 */
export function rssItem(
  item: Item,
  around: { base?: string; link?: string; language?: string },
): UpstreamItem {
  const { dc, dcterms, guid, itunes, media } = item;
  const base = baseOf(around.base ?? around.link, item.xml?.base);
  const link = firstOf(item.link, linkOf(item.atom?.links), permalink(guid), item.rdf?.about);
  const absolute = link === undefined ? undefined : absoluteAddress(link.trim(), base);
  const linkBase = around.base === undefined && item.xml?.base === undefined ? (absolute ?? base) : base;
  const full = firstOf(item.content?.encoded, item.atom?.content?.value);
  const short = firstOf(
    item.description,
    dc?.descriptions?.[0],
    itunesTexts(item).summary,
    mediaDescription(media)?.value,
  );
  return defined<UpstreamItem>({
    id: firstOf(guid?.value, item.atom?.id, dc?.identifiers?.[0], item.rdf?.about),
    link: absolute,
    title: untyped(firstOf(item.title, dc?.titles?.[0], media?.title?.value, itunes?.title), linkBase),
    summary: full === undefined ? undefined : untyped(short, linkBase),
    content: untyped(full ?? short, linkBase),
    published: firstOf(
      item.pubDate,
      dcterms?.issued?.[0],
      dcterms?.created?.[0],
      item.atom?.published,
      dc?.dates?.[0],
    ),
    updated: firstOf(item.atom?.updated, dcterms?.modified?.[0], dc?.dates?.at(-1)),
    authors: peopleOf(item),
    categories: [
      ...(item.categories ?? []).flatMap(({ name, domain }) =>
        name === undefined ? [] : [conceptOf(name, domain)],
      ),
      ...keywordsOf(item).map((name) => ({ name })),
      ...(media?.categories ?? []).flatMap(({ name, label }) => {
        const shown = firstOf(label, name);
        return shown === undefined ? [] : [{ name: shown }];
      }),
    ],
    enclosures: [
      ...(item.enclosures ?? []).flatMap(({ url, type, length }) => {
        const href = url === undefined ? undefined : absoluteAddress(url, base);
        return href === undefined ? [] : [defined<Enclosure>({ href, type, length })];
      }),
      ...mediaEnclosures(media),
      ...(itunes?.image === undefined ? [] : [{ href: itunes.image, type: 'image/*' }]),
    ],
    language: firstOf(item.xml?.lang, dc?.languages?.[0]),
    feedLanguage: around.language,
    rights: firstOf(dc?.rights?.[0], media?.copyright?.value),
    territory: territoryOf(media),
  });
}

function keywordsOf(item: Item): string[] {
  const { dc, media, atom } = item;
  const terms = (atom?.categories ?? []).flatMap(({ label, term }) => firstOf(label, term) ?? []);
  return [
    ...(itunesTexts(item).keywords ?? []),
    ...(dc?.subjects ?? []),
    ...terms,
    ...(media?.keywords ?? []),
  ];
}

/** Who wrote it, from the first element that says so; the others repeat it. */
function peopleOf({ authors, dc, itunes, atom }: Item): UpstreamPerson[] {
  const creators = [...(dc?.creators ?? []), ...(dc?.contributors ?? [])];
  if (creators.length > 0) return creators.map(personIn);
  const people = authors ?? atom?.authors ?? [];
  if (people.length > 0) {
    return people.map(({ name, email }: { name?: string; email?: string }) =>
      defined<UpstreamPerson>({ name, email }),
    );
  }
  return itunes?.author === undefined ? [] : [personIn(itunes.author)];
}

/** A guid is an address unless it says that it is none (RSS 2.0, `isPermaLink`). */
function permalink(guid: Item['guid']): string | undefined {
  return guid?.isPermaLink !== false && /^https?:\/\//i.test(guid?.value ?? '') ? guid?.value : undefined;
}
