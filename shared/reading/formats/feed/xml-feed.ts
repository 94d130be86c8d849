import { createRequire } from 'node:module';
import type * as Feedsmith from 'feedsmith';
import type { AtomFeed, RdfFeed, RssFeed } from 'feedsmith';
import { parseLanguageTag } from '../../../domain/language-tag.ts';
import type { Rejection } from '../../../domain/outcome.ts';
import { once } from '../../../domain/once.ts';
import type { Result } from '../../../domain/result.ts';
import { legalText } from '../../../domain/text.ts';
import { knownDate } from '../../dates/unknown.ts';
import { defined } from '../../draft/defined.ts';
import { type Drafted, type SourceDefaults, rejected, withNotes } from '../../draft/draft.ts';
import { baseOf, resolved } from '../../item/addresses.ts';
import { draftOf } from '../../item/draft-of-item.ts';
import { MAX_SUBMISSION_ITEMS, tooManyItems } from '../../item/item-limit.ts';
import { MAX_FEED_AUTHORS, type UpstreamFeed, type UpstreamItem, firstOf } from '../../item/upstream-item.ts';
import { withDeclaredCharacters } from '../declared-characters.ts';
import { type AtomFeedContext, atomItem, linkOf } from './atom.ts';
import { factsIn, NO_FACTS } from './item-facts.ts';
import { ItemSignReader } from './item-signs.ts';
import { repairReferences } from './references.ts';
import { rssItem } from './rss.ts';
import { type SplitFeed, splitFeed } from './split.ts';
import { tombstonesIn } from './tombstones.ts';
import { asPost, formOfPosts } from './wordpress/post.ts';

export type ReadItem = Result<{ item: UpstreamItem }, { rejection: Rejection }>;

export interface ReadFeed extends Omit<UpstreamFeed, 'items'> {
  items: ReadItem[];
  /** The entries that the feed says are deleted, as kills. */
  deleted: Drafted[];
  notes: string[];
}

type Parsed = Partial<Omit<RssFeed.Feed<string>, 'title'>> &
  Partial<Omit<RdfFeed.Feed<string>, 'title'>> &
  Partial<Omit<AtomFeed.Feed<string>, 'title'>> & { title?: string | AtomFeed.Text };
/** The feed parser, in a file of its own (infra/bundle.ts). */
const feedsmith = once(
  () =>
    createRequire(import.meta.url)('./feedsmith.mjs') as Pick<
      typeof Feedsmith,
      'parseAtomFeed' | 'parseRdfFeed' | 'parseRssFeed'
    >,
);
const PARSERS: Record<SplitFeed['kind'], (xml: string) => Parsed> = {
  rss: (xml) => feedsmith().parseRssFeed(xml),
  rdf: (xml) => feedsmith().parseRdfFeed(xml),
  atom: (xml) => feedsmith().parseAtomFeed(xml) as Parsed,
};

/** Reads a feed in RSS 0.9x, 1.0, 2.0 or Atom 0.3, 1.0 into one common form. Rejects what `splitFeed` rejects. */
export function readXmlFeed(
  text: string,
  base?: string,
): Result<{ feed: ReadFeed }, { rejection: Rejection }> {
  const { xml, escaped, removed } = repairReferences(withDeclaredCharacters(text));
  const split = splitFeed(xml);
  if (!split.ok) return split;
  const { kind, bases, language: statedLanguage, notes } = split.feed;
  const head = parse(kind, split.feed.head) ?? {};
  const own = baseOf(base, ...bases);
  const link = resolved(
    kind === 'atom' ? linkOf(head.links) : firstOf(head.link, linkOf(head.atom?.links)),
    own,
  );
  const title = firstOf(
    typeof head.title === 'string' ? head.title : head.title?.value,
    head.dc?.titles?.[0],
  );
  const tag = firstOf(head.language, head.dc?.languages?.[0], statedLanguage, head.xml?.lang);
  const language = tag === undefined ? undefined : (parseLanguageTag(tag) ?? tag);
  const context = defined<AtomFeedContext>({
    base: bases.length > 0 ? own : undefined,
    link: bases.length > 0 ? own : (link ?? base),
    language,
    authors: head.authors?.slice(0, MAX_FEED_AUTHORS),
  });
  const reader = new ItemSignReader(split.feed.open);
  const { parts } = split.feed;
  const form = formOfPosts(split.feed.head);
  const items = itemsOf(split.feed).map((read, index): ReadItem => {
    if (!read.ok) return read;
    const part = parts[index];
    const facts = part?.ok === true ? factsIn(part.xml) : NO_FACTS;
    const item = asPost((kind === 'atom' ? atomItem : rssItem)(read.value, context, facts), form);
    const { signs, otherType } = part?.ok === true ? reader.read(part.xml) : { signs: [] };
    if (otherType !== undefined) return rejected('ITEM_KIND', otherType);
    return { ok: true, item: { ...item, isOfFeed: true, ...(signs.length > 0 && { signs }) } };
  });
  const repairs = [
    ...(escaped > 0 ? [`stray ampersands escaped: ${escaped}`] : []),
    ...(removed > 0 ? [`references to characters that XML forbids removed: ${removed}`] : []),
  ];
  const known = defined<Omit<UpstreamFeed, 'items'>>({ title, link, language });
  const deleted = tombstonesIn(split.feed.head, (id) => {
    const entry = items.find((item) => item.ok && item.item.id?.trim() === id);
    const date = entry?.ok === true ? firstOf(entry.item.updated, entry.item.published) : undefined;
    return date === undefined ? undefined : knownDate(date)?.instant;
  });
  return { ok: true, feed: { ...known, items, deleted, notes: [...repairs, ...notes] } };
}

