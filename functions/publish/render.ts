import type { StoredConfiguration } from '../../shared/contract/configuration.ts';
import { objectKeys } from '../../shared/contract/keys.ts';
import type { ArticleContent, Head } from '../../shared/domain/article.ts';
import { DOCUMENTS, type Feed, FORMATS } from '../../shared/domain/feed.ts';
import { articleUri } from '../../shared/domain/identity.ts';
import type { FeedChange, FeedState, ManifestEntry } from '../../shared/domain/manifest.ts';
import { formats } from '../../shared/formats/format.ts';
import {
  type Documents,
  documentsOf,
  fitting,
  fragmentKey,
  type Imprint,
  pack,
  type Rendered,
  renderItem,
} from '../../shared/publish/documents.ts';
import { applyHeads, changeBetween, updatedBy } from '../../shared/publish/manifest.ts';
import type { Wanted } from './place.ts';
import type { PublishServices } from './publish.ts';

export interface Rendering {
  manifest: ManifestEntry[];
  updated?: string;
  change: FeedChange;
  documents: Wanted[];
}

/** What the feed should hold now, and its documents. */
export async function render(
  feed: Feed,
  touched: readonly string[],
  before: FeedState | undefined,
  configuration: StoredConfiguration,
  services: PublishServices,
): Promise<Rendering> {
  const now = services.now().toISOString();
  const candidates = [...(before?.manifest.map(({ article }) => article) ?? []), ...touched];
  const heads = await services.articles.heads(candidates);
  const entries = applyHeads(heads.values(), feed, now);
  const imprint = imprintOf(configuration);
  const { rendered, withheld } = await renderItems(entries, feed, heads, configuration, imprint, services);
  const shown = fitting(rendered);
  const shownIds = new Set(shown.map(({ article }) => article));
  const manifest = entries.map((entry) => ({ ...entry, shown: shownIds.has(entry.article) }));
  const change = changeBetween(before?.manifest ?? [], manifest);
  const updated = updatedBy(before, change, heads, feed.channel.id, now);
  const written = documentsOf(feed, shown, updated, imprint);
  if (!written.ok) return withoutRendering(feed, written.reason, manifest, before, services);
  return {
    manifest,
    ...(updated !== undefined && { updated }),
    change: { at: now, ...change, withheld },
    documents: wantedOf(feed, written.documents),
  };
}

async function renderItems(
  entries: readonly ManifestEntry[],
  feed: Feed,
  heads: ReadonlyMap<string, Head>,
  configuration: StoredConfiguration,
  imprint: Imprint,
  services: PublishServices,
): Promise<{ rendered: Rendered[]; withheld: FeedChange['withheld'] }> {
  const first = entries.slice(0, feed.channel.items);
  const contents = await services.articles.contents(first);
  const rendered: Rendered[] = [];
  const withheld: FeedChange['withheld'] = [];
  for (const entry of first) {
    const content = contents.get(entry.article);
    const head = heads.get(entry.article);
    if (content === undefined || head === undefined)
      throw new Error(`the contents of ${entry.article} are not there`);
    const link = linkOf(head, content, feed, configuration);
    const item = services.fragments.get(fragmentKey(entry, link, feed, imprint), () =>
      renderItem(entry, content, link, feed, imprint),
    );
    if (item.ok) rendered.push(item.rendered);
    else withheld.push({ article: entry.article, reason: item.reason });
  }
  if (withheld.length > 0)
    services.warn('articles are withheld: they cannot be rendered', { feed: feed.id, withheld });
  return { rendered, withheld };
}

/** The article's own address, else the source's for its id, else the channel's. */
function linkOf(head: Head, content: ArticleContent, feed: Feed, { sources }: StoredConfiguration): string {
  if (content.link !== undefined) return content.link;
  const template = sources.find(({ id }) => id === head.source)?.link;
  return template?.replaceAll('{id}', encodeURIComponent(head.declaredId)) ?? feed.channel.link;
}

function imprintOf({ publisher, feedsUrl }: StoredConfiguration): Imprint {
  const { name, url, rights } = publisher;
  return {
    publisher: { name, url },
    feedsUrl: feedsUrl.replace(/\/$/, ''),
    ...(rights !== undefined && { rights }),
  };
}

function wantedOf(feed: Feed, documents: Documents): Wanted[] {
  return FORMATS.flatMap((name) => {
    const { file, mediaType } = DOCUMENTS[name];
    const { plain, gzip } = pack(documents[name]);
    return [
      {
        key: objectKeys.document(feed.id, file),
        etag: plain.etag,
        document: { bytes: plain.bytes, mediaType },
      },
      {
        key: objectKeys.gzipDocument(feed.id, file),
        etag: gzip.etag,
        document: { bytes: gzip.bytes, mediaType, contentEncoding: 'gzip' as const },
      },
    ];
  });
}

/**
 * The gate has stopped the documents. The last good ones stand, minus what may no longer show: a removal never waits
 * for rendering.
 */
async function withoutRendering(
  feed: Feed,
  reason: string,
  manifest: readonly ManifestEntry[],
  before: FeedState | undefined,
  { documents, now, warn }: PublishServices,
): Promise<Rendering> {
  warn('the gate stopped a feed: its last good documents stay, minus what must go', {
    feed: feed.id,
    reason,
  });
  if (before === undefined) throw new Error(`feed ${feed.id} has no good documents yet: ${reason}`);
  const usable = new Set(manifest.map(({ article }) => article));
  const removed = before.manifest.filter(({ article, shown }) => shown && !usable.has(article));
  const removedIds = removed.map(({ article }) => article);
  const uris = new Set(removedIds.map(articleUri));
  const last: Partial<Documents> = {};
  for (const name of FORMATS) {
    const bytes = await documents.get(objectKeys.document(feed.id, DOCUMENTS[name].file));
    if (bytes === undefined) throw new Error(`feed ${feed.id} has lost its ${name} document: ${reason}`);
    last[name] = formats[name].without(Buffer.from(bytes).toString('utf8'), uris);
  }
  return {
    manifest: before.manifest.filter(({ article }) => usable.has(article)),
    ...(before.updated !== undefined && { updated: before.updated }),
    change: { at: now().toISOString(), added: [], changed: [], removed: removedIds, withheld: [] },
    documents: wantedOf(feed, last as Documents),
  };
}
