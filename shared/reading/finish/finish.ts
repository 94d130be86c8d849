import { wellCased } from '../../domain/language-tag.ts';
import { lineOfText } from '../../domain/text.ts';
import { type Draft, type Drafted, type SourceDefaults, rejected } from '../draft/draft.ts';
import { countUndecodable, showUndecodable } from '../open/undecodable.ts';
import { withinMetadataLimits } from './metadata-limits.ts';
import { withStatedEmbargo } from './stated-embargo.ts';
import { withSummary } from './summarise.ts';

/** What is known about the document of an item: its encoding, and the notes from opening it. */
export interface OpenedDocument {
  encoding: string;
  notes: readonly string[];
}

/** Does the steps that follow the reading of an item. They are the same for all formats. */
export function finish(read: Drafted, document: OpenedDocument, defaults: SourceDefaults): Drafted {
  if (!read.ok) return refuseUndecodable(read, document.encoding);
  const { besides: _searched, ...draft } = withStatedEmbargo(read.draft, defaults);
  return refuseUndecodable(finishDraft(draft, document.notes), document.encoding);
}

function finishDraft(read: Draft, notes: readonly string[]): Drafted {
  const { content, ...draft } = withSummary(read);
  const language = wellCased(content.language);
  // A note may quote the sender, and people read each note as one line.
  const lines = [...notes, ...draft.notes].map(lineOfText);
  const noted = { ...draft, content: { ...content, language }, notes: lines };
  return { ok: true, draft: withinMetadataLimits(noted) };
}

/**
 * Rejects an article with bytes that are not characters of its encoding, so that no � is published. Other items of
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
  const detail = `sequences of bytes in the article that are not ${encoding}: ${count}`;
  return { ...rejected('ENCODING_INVALID', detail), ...named };
}
