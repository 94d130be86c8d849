import type { ArticleContent } from '../../domain/article.ts';
import { lineOfText } from '../../domain/text.ts';
import { isOrderableVersion } from '../../domain/order.ts';
import { type Draft, type Drafted, noteToEditors, plainContent, rejected } from '../draft/draft.ts';
import { defined } from './upstream-item.ts';
import { parseInstant } from '../../domain/instant.ts';

/** What news documents state about an article beside its text, as written; feeds have none of it. */
export interface Statement {
  status?: 'withheld' | 'canceled' | undefined;
  version?: string | undefined;
  embargoed?: string | undefined;
  expires?: string | undefined;
  urgency?: number | undefined;
  genres?: string[];
  places?: string[];
  usageterms?: string | undefined;
  /** What it tells the editors who receive it. */
  ednote?: string | undefined;
  /** The id, where the article's text was refused but its cancellation counts all the same. */
  id?: string | undefined;
}

/**
 * The draft with what the document states. An embargo or expiry that is no instant with a zone refuses the article
 * (FIELD_EMBARGO): when it may appear is not to be guessed. A cancellation needs no text.
 */
export function withStatement(drafted: Drafted, statement: Statement): Drafted {
  const { embargoed, expires, version, status } = statement;
  for (const [name, value] of Object.entries({ embargoed, expires })) {
    if (value !== undefined && instantOf(value) === undefined) {
      return { ...rejected('FIELD_EMBARGO', `${name}: ${value.slice(0, 60)}`), ...declared(drafted) };
    }
  }
  const draft = drafted.ok ? drafted.draft : cancellation(drafted.declaredId ?? statement.id, status);
  if (draft === undefined) return drafted;
  const ordered = version !== undefined && isOrderableVersion(version);
  const note = version !== undefined && !ordered ? [`version is no number: ${version.slice(0, 60)}`] : [];
  return {
    ok: true,
    draft: defined<Draft>({
      ...draft,
      pubstatus: status ?? draft.pubstatus,
      declaredVersion: ordered ? version : undefined,
      content: defined<ArticleContent>({
        ...draft.content,
        genres: statement.genres ?? draft.content.genres,
        places: statement.places ?? draft.content.places,
        urgency: statement.urgency,
        usageterms: statement.usageterms === undefined ? undefined : lineOfText(statement.usageterms),
        embargoed: embargoed && instantOf(embargoed),
        expires: expires && instantOf(expires),
      }),
      notes: [...noteToEditors(statement.ednote), ...note, ...draft.notes],
    }),
  };
}

const declared = (drafted: Drafted): { declaredId?: string } => {
  const id = drafted.ok ? drafted.draft.declaredId : drafted.declaredId;
  return id === undefined ? {} : { declaredId: id };
};

/** NITF writes instants in ISO 8601's basic form (`20260413T093000Z`). */
function instantOf(text: string): string | undefined {
  const basic = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)?(Z|[+-]\d\d:?\d\d)$/i.exec(text.trim());
  if (basic === null) return parseInstant(text);
  const [, year, month, day, hour, minute, second = '00', zone] = basic;
  return parseInstant(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`);
}

/** A kill without any text; undefined if it is none or names nothing to kill. */
function cancellation(id: string | undefined, status: Statement['status']): Draft | undefined {
  if (status !== 'canceled' || id === undefined) return undefined;
  const content = plainContent({ headline: '', body: '', language: 'und', bylines: [] });
  return { declaredId: id, pubstatus: 'canceled', content, removed: [], notes: [] };
}
