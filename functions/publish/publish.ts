import type { StoredConfiguration } from '../../shared/contract/configuration.ts';
import { type MetricName } from '../../shared/contract/stages.ts';
import { objectKeys } from '../../shared/contract/keys.ts';
import { feedsOf } from '../../shared/contract/feeds.ts';
import type { PublishMessage } from '../../shared/contract/messages.ts';
import type {
  ArticleStore,
  ConfigurationStore,
  DocumentStore,
  EdgeCache,
  FeedStore,
  WorkStore,
} from '../../shared/contract/stores.ts';
import { DOCUMENTS, type Feed } from '../../shared/domain/feed.ts';
import { hashOfValue } from '../../shared/domain/identity.ts';
import type { FeedState } from '../../shared/domain/manifest.ts';
import { createFragmentCache, type FragmentCache } from './rules/fragment-cache.ts';
import { REMEMBERED } from './rules/inherited.ts';
import { commit } from './commit.ts';
import { forgetKilled } from './invalidate.ts';
import { place } from './put-documents.ts';
import { render, type Rendering } from './render.ts';

export interface PublishServices {
  configuration: ConfigurationStore;
  articles: ArticleStore;
  feeds: FeedStore;
  documents: DocumentStore;
  work: Pick<WorkStore, 'scheduleDue'>;
  edge: EdgeCache;
  fragments: FragmentCache;
  now: () => Date;
  /** Reports what should not happen, ids and reasons only; a metric where an alarm hangs on it. */
  warn: (message: string, facts: Record<string, unknown>, metric?: MetricName) => void;
}

/** Items of 8 kB in three formats: some 100 MB at most. */
const KEPT_FRAGMENTS = 4000;

export const keepFragments = (): FragmentCache => createFragmentCache(KEPT_FRAGMENTS);

/** How often a publish starts over when somebody else has committed or written meanwhile. */
const ATTEMPTS = 5;

/**
 * Brings a feed's documents up to date: read the state, the heads and the documents' ETags; render; commit the state
 * if its rev still stands; put what differs, each only over the bytes that were read about; settle. Whatever is lost
 * on the way, the next run finds by comparing wanted bytes with stored ones.
 */
export async function publish(message: PublishMessage, services: PublishServices): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if ((await publishOnce(message, services)) === 'done') return;
  }
  throw new Error(`feed ${message.feed} was changed by another publisher ${ATTEMPTS} times`);
}

async function publishOnce(
  message: PublishMessage,
  services: PublishServices,
): Promise<'done' | 'overtaken'> {
  // ETags before the state: bytes that come after the state was read then never pass for those it speaks of.
  const stored = await storedEtags(message.feed, services.documents);
  const [before, configuration] = await Promise.all([
    services.feeds.state(message.feed),
    services.configuration.current(),
  ]);
  const feed = configuration && feedsOf(configuration).find(({ id }) => id === message.feed);
  if (configuration === undefined || feed === undefined)
    return retire(message.feed, before, stored, services);
  const wanted = await wantedState(feed, message.articles, before, configuration, services);
  // Before the commit: an instant too many costs a look, one too few a story.
  for (const { article, instant } of wanted.due) await services.work.scheduleDue(instant, article);
  const isSame = before !== undefined && sameState(before, wanted.state);
  const state = isSame ? before : await commit(feed.id, wanted.state, before, services.feeds);
  if (state === 'refused') return 'overtaken';
  const placed = await place(wanted.documents, stored, services.documents);
  if (placed === 'overtaken') return 'overtaken';
  if (state.settled === state.rev) {
    if (placed === 'in place') return 'done';
    // By a publisher that went on although its time was over, or by hand.
    services.warn('documents had been overwritten and are in place again', { feed: feed.id });
  }
  await forgetKilled(feed, state, services);
  return settle(feed.id, state, services.feeds);
}

/**
 * The account of a rev, then the mark that its documents are in place. Where the rev has been overtaken, what was just
 * put may be older than what is in force (a document can return to bytes it had before, and a slow publisher's
 * condition then holds): all is looked at again.
 */
async function settle(feed: string, state: FeedState, feeds: FeedStore): Promise<'done' | 'overtaken'> {
  await feeds.appendLog(feed, state.rev, state.last);
  return (await feeds.settle(feed, state.rev)) === 'written' ? 'done' : 'overtaken';
}

async function wantedState(
  feed: Feed,
  touched: readonly string[],
  before: FeedState | undefined,
  configuration: StoredConfiguration,
  services: PublishServices,
): Promise<Pick<Rendering, 'documents' | 'due'> & { state: FeedState }> {
  const { manifest, updated, change, documents, held, inherited, due } = await render(
    feed,
    touched,
    before,
    configuration,
    services,
  );
  const etags = Object.fromEntries(documents.map(({ key, etag }) => [key, etag]));
  const withdrawnFor = [...(before?.withdrawnFor ?? []), ...inherited].slice(-REMEMBERED);
  const state: FeedState = {
    rev: (before?.rev ?? 0) + 1,
    settled: before?.settled ?? 0,
    manifest,
    documents: etags,
    last: change,
    ...(held !== undefined && { held }),
    ...(updated !== undefined && { updated }),
    ...(withdrawnFor.length > 0 && { withdrawnFor }),
  };
  return { state, documents, due };
}

async function storedEtags(feed: string, store: DocumentStore): Promise<Map<string, string | undefined>> {
  const pairs = documentKeys(feed).map(async (key) => [key, await store.etag(key)] as const);
  return new Map(await Promise.all(pairs));
}

/** Whether a commit would say nothing new: `rev`, `settled` and the account of the last change aside. */
function sameState(before: FeedState, after: FeedState): boolean {
  const facts = ({ manifest, documents, updated, held, withdrawnFor = [] }: FeedState): string =>
    hashOfValue([manifest, documents, updated ?? '', held ?? '', withdrawnFor]);
  return facts(before) === facts(after);
}

/**
 * A feed that the configuration no longer has: its documents go, its log stays. So do documents that a slow publisher,
 * who had read the configuration before, put there afterwards.
 */
async function retire(
  feed: string,
  before: FeedState | undefined,
  stored: ReadonlyMap<string, string | undefined>,
  { feeds, documents, now }: PublishServices,
): Promise<'done' | 'overtaken'> {
  const isCommitted = before === undefined || Object.keys(before.documents).length === 0;
  const isEmpty = [...stored.values()].every((etag) => etag === undefined);
  if (isCommitted && isEmpty && before?.settled === before?.rev) return 'done';
  const after = isCommitted
    ? before
    : await commit(feed, retired(before, now().toISOString()), before, feeds);
  if (after === 'refused') return 'overtaken';
  await Promise.all(documentKeys(feed).map((key) => documents.remove(key)));
  return after === undefined ? 'done' : settle(feed, after, feeds);
}

function retired(before: FeedState, at: string): FeedState {
  const removed = before.manifest.filter(({ shown }) => shown).map(({ article }) => article);
  const last = { at, added: [], changed: [], removed, withheld: [] };
  return { ...before, rev: before.rev + 1, manifest: [], documents: {}, last };
}

function documentKeys(feed: string): string[] {
  return Object.values(DOCUMENTS).flatMap(({ file }) => [
    objectKeys.document(feed, file),
    objectKeys.gzipDocument(feed, file),
  ]);
}
