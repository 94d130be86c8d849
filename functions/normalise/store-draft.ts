import { revisionPages } from '../../shared/contract/revision-pages.ts';
import type { ReceiptItem } from '../../shared/contract/stores.ts';
import type { ArticleContent, Head, Revision } from '../../shared/domain/article.ts';
import { sameAs, withRevisions } from '../../shared/domain/head.ts';
import type { ArticleId } from '../../shared/domain/identity.ts';
import { instantOf } from '../../shared/domain/instant.ts';
import { dueInstants, isMeantForChannel } from '../../shared/domain/lifecycle.ts';
import { notAfter, placeOf } from '../../shared/domain/order.ts';
import { reasonOf } from '../../shared/domain/outcome.ts';
import { type Draft, rejected } from '../../shared/reading/draft/draft.ts';
import { holdFollowed } from './hold-followed.ts';
import type { ItemContext } from './item-context.ts';
import { refuse } from './refuse.ts';
import { replaceHead } from './replace-head.ts';
import type { Identity } from './rules/identify-items.ts';
import { notesOnVersion } from './rules/notes-on-version.ts';
import { outcomeOf } from './rules/outcome-of.ts';
import { revisionOf, withSourceTerritory } from './rules/revision-of.ts';
import { summaryOf } from './rules/summary-of.ts';
import type { NormaliseServices } from './services.ts';

/**
 * The longest content of an article, in characters of JSON. There is a limit, because publish reads the contents of
 * all articles of a feed each time it writes the feed.
 */
const MAX_CONTENT_CHARACTERS = 1024 * 1024;
/** How many revisions one read returns. Most articles have fewer, so one read is enough. */
const REVISIONS_PER_PAGE = 10;

/** Stores a draft as a revision, projects the head of its article, marks the article dirty, and returns the outcome. */
export async function storeDraft(
  context: ItemContext,
  { draft: read, identity, rank }: { draft: Draft; identity: Identity; rank: number },
  services: NormaliseServices,
): Promise<ReceiptItem> {
  const { source, item, envelope } = context;
  const draft = withSourceTerritory(read, source);
  const { pubstatus, content } = draft;
  if (pubstatus === 'canceled') throw new Error('a withdrawal has no revision');
  if (JSON.stringify(content).length > MAX_CONTENT_CHARACTERS) {
    const tooLong = rejected('SIZE_ITEM', `more than ${MAX_CONTENT_CHARACTERS} characters`);
    return refuse(context, { rejection: tooLong.rejection, identity }, services);
  }
  const shown = { item, article: identity.article, ...summaryOf(draft) };
  const followed = await holdFollowed(draft, { identity, envelope }, services);
  const own = revisionOf({ ...draft, pubstatus }, identity, { ...context, item: rank });
  await services.articles.putRevision(own, content);
  const { head, newestFirst } = await project(own, content, services);
  const now = instantOf(services.now());
  for (const instant of dueInstants(head, now)) await services.work.scheduleDue(instant, identity.article);
  await services.work.markDirty(identity.article, services.newId());
  const channels = context.configuration.channels
    .filter((channel) => isMeantForChannel(head, channel))
    .map(({ id }) => id);
  const { outcome, code, detail } = outcomeOf({ own, newestFirst, head, channels }, now);
  const why = code && { code, reason: reasonOf(code, detail) };
  const { declaredVersion } = draft;
  const versionNotes = notesOnVersion({ declaredVersion, own, newestFirst, order: source.order });
  const notes = [...shown.notes, ...followed, ...versionNotes];
  return { ...shown, notes, outcome, ...why, version: own.version, channels };
}

/** Projects the head from the stored revisions. */
async function project(
  own: Revision,
  ownContent: ArticleContent,
  { articles }: NormaliseServices,
): Promise<{ head: Head; newestFirst: Revision[] }> {
  let newestFirst: Revision[] = [];
  const { article, source, declaredId } = own;
  const head = await replaceHead({ article, source, declaredId }, articles, async (before) => {
    newestFirst = await newestRun(article, articles);
    const newest = newestFirst[0] ?? own;
    const content =
      newest.contentHash === own.contentHash ? ownContent : (await articles.contents([newest])).get(article);
    if (content === undefined) throw new Error(`the contents of ${article} ${newest.version} are not stored`);
    const firstSeen = notAfter(own.versioncreated, before.firstSeen ?? own.versioncreated);
    const firstReceived = notAfter(own.receivedAt, before.firstReceived ?? own.receivedAt);
    const place = [placeOf(own.version), before.place ?? placeOf(own.version)].toSorted()[0] ?? '';
    return withRevisions({ ...before, firstSeen, firstReceived, place }, newestFirst, content);
  });
  return { head, newestFirst };
}

/** Reads whole pages of revisions until it has found the end of the newest run of equal revisions. */
async function newestRun(article: ArticleId, articles: NormaliseServices['articles']): Promise<Revision[]> {
  const newestFirst: Revision[] = [];
  for await (const page of revisionPages(article, articles, REVISIONS_PER_PAGE)) {
    newestFirst.push(...page);
    const [newest] = newestFirst;
    const oldest = newestFirst.at(-1);
    if (newest !== undefined && oldest !== undefined && !sameAs(newest, oldest)) break;
  }
  return newestFirst;
}
