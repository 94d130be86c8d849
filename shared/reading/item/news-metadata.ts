import type { ArticleContent } from '../../domain/article.ts';
import { isOrderableVersion } from '../../domain/order.ts';
import { lineOfText } from '../../domain/text.ts';
import { defined } from '../draft/defined.ts';
import { type Draft, type Drafted, noteToEditors } from '../draft/draft.ts';

/** The metadata that news documents have and feeds do not. Values are as the sender wrote them. */
export interface NewsMetadata {
  version?: string | undefined;
  urgency?: number | undefined;
  genres?: string[];
  places?: string[];
  usageterms?: string | undefined;
  /** Messages to the editors who receive the article. */
  ednotes?: readonly (string | undefined)[];
}

/** How many characters of a value that was not understood a note or a reason quotes. */
const MAX_QUOTED = 60;

/** Adds to a draft the metadata of the document that it was read from. */
export function withNewsMetadata(drafted: Drafted, metadata: NewsMetadata): Drafted {
  if (!drafted.ok) return drafted;
  const { draft } = drafted;
  const { version } = metadata;
  const isOrderable = version !== undefined && isOrderableVersion(version);
  const versionNotes =
    version !== undefined && !isOrderable ? [`version is not a number: ${version.slice(0, MAX_QUOTED)}`] : [];
  return {
    ok: true,
    draft: defined<Draft>({
      ...draft,
      declaredVersion: isOrderable ? version : undefined,
      content: defined<ArticleContent>({
        ...draft.content,
        genres: metadata.genres ?? draft.content.genres,
        places: metadata.places ?? draft.content.places,
        urgency: metadata.urgency,
        usageterms: metadata.usageterms === undefined ? undefined : lineOfText(metadata.usageterms),
      }),
      notes: [...noteToEditors(...(metadata.ednotes ?? [])), ...versionNotes, ...draft.notes],
    }),
  };
}

/** The urgency if it is in the range of ninjs and NewsML-G2, 1 to 9. */
export function urgencyOf(value: number | undefined): number | undefined {
  return value !== undefined && value >= 1 && value <= 9 ? value : undefined;
}
