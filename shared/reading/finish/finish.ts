import { wellCased } from '../../domain/language-tag.ts';
import { type Drafted, rejected } from '../draft/draft.ts';
import { countUndecodable, showUndecodable } from '../open/undecodable.ts';
import { withinMetadataLimits } from './metadata-limits.ts';
import { withStatedEmbargo } from './stated-embargo.ts';
import { withSummary } from './summarise.ts';

/** What is known of the document that an item was in: its encoding, and the notes on opening it. */
export interface OpenedDocument {
  encoding: string;
  notes: readonly string[];
}

/** The steps that are the same for the items of all formats, after the item has been read. */
export function finish(read: Drafted, document: OpenedDocument): Drafted {
  return refuseUndecodable(finishDraft(read, document.notes), document.encoding);
}

function finishDraft(read: Drafted, notes: readonly string[]): Drafted {
  const drafted = read.ok ? withStatedEmbargo(read.draft) : read;
  if (!drafted.ok) return drafted;
  const { content, ...draft } = withSummary(drafted.draft);
  const language = wellCased(content.language);
  const noted = { ...draft, content: { ...content, language }, notes: [...notes, ...draft.notes] };
  return { ok: true, draft: withinMetadataLimits(noted) };
}

/**
 * Rejects an article that has bytes which are not characters of its encoding, so that no � is published. Other items of
 * the same document are not affected.
 */
function refuseUndecodable(drafted: Drafted, encoding: string): Drafted {
  const { declaredId = '' } = drafted.ok ? drafted.draft : drafted;
  const named = declaredId === '' || countUndecodable(declaredId) > 0 ? {} : { declaredId };
  if (!drafted.ok) {
    const { code, detail } = drafted.rejection;
    return { ...rejected(code, showUndecodable(detail)), ...named };
  }
  const count = countUndecodable(JSON.stringify(drafted.draft));
  if (count === 0) return drafted;
  const detail = `sequences of bytes in it that are not ${encoding}: ${count}`;
  return { ...rejected('ENCODING_INVALID', detail), ...named };
}
