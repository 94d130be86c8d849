import type { StoredConfiguration } from '../../../shared/contract/configuration.ts';
import type { ArticleContent, Head } from '../../../shared/domain/article.ts';
import { type Feed, type FormatName, FORMATS } from '../../../shared/domain/feed.ts';
import { type ArticleId, articleUri } from '../../../shared/domain/identity.ts';
import type { FeedChange, ManifestEntry } from '../../../shared/domain/manifest.ts';
import type { Result } from '../../../shared/domain/result.ts';
import type { FeedItem } from '../../../shared/formats/format.ts';
import { webAddress } from '../../../shared/formats/address.ts';
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
  /** Why an article cannot be read: its head, its contents or one of its revisions. */
  unreadable: ReadonlyMap<ArticleId, string>;
  sources: StoredConfiguration['sources'];
  imprint: Imprint;
  fragments: FragmentCache;
}

/** The largest document that is published, in bytes. Each partner has its own limit, from 1 to 10 MB. */
const MAX_DOCUMENT_BYTES = 8_000_000;

/** At least this many contents are read at a time if the first ones are not enough. */
const READ_AHEAD = 20;
/** A reason is kept in the state and the log of a feed, so its length is bounded. */
const MAX_REASON = 200;

export interface Rendered {
  rendered: RenderedItem[];
  /** The articles that cannot be read or rendered. */
  withheld: FeedChange['withheld'];
  /** Entries whose contents have to be loaded before more can be rendered. Empty if enough items are rendered. */
  next: ManifestEntry[];
}

/**
 * Renders entries in their order until there are as many items as the feed shows. An entry that cannot be read or
 * rendered takes no place: the entry after the last one is rendered instead.
 */
export function renderItems(entries: readonly ManifestEntry[], material: Material): Rendered {
  const { feed, heads, contents, unreadable, sources, imprint, fragments } = material;
  const rendered: RenderedItem[] = [];
  const withheld: FeedChange['withheld'] = [];
  const failed = (article: ArticleId, reason: string): void =>
    void withheld.push(withheldFor(article, reason));
  for (const [at, entry] of entries.entries()) {
    const missing = feed.channel.items - rendered.length;
    if (missing === 0) break;
    const { article } = entry;
    const problem = unreadable.get(article);
    const content = contents.get(article);
    const head = heads.get(article);
    if (problem !== undefined) failed(article, problem);
    else if (content === undefined || head === undefined)
      return { rendered, withheld, next: toLoad(entries.slice(at), missing, material) };
    else {
      const item = { entry, content, link: linkOf(content, head, { sources, feed }) };
      const result = fragments.get(fragmentKey(item, feed, imprint), () => renderItem(item, feed, imprint));
      if (result.ok) rendered.push(result.item);
      else failed(article, result.reason);
    }
  }
  return { rendered, withheld, next: [] };
}

/** An article that cannot be read or rendered, with the beginning of the reason. */
export const withheldFor = (article: ArticleId, reason: string): FeedChange['withheld'][number] => ({
  article,
  reason: reason.slice(0, MAX_REASON),
});

function toLoad(
  entries: readonly ManifestEntry[],
  missing: number,
  { contents, unreadable }: Pick<Material, 'contents' | 'unreadable'>,
): ManifestEntry[] {
  return entries
    .slice(0, Math.max(missing, READ_AHEAD))
    .filter(({ article }) => !contents.has(article) && !unreadable.has(article));
}

/**
 * The address of an item: its own, the one that its source gives for its id, or that of the channel. A text that is no
 * web address is not used.
 */
function linkOf(
  content: ArticleContent,
  { source, declaredId = '' }: Head,
  { sources, feed }: Pick<Material, 'sources' | 'feed'>,
): string {
  const template = sources.find(({ id }) => id === source)?.link;
  const ofSource = template?.replaceAll('{id}', encodeURIComponent(declaredId));
  return [content.link, ofSource].find(isWebAddress) ?? feed.channel.link;
}

const isWebAddress = (text: string | undefined): text is string =>
  text !== undefined && webAddress(text) !== undefined;

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
