import { Feed } from 'feed';
import { lineOfText } from '../domain/text.ts';
import { webAddress } from './address.ts';
import type { Conditioned } from './condition.ts';
import { escapeHtml } from './element.ts';
import type { FeedHead } from './format.ts';
import { EPOCH, wholeSecond } from './instant.ts';
import { textEitherWay } from './plain.ts';

/**
 * What `feed` renders: the core of one item, and the head of a document without items. It is given copies of
 * conditioned fields and none that it writes wrongly, one item a call, because one it cannot write throws for all.
 */

/** `feed` turns `&amp;` in element text into `&`; escaped once before, `&amp;` in a title stays what it was. */
const kept = (text: string): string => text.replace(/&/g, '&amp;');

const FRAME = { title: '-', link: 'https://example.com/', generator: 'Wiredesk', updated: EPOCH };

/** Link, guid, pubDate, description and content:encoded of an RSS item. The title is not among them: see rss.ts. */
export function rssItemCore(item: Conditioned): string {
  const description = item.summary ?? item.excerpt;
  const feed = new Feed(FRAME);
  feed.addItem({
    title: '',
    guid: item.id,
    link: item.link,
    date: item.published,
    description: escapeHtml(description),
    content: item.html,
  });
  return between(feed.rss2(), '<item>', '</item>');
}

/** Title, id, link, dates, summary, content and rights of an Atom entry. */
export function atomEntryCore(item: Conditioned): string {
  const feed = new Feed({ ...FRAME, id: item.id });
  feed.addItem({
    title: escapeHtml(item.title),
    id: item.id,
    link: item.link,
    date: item.updated,
    published: item.published,
    content: item.html,
    ...(item.summary !== undefined && { description: escapeHtml(item.summary) }),
    ...(item.rights !== undefined && { copyright: kept(item.rights) }),
  });
  return between(feed.atom1(), '<entry>', '</entry>');
}

/** The channel's own elements, each on a line. */
export function rssHeadCore(head: FeedHead): string {
  // RSS demands a description of the channel (RSS 2.0, "Required channel elements"), Atom no subtitle.
  const described = { ...head, description: head.description ?? head.title };
  const core = between(headFeed(described, textEitherWay).rss2(), '<channel>', '</channel>');
  // `feed` writes a lastBuildDate always; RSS 2.0 has it optional, and a feed that never showed anything has none.
  return head.updated === undefined ? core.replace(/\n *<lastBuildDate>[^<]*<\/lastBuildDate>/, '') : core;
}

/** The feed's own elements, each on a line. */
export function atomHeadCore(head: FeedHead): string {
  // Atom's are plain text (RFC 4287 section 3.1.1.1).
  return between(
    headFeed(head, (text) => text).atom1(),
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    '</feed>',
  );
}

function headFeed(head: FeedHead, put: (text: string) => string): Feed {
  const text = (line: string): string => kept(put(lineOfText(line)));
  const updated = head.updated === undefined ? EPOCH : wholeSecond(head.updated);
  if (updated === undefined) throw new Error(`The feed's date ${head.updated} is not an instant`);
  return new Feed({
    id: kept(head.id),
    title: text(head.title),
    ...(head.description !== undefined && { description: text(head.description) }),
    link: address(head.link),
    ...(head.self !== undefined && { feed: address(head.self) }),
    ...(head.language !== undefined && { language: head.language }),
    updated,
    generator: 'Wiredesk',
    docs: 'https://www.rssboard.org/rss-specification',
    ...(head.rights !== undefined && { copyright: text(head.rights) }),
  });
}

/** The address, which a head has only if configuration admitted it. */
export function address(text: string): string {
  const found = webAddress(text);
  if (found === undefined) throw new Error(`${text} in the feed's head is not a web address`);
  return found;
}

/** What `feed` printed inside the one element of that name, without the last line end and indentation. */
function between(xml: string, start: string, end: string): string {
  return xml.slice(xml.indexOf(start) + start.length, xml.lastIndexOf(end)).trimEnd();
}
