import type { ReceiptItem } from '../../shared/contract/stores.ts';
import { articlesNamedBy } from '../../shared/domain/head.ts';
import { rejected } from '../../shared/reading/draft/draft.ts';
import { decide } from './decide.ts';
import { refer } from './refer.ts';
import { refuse } from './refuse.ts';
import type { ResolvedContext } from './resolve-items.ts';
import type { IdentifiedDraft } from './rules/identify-items.ts';
import { killBySource } from './rules/kill-by-source.ts';
import { type ResolvedDraft, withdrawnArticles } from './rules/resolve.ts';
import { summaryOf } from './rules/summary-of.ts';
import type { NormaliseServices } from './services.ts';

/**
 * Withdraws the article of a draft with `pubstatus` canceled. A withdrawal may arrive before its article if the sender
 * gave the id. One without an id of the sender that fits no stored article is refused (WITHDRAWAL_UNKNOWN), because
 * the article that it means would stay.
 */
export async function withdraw(
  context: ResolvedContext,
  item: IdentifiedDraft & { resolved: ResolvedDraft },
  services: NormaliseServices,
): Promise<ReceiptItem> {
  const { heads, sent, envelope } = context;
  const { identity } = item.resolved;
  const withdrawn = withdrawnArticles(item, identity, heads);
  const named = withdrawn.flatMap(({ article }) => {
    const head = heads.get(article);
    return [article, ...(head === undefined ? [] : articlesNamedBy(head))];
  });
  const isKnown = named.some((article) => heads.get(article)?.current !== undefined || sent.has(article));
  const isShared = withdrawn.some(({ article }) => heads.get(article)?.sharedBy !== undefined);
  if (item.from !== 'sender' && !isKnown && !isShared) {
    const unknown = rejected('WITHDRAWAL_UNKNOWN', item.draft.content.headline.slice(0, MAX_QUOTED));
    return refuse(context, { rejection: unknown.rejection, identity }, services);
  }
  await refer(item.resolved, services);
  for (const one of withdrawn) await decide(one, killBySource(envelope), services);
  const shown = summaryOf(item.draft);
  const notes = isKnown || isShared ? shown.notes : [...shown.notes, NOT_STORED_YET];
  return { item: context.item, article: identity.article, ...shown, notes, outcome: 'decided', channels: [] };
}

/** A reason quotes at most this many characters. */
const MAX_QUOTED = 80;
const NOT_STORED_YET = 'no article with this id is stored yet; the withdrawal applies to it when it arrives';
