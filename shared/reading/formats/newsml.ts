import render from 'dom-serializer';
import { type Element, isTag } from 'domhandler';
import { textContent } from 'domutils';
import { legalText } from '../../domain/text.ts';
import { type Drafted, type SourceDefaults, rejected } from '../draft/draft.ts';
import { draftOf } from '../item/to-draft.ts';
import { type Enclosure, type RichText, type UpstreamItem, defined, firstOf } from '../item/upstream-item.ts';
import { nitfItem } from './nitf.ts';
import { readAll } from '../item/read-all.ts';
import { type Statement, withStatement } from '../item/statement.ts';
import { at, childrenOf, lineIn, localName, parseXml, within } from './xml-document.ts';

/** A NewsML-G2 document (IPTC NewsML-G2 2.x): a news item, or a news message with any number of them. */
export function fromNewsml(text: string, defaults: SourceDefaults): Drafted[] {
  const parsed = parseXml(legalText(text.trimStart()));
  if (!parsed.ok) return [parsed];
  const { root } = parsed;
  const items =
    localName(root) === 'newsMessage' ? (at(root, 'itemSet')?.children ?? []).filter(isTag) : [root];
  const news = items.filter((item) => !CARRIERS_WITHOUT_TEXT.has(localName(item)));
  if (news.length === 0) return [rejected('FEED_EMPTY', 'no news items')];
  return readAll(news, (item) => [fromNewsItem(item, defaults)]);
}

/** They arrange or describe news items and have no story of their own. */
const CARRIERS_WITHOUT_TEXT = new Set([
  'packageItem',
  'catalogItem',
  'conceptItem',
  'knowledgeItem',
  'planningItem',
]);

function fromNewsItem(item: Element, defaults: SourceDefaults): Drafted {
  // IPTC's examples also show the parts alone; a part without the others says what it can.
  const meta = localName(item) === 'contentMeta' ? item : at(item, 'contentMeta');
  const content = localName(item) === 'contentSet' ? item : at(item, 'contentSet');
  return withStatement(draftOf(upstreamItem(item, meta, content), defaults), statementOf(item, meta));
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
  });
}

/** HTML or plain text within the item. */
function inlineContent(content: Element | undefined): RichText | undefined {
  const html = within(within(content, 'inlineXML'), 'body') ?? within(within(content, 'inlineXML'), 'html');
  if (html !== undefined) return { value: render(html.children, { encodeEntities: 'utf8' }), type: 'html' };
  const data = within(content, 'inlineData');
  const value = data === undefined ? '' : textContent(data);
  if (value.trim() === '') return undefined;
  return { value, type: /html/i.test(data?.attribs['contenttype'] ?? '') ? 'html' : 'text' };
}

/** What the item is about may be a place (NewsCodes, Concept Nature `cpnat`). */
const isPlace = ({ attribs }: Element): boolean => /:(?:geoArea|poi)$/.test(attribs['type'] ?? '');

/** A concept by its name, in the first language it has one; codes alone mean nothing to a reader. */
function conceptOf(concept: Element): { name: string; uri?: string }[] {
  const name = lineIn(at(concept, 'name'));
  const uri = firstOf(concept.attribs['uri'], concept.attribs['qcode']);
  return name === undefined ? [] : [{ name, ...(uri !== undefined && { uri }) }];
}

function description(meta: Element | undefined, role: string): string | undefined {
  const found = childrenOf(meta, 'description').find(({ attribs }) => attribs['role']?.endsWith(`:${role}`));
  return lineIn(found);
}

/** Of pictures, sound and film the widest each. */
function renditions(
  content: Element | undefined,
  meta: Element | undefined,
  caption: string | undefined,
): Enclosure[] {
  const size = (element: Element): number => Number(element.attribs['width'] ?? 0);
  const widest = new Map<string, Element>();
  for (const remote of childrenOf(content, 'remoteContent').toSorted((a, b) => size(b) - size(a))) {
    const kind = KIND.exec(remote.attribs['contenttype'] ?? '')?.[0].toLowerCase();
    if (kind !== undefined && remote.attribs['href'] !== undefined && !widest.has(kind))
      widest.set(kind, remote);
  }
  return [...widest.values()].map((remote) =>
    defined<Enclosure>({
      href: remote.attribs['href'],
      type: remote.attribs['contenttype'],
      length: Number(remote.attribs['size'] ?? 0) || undefined,
      width: size(remote) || undefined,
      height: Number(remote.attribs['height'] ?? 0) || undefined,
      caption,
      credit: firstOf(lineIn(at(meta, 'creditline')), lineIn(at(meta, 'creator', 'name'))),
    }),
  );
}

/** What is taken of an item's renditions, one of each. */
const KIND = /^(?:image|audio|video)\/|^application\/pdf$/i;

function statementOf(item: Element, meta: Element | undefined): Statement {
  const itemMeta = at(item, 'itemMeta');
  const status = at(itemMeta, 'pubStatus')?.attribs['qcode']?.split(':').at(-1);
  const embargo = at(itemMeta, 'embargoed');
  const urgency = Number(lineIn(at(meta, 'urgency')));
  // An empty embargo is one whose end is not known yet (NewsML-G2 Guidelines, "embargoed").
  const isOpen = embargo !== undefined && lineIn(embargo) === undefined;
  return {
    status: status === 'canceled' ? 'canceled' : status === 'withheld' || isOpen ? 'withheld' : undefined,
    version: item.attribs['version'],
    embargoed: lineIn(embargo),
    urgency: urgency >= 1 && urgency <= 9 ? urgency : undefined,
    genres: childrenOf(meta, 'genre').flatMap((genre) => conceptOf(genre).map(({ name }) => name)),
    places: [...childrenOf(meta, 'located'), ...childrenOf(meta, 'subject').filter(isPlace)].flatMap(
      (place) => conceptOf(place).map(({ name }) => name),
    ),
    usageterms: lineIn(at(item, 'rightsInfo', 'usageTerms')),
    ednote: lineIn(at(itemMeta, 'edNote')),
    id: item.attribs['guid'],
  };
}
