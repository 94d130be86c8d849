import type { ArticleContent, Doubt } from '../../domain/article.ts';
import type { Instant } from '../../domain/instant.ts';
import type { DoubtCode, Rejection } from '../../domain/outcome.ts';
import type { Result } from '../../domain/result.ts';
import type { BoilerplateRule, FutureDates } from '../../domain/source.ts';
import { lineOfText } from '../../domain/text.ts';

/** One article of a submission, cleaned, before it has an id and a version. */
export interface Draft {
  declaredId?: string;
  /** Other ids of the same article, best first: ids under which it may have been received before. */
  otherIds?: string[];
  /**
   * Versions of Wiredesk before 2026-12 did not read the declared id of this kind of item. They gave such an article
   * an id made from its link or its contents.
   */
  unnamedBefore?: true;
  /** The declared id of an earlier story that this story replaces (ninjs `evolvedfrom`). */
  follows?: string;
  declaredVersion?: string;
  versioncreated?: Instant;
  pubstatus: 'usable' | 'withheld' | 'canceled';
  /** Present only if the article must wait for a person. Then `pubstatus` is not usable. */
  doubt?: Doubt;
  content: ArticleContent;
  /** Text that a rule cut out of the article, as the sender wrote it. */
  removed: string[];
  /** What was repaired or assumed while the article was read. */
  notes: string[];
  /** Lines of the document that are no part of the article. `finish` searches them for notices and drops them. */
  besides?: Beside[];
}

/** A line beside an article in which a sender may write to editors, such as a slug, a tag line or a comment. */
export interface Beside {
  text: string;
  /** Whether readers never see the line, because it is a comment of the markup. */
  isComment?: true;
  /** What the line is, if it is more than an ordinary line: a note is for editors, terms are those of its use. */
  as?: 'slug' | 'keyword' | 'title' | 'note' | 'terms';
}

/** The result of reading an article. An erasure stores it as JSON, so the members must keep their names. */
export type Drafted = Result<{ draft: Draft }, { rejection: Rejection; declaredId?: string }>;

/** The settings of a source that apply to all its articles. */
export interface SourceDefaults {
  /** BCP 47 tag, used where the language cannot be detected. */
  language: string;
  boilerplate: readonly BoilerplateRule[];
  /** Relative addresses are resolved against this address. */
  base?: string;
  /** When the submission was received, ISO 8601. A date well after this instant is not used. */
  receivedAt?: Instant;
  /**
   * IANA name of the time zone in which dates without a zone are read. Without it, dates of articles are read as UTC,
   * and dates of embargoes are unknown.
   */
  timeZone?: string;
  /** What a publication date in the future means: the article waits until then, or the date is noted only. */
  futureDates?: FutureDates;
}

export function rejected(code: Rejection['code'], detail: string): { ok: false; rejection: Rejection } {
  return { ok: false, rejection: { code, detail } };
}

/**
 * The draft, withheld until a person releases it. A canceled draft stays canceled. If the draft is withheld or in doubt
 * already, the first reason stays, and the new reason becomes a note.
 */
export function inDoubt(draft: Draft, code: DoubtCode, detail: string): Draft {
  if (draft.pubstatus === 'canceled') return draft;
  // A draft that the sender itself withholds stays without a doubt, because only the sender may end that.
  if (draft.doubt !== undefined || draft.pubstatus === 'withheld') {
    const isKnown = draft.doubt?.code === code && draft.doubt.detail === detail;
    const note = `also withheld because of ${code}: ${detail}`;
    return isKnown || draft.notes.includes(note) ? draft : { ...draft, notes: [...draft.notes, note] };
  }
  return { ...draft, pubstatus: 'withheld', doubt: { code, detail } };
}

/** Adds notes before those of the draft. A rejection stays as it is. */
export function withNotes(drafted: Drafted, notes: readonly string[]): Drafted {
  if (!drafted.ok || notes.length === 0) return drafted;
  return { ok: true, draft: { ...drafted.draft, notes: [...notes, ...drafted.draft.notes] } };
}

/** Adds lines beside the article to a draft. */
export function withBesides(drafted: Drafted, besides: readonly Beside[]): Drafted {
  if (!drafted.ok || besides.length === 0) return drafted;
  return { ok: true, draft: { ...drafted.draft, besides: [...(drafted.draft.besides ?? []), ...besides] } };
}

/** Lines beside an article, each once and without those that are empty. */
export function besidesAs(as: Beside['as'], texts: readonly (string | undefined)[]): Beside[] {
  const lines = new Set(texts.flatMap((text) => (text === undefined || text.trim() === '' ? [] : [text])));
  return [...lines].map((text) => (as === undefined ? { text } : { text, as }));
}

const TO_EDITORS = 'to editors: ';

/**
 * The note that keeps a message from the sender to the editors, such as why the article was corrected. It is never
 * published.
 */
export function noteToEditors(...texts: readonly (string | undefined)[]): string[] {
  const lines = new Set(texts.map((text) => lineOfText(text ?? '')));
  return [...lines].flatMap((line) => (line === '' ? [] : [`${TO_EDITORS}${line}`]));
}

/** The messages to editors in the notes of a draft. */
export function editorsNotesIn(notes: readonly string[]): string[] {
  return notes.filter((note) => note.startsWith(TO_EDITORS)).map((note) => note.slice(TO_EDITORS.length));
}

/** The content of an article that has only a headline, a body, a language and bylines. */
export function plainContent(
  core: Pick<ArticleContent, 'headline' | 'body' | 'language' | 'bylines'>,
): ArticleContent {
  return { ...core, subjects: [], genres: [], places: [], associations: [] };
}
