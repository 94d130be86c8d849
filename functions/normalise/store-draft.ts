import type { Head, Revision } from '../../shared/domain/article.ts';
import { sameAs, withRevisions } from '../../shared/domain/head.ts';
import { articleId, hashOfValue, idProblem } from '../../shared/domain/identity.ts';
import { dueInstants, isMeantForChannel } from '../../shared/domain/lifecycle.ts';
import { hasSameBasis, notAfter, versionStamp } from '../../shared/domain/order.ts';
import { reasonOf } from '../../shared/domain/outcome.ts';
import { revisionPages } from '../../shared/contract/revision-pages.ts';
import type { ReceiptItem } from '../../shared/contract/stores.ts';
import type { StoredConfiguration } from '../../shared/contract/configuration.ts';
import { type Draft, rejected } from '../../shared/reading/draft/draft.ts';
import { identify } from '../../shared/reading/finish/identify.ts';
import { outcomeOf } from './rules/outcome-of.ts';
import { decide, replaceHead } from './decide.ts';
import { type ItemContext, type NormaliseServices, rejection } from './normalise.ts';
import { killIn, refuse, refuseErased } from './record-refusal.ts';

/** Characters of cleaned contents; a stored article is read whole each time a feed is written. */
const MAX_CONTENT = 1024 * 1024;
/** Most articles have fewer revisions, so that one read is enough to project a head. */
const REVISIONS_PER_PAGE = 10;

export interface DraftContext extends ItemContext {
  source: StoredConfiguration['sources'][number];
  item: number;
  /** Whether it is the only item, so that the id in the request is its id. */
  alone: boolean;
  /** Ids of erased articles, as far as the submission names them. */
  gone: ReadonlySet<string>;
}

/** Stores a draft as a revision and says what became of it. */
export async function storeDraft(
  context: DraftContext,
  read: Draft,
  services: NormaliseServices,
): Promise<ReceiptItem> {
  const { envelope, source, item, configuration } = context;
  const draft = cleared(read, source);
  const identified = identify(draft, context.alone ? envelope.declaredId : undefined);
  const problem = idProblem(identified.declaredId);
  if (problem !== undefined) return rejection(item, rejected('FIELD_ID', problem).rejection);
  const { declaredId } = identified;
  const identity = { article: articleId(source.id, declaredId), source: source.id, declaredId };
  if (context.gone.has(identity.article)) return refuseErased(context, identity.article, services);
  if (JSON.stringify(draft.content).length > MAX_CONTENT) {
    const refused = rejected('SIZE_ITEM', `more than ${MAX_CONTENT} characters`);
    return refuse(context, { ...refused, declaredId }, services);
  }
  const shown = { item, article: identity.article, ...summaryOf({ ...draft, notes: identified.notes }) };
  if (draft.pubstatus === 'canceled') {
    await decide(identity, killIn(context), services);
    return { ...shown, outcome: 'decided', channels: [] };
  }
  const revision = revisionOf({ ...draft, notes: identified.notes }, draft.pubstatus, identity, context);
  await services.articles.putRevision(revision, draft.content);
  const { head, newestFirst } = await project(revision, draft, services);
  const now = services.now().toISOString();
  for (const instant of dueInstants(head, now)) await services.work.scheduleDue(instant, identity.article);
  await services.work.markDirty(identity.article, services.newId());
  const channels = configuration.channels
    .filter((channel) => isMeantForChannel(head, channel))
    .map(({ id }) => id);
  const [outcome, code] = outcomeOf(revision, newestFirst, head, channels, now);
  const why = code && { code, reason: reasonOf(code) };
  const notes = [...shown.notes, ...notesOnVersion(draft, revision, newestFirst, context)];
  return { ...shown, notes, outcome, ...why, version: revision.version, channels };
}

/** A version that came before with other contents: the later receipt counts, but its sender meant to raise the number. */
function notesOnVersion(
  { declaredVersion }: Draft,
  own: Revision,
  newestFirst: readonly Revision[],
  { source }: DraftContext,
): string[] {
  const before = newestFirst[newestFirst.findIndex(({ version }) => version === own.version) + 1];
  if (source.order !== 'version' || declaredVersion === undefined || before === undefined) return [];
  if (own.version <= before.version || sameAs(own, before) || !hasSameBasis(own.version, before.version))
    return [];
  return [`version ${declaredVersion} was here before with other contents; the one that came later counts`];
}

/** What an article does not say of its rights, its source does. */
function cleared(draft: Draft, { territory }: DraftContext['source']): Draft {
  if (territory === undefined || draft.content.territory !== undefined) return draft;
  return { ...draft, content: { ...draft.content, territory } };
}

function revisionOf(
  draft: Draft,
  pubstatus: Revision['pubstatus'],
  identity: { article: string; source: string; declaredId: string },
  { envelope, rawKey, source, item }: DraftContext,
): Revision {
  const { receivedAt, receipt } = envelope;
  const { versioncreated, declaredVersion } = draft;
  const stamp = {
    ...{ receivedAt, receipt, item },
    ...(versioncreated !== undefined && { versioncreated }),
    ...(declaredVersion !== undefined && { declaredVersion }),
  };
  return {
    ...identity,
    version: versionStamp(source.order, stamp),
    contentHash: hashOfValue(draft.content),
    pubstatus,
    receivedAt,
    versioncreated: notAfter(versioncreated ?? receivedAt, receivedAt),
    receipt,
    rawKey,
    removed: draft.removed,
    notes: draft.notes,
  };
}

/** Projects the head from the stored revisions, as far back as the newest ones say the same. */
async function project(
  own: Revision,
  draft: Draft,
  { articles }: NormaliseServices,
): Promise<{ head: Head; newestFirst: Revision[] }> {
  let newestFirst: Revision[] = [];
  const { article, source, declaredId } = own;
  const head = await replaceHead({ article, source, declaredId }, articles, async (before) => {
    newestFirst = await newestRun(article, articles);
    const newest = newestFirst[0] ?? own;
    const content =
      newest.contentHash === own.contentHash
        ? draft.content
        : (await articles.contents([newest])).get(article);
    if (content === undefined) throw new Error(`the contents of ${article} ${newest.version} are not there`);
    const firstSeen = notAfter(own.versioncreated, before.firstSeen ?? own.versioncreated);
    const firstReceived = notAfter(own.receivedAt, before.firstReceived ?? own.receivedAt);
    return withRevisions({ ...before, firstSeen, firstReceived }, newestFirst, content);
  });
  return { head, newestFirst };
}

/** Whole pages of revisions, until one shows where the newest run of equal revisions ends. */
async function newestRun(article: string, articles: NormaliseServices['articles']): Promise<Revision[]> {
  const newestFirst: Revision[] = [];
  for await (const page of revisionPages(article, articles, REVISIONS_PER_PAGE)) {
    newestFirst.push(...page);
    const [newest] = newestFirst;
    const oldest = newestFirst.at(-1);
    if (newest !== undefined && oldest !== undefined && !sameAs(newest, oldest)) break;
  }
  return newestFirst;
}

function summaryOf({
  content,
  removed,
  notes,
}: Draft): Pick<ReceiptItem, 'title' | 'language' | 'credits' | 'removed' | 'notes'> {
  return { title: content.headline, language: content.language, credits: content.bylines, removed, notes };
}
