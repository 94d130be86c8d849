import type { BoilerplateRule } from '../../domain/source.ts';
import { boilerplateSets } from './boilerplate-rules/index.ts';
import type { Pattern } from './boilerplate-rules/rule.ts';

/** A source's patterns are not ours: they run on text of at most this many characters. */
const LONGEST_FOR_SOURCE = 2000;

/** A link to another story is a title. */
const LONGEST_TEASER = 160;

/** More lines under one heading than this are an article's own list. */
const LONGEST_BLOCK = 20;

/** Brackets and signs before a word that announces other stories. */
const OPENING = /^[\s【［[（(〈<▶►▷▼◎※■●◆★#*_>|👉-]+/u;

/** After the word: nothing, so that it heads a block; or a bracket or separator and a title. */
const HEADING = /^[】］\])）)〉>*_\s:：|｜丨▼↓…-]*$/u;
const TEASER = /^(?:[】］\])）)〉*_]|\s*[:：|｜丨/／>»›]).*[\p{L}\p{N}]/u;

export interface Boilerplate {
  /** The kind of boilerplate a paragraph is wherever it stands; undefined if it is none. */
  anywhere(text: string): string | undefined;
  /** The kind it is where no more prose follows. */
  atEnd(text: string): string | undefined;
  /** Whether it heads a block of links to other stories. */
  heads(text: string): boolean;
  /** The source's own patterns that could not be used. */
  notes: string[];
}

function matching(patterns: readonly Pattern[], text: string): string | undefined {
  return patterns.find(({ test, longest }) => text.length <= longest && test.test(text))?.kind;
}

function sourcePatterns(rules: readonly BoilerplateRule[], notes: string[]): Pattern[] {
  return rules.flatMap(({ pattern, kind }) => {
    try {
      return [{ kind, test: new RegExp(pattern, 'ui'), longest: LONGEST_FOR_SOURCE }];
    } catch {
      notes.push(`the source's boilerplate pattern for ${kind} is no regular expression and was not used`);
      return [];
    }
  });
}

/** The rules for a language with a source's own before them. */
export function boilerplateFor(language: string, own: readonly BoilerplateRule[]): Boilerplate {
  const sets = boilerplateSets(language);
  const notes: string[] = [];
  const anywhere = [...sourcePatterns(own, notes), ...sets.flatMap((set) => set.anywhere)];
  const end = sets.flatMap((set) => set.end);
  const headings = sets.flatMap((set) => set.headings ?? []);
  const buttons = new Set(sets.flatMap((set) => set.buttons.map((word) => word.toLowerCase())));
  const words = new Set(sets.flatMap((set) => set.related.map((word) => word.toLowerCase())));
  const longest = Math.max(...[...words].map((word) => word.length));

  /** What follows a word that announces other stories; undefined where the text does not begin with one. */
  const announced = (text: string): string | undefined => {
    if (text.length > LONGEST_TEASER) return undefined;
    const start = text.replace(OPENING, '').toLowerCase();
    for (let length = Math.min(longest, start.length); length >= 2; length--) {
      if (words.has(start.slice(0, length))) return start.slice(length);
    }
    return undefined;
  };

  const isBar = (text: string): boolean => {
    if (text.length > 120) return false;
    const labels = text
      .toLowerCase()
      .split(/\s*[|｜丨/／、,，·•:：]\s*|\s{2,}|[\t　]/u)
      .filter(Boolean);
    const tokens = labels.every((label) => buttons.has(label))
      ? labels
      : text
          .toLowerCase()
          .split(/[\s|｜丨/／、,，·•:：]+/u)
          .filter(Boolean);
    return tokens.length >= 2 && tokens.every((token) => buttons.has(token));
  };

  return {
    anywhere: (text) => {
      const kind = matching(anywhere, text);
      if (kind !== undefined) return kind;
      if (TEASER.test(announced(text) ?? '')) return 'related';
      return isBar(text) ? 'share' : undefined;
    },
    atEnd: (text) => matching(end, text),
    heads: (text) =>
      HEADING.test(announced(text) ?? 'x') || (text.length <= 40 && headings.some((test) => test.test(text))),
    notes,
  };
}

/** Whether a paragraph is prose: it ends a sentence, or is too long for a title or a link. */
export function isProse(text: string): boolean {
  const wide = /\p{Script=Han}/u.test(text.slice(0, 40));
  return text.length > (wide ? 60 : 140) || /[。.；;][”"’』」）)]*$/u.test(text);
}

/**
 * Kinds of boilerplate by paragraph; undefined where it stays. `cut` says which paragraphs other rules (credits)
 * take away already.
 */
export function boilerplateIn(
  texts: readonly string[],
  cut: readonly boolean[],
  rules: Boilerplate,
): (string | undefined)[] {
  const kinds = texts.map((text, at) => (cut[at] ? undefined : rules.anywhere(text)));
  const gone = (at: number): boolean => cut[at] === true || kinds[at] !== undefined;

  texts.forEach((text, at) => {
    if (gone(at) || !rules.heads(text)) return;
    kinds[at] = 'related';
    let end = at + 1;
    while (end < texts.length && end - at <= LONGEST_BLOCK && (gone(end) || !isProse(texts[end] ?? '')))
      end++;
    if (end < texts.length) return;
    for (let line = at + 1; line < end; line++) if (!gone(line)) kinds[line] = 'related';
  });

  for (let at = texts.length - 1; at >= 0; at--) {
    const text = texts[at] ?? '';
    if (gone(at)) continue;
    const kind = rules.atEnd(text);
    if (kind !== undefined) kinds[at] = kind;
    else if (isProse(text)) break;
  }
  return kinds;
}
