import render from 'dom-serializer';
import { type Element, isTag } from 'domhandler';
import { textContent } from 'domutils';
import { legalText } from '../../domain/text.ts';
import { defined } from '../draft/defined.ts';
import { type Beside, besidesAs, type Drafted, type SourceDefaults, rejected } from '../draft/draft.ts';
import { draftOf } from '../item/draft-of-item.ts';
import { readWithinLimit } from '../item/item-limit.ts';
import { type NewsMetadata, urgencyOf, withNewsMetadata } from '../item/news-metadata.ts';
import {
  type Enclosure,
  type RichText,
  type UpstreamItem,
  firstOf,
  namedConcept,
} from '../item/upstream-item.ts';
import type { Sign, SignKind } from '../item/signs.ts';
import { fromNewsml1, isNewsml1 } from './newsml1/newsml1.ts';
import { nitfItem } from './nitf.ts';
import { at, childrenOf, lineIn, localName, parseXml, within } from './xml-document.ts';

/**
 * Reads a NewsML document: NewsML-G2 (IPTC NewsML-G2 2.x), a news item or a news message with any number of news items;
 * or NewsML 1 (newsml1/).
 */
export function fromNewsml(text: string, defaults: SourceDefaults): Drafted[] {
  const parsed = parseXml(legalText(text.trimStart()));
  if (!parsed.ok) return [parsed];
  const { root } = parsed;
  if (isNewsml1(root)) return fromNewsml1(root, defaults);
  const items =
    localName(root) === 'newsMessage' ? (at(root, 'itemSet')?.children ?? []).filter(isTag) : [root];
  const news = items.filter((item) => !ITEMS_WITHOUT_TEXT.has(localName(item)));
  if (news.length === 0) return [rejected('FEED_EMPTY', 'no news items')];
  return readWithinLimit(news, (item) => [fromNewsItem(item, defaults)]);
}

/** Items that arrange or describe news items, and have no text of their own. */
const ITEMS_WITHOUT_TEXT = new Set([
  'packageItem',
  'catalogItem',
  'conceptItem',
  'knowledgeItem',
  'planningItem',
]);

function fromNewsItem(item: Element, defaults: SourceDefaults): Drafted {
  // Some of IPTC's examples are only a contentMeta or a contentSet, without the item around it.
  const meta = localName(item) === 'contentMeta' ? item : at(item, 'contentMeta');
  const content = localName(item) === 'contentSet' ? item : at(item, 'contentSet');
  return withNewsMetadata(draftOf(upstreamItem(item, meta, content), defaults), metadataOf(item, meta));
}

function upstreamItem(item: Element, meta: Element | undefined, content: Element | undefined): UpstreamItem {
  const inline = within(content, 'nitf');
  const nitf = inline === undefined ? undefined : nitfItem(inline);
  const title = firstOf(
    lineIn(at(meta, 'headline')),
    lineIn(at(item, 'itemMeta', 'title')),
    nitf?.title?.value,
  );
  const summary = description(meta, 'summary') ?? nitf?.summary?.value;
  const people = [...childrenOf(meta, 'creator'), ...childrenOf(meta, 'contributor')].flatMap((person) => {
    const name = lineIn(at(person, 'name'));
    return name === undefined || /descrwriter/i.test(person.attribs['role'] ?? '') ? [] : [name];
  });
  const by = childrenOf(meta, 'by').flatMap((line) => lineIn(line) ?? []);
  const caption = description(meta, 'caption');
  return defined<UpstreamItem>({
    id: item.attribs['guid'],
    title: title === undefined ? undefined : { value: title, type: 'text' },
    summary: summary === undefined ? undefined : { value: summary, type: 'text' },
    content:
      nitf?.content ??
      inlineContent(content) ??
      (caption === undefined ? undefined : { value: caption, type: 'text' }),
    published: firstOf(lineIn(at(item, 'itemMeta', 'firstCreated')), lineIn(at(meta, 'contentCreated'))),
    updated: lineIn(at(item, 'itemMeta', 'versionCreated')),
    authors:
      by.length > 0
        ? by.map((byline) => ({ byline }))
        : nitf?.authors.length
          ? nitf.authors
          : people.map((name) => ({ name })),
    categories: childrenOf(meta, 'subject').flatMap(conceptOf),
    enclosures: [...renditions(content, meta, caption), ...(nitf?.enclosures ?? [])],
    language: firstOf(at(meta, 'language')?.attribs['tag'], item.attribs['xml:lang']),
    rights: firstOf(
      lineIn(at(item, 'rightsInfo', 'copyrightNotice')),
      lineIn(at(item, 'rightsInfo', 'copyrightHolder', 'name')),
    ),
    signs: [...newsSigns(item), ...(nitf?.signs ?? [])],
    besides: [...besidesOf(item, meta), ...(nitf?.besides ?? [])],
  });
}

