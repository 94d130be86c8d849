import type { StoredConfiguration } from '../../shared/contract/configuration.ts';
import { objectKeys } from '../../shared/contract/keys.ts';
import type { ArticleContent, Head } from '../../shared/domain/article.ts';
import { DOCUMENTS, type Feed, FORMATS } from '../../shared/domain/feed.ts';
import type { FeedChange, FeedState, ManifestEntry } from '../../shared/domain/manifest.ts';
import {
  type Documents,
  documentsOf,
  fitting,
  fragmentKey,
  type Imprint,
  pack,
  type Rendered,
  renderItem,
} from './rules/documents.ts';
import { inheritedWithdrawals } from './rules/inherited.ts';
import { applyHeads, changeBetween, killedAmong, updatedBy } from './rules/manifest.ts';
import { mustBeHeld, unexplainedLosses } from './rules/guard.ts';
import { type DelayedHeads, delayedHeads } from './delayed-heads.ts';
import { lastGood } from './last-good.ts';
import type { Wanted } from './put-documents.ts';
import type { PublishServices } from './publish.ts';

export interface Rendering {
  manifest: ManifestEntry[];
  updated?: string;
  change: FeedChange;
  documents: Wanted[];
  /** Articles withdrawn that another feed showed at an address that this one has taken over. */
  inherited: string[];
  /** Instants at which an article will read differently in the feed. */
  due: DelayedHeads['due'];
  held?: NonNullable<FeedState['held']>;
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
  const known = await services.articles.heads(candidates);
  const { heads, due } = await delayedHeads(known, feed, now, services.articles);
  const entries = applyHeads(heads.values(), feed, now);
  const imprint = imprintOf(configuration);
  const { rendered, withheld } = await renderItems(entries, feed, heads, configuration, imprint, services);
  const shown = fitting(rendered);
  const shownIds = new Set(shown.map(({ article }) => article));
  const manifest = entries.map((entry) => ({ ...entry, shown: shownIds.has(entry.article) }));
  const inherited = inheritedWithdrawals(feed, touched, before, heads, now);
  const change = changeBetween(before?.manifest ?? [], manifest);
  const lost = unexplainedLosses(before, manifest, withheld, heads, feed, now);
  if (before !== undefined && mustBeHeld(before, lost) && !(await isReleased(feed, before, services))) {
    const held = { since: before.held?.since ?? now, lost };
    services.warn(
      'a feed is held: too much would vanish at once',
      { feed: feed.id, lost: lost.length },
      'FeedsHeld',
    );
    return { ...(await fallBack(feed, manifest, heads, new Set(lost), before, services)), due, held };
  }
  const updated = updatedBy(before, change, heads, feed, now);
  const written = documentsOf(feed, shown, updated, imprint);
  if (!written.ok) {
    const { reason } = written;
    services.warn(
      'the gate stopped a feed: its last good documents stay',
      { feed: feed.id, reason },
      'GateStops',
    );
    if (before === undefined) throw new Error(`feed ${feed.id} has no good documents yet: ${reason}`);
    return { ...(await fallBack(feed, manifest, heads, new Set(), before, services)), due };
  }
  const removed = [...change.removed, ...inherited];
  return {
    manifest,
    ...(updated !== undefined && { updated }),
    change: { at: now, ...change, removed, ...killedAmong(removed, heads, now), withheld },
    inherited,
    due,
    documents: wantedOf(feed, written.documents),
  };
}

/** Somebody has let the loss through since the feed was held. */
async function isReleased(feed: Feed, { held }: FeedState, { feeds }: PublishServices): Promise<boolean> {
  return held !== undefined && ((await feeds.lossesReleasedAt(feed.id)) ?? '') >= held.since;
}

async function fallBack(
  feed: Feed,
  manifest: readonly ManifestEntry[],
  heads: ReadonlyMap<string, Head>,
  kept: ReadonlySet<string>,
  before: FeedState,
  { documents, now }: PublishServices,
): Promise<Omit<Rendering, 'due'>> {
  const { removed, ...last } = await lastGood(feed, manifest, kept, before, documents);
  const at = now().toISOString();
  return {
    manifest: last.manifest,
    ...(before.updated !== undefined && { updated: before.updated }),
    change: { at, added: [], changed: [], removed, ...killedAmong(removed, heads, at), withheld: [] },
    documents: wantedOf(feed, last.documents),
    inherited: [],
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
  return template?.replaceAll('{id}', encodeURIComponent(head.declaredId ?? '')) ?? feed.channel.link;
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
