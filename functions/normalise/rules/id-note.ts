import { lineOfText } from '../../../shared/domain/text.ts';
import type { Draft } from '../../../shared/reading/draft/draft.ts';
import type { IdentifiedDraft } from './identify-items.ts';
import type { ResolvedDraft } from './resolve.ts';

/** A note quotes at most this many characters of an id. */
const MAX_QUOTED = 80;

/** The draft, with a note if its article has another id than the one that the item states. */
export function withIdNote(
  draft: Draft,
  { resolved, key, apart }: IdentifiedDraft & { resolved: ResolvedDraft },
): Draft {
  const { article, declaredId } = resolved.identity;
  if (article === key.article) return draft;
  const note =
    article === apart.article
      ? `id: other stories have the id ${quoted(key.declaredId)} too; this one is kept apart as ${quoted(declaredId, 120)}`
      : `id: the article is stored under its earlier id ${quoted(declaredId)}`;
  return { ...draft, notes: [...draft.notes, note] };
}

const quoted = (id: string, length = MAX_QUOTED): string => lineOfText(id).slice(0, length);
