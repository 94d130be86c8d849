import {
  type AtomFeed,
  type RdfFeed,
  type RssFeed,
  parseAtomFeed,
  parseRdfFeed,
  parseRssFeed,
} from 'feedsmith';
import { parseLanguageTag } from '../../../domain/language-tag.ts';
import type { Rejection } from '../../../domain/outcome.ts';
import { absoluteAddress } from '../../markup/address.ts';
import { type Drafted, type SourceDefaults, rejected } from '../../draft/draft.ts';
import { legalText } from '../../../domain/text.ts';
import { draftOf } from '../../item/to-draft.ts';
import { atomItem, linkOf } from './atom.ts';
import { mendReferences } from './ampersands.ts';
import { rssItem } from './rss.ts';
import { type SplitFeed, splitFeed } from './split.ts';
import {
  MOST_AUTHORS,
  type UpstreamFeed,
  type UpstreamItem,
  baseOf,
  defined,
  firstOf,
} from '../../item/upstream-item.ts';

export type ReadItem = { ok: true; item: UpstreamItem } | { ok: false; rejection: Rejection };

export interface ReadFeed extends Omit<UpstreamFeed, 'items'> {
  items: ReadItem[];
  notes: string[];
}

type Parsed = Partial<Omit<RssFeed.Feed<string>, 'title'>> &
  Partial<Omit<RdfFeed.Feed<string>, 'title'>> &
  Partial<Omit<AtomFeed.Feed<string>, 'title'>> & { title?: string | AtomFeed.Text };
const PARSERS: Record<SplitFeed['kind'], (xml: string) => Parsed> = {
  rss: (xml) => parseRssFeed(xml),
  rdf: (xml) => parseRdfFeed(xml),
  atom: (xml) => parseAtomFeed(xml) as Parsed,
};

/** A feed in RSS 0.9x, 1.0, 2.0 or Atom 0.3, 1.0; a rejection if there is no feed in the document at all. */
export function readXmlFeed(text: string, base?: string): ReadFeed | Rejection {
  const { xml, escaped, removed } = mendReferences(text);
  const split = splitFeed(xml);
  if ('code' in split) return split;
  const notes = [
    ...(escaped > 0 ? [`${escaped} ampersands that were not escaped were`] : []),
    ...(removed > 0 ? [`${removed} references to characters that XML forbids removed`] : []),
    ...split.notes,
  ];
  const head = parse(split, split.head) ?? {};
  const own = baseOf(base, ...split.bases);
  const link = absoluteAddressOf(
    split.kind === 'atom' ? linkOf(head.links) : firstOf(head.link, linkOf(head.atom?.links)),
    own,
  );
  const title = firstOf(
    typeof head.title === 'string' ? head.title : head.title?.value,
    head.dc?.titles?.[0],
  );
  const tag = firstOf(head.language, head.dc?.languages?.[0], split.language, head.xml?.lang);
  const language = tag === undefined ? undefined : (parseLanguageTag(tag) ?? tag);
  const around = defined<{ base?: string; link?: string; language?: string; authors?: AtomFeed.Person[] }>({
    base: split.bases.length > 0 ? own : undefined,
    link: split.bases.length > 0 ? own : (link ?? base),
    language,
    // Each item without authors of its own has these.
    authors: head.authors?.slice(0, MOST_AUTHORS),
  });
  const items = itemsOf(split).map((item): ReadItem => {
    if (!('value' in item)) return { ok: false, rejection: item };
    const read =
      split.kind === 'atom' ? atomItem(item.value as object, around) : rssItem(item.value as object, around);
    return { ok: true, item: read };
  });
  return { ...defined<Omit<UpstreamFeed, 'items'>>({ title, link, language }), items, notes };
}

/** A feed's items as drafts, in the feed's order; what is wrong with one stands in its place. */
export function fromXmlFeed(text: string, defaults: SourceDefaults): Drafted[] {
  const xml = legalText(text.trimStart());
  const feed = readXmlFeed(xml, defaults.base);
  if ('code' in feed) return [{ ok: false, rejection: feed }];
  if (feed.items.length === 0) return [rejected('FEED_EMPTY', 'the feed has no items')];
  const removed = text.trimStart().length - xml.length;
  const notes =
    removed === 0 ? feed.notes : [...feed.notes, `${removed} characters that XML forbids removed`];
  return feed.items.map((read) => {
    if (!read.ok) return read;
    const drafted = draftOf(read.item, defaults);
    if (!drafted.ok) return drafted;
    return { ok: true, draft: { ...drafted.draft, notes: [...notes, ...drafted.draft.notes] } };
  });
}

function absoluteAddressOf(address: string | undefined, base: string | undefined): string | undefined {
  return address === undefined ? undefined : absoluteAddress(address, base);
}

function parse({ kind }: SplitFeed, xml: string): Parsed | undefined {
  try {
    return PARSERS[kind](xml);
  } catch {
    // What feedsmith cannot read it throws at; each caller says what it means there.
    return undefined;
  }
}

/** Start tags around an item that are parsed again with each; with namespaces they have a tenth of this. */
const LONGEST_OPEN = 16_384;

function withoutAttributes(split: SplitFeed): SplitFeed {
  return { ...split, open: split.open.replace(/(<[^\s<>]+)[^<>]*/g, '$1') };
}

/** The parsed items at their places. All are parsed in one go; one by one only if some did not come out of it. */
function itemsOf(split: SplitFeed): (Rejection | { value: unknown })[] {
  const whole = split.parts.flatMap((part) => (part.ok ? [part.xml] : []));
  const values = valuesOf(split, whole.join('\n'));
  const lean = split.open.length > LONGEST_OPEN ? withoutAttributes(split) : split;
  const each = values.length === whole.length ? values : whole.map((xml) => valuesOf(lean, xml)[0]);
  let at = 0;
  return split.parts.map((part) => {
    if (!part.ok) return part.rejection;
    const value = each[at++];
    return value === undefined ? { code: 'FIELD_MISSING', detail: 'the item says nothing' } : { value };
  });
}

function valuesOf(split: SplitFeed, items: string): unknown[] {
  const parsed = parse(split, `${split.open}${items}${split.close}`);
  return (split.kind === 'atom' ? parsed?.entries : parsed?.items) ?? [];
}
