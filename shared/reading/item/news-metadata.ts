import type { ArticleContent } from '../../domain/article.ts';
import { type Instant, parseInstant } from '../../domain/instant.ts';
import { isOrderableVersion } from '../../domain/order.ts';
import { lineOfText } from '../../domain/text.ts';
import { defined } from '../draft/defined.ts';
import { type Draft, type Drafted, noteToEditors, plainContent, rejected } from '../draft/draft.ts';

/** The metadata that news documents have and feeds do not. Values are as the sender wrote them. */
export interface NewsMetadata {
  status?: 'withheld' | 'canceled' | undefined;
  version?: string | undefined;
  embargoed?: string | undefined;
  expires?: string | undefined;
  urgency?: number | undefined;
  genres?: string[];
  places?: string[];
  usageterms?: string | undefined;
  /** A message to the editors who receive the article. */
  ednote?: string | undefined;
  /** The id of the article. It is here so that a cancellation works even if the text of the article is rejected. */
  id?: string | undefined;
}

/** How many characters of a value that was not understood a note or a reason quotes. */
const MAX_QUOTED = 60;

/**
 * Adds to a draft the metadata of the document that it was read from. If an embargo or an expiry is not an instant
 * with a time zone, the article is rejected (FIELD_EMBARGO), because Wiredesk must not guess when an article may
 * appear. A cancellation needs no text.
 */
export function withNewsMetadata(drafted: Drafted, metadata: NewsMetadata): Drafted {
  const { embargoed, expires, version, status } = metadata;
  for (const [name, value] of Object.entries({ embargoed, expires })) {
    if (value !== undefined && instantOf(value) === undefined) {
      return {
        ...rejected('FIELD_EMBARGO', `${name}: ${value.slice(0, MAX_QUOTED)}`),
        ...declaredIdOf(drafted),
      };
    }
  }
  const draft = drafted.ok ? drafted.draft : cancellation(drafted.declaredId ?? metadata.id, status);
  if (draft === undefined) return drafted;
  const isOrderable = version !== undefined && isOrderableVersion(version);
  const versionNotes =
    version !== undefined && !isOrderable ? [`version is not a number: ${version.slice(0, MAX_QUOTED)}`] : [];
  return {
    ok: true,
    draft: defined<Draft>({
      ...draft,
      pubstatus: status ?? draft.pubstatus,
      declaredVersion: isOrderable ? version : undefined,
      content: defined<ArticleContent>({
        ...draft.content,
        genres: metadata.genres ?? draft.content.genres,
        places: metadata.places ?? draft.content.places,
        urgency: metadata.urgency,
        usageterms: metadata.usageterms === undefined ? undefined : lineOfText(metadata.usageterms),
        embargoed: embargoed === undefined ? undefined : instantOf(embargoed),
        expires: expires === undefined ? undefined : instantOf(expires),
      }),
      notes: [...noteToEditors(metadata.ednote), ...versionNotes, ...draft.notes],
    }),
  };
}

/** The urgency if it is in the range of ninjs and NewsML-G2, 1 to 9. */
export function urgencyOf(value: number | undefined): number | undefined {
  return value !== undefined && value >= 1 && value <= 9 ? value : undefined;
}

function declaredIdOf(drafted: Drafted): { declaredId?: string } {
  const id = drafted.ok ? drafted.draft.declaredId : drafted.declaredId;
  return id === undefined ? {} : { declaredId: id };
}

/** Reads an instant, also in the basic format of ISO 8601 that NITF uses (`20260413T093000Z`). */
function instantOf(text: string): Instant | undefined {
  const basic = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)?(Z|[+-]\d\d:?\d\d)$/i.exec(text.trim());
  if (basic === null) return parseInstant(text);
  const [, year, month, day, hour, minute, second = '00', zone] = basic;
  return parseInstant(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`);
}

/** The draft of a kill without a text. Undefined if the status is not `canceled`, or if there is no id. */
function cancellation(id: string | undefined, status: NewsMetadata['status']): Draft | undefined {
  if (status !== 'canceled' || id === undefined) return undefined;
  const content = plainContent({ headline: '', body: '', language: 'und', bylines: [] });
  return { declaredId: id, pubstatus: 'canceled', content, removed: [], notes: [] };
}
