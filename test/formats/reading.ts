import { Parser } from 'htmlparser2';
import { SaxesParser } from 'saxes';
import { FORMATS } from '../../shared/domain/feed.ts';
import type { FormatName } from '../../shared/domain/feed.ts';
import type { FeedHead, FeedItem } from '../../shared/formats/format.ts';
import { formats } from '../../shared/formats/registry.ts';
import { goldenFeeds } from '../golden/documents.ts';
import type { GoldenFeed } from '../golden/documents.ts';

/**
 * An element as a strict parser with namespaces reads it. A name is `{namespace}local`, or `local` without namespace.
 */
export interface Node {
  name: string;
  attributes: Record<string, string>;
  text: string;
  children: Node[];
}

export const NS = {
  atom: '{http://www.w3.org/2005/Atom}',
  content: '{http://purl.org/rss/1.0/modules/content/}',
  dc: '{http://purl.org/dc/elements/1.1/}',
  media: '{http://search.yahoo.com/mrss/}',
  xml: '{http://www.w3.org/XML/1998/namespace}',
} as const;

/** The name of an element or attribute in Clark notation. */
const clark = (uri: string, local: string): string => (uri === '' ? local : `{${uri}}${local}`);

/** Reads a document; throws if it is not well-formed or a prefix is not bound. */
export function readXml(xml: string): Node {
  const top: Node = { name: '', attributes: {}, text: '', children: [] };
  const open = [top];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', ({ uri, local, attributes }) => {
    const node: Node = { name: clark(uri, local), attributes: {}, text: '', children: [] };
    for (const given of Object.values(attributes)) {
      node.attributes[clark(given.uri, given.local)] = given.value;
    }
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  const text = (data: string): void => {
    const node = open.at(-1);
    if (node) node.text += data;
  };
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('closetag', () => open.pop());
  parser.write(xml).close();
  const [root] = top.children;
  if (!root) throw new Error('no root element');
  return root;
}

export const all = (node: Node, name: string): Node[] => node.children.filter((child) => child.name === name);

/** The only child with this name; throws if there is none or more than one. */
export function only(node: Node, name: string): Node {
  const [found, ...more] = all(node, name);
  if (!found || more.length > 0) throw new Error(`${more.length + (found ? 1 : 0)} ${name} in ${node.name}`);
  return found;
}

/** The text of the only child with this name; undefined if there is none. */
export const textOf = (node: Node, name: string): string | undefined =>
  all(node, name).length === 0 ? undefined : only(node, name).text;

/** The text that a program shows if it takes `text` as HTML. */
export function asHtml(html: string): string {
  let shown = '';
  const parser = new Parser({ ontext: (data) => (shown += data) });
  parser.end(html);
  return shown;
}

export const addressOf = (format: FormatName): string =>
  `https://feeds.example.com/news/${formats[format].file}`;

/** Writes the whole document of a feed; throws if an item cannot be written. */
export function write(format: FormatName, head: FeedHead, items: readonly FeedItem[]): string {
  const fragments = items.map((item) => {
    const fragment = formats[format].fragment(item, head);
    if (!fragment.ok) throw new Error(fragment.reason);
    return fragment.text;
  });
  return formats[format].document({ ...head, self: addressOf(format) }, fragments);
}

export function golden(name: string): GoldenFeed {
  const feed = goldenFeeds[name];
  if (!feed) throw new Error(`no golden feed ${name}`);
  return feed;
}

/** The parts of an item that all three formats contain, parsed from a document. */
export interface ReadItem {
  id: string | undefined;
  link: string | undefined;
  published: string | undefined;
  updated: string | undefined;
  title: string;
  html: string;
  authors: string[];
}

export const readItems: Record<FormatName, (document: string) => ReadItem[]> = {
  rss: (document) =>
    all(only(readXml(document), 'channel'), 'item').map((item) => {
      const published = new Date(textOf(item, 'pubDate') ?? '').toISOString().replace('.000Z', 'Z');
      return {
        id: textOf(item, 'guid'),
        link: textOf(item, 'link'),
        published,
        updated: textOf(item, `${NS.atom}updated`) ?? published,
        title: asHtml(only(item, 'title').text),
        html: textOf(item, `${NS.content}encoded`) ?? '',
        authors: all(item, `${NS.dc}creator`).map(({ text }) => text),
      };
    }),
  atom: (document) =>
    all(readXml(document), `${NS.atom}entry`).map((entry) => ({
      id: textOf(entry, `${NS.atom}id`),
      link: only(entry, `${NS.atom}link`).attributes['href'],
      published: textOf(entry, `${NS.atom}published`),
      updated: textOf(entry, `${NS.atom}updated`),
      title: asHtml(only(entry, `${NS.atom}title`).text),
      html: textOf(entry, `${NS.atom}content`) ?? '',
      authors: all(entry, `${NS.atom}author`).map((author) => only(author, `${NS.atom}name`).text),
    })),
  json: (document) => {
    interface Item {
      id: string;
      url: string;
      date_published: string;
      date_modified: string;
      title: string;
      content_html: string;
      authors?: { name: string }[];
    }
    const feed = JSON.parse(document) as { items: Item[] };
    return feed.items.map((item) => ({
      id: item.id,
      link: item.url,
      published: item.date_published,
      updated: item.date_modified,
      title: item.title,
      html: item.content_html,
      authors: (item.authors ?? []).map(({ name }) => name),
    }));
  },
};

export { FORMATS };
