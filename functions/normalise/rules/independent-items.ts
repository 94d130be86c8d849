import { articlesNamedBy } from '../../../shared/domain/head.ts';
import type { ArticleId } from '../../../shared/domain/identity.ts';
import { identitiesNamed, type IdentifiedItem } from './identify-items.ts';
import type { Heads, ResolvedDraft } from './resolve.ts';

/** An item, and its position in the submission, from 0. */
export interface PlacedItem<Item extends IdentifiedItem = IdentifiedItem> {
  at: number;
  item: Item;
}

/**
 * Divides the items of a submission into groups that have no article in common. Items of different groups may be
 * worked on at the same time. Within a group the order of the submission counts, because which article an item means
 * may depend on the items before it. `heads`: what is stored under the ids that the items state, once it is known; a
 * stored reference between two articles joins their groups.
 */
export function independentGroups<Item extends IdentifiedItem & { resolved?: ResolvedDraft }>(
  placed: readonly PlacedItem<Item>[],
  heads: Heads = new Map(),
): PlacedItem<Item>[][] {
  const joined = new JoinedIds();
  const firsts = placed.map(({ at, item }) => {
    const articles = articlesOf(item);
    const referred = articles.flatMap((article) => {
      const head = heads.get(article);
      return head === undefined ? [] : articlesNamedBy(head);
    });
    // An item that names no article is a group of its own.
    const [first = `item ${at}`, ...others] = [...articles, ...referred];
    for (const other of others) joined.join(first, other);
    return first;
  });
  const groups = Map.groupBy(placed, (_, index) => joined.rootOf(firsts[index] ?? ''));
  return [...groups.values()];
}

/** The articles that an item may mean, refer to or decide about. */
function articlesOf(item: IdentifiedItem & { resolved?: ResolvedDraft }): ArticleId[] {
  if (item.kind === 'erased') return [item.erased.erased];
  if (item.kind === 'refused')
    return item.identity === undefined ? [] : [item.identity, ...(item.spellings ?? [])].map(idOf);
  const { key, spellings, others, aliases, apart, identity, resolved, draft } = item;
  const followed = draft.follows === undefined ? [] : identitiesNamed(draft.follows, key.source);
  const found = resolved === undefined ? [] : [resolved.identity];
  return [key, identity, apart, ...spellings, ...others, ...aliases, ...followed, ...found].map(idOf);
}

const idOf = ({ article }: { article: ArticleId }): ArticleId => article;

/** Sets of ids that grow together (a union-find structure). */
class JoinedIds {
  readonly #parents = new Map<string, string>();

  rootOf(id: string): string {
    let root = id;
    for (let above = this.#parents.get(root); above !== undefined; above = this.#parents.get(root))
      root = above;
    // The next search for these ids is short.
    for (let at = id; at !== root;) {
      const above = this.#parents.get(at) ?? root;
      this.#parents.set(at, root);
      at = above;
    }
    return root;
  }

  join(id: string, other: string): void {
    const [root, otherRoot] = [this.rootOf(id), this.rootOf(other)];
    if (root !== otherRoot) this.#parents.set(otherRoot, root);
  }
}
