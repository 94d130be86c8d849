import type { Head } from '../../../shared/domain/article.ts';
import { articleNamedBy, articlesNamedBy, HEADLINE_LENGTH } from '../../../shared/domain/head.ts';
import type { ArticleId } from '../../../shared/domain/identity.ts';
import { isErased } from '../../../shared/domain/lifecycle.ts';
import type { IdentifiedDraft, Identity } from './identify-items.ts';
import { isSameHeadline } from './same-story.ts';
import { isFrontPage } from './stories.ts';

export type Heads = ReadonlyMap<ArticleId, Head>;

/** The article of a draft, after a look at what is stored under the ids that the draft claims. */
export interface ResolvedDraft {
  identity: Identity;
  /** The declared id names this article from now on: `key` gets a reference to it. */
  refersFrom?: { key: Identity; as: 'sameAs' | 'sharedBy' };
  /** The article was erased. */
  isErased: boolean;
}

/** The ids of the heads that `resolve` needs first. */
export function claimedArticles({ key, spellings, others, apart, isShared }: IdentifiedDraft): ArticleId[] {
  const all = [key, ...spellings, ...others, ...(isShared ? [apart] : [])];
  return all.map(({ article }) => article);
}

/** The articles to which the heads of claimed ids refer. `resolve` needs their heads too. */
export function referredArticles(item: IdentifiedDraft, heads: Heads): ArticleId[] {
  const { key, spellings, others, apart, draft } = item;
  const looked = draft.pubstatus === 'canceled' ? [key, ...spellings, ...others] : [key, ...spellings];
  return looked.flatMap(({ article }) => {
    const head = heads.get(article);
    if (head === undefined) return [];
    const named = articleNamedBy(head);
    const isApart = head.sharedBy?.includes(apart.article) === true;
    return [...(named === undefined ? [] : [named]), ...(isApart ? [apart.article] : [])];
  });
}

/**
 * The article of a draft. A story that is stored stays the article that it is: under another spelling of its id,
 * under another of its ids, or apart from another story with its id. `taken`: the articles of the
 * items before this one in the submission, with the articles of their declared ids.
 */
export function resolve(
  item: IdentifiedDraft,
  heads: Heads,
  taken: ReadonlyMap<ArticleId, ArticleId> = new Map(),
): ResolvedDraft {
  const found = item.isShared ? ofSharedId(item, heads) : ofOwnId(item, heads, taken);
  const claimed = item.isShared ? [found.identity] : [item.key, ...item.spellings, found.identity];
  const erased = claimed.find(({ article }) => isErasedIn(heads, article));
  return { ...found, ...(erased !== undefined && { identity: erased }), isErased: erased !== undefined };
}

function isErasedIn(heads: Heads, article: ArticleId): boolean {
  const head = heads.get(article);
  return head !== undefined && isErased(head);
}

type Found = Omit<ResolvedDraft, 'isErased'>;

/** Of several stories with one id, the one that is stored under this id keeps it. Its headline shows which one it is. */
function ofSharedId(item: IdentifiedDraft, heads: Heads): Found {
  const { key, spellings, apart, headlines } = item;
  if (heads.get(apart.article)?.current !== undefined) return { identity: apart };
  const own = [key, ...spellings].find(({ article }) => {
    const stored = heads.get(article)?.current?.facts.headline;
    return stored !== undefined && headlines.some((headline) => isStoredHeadline(headline, stored));
  });
  if (own !== undefined) return { identity: own };
  // A story whose link is a front page is always kept apart, so nothing needs to refer to it.
  if (isFrontPage(item.from, key.declaredId)) return { identity: apart };
  return { identity: apart, refersFrom: { key, as: 'sharedBy' } };
}

function isStoredHeadline(headline: string, stored: string): boolean {
  return isSameHeadline(headline.slice(0, HEADLINE_LENGTH), stored);
}

function ofOwnId(item: IdentifiedDraft, heads: Heads, taken: ReadonlyMap<ArticleId, ArticleId>): Found {
  const { key, spellings, others, apart } = item;
  const named = [key, ...spellings];
  if (named.some(({ article }) => heads.get(article)?.sharedBy?.includes(apart.article)))
    return { identity: apart };
  const stored = named.find(({ article }) => heads.get(article)?.current !== undefined);
  if (stored !== undefined) return { identity: stored };
  for (const { article } of named) {
    const head = heads.get(article);
    const target = heads.get((head && articleNamedBy(head)) ?? article);
    if (target === undefined || target.article === article) continue;
    // An erased article has no declared id. `resolve` refuses the item.
    return {
      identity: { article: target.article, source: target.source, declaredId: target.declaredId ?? '' },
    };
  }
  const other = others.find(
    ({ article }) =>
      heads.get(article)?.current !== undefined && (taken.get(article) ?? key.article) === key.article,
  );
  if (other !== undefined) return { identity: other, refersFrom: { key, as: 'sameAs' } };
  return { identity: named.find(({ article }) => heads.has(article)) ?? key };
}

/**
 * The articles that a withdrawal is about: the article of its id, and each article that is stored under another
 * spelling of the id or under another id that the withdrawal states. If nothing has its id, also the article that
 * alone states one of these other ids as another id of its own. If several articles state it, it may be the number of
 * an event or of a desk, and says nothing about which article is meant.
 */
export function withdrawnArticles(item: IdentifiedDraft, identity: Identity, heads: Heads): Identity[] {
  const { key, spellings, others } = item;
  const named = [key, ...spellings].filter(({ article }) => heads.has(article));
  const isKnown = [identity, ...named].some(({ article }) => isOfArticle(heads.get(article)));
  const further = others.flatMap((other): Identity[] => {
    const head = heads.get(other.article);
    if (head === undefined) return [];
    if (head.aliasOf === undefined || head.current !== undefined) return [other];
    const target = isKnown ? undefined : heads.get(articleNamedBy(head) ?? head.article);
    return target?.current === undefined ? [] : [{ ...target, declaredId: target.declaredId ?? '' }];
  });
  return [...new Map([identity, ...named, ...further].map((one) => [one.article, one])).values()];
}

const isOfArticle = (head: Head | undefined): boolean =>
  head !== undefined && (head.current !== undefined || articlesNamedBy(head).length > 0);