/** Lines and fields beside the article in which a sender may write to editors. */
function besidesOf(item: Element, meta: Element | undefined): Beside[] {
  const named = (names: readonly string[]): (string | undefined)[] =>
    names.flatMap((name) => childrenOf(meta, name)).map(lineIn);
  const slugs = [...childrenOf(meta, 'slugline'), ...childrenOf(at(item, 'itemMeta'), 'title')];
  return [
    ...besidesAs(undefined, named(['headline', 'dateline', 'description'])),
    ...besidesAs('slug', slugs.map(lineIn)),
    ...besidesAs('keyword', named(['keyword'])),
    ...besidesAs('terms', childrenOf(at(item, 'rightsInfo'), 'usageTerms').map(lineIn)),
  ];
}

/**
 * The publication status, the signals, the embargo and the expiry of an item. An empty element `embargoed` is an
 * embargo whose end is not known yet (NewsML-G2 Guidelines, "embargoed"). The dates of creation say nothing about
 * publication. `expires` is an element of AP.
 */
function newsSigns(item: Element): Sign[] {
  const meta = at(item, 'itemMeta');
  const signs = (kind: SignKind, name: string): Sign[] =>
    childrenOf(meta, name).map((element) => {
      const { qcode, uri, literal } = element.attribs;
      return { kind, name, value: firstOf(qcode, uri, literal, lineIn(element)) ?? '' };
    });
  return [
    ...signs('status', 'pubStatus'),
    ...signs('signal', 'signal'),
    ...signs('embargo', 'embargoed'),
    ...signs('expiry', 'expires'),
  ];
}

/** The HTML or plain text of the item. */
function inlineContent(content: Element | undefined): RichText | undefined {
  const html = within(within(content, 'inlineXML'), 'body') ?? within(within(content, 'inlineXML'), 'html');
  if (html !== undefined) return { value: render(html.children, { encodeEntities: 'utf8' }), type: 'html' };
  const data = within(content, 'inlineData');
  const value = data === undefined ? '' : textContent(data);
  if (value.trim() === '') return undefined;
  return { value, type: /html/i.test(data?.attribs['contenttype'] ?? '') ? 'html' : 'text' };
}

/** Whether a subject is a place (NewsCodes, Concept Nature `cpnat`). */
const isPlace = ({ attribs }: Element): boolean => /:(?:geoArea|poi)$/.test(attribs['type'] ?? '');

/**
 * A concept with the first of its names, and its code: a URI, a qcode or a literal. A concept may be made of several
 * (`bag`), each of which has a code and perhaps a name.
 */
function conceptOf(concept: Element): { name: string; uri?: string }[] {
  const { uri, qcode, literal } = concept.attribs;
  const own = namedConcept(lineIn(at(concept, 'name')), firstOf(uri, qcode, literal));
  const bits = childrenOf(concept, 'bag').flatMap((bag) => childrenOf(bag, 'bit'));
  return [...own, ...bits.flatMap(conceptOf)];
}

function description(meta: Element | undefined, role: string): string | undefined {
  const found = childrenOf(meta, 'description').find(({ attribs }) => attribs['role']?.endsWith(`:${role}`));
  return lineIn(found);
}

/** The widest rendition of each kind of file. */
function renditions(
  content: Element | undefined,
  meta: Element | undefined,
  caption: string | undefined,
): Enclosure[] {
  const widthOf = (element: Element): number => Number(element.attribs['width'] ?? 0);
  const widest = new Map<string, Element>();
  for (const remote of childrenOf(content, 'remoteContent').toSorted((a, b) => widthOf(b) - widthOf(a))) {
    const kind = FILE_KIND.exec(remote.attribs['contenttype'] ?? '')?.[0].toLowerCase();
    if (kind !== undefined && remote.attribs['href'] !== undefined && !widest.has(kind))
      widest.set(kind, remote);
  }
  return [...widest.values()].map((remote) =>
    defined<Enclosure>({
      href: remote.attribs['href'],
      type: remote.attribs['contenttype'],
      length: Number(remote.attribs['size'] ?? 0) || undefined,
      width: widthOf(remote) || undefined,
      height: Number(remote.attribs['height'] ?? 0) || undefined,
      caption,
      credit: firstOf(lineIn(at(meta, 'creditline')), lineIn(at(meta, 'creator', 'name'))),
    }),
  );
}

/** The kinds of file that become associations, one rendition of each kind. */
const FILE_KIND = /^(?:image|audio|video)\/|^application\/pdf$/i;

function metadataOf(item: Element, meta: Element | undefined): NewsMetadata {
  const itemMeta = at(item, 'itemMeta');
  return {
    version: item.attribs['version'],
    urgency: urgencyOf(Number(lineIn(at(meta, 'urgency')))),
    genres: childrenOf(meta, 'genre').flatMap((genre) => conceptOf(genre).map(({ name }) => name)),
    places: [...childrenOf(meta, 'located'), ...childrenOf(meta, 'subject').filter(isPlace)].flatMap(
      (place) => conceptOf(place).map(({ name }) => name),
    ),
    usageterms: lineIn(at(item, 'rightsInfo', 'usageTerms')),
    ednotes: [...childrenOf(itemMeta, 'edNote'), ...childrenOf(meta, 'edNote')].map(lineIn),
  };
}
