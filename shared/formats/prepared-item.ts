import type { Byline, Subject } from '../domain/article.ts';
import type { Result } from '../domain/result.ts';
import { legalText, lineOfText } from '../domain/text.ts';
import { webAddress } from './address.ts';
import type { FeedItem } from './format.ts';
import type { WholeSecond } from './instant.ts';
import { wholeSecond } from './instant.ts';
import type { Media } from './media.ts';
import { mediaOf } from './media.ts';
import { excerpt, optionalLine, textOfHtml } from './plain.ts';

/** A person who is credited in the bylines. */
export interface Author {
  name: string;
  roles: string[];
}

/**
 * An item with each field in one form for all formats, so that no format can differ from another in id, link or text.
 * All texts contain only characters that XML 1.0 allows.
 */
export interface PreparedItem {
  id: string;
  link: string;
  published: WholeSecond;
  updated: WholeSecond;
  title: string;
  summary: string | undefined;
  /** The beginning of the text, for a format that requires a description. */
  excerpt: string;
  html: string;
  authors: Author[];
  subjects: Subject[];
  /** Undefined if the article's language is not a language tag. */
  language: string | undefined;
  media: Media[];
  rights: string | undefined;
  usageterms: string | undefined;
}

/** The largest length of a title that is made from the text of an article without a headline, in characters. */
const LONGEST_EXCERPT_AS_TITLE = 100;
/** How many characters of the text are read to make an excerpt. */
const READ_FOR_EXCERPT = 1000;

const UUID_URN = /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** The form of a tag that xml:lang allows (XML Schema, `language`). Atom's schema requires it. */
const XML_LANGUAGE = /^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$/;

/** Prepares an item for all formats, or says why it cannot be written. */
export function prepareItem(item: FeedItem): Result<{ item: PreparedItem }, { reason: string }> {
  const { content } = item;
  const link = webAddress(item.link);
  const published = wholeSecond(item.published);
  const updated = wholeSecond(item.updated);
  const html = publishedHtml(content.body);
  const beginning = excerpt(textOfHtml(html, READ_FOR_EXCERPT));
  const title = lineOfText(content.headline) || excerpt(beginning, LONGEST_EXCERPT_AS_TITLE);

  if (!UUID_URN.test(item.id)) return { ok: false, reason: `The id ${item.id} is not urn:uuid: and a UUID` };
  // The reason is kept in the log of the feed. It must not contain the address, because an erasure would not find it
  // there.
  if (link === undefined) return { ok: false, reason: 'The link is not a web address' };
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
 * The body as it is published. Line ends become those that an XML parser reads (XML 1.0 section 2.11). Each `]]>`
 * becomes `]]&gt;`, which means the same in HTML. `]]>` would end a CDATA section, and `feed` escapes only the first
 * one in a field.
 */
function publishedHtml(body: string): string {
  return legalText(body).replace(/\r\n?/g, '\n').replaceAll(']]>', ']]&gt;');
}

export function languageTag(language: string | undefined): string | undefined {
  return language !== undefined && XML_LANGUAGE.test(language) ? language : undefined;
}

/** The item's language if it differs from the feed's, so that the format must state it; otherwise undefined. */
export function differingLanguage(item: PreparedItem, feedLanguage: string | undefined): string | undefined {
  return item.language?.toLowerCase() === feedLanguage?.toLowerCase() ? undefined : item.language;
}

/** One author for each name, in the order of the bylines. A person who is credited twice has two roles. */
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

/** One subject for each name. If a name comes twice, the first subject is used. */
function subjects(given: readonly Subject[]): Subject[] {
  const byName = new Map<string, Subject>();
  for (const subject of given) {
    const name = lineOfText(subject.name);
    const uri = optionalLine(subject.uri);
    if (name !== '' && !byName.has(name)) byName.set(name, uri === undefined ? { name } : { name, uri });
  }
  return [...byName.values()];
}