/** The items of a feed as drafts, in the order of the feed. A rejected item keeps its position. */
export function fromXmlFeed(text: string, defaults: SourceDefaults): Drafted[] {
  const trimmed = text.trimStart();
  const xml = legalText(trimmed);
  const read = readXmlFeed(xml, defaults.base);
  if (!read.ok) return [read];
  const { items, deleted, notes } = read.feed;
  if (items.length === 0 && deleted.length === 0) return [rejected('FEED_EMPTY', 'the feed has no items')];
  const removed = trimmed.length - xml.length;
  const allNotes = removed === 0 ? notes : [...notes, `characters that XML forbids removed: ${removed}`];
  const drafted = items.map((item) =>
    item.ok ? withNotes(draftOf(withDate(item.item), defaults), allNotes) : item,
  );
  // If there are too many entries, the rejection for that is the last item already.
  const room = Math.max(0, MAX_SUBMISSION_ITEMS - drafted.length);
  const isCut = deleted.length > room && drafted.length <= MAX_SUBMISSION_ITEMS;
  return [...drafted, ...deleted.slice(0, room), ...(isCut ? [tooManyItems()] : [])];
}

/** The item with its date as a sign: a date of publication in the future means that the item is scheduled. */
function withDate(item: UpstreamItem): UpstreamItem {
  const date = firstOf(item.published, item.updated);
  if (date === undefined) return item;
  return { ...item, signs: [...(item.signs ?? []), { kind: 'dated', name: 'published', value: date }] };
}

function parse(kind: SplitFeed['kind'], xml: string): Parsed | undefined {
  try {
    return PARSERS[kind](xml);
  } catch {
    // feedsmith throws if it cannot read the document.
    return undefined;
  }
}

/**
 * If one item of a feed is broken, each item is parsed alone, inside a copy of the feed's start tags. This is the
 * largest length of these start tags. Longer tags are copied without their attributes. Usual start tags with their
 * namespaces have a tenth of this length.
 */
const MAX_FRAME_CHARACTERS = 16_384;

function withoutAttributes(split: SplitFeed): SplitFeed {
  return { ...split, open: split.open.replace(/(<[^\s<>]+)[^<>]*/g, '$1') };
}

/**
 * The parsed items, in order. All items are parsed at once. If some are missing from the result, each is parsed
 * alone.
 */
function itemsOf(split: SplitFeed): Result<{ value: object }, { rejection: Rejection }>[] {
  const whole = split.parts.flatMap((part) => (part.ok ? [part.xml] : []));
  const values = valuesOf(split, whole.join('\n'));
  const lean = split.open.length > MAX_FRAME_CHARACTERS ? withoutAttributes(split) : split;
  const each = values.length === whole.length ? values : whole.map((xml) => valuesOf(lean, xml)[0]);
  let at = 0;
  return split.parts.map((part) => {
    if (!part.ok) return part;
    const value = each[at++];
    return value === undefined ? rejected('FIELD_MISSING', 'the item is empty') : { ok: true, value };
  });
}

function valuesOf(split: SplitFeed, items: string): object[] {
  const parsed = parse(split.kind, `${split.open}${items}${split.close}`);
  return (split.kind === 'atom' ? parsed?.entries : parsed?.items) ?? [];
}
