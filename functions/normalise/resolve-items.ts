import type { Head } from '../../shared/domain/article.ts';
import type { ArticleId } from '../../shared/domain/identity.ts';
import type { ItemContext } from './item-context.ts';
import type { IdentifiedDraft, IdentifiedItem, Identity } from './rules/identify-items.ts';
import { claimedArticles, referredArticles, resolve, type ResolvedDraft } from './rules/resolve.ts';
import type { NormaliseServices } from './services.ts';

/** A draft whose article is known, and what is stored under the ids that it claims. */
export type ResolvedItem =
  Exclude<IdentifiedItem, IdentifiedDraft> | (IdentifiedDraft & { resolved: ResolvedDraft });

export interface ResolvedItems {
  items: ResolvedItem[];
  /** The heads of all articles that the items may mean. */
  heads: ReadonlyMap<ArticleId, Head>;
}

export interface ResolvedContext extends ItemContext, Pick<ResolvedItems, 'heads'> {
  /** The articles of which the submission itself has a version, by the ids that its items state. */
  sent: ReadonlySet<ArticleId>;
}

/** The articles of the items before an item, with the articles of their declared ids. */
export type Taken = Map<ArticleId, ArticleId>;

/** Finds the article of each item. */
export async function resolveItems(
  items: readonly IdentifiedItem[],
  services: Pick<NormaliseServices, 'articles'>,
): Promise<ResolvedItems> {
  const heads = await headsFor(items, services);
  const taken: Taken = new Map();
  const resolved = items.map((item): ResolvedItem => {
    const found = resolvedWith(item, heads, taken);
    if (found.kind === 'draft') take(found, found.resolved.identity.article, taken);
    return found;
  });
  return { items: resolved, heads };
}

/** Finds the article of an item again, after the items before it were stored. */
export async function resolveAgain(
  item: IdentifiedItem,
  taken: Taken,
  services: Pick<NormaliseServices, 'articles'>,
): Promise<{ item: ResolvedItem; heads: ResolvedItems['heads'] }> {
  const heads = await headsFor([item], services);
  return { item: resolvedWith(item, heads, taken), heads };
}

/** Adds the article of an item to those that are taken. A withdrawal takes none. */
export function take(item: IdentifiedItem, article: ArticleId | undefined, taken: Taken): void {
  if (article !== undefined && isVersion(item)) taken.set(article, item.key.article);
}

/** Whether an item is a version of an article, and no withdrawal. */
export function isVersion(item: IdentifiedItem): item is IdentifiedDraft {
  return item.kind === 'draft' && item.draft.pubstatus !== 'canceled';
}

function resolvedWith(item: IdentifiedItem, heads: ResolvedItems['heads'], taken: Taken): ResolvedItem {
  if (item.kind === 'refused') return storedSpelling(item, heads);
  return item.kind === 'erased' ? item : { ...item, resolved: resolve(item, heads, taken) };
}

/**
 * Reads the heads of all articles that the items name in one call, and in a second one those to which these heads
 * refer.
 */
async function headsFor(
  items: readonly IdentifiedItem[],
  { articles }: Pick<NormaliseServices, 'articles'>,
): Promise<Map<ArticleId, Head>> {
  const named = items.flatMap((item) => {
    if (item.kind === 'draft') return claimedArticles(item);
    return item.kind === 'refused' ? identitiesOf(item).map(({ article }) => article) : [];
  });
  const first = await articles.heads([...new Set(named)]);
  const referred = items.flatMap((item) => (item.kind === 'draft' ? referredArticles(item, first) : []));
  const missing = [...new Set(referred)].filter((article) => !first.has(article));
  const second = missing.length === 0 ? new Map<ArticleId, Head>() : await articles.heads(missing);
  return new Map([...first, ...second]);
}

type Refused = Extract<IdentifiedItem, { kind: 'refused' }>;

const identitiesOf = ({ identity, spellings = [] }: Refused): Identity[] =>
  identity === undefined ? [] : [identity, ...spellings];

function storedSpelling(item: Refused, heads: ReadonlyMap<ArticleId, Head>): Refused {
  const stored = identitiesOf(item).find(({ article }) => heads.has(article));
  return stored === undefined ? item : { ...item, identity: stored };
}
