import type { Head } from '../../shared/domain/article.ts';
import type { Decision } from '../../shared/domain/decision.ts';
import { MAX_SHARED, withReference } from '../../shared/domain/head.ts';
import { decide, type DecisionServices } from './decide.ts';
import type { ArticleId } from '../../shared/domain/identity.ts';
import { replaceHead } from './replace-head.ts';
import type { ResolvedContext } from './resolve-items.ts';
import type { IdentifiedDraft, Identity, KnownIdentity } from './rules/identify-items.ts';
import type { ResolvedDraft } from './rules/resolve.ts';

/**
 * Records on the head of a declared id that the id names this article, and takes over the decisions about the id. So
 * a kill by the declared id reaches the article, whichever comes first. `full`: too many stories share the id.
 */
export async function refer(
  { identity, refersFrom }: ResolvedDraft,
  services: DecisionServices,
): Promise<'referred' | 'full'> {
  if (refersFrom === undefined) return 'referred';
  const { key, as } = refersFrom;
  const { article, source } = identity;
  const head = await replaceHead(key, services.articles, (before) =>
    Promise.resolve(isFull(before.sharedBy, article) ? before : withReference(before, as, article)),
  );
  if (as === 'sharedBy' && isFull(head.sharedBy, article)) return 'full';
  await takeOver(head, { article, source }, services);
  return 'referred';
}

/**
 * Records on the heads of the other ids of an article that they name it, and takes over the decisions about them. An id
 * under which an article is stored names that article, and an id that very many articles state names none.
 */
export async function referAliases(
  { aliases, resolved: { identity } }: Pick<IdentifiedDraft, 'aliases'> & { resolved: ResolvedDraft },
  { heads, sent }: Pick<ResolvedContext, 'heads' | 'sent'>,
  services: DecisionServices,
): Promise<void> {
  const { article, source } = identity;
  const isName = ({ article: alias }: Identity): boolean => {
    return alias !== article && !sent.has(alias) && heads.get(alias)?.current === undefined;
  };
  for (const alias of aliases.filter(isName)) {
    const known = heads.get(alias.article);
    if (known !== undefined && refersTo(known, article)) {
      // A run that wrote the reference may have ended before it took over the decisions.
      await takeOver(known, { article, source }, services);
      continue;
    }
    const head = await replaceHead(alias, services.articles, (before) =>
      Promise.resolve(
        before.current !== undefined || isFull(before.aliasOf, article)
          ? before
          : withReference(before, 'aliasOf', article),
      ),
    );
    if (head.aliasOf?.includes(article) === true) await takeOver(head, { article, source }, services);
  }
}

const refersTo = ({ aliasOf = [], sameAs }: Head, article: ArticleId): boolean =>
  aliasOf.includes(article) || sameAs === article;

async function takeOver(
  head: Head,
  { article, source }: KnownIdentity,
  services: DecisionServices,
): Promise<void> {
  const decisions = Object.values(head.decisions ?? {});
  if (decisions.length === 0) return;
  const { head: own } = await services.articles.head(article);
  // One submission may take several decisions about an article, for example a hold and a kill.
  const nameOf = ({ action, receipt }: Decision): string => `${action} ${receipt}`;
  const inForce = new Set(Object.values(own?.decisions ?? {}).map(nameOf));
  for (const decision of decisions) {
    if (!inForce.has(nameOf(decision))) await decide({ article, source }, decision, services);
  }
}

function isFull(sharedBy: readonly string[] = [], article: string): boolean {
  return sharedBy.length >= MAX_SHARED && !sharedBy.includes(article);
}
