import type { StoredConfiguration } from '../../../shared/contract/configuration.ts';
import type { ArticleContent, Head } from '../../../shared/domain/article.ts';
import { type Feed, type FormatName, FORMATS } from '../../../shared/domain/feed.ts';
import { type ArticleId, articleUri } from '../../../shared/domain/identity.ts';
import type { FeedChange, ManifestEntry } from '../../../shared/domain/manifest.ts';
import type { Result } from '../../../shared/domain/result.ts';
import type { FeedItem } from '../../../shared/formats/format.ts';
import { formats } from '../../../shared/formats/registry.ts';
import type { Imprint } from './imprint.ts';

/** An article as a feed shows it, before it is written in any format. */
export interface Item {
  entry: ManifestEntry;
  content: ArticleContent;
  link: string;
}

/** One article, written in every format. */
export interface RenderedItem {
  article: ArticleId;
  language: string;
  fragments: Record<FormatName, string>;
}

/**
 * The item, or the reason why it is left out. If one format cannot contain the item, it is left out of all formats.
 */
export type ItemResult = Result<{ item: RenderedItem }, { reason: string }>;

/** Keeps the results of `renderItem`. The key is the `fragmentKey` of the item. fragment-cache.ts implements it. */
export interface FragmentCache {
  get(key: string, render: () => ItemResult): ItemResult;
}

export interface Material {
  feed: Feed;
  heads: ReadonlyMap<ArticleId, Head>;
  contents: ReadonlyMap<ArticleId, ArticleContent>;
  sources: StoredConfiguration['sources'];
  imprint: Imprint;
  fragments: FragmentCache;
}

/** The largest document that is published, in bytes. Each partner has its own limit, from 1 to 10 MB. */
const MAX_DOCUMENT_BYTES = 8_000_000;

/**
 * Renders the entries of a manifest in their order. `withheld` lists the articles that cannot be rendered.
 * @throws Error if the caller did not load the head or the contents of an entry.
 */
export function renderItems(
  entries: readonly ManifestEntry[],
  { feed, heads, contents, sources, imprint, fragments }: Material,
): { rendered: RenderedItem[]; withheld: FeedChange['withheld'] } {
  const rendered: RenderedItem[] = [];
  const withheld: FeedChange['withheld'] = [];
  for (const entry of entries) {
    const { article } = entry;
    const content = contents.get(article);
    const head = heads.get(article);
    if (content === undefined || head === undefined)
      throw new Error(`the contents of article ${article} are missing`);
    const link = content.link ?? linkFromSource(head, sources) ?? feed.channel.link;
    const item = { entry, content, link };
    const result = fragments.get(fragmentKey(item, feed, imprint), () => renderItem(item, feed, imprint));
    if (result.ok) rendered.push(result.item);
    else withheld.push({ article, reason: result.reason });
  }
  return { rendered, withheld };
}

/** The article's address from the template `link` of its source; undefined if the source has no template. */
function linkFromSource(head: Head, sources: StoredConfiguration['sources']): string | undefined {
  const template = sources.find(({ id }) => id === head.source)?.link;
  return template?.replaceAll('{id}', encodeURIComponent(head.declaredId ?? ''));
}

/** A key made of everything that the text of an item depends on. */
export function fragmentKey(
  { entry, link }: Item,
  { profile, channel }: Feed,
  { publisher }: Imprint,
): string {
  const { article, contentHash, released, changed } = entry;
  return JSON.stringify([
    article,
    contentHash,
    released,
    changed,
    link,
    profile,
    channel.language,
    publisher,
  ]);
}

/** Writes one article in all formats. */
export function renderItem({ entry, content, link }: Item, { channel }: Feed, imprint: Imprint): ItemResult {
  const item: FeedItem = {
    id: articleUri(entry.article),
    link,
    published: entry.released,
    updated: entry.changed,
    content,
  };
  const head = { language: channel.language, publisher: imprint.publisher };
  const fragments: Partial<Record<FormatName, string>> = {};
  for (const name of FORMATS) {
    const fragment = formats[name].fragment(item, head);
    if (!fragment.ok) return { ok: false, reason: `${name}: ${fragment.reason}` };
    fragments[name] = fragment.text;
  }
  return {
    ok: true,
    item: {
      article: entry.article,
      language: content.language,
      fragments: fragments as RenderedItem['fragments'],
    },
  };
}

/** The first items: as many as fit into the documents of all formats. */
export function itemsThatFit(items: readonly RenderedItem[]): RenderedItem[] {
  const bytes: Record<FormatName, number> = { rss: 0, atom: 0, json: 0 };
  const end = items.findIndex(({ fragments }) =>
    FORMATS.some((name) => (bytes[name] += Buffer.byteLength(fragments[name])) > MAX_DOCUMENT_BYTES),
  );
  return end === -1 ? [...items] : items.slice(0, end);
}
