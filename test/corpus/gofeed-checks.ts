import type { Check } from './feedparser-fields.ts';

type Json = Record<string, unknown>;

const isJson = (value: unknown): value is Json =>
  value !== null && typeof value === 'object' && !Array.isArray(value);
const list = (value: unknown): unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);

/**
 * The fields of a feed and of an item that are texts: the name in the expected JSON of gofeed (a feed parser in Go,
 * whose test files are in the corpus), and the name in a `Check`. A value may be inside an object: `{ "value": … }`.
 */
const FEED_TEXTS = { title: 'title', link: 'link', language: 'language' };
const ITEM_TEXTS = {
  title: 'title',
  link: 'link',
  guid: 'id',
  id: 'id',
  pubDate: 'published',
  published: 'published',
  updated: 'updated',
  summary: 'summary',
  description: 'description',
};

/** Converts gofeed's expected JSON to checks, for the fields that Wiredesk also reads. */
export function gofeedChecks(expected: unknown): Check[] {
  if (!isJson(expected)) return [];
  const feed = texts(expected, FEED_TEXTS).map(([path, value]): Check => ({
    where: 'feed',
    path: [path],
    value,
  }));
  const items = list(expected['items'] ?? expected['entries']).flatMap((item, i) =>
    isJson(item) ? itemChecks(item).map((check): Check => ({ where: 'entry', i, ...check })) : [],
  );
  return [...feed, ...items];
}

function texts(from: Json, names: Readonly<Record<string, string>>): [string, string][] {
  return Object.entries(names).flatMap(([gofeedName, checkName]): [string, string][] => {
    const value = valueOf(from[gofeedName]);
    return value === undefined ? [] : [[checkName, value]];
  });
}

function valueOf(value: unknown): string | undefined {
  const inner = isJson(value) ? value['value'] : value;
  return typeof inner === 'string' && inner !== '' ? inner : undefined;
}

function itemChecks(item: Json): Pick<Check, 'path' | 'value'>[] {
  const content = valueOf(item['content']);
  return [
    ...texts(item, ITEM_TEXTS).map(([path, value]) => ({ path: [path], value })),
    ...(content === undefined ? [] : [{ path: ['content', 0, 'value'], value: content }]),
    ...list(item['authors']).flatMap((author, at) =>
      isJson(author)
        ? texts(author, { name: 'name', email: 'email' }).map(([key, value]) => ({
            path: ['authors', at, key],
            value,
          }))
        : [],
    ),
    ...list(item['categories']).flatMap((category, at) => {
      const name = isJson(category) ? (valueOf(category) ?? valueOf(category['term'])) : valueOf(category);
      return name === undefined ? [] : [{ path: ['tags', at, 'term'], value: name }];
    }),
    ...list(item['enclosures']).flatMap((enclosure, at) =>
      isJson(enclosure)
        ? texts(enclosure, { url: 'href', type: 'type' }).map(([key, value]) => ({
            path: ['enclosures', at, key],
            value,
          }))
        : [],
    ),
  ];
}
