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
  /** The articles of which the submission itself has a version. */
  sent: ReadonlySet<ArticleId>;
}

export type ResolvedContext = ItemContext & Pick<ResolvedItems, 'heads' | 'sent'>;

/**
 * Finds the article of each item. Reads the heads of all articles that the items name in one call, and in a second one
 * those to which these heads refer.
 */
export async function resolveItems(
  items: readonly IdentifiedItem[],
  { articles }: Pick<NormaliseServices, 'articles'>,
): Promise<ResolvedItems> {
  const named = items.flatMap((item) => {
    if (item.kind === 'draft') return claimedArticles(item);
    return item.kind === 'refused' ? identitiesOf(item).map(({ article }) => article) : [];
  });
  const first = await articles.heads([...new Set(named)]);
  const referred = items.flatMap((item) => (item.kind === 'draft' ? referredArticles(item, first) : []));
  const missing = [...new Set(referred)].filter((article) => !first.has(article));
  const second = missing.length === 0 ? new Map<ArticleId, Head>() : await articles.heads(missing);
  const heads = new Map([...first, ...second]);
  const taken = new Map<ArticleId, ArticleId>();
  const sent = new Set<ArticleId>();
  const resolved = items.map((item): ResolvedItem => {
    if (item.kind === 'refused') return storedSpelling(item, heads);
    if (item.kind === 'erased') return item;
    const found = resolve(item, heads, taken);
    if (item.draft.pubstatus !== 'canceled') {
      taken.set(found.identity.article, item.key.article);
      sent.add(found.identity.article);
    }
    return { ...item, resolved: found };
  });
  return { items: resolved, heads, sent };
}

type Refused = Extract<IdentifiedItem, { kind: 'refused' }>;

const identitiesOf = ({ identity, spellings = [] }: Refused): Identity[] =>
  identity === undefined ? [] : [identity, ...spellings];

function storedSpelling(item: Refused, heads: ReadonlyMap<ArticleId, Head>): Refused {
  const stored = identitiesOf(item).find(({ article }) => heads.has(article));
  return stored === undefined ? item : { ...item, identity: stored };
}
