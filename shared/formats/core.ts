import { Feed } from 'feed';
import { lineOfText } from '../domain/text.ts';
import { webAddress } from './address.ts';
import type { PreparedItem } from './prepared-item.ts';
import { escapeHtml } from './element.ts';
import type { FeedHead } from './format.ts';
import { EPOCH, wholeSecond } from './instant.ts';
import { textEitherWay } from './plain.ts';

/**
 * The functions in this file call the library `feed`, which writes the core elements of an item and the head of a
 * document. They give the library only the fields that it writes correctly, and only one item in each call: if the
 * library cannot write an item, the whole call throws.
 */

/**
 * The library `feed` turns `&amp;` in the text of an element into `&`. A text whose `&` are escaped by this function
 * before the call is the same text in the document.
 */
const kept = (text: string): string => text.replace(/&/g, '&amp;');

/** The library requires these fields of a feed. No document contains them: only the item is taken from the output. */
const ANY_HEAD = { title: '-', link: 'https://example.com/', generator: 'Wiredesk', updated: EPOCH };

/** Link, guid, pubDate, description and content:encoded of an RSS item. `rss.ts` writes the title. */
export function rssItemCore(item: PreparedItem): string {
  const description = item.summary ?? item.excerpt;
  const feed = new Feed(ANY_HEAD);
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
export function atomEntryCore(item: PreparedItem): string {
  const feed = new Feed({ ...ANY_HEAD, id: item.id });
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

/** The elements of the RSS element `channel` that come before its items, each on a line of its own. */
export function rssHeadCore(head: FeedHead): string {
  // RSS requires a description of the channel (RSS 2.0, "Required channel elements"). Atom requires no subtitle.
  const described = { ...head, description: head.description ?? head.title };
  const core = between(headFeed(described, textEitherWay).rss2(), '<channel>', '</channel>');
  // `feed` always writes a lastBuildDate. Remove it from a feed that never showed anything and so has no date. RSS
  // 2.0 does not require it.
  return head.updated === undefined ? core.replace(/\n *<lastBuildDate>[^<]*<\/lastBuildDate>/, '') : core;
}

/** The elements of the Atom element `feed` that come before its entries, each on a line of its own. */
export function atomHeadCore(head: FeedHead): string {
  // In Atom, title, description and rights are plain text (RFC 4287 section 3.1.1.1).
  return between(
    headFeed(head, (text) => text).atom1(),
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    '</feed>',
  );
}

function headFeed(head: FeedHead, write: (text: string) => string): Feed {
  const text = (line: string): string => kept(write(lineOfText(line)));
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

/**
 * Converts a web address of a feed head to the form that `webAddress` gives.
 * @throws Error for any other text. The configuration does not allow one.
 */
export function address(text: string): string {
  const found = webAddress(text);
  if (found === undefined) throw new Error(`${text} in the feed's head is not a web address`);
  return found;
}

/** The text between `start` and the last `end`, without the white space at its end. */
function between(xml: string, start: string, end: string): string {
  return xml.slice(xml.indexOf(start) + start.length, xml.lastIndexOf(end)).trimEnd();
}
