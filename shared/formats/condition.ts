import type { Byline, Subject } from '../domain/article.ts';
import { legalText, lineOfText } from '../domain/text.ts';
import { webAddress } from './address.ts';
import type { FeedItem } from './format.ts';
import type { WholeSecond } from './instant.ts';
import { wholeSecond } from './instant.ts';
import type { Media } from './media.ts';
import { mediaOf } from './media.ts';
import { excerpt, optionalLine, textOfHtml } from './plain.ts';

export interface Author {
  name: string;
  roles: string[];
}

/** An item with every field in the one form that all formats carry. All text is legal in XML 1.0. */
export interface Conditioned {
  id: string;
  link: string;
  published: WholeSecond;
  updated: WholeSecond;
  title: string;
  summary: string | undefined;
  /** The beginning of the text, for a format that needs a description. */
  excerpt: string;
  html: string;
  authors: Author[];
  subjects: Subject[];
  /** Absent if it is no language tag. */
  language: string | undefined;
  media: Media[];
  rights: string | undefined;
  usageterms: string | undefined;
}

export type Conditioning = { ok: true; item: Conditioned } | { ok: false; reason: string };

const TITLE_LENGTH = 100;
const UUID_URN = /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** RFC 5646 in the form that xml:lang, and the Atom schema, take. */
const LANGUAGE_TAG = /^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$/;

/** Conditions an item once, for all formats, so that none can differ from another in id, link or text. */
export function condition(item: FeedItem): Conditioning {
  const { content } = item;
  const link = webAddress(item.link);
  const published = wholeSecond(item.published);
  const updated = wholeSecond(item.updated);
  const html = publishedHtml(content.body);
  const beginning = excerpt(textOfHtml(html, 1000));
  const title = lineOfText(content.headline) || excerpt(beginning, TITLE_LENGTH);

  if (!UUID_URN.test(item.id)) return { ok: false, reason: `The id ${item.id} is not urn:uuid: and a UUID` };
  // Without the address: what is erased must not stand in a feed's log.
  if (link === undefined) return { ok: false, reason: 'Its link is not a web address' };
  if (!published) return { ok: false, reason: `The publication date ${item.published} is not an instant` };
  if (!updated) return { ok: false, reason: `The date of change ${item.updated} is not an instant` };
  if (title === '') return { ok: false, reason: 'The article has neither a headline nor text' };
  return {
    ok: true,
    item: {
      id: item.id,
      link,
      published,
      updated,
      title,
      summary: optionalLine(content.summary),
      excerpt: beginning,
      html,
      authors: authors(content.bylines),
      subjects: subjects(content.subjects),
      language: languageTag(content.language),
      media: mediaOf(content.associations),
      rights: optionalLine(content.copyrightnotice),
      usageterms: optionalLine(content.usageterms),
    },
  };
}

/**
 * The body as published. Line ends are those an XML parser would make of them (XML 1.0 section 2.11). `]]>` would end a
 * CDATA section, and `feed` splits only the first one of a field; `]]&gt;` is the same to every reader of HTML.
 */
function publishedHtml(body: string): string {
  return legalText(body).replace(/\r\n?/g, '\n').replaceAll(']]>', ']]&gt;');
}

export function languageTag(language: string | undefined): string | undefined {
  return language !== undefined && LANGUAGE_TAG.test(language) ? language : undefined;
}

/** The item's language where its format has to state it: it is not the feed's. */
export function differingLanguage(item: Conditioned, feedLanguage: string | undefined): string | undefined {
  return item.language?.toLowerCase() === feedLanguage?.toLowerCase() ? undefined : item.language;
}

/** One author per name, in the order of the credits; somebody credited twice has two roles. */
function authors(bylines: readonly Byline[]): Author[] {
  const byName = new Map<string, Author>();
  for (const byline of bylines) {
    const name = lineOfText(byline.name);
    const role = optionalLine(byline.role);
    if (name === '') continue;
    const author = byName.get(name) ?? { name, roles: [] };
    if (role !== undefined && !author.roles.includes(role)) author.roles.push(role);
    byName.set(name, author);
  }
  return [...byName.values()];
}

function subjects(given: readonly Subject[]): Subject[] {
  const byName = new Map<string, Subject>();
  for (const subject of given) {
    const name = lineOfText(subject.name);
    const uri = optionalLine(subject.uri);
    if (name !== '' && !byName.has(name)) byName.set(name, uri === undefined ? { name } : { name, uri });
  }
  return [...byName.values()];
}
