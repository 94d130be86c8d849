import type { ArticleContent } from '../../domain/article.ts';
import type { Rejection } from '../../domain/outcome.ts';
import type { BoilerplateRule } from '../../domain/source.ts';
import { lineOfText } from '../../domain/text.ts';

/** One article as a submission states it, cleaned and in the model's terms, before it has an identity or a place. */
export interface Draft {
  declaredId?: string;
  declaredVersion?: string;
  versioncreated?: string;
  pubstatus: 'usable' | 'withheld' | 'canceled';
  content: ArticleContent;
  removed: string[];
  notes: string[];
}

export type Drafted = { ok: true; draft: Draft } | { ok: false; rejection: Rejection; declaredId?: string };

/** What the source lends to everything it sends. */
export interface SourceDefaults {
  language: string;
  boilerplate: readonly BoilerplateRule[];
  /** What relative addresses are resolved against. */
  base?: string;
  /** When the submission was received, ISO 8601; dates well after it are none. */
  receivedAt?: string;
}

export function rejected(code: Rejection['code'], detail: string): { ok: false; rejection: Rejection } {
  return { ok: false, rejection: { code, detail } };
}

/** The same with notes about the document it was in. */
export function withNotes(drafted: Drafted, notes: readonly string[]): Drafted {
  if (!drafted.ok || notes.length === 0) return drafted;
  return { ok: true, draft: { ...drafted.draft, notes: [...notes, ...drafted.draft.notes] } };
}

/** What a sender tells the editors of an article, such as why it was corrected: kept as a note, published nowhere. */
export function noteToEditors(text = ''): string[] {
  const line = lineOfText(text);
  return line === '' ? [] : [`to editors: ${line}`];
}

/** Contents that say nothing beyond a headline and a body. */
export function plainContent(
  core: Pick<ArticleContent, 'headline' | 'body' | 'language' | 'bylines'>,
): ArticleContent {
  return { ...core, subjects: [], genres: [], places: [], associations: [] };
}
