import type { RdfFeed, RssFeed } from 'feedsmith';
import { defined } from '../../draft/defined.ts';
import { articleAddress, baseOf, itemAddress, resolved } from '../../item/addresses.ts';
import {
  type Enclosure,
  type UpstreamItem,
  type UpstreamPerson,
  conceptOf,
  firstOf,
  personIn,
  untyped,
} from '../../item/upstream-item.ts';
import { linkOf } from './atom.ts';
import { idBefore, type ItemFacts, NO_FACTS, withFacts } from './item-facts.ts';
import { mediaDescription, mediaEnclosures, territoryOf } from './media.ts';

/** An item of any RSS version. RSS 1.0 has some of the elements of RSS 2.0, and the same extension modules. */
type Item = Partial<RssFeed.Item<string>> & Pick<Partial<RdfFeed.Item<string>>, 'rdf'>;

/** iTunes elements that are deprecated but still used by podcasts. */
const itunesTexts = ({ itunes }: Item): { summary?: string; keywords?: string[] } => itunes ?? {};

/** What an item takes from the `channel` element of its RSS document if the item does not state it. */
export interface RssChannelContext {
  /** The base address (xml:base). */
  base?: string;
  /** The address in `channel`. It is the base address if `channel` has no xml:base. */
  link?: string;
  language?: string;
}

/** An item of RSS 0.9x, 1.0 or 2.0 with Dublin Core, content, Media RSS, iTunes and Atom elements. */
export function rssItem(item: Item, channel: RssChannelContext, facts: ItemFacts = NO_FACTS): UpstreamItem {
  const { dc, dcterms, guid, itunes, media } = item;
  const base = baseOf(channel.base ?? channel.link, item.xml?.base);
  const links = [item.link, linkOf(item.atom?.links), permalink(guid), item.rdf?.about];
  const { link: ownAddress, notes } = itemAddress([facts.original, ...links], base);
  const id = firstOf(guid?.value, item.atom?.id, dc?.identifiers?.[0], item.rdf?.about);
  const linkBase = channel.base === undefined && item.xml?.base === undefined ? (ownAddress ?? base) : base;
  const full = firstOf(item.content?.encoded, item.atom?.content?.value);
  const short = firstOf(
    item.description,
    dc?.descriptions?.[0],
    itunesTexts(item).summary,
    mediaDescription(media)?.value,
  );
  return defined<UpstreamItem>({
    id,
    otherIds: idBefore(facts, id, articleAddress(links, base)),
    link: ownAddress,
    notes,
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
    enclosures: withFacts(
      facts,
      [
        ...(item.enclosures ?? []).flatMap(({ url, type, length }) => {
          const href = resolved(url, linkBase);
          return href === undefined ? [] : [defined<Enclosure>({ href, type, length })];
        }),
        ...mediaEnclosures(media, linkBase),
        ...(itunes?.image === undefined
          ? []
          : [{ href: resolved(itunes.image, linkBase) ?? itunes.image, type: 'image/*' }]),
      ],
      linkBase,
    ),
    language: firstOf(item.xml?.lang, dc?.languages?.[0]),
    feedLanguage: channel.language,
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

/** The authors, from the first kind of element that names an author. The other kinds only repeat the same people. */
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

/** The address in a guid. A guid is an address unless `isPermaLink` is false (RSS 2.0). */
function permalink(guid: Item['guid']): string | undefined {
  return guid?.isPermaLink !== false && /^https?:\/\//i.test(guid?.value ?? '') ? guid?.value : undefined;
}
