import { readDate } from '../../shared/reading/dates/date.ts';
import type { RichText, UpstreamFeed, UpstreamItem } from '../../shared/reading/item/upstream-item.ts';
import { asHtml, lineOf, stored } from './markup.ts';

/**
 * One expectation of a test of feedparser, a Python library that reads feeds: the value at `path` in its result.
 * `where` says where `path` starts: at the feed, at the entry with index `i`, or (`top`) at the result itself.
 */
export interface Check {
  where: 'top' | 'feed' | 'entry';
  i?: number;
  path: (string | number)[];
  value: unknown;
}

/** The feed as Wiredesk reads it. An item that is rejected is undefined. */
export type Read = Omit<UpstreamFeed, 'items'> & { items: (UpstreamItem | undefined)[] };

type Judge = (item: UpstreamItem, value: string, at: number) => boolean;

const line = (text: RichText | undefined): string => (text === undefined ? '' : lineOf(text.value));
const says = (text: RichText | undefined, value: string): boolean =>
  text !== undefined && (stored(text) === stored(asHtml(value, text.base)) || text.value === value);
const person = ({ name, email }: { name?: string; email?: string }): string =>
  name !== undefined && email !== undefined ? `${name} (${email})` : (name ?? email ?? '');
const parsed = (text: string | undefined, tuple: unknown): boolean => {
  const [year, month, day, hour, minute, second] = tuple as number[];
  const instant = text === undefined ? undefined : readDate(text)?.instant;
  return instant === new Date(Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second)).toISOString();
};

/**
 * One function for each field, under feedparser's name of the field. The function says whether an item that Wiredesk
 * has read has the expected value. Fields that are not in this list are not compared, because Wiredesk does not read
 * them.
 */
export const ENTRY_FIELDS: Readonly<Record<string, Judge>> = {
  title: (item, value) => line(item.title) === lineOf(value),
  'title_detail.value': (item, value) => line(item.title) === lineOf(value),
  link: (item, value) => item.link === value || item.link === new URL(value, 'http://127.0.0.1/').href,
  id: (item, value) => item.id === value,
  guid: (item, value) => item.id === value,
  published: (item, value) => item.published === value,
  issued: (item, value) => item.published === value,
  updated: (item, value) => item.updated === value || item.published === value,
  date: (item, value) => item.updated === value || item.published === value,
  published_parsed: (item, value) => parsed(item.published, value),
  updated_parsed: (item, value) => parsed(item.updated, value) || parsed(item.published, value),
  author: (item, value) =>
    item.authors.some(
      (author) => person(author) === value || author.name === value || author.email === value,
    ),
  'author_detail.name': (item, value) => item.authors.some(({ name }) => name === value),
  'author_detail.email': (item, value) => item.authors.some(({ email }) => email === value),
  'authors.#.name': (item, value, at) => item.authors[at]?.name === value,
  'authors.#.email': (item, value, at) => item.authors[at]?.email === value,
  // feedparser uses summary and description for the first text of an entry, whether it is short or complete.
  summary: (item, value) =>
    says(item.summary, value) || (item.summary === undefined && says(item.content, value)),
  description: (item, value) =>
    says(item.summary, value) || (item.summary === undefined && says(item.content, value)),
  'summary_detail.value': (item, value) =>
    says(item.summary, value) || (item.summary === undefined && says(item.content, value)),
  'content.0.value': (item, value) => says(item.content, value),
  'content.0.language': (item, value) => (item.language ?? item.feedLanguage) === value,
  category: (item, value) => item.categories.some(({ name }) => name === value),
  'tags.#.term': (item, value, at) => item.categories[at]?.name === value,
  'tags.#.label': (item, value, at) => item.categories[at]?.name === value,
  'enclosures.#.href': (item, value, at) => item.enclosures[at]?.href === value,
  'enclosures.#.url': (item, value, at) => item.enclosures[at]?.href === value,
  'enclosures.#.type': (item, value, at) => item.enclosures[at]?.type === value,
};

const FEED_FIELDS: Readonly<Record<string, (feed: Read, value: string) => boolean>> = {
  title: (feed, value) => lineOf(feed.title ?? '') === lineOf(value),
  'title_detail.value': (feed, value) => lineOf(feed.title ?? '') === lineOf(value),
  link: (feed, value) => feed.link === value || feed.link === new URL(value, 'http://127.0.0.1/').href,
  language: (feed, value) => feed.language === value,
};

/** Fields whose value may contain markup. */
export const MARKUP_FIELDS =
  /^(?:title|title_detail\.value|summary|summary_detail\.value|description|content\.0\.value)$/;

const LIST_FIELD = /^(tags|enclosures|authors)\.(\d+)\./;

/** The name of the field that a check is about, and the index in the list if the field is a list. */
export function fieldOf({ path }: Check): { field: string; at: number } {
  const dotted = path.join('.');
  const match = LIST_FIELD.exec(dotted);
  return match === null
    ? { field: dotted, at: 0 }
    : { field: dotted.replace(/\.\d+\./, '.#.'), at: Number(match[2]) };
}

export function isModelled(check: Check): boolean {
  const { field } = fieldOf(check);
  if (check.where === 'top') return false;
  return Object.hasOwn(check.where === 'feed' ? FEED_FIELDS : ENTRY_FIELDS, field);
}

/** Whether the feed as Wiredesk reads it has the value that feedparser's test expects. */
export function holds(check: Check, feed: Read): boolean {
  const { field, at } = fieldOf(check);
  const value = check.value as string;
  if (check.where === 'feed') return FEED_FIELDS[field]?.(feed, value) ?? false;
  const item = feed.items[check.i ?? 0];
  return item !== undefined && (ENTRY_FIELDS[field]?.(item, value, at) ?? false);
}
