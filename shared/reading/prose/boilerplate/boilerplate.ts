import type { BoilerplateRule } from '../../../domain/source.ts';
import { boilerplateBase, boilerplateSets } from './rules/index.ts';
import type { BoilerplateSet, Pattern } from './rules/rule.ts';
import { embargoLine } from './embargo-line.ts';
import { stampOf } from '../../dates/stamp.ts';

/** A source's patterns are not ours: they run on text of at most this many characters. */
const LONGEST_FOR_SOURCE = 2000;

/** A link to another story is a title. */
const LONGEST_TEASER = 160;

/** More lines under one heading than this are an article's own list. */
const LONGEST_BLOCK = 20;

/** Brackets and signs before a word that announces other stories. */
const OPENING = /^[\s【［[（(〈<＜《▶►▷▼◎※■●◆◇★☆▪▫•·‧△▲➤→✦🔗📌#*_>|👉-]+/u;

/** After the word: nothing, so that it heads a block; or a bracket or separator and a title. */
const HEADING = /^[】］\])）)〉>＞》*_\s:：|｜丨▼↓…-]*$/u;
const TEASER = /^(?:[】］\])）)〉*_]|\s*[:：|｜丨/／>»›]).*[\p{L}\p{N}]/u;

/** A page's button with its brackets and arrows. */
const LONGEST_BUTTON = 40;
const AROUND_BUTTON = /^[\s【［[（(▼▲↓↑>]+|[\s】］\])）▼▲↓↑>!！。]+$/gu;

/** The first characters of a button, or of a bar's first one: most lines need no more to be told from a bar. */
const barBeginning = (text: string): string => /[^\s|｜丨/／、,，·•:：【】[\]]{1,2}/u.exec(text)?.[0] ?? '';

/** Paragraphs from the top that are looked at for stamps and buttons. */
const TOP = 12;

export interface Boilerplate {
  /** The kind of boilerplate a paragraph is wherever it stands; undefined if it is none. */
  anywhere(text: string): string | undefined;
  /** The kind it is where no more prose follows. */
  atEnd(text: string): string | undefined;
  /** The kind it is where no prose has come yet. */
  atTop(text: string): string | undefined;
  /** The kind it is where credits have closed the story. */
  signedOff(text: string): string | undefined;
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

/** Put together once for a language and a source: a submission has many articles of the same. */
const known = new WeakMap<readonly BoilerplateRule[], Map<string, Boilerplate>>();

/** The rules for a language with a source's own before them. */
export function boilerplateFor(language: string, own: readonly BoilerplateRule[]): Boilerplate {
  const ofSource = known.get(own) ?? new Map<string, Boilerplate>();
  known.set(own, ofSource);
  // Other languages than those with rules are one, and what a sender calls a language can be anything.
  const base = boilerplateBase(language);
  const rules = ofSource.get(base) ?? assembled(boilerplateSets(base), own);
  ofSource.set(base, rules);
  return rules;
}

function assembled(sets: readonly BoilerplateSet[], own: readonly BoilerplateRule[]): Boilerplate {
  const notes: string[] = [];
  const anywhere = [...sourcePatterns(own, notes), ...sets.flatMap((set) => set.anywhere)];
  const end = sets.flatMap((set) => set.end);
  const headings = sets.flatMap((set) => set.headings ?? []);
  const top = sets.flatMap((set) => set.top ?? []);
  const signedOff = sets.flatMap((set) => set.signedOff ?? []);
  const lone = new Set(sets.flatMap((set) => (set.lone ?? []).map((word) => word.toLowerCase())));
  const isLone = (text: string): boolean =>
    text.length <= LONGEST_BUTTON && lone.has(text.toLowerCase().replace(AROUND_BUTTON, ''));
  const buttons = new Set([...sets.flatMap((set) => set.buttons.map((word) => word.toLowerCase())), ...lone]);
  const words = new Set(sets.flatMap((set) => set.related.map((word) => word.toLowerCase())));
  const longest = Math.max(...[...words].map((word) => word.length));
  const beginnings = new Set([...words].map((word) => word.slice(0, 2)));
  const barBeginnings = new Set([...buttons].map(barBeginning));

  /** What follows a word that announces other stories; undefined where the text does not begin with one. */
  const announced = (text: string): string | undefined => {
    if (text.length > LONGEST_TEASER) return undefined;
    const opened = text.replace(OPENING, '');
    if (!beginnings.has(opened.slice(0, 2).toLowerCase())) return undefined;
    const start = opened.toLowerCase();
    for (let length = Math.min(longest, start.length); length >= 2; length--) {
      if (words.has(start.slice(0, length))) return start.slice(length);
    }
    return undefined;
  };

  const isBar = (text: string): boolean => {
    if (text.length > 120) return false;
    if (!barBeginnings.has(barBeginning(text).toLowerCase())) return false;
    const labels = text
      .toLowerCase()
      .split(/\s*[|｜丨/／、,，·•:：]\s*|\s{2,}|[\t　]/u)
      .filter(Boolean);
    const tokens = labels.every((label) => buttons.has(label))
      ? labels
      : text
          .toLowerCase()
          .split(/[\s|｜丨/／、,，·•:：【】[\]]+/u)
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
    atEnd: (text) => {
      // A date under a letter is the letter's.
      if (stampOf(text) === 'count') return 'stamp';
      return isLone(text) ? 'share' : matching(end, text);
    },
    atTop: (text) => {
      if (stampOf(text) !== undefined) return 'stamp';
      if (embargoLine(text) !== undefined) return 'embargo';
      return isLone(text) ? 'share' : matching(top, text);
    },
    signedOff: (text) => matching(signedOff, text),
    heads: (text) =>
      HEADING.test(announced(text) ?? 'x') || (text.length <= 40 && headings.some((test) => test.test(text))),
    notes,
  };
}

/** The end of a sentence, quotes closed, perhaps signed in brackets. */
const PROSE_END = /[。.；;][”"’』」）)]*(?:\s*[（(【][^（()）【】]{1,40}[）)】])?$/u;

/** Whether a paragraph is prose: it ends a sentence, or is too long for a title or a link. */
export function isProse(text: string): boolean {
  const wide = /\p{Script=Han}/u.test(text.slice(0, 40));
  return text.length > (wide ? 60 : 140) || PROSE_END.test(text);
}

/**
 * Kinds of boilerplate by paragraph; undefined where it stays. `cut` says which paragraphs other rules (credits)
 * take away already, `always` what each is by the rules that hold anywhere.
 */
export function boilerplateIn(
  texts: readonly string[],
  cut: readonly boolean[],
  rules: Boilerplate,
  always: readonly (string | undefined)[] = texts.map((text) => rules.anywhere(text)),
): (string | undefined)[] {
  const kinds = always.map((kind, at) => (cut[at] ? undefined : kind));
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

  cutTop(texts, kinds, gone, rules);
  cutEnd(texts, kinds, cut, rules);
  return kinds;
}

type Kinds = (string | undefined)[];

/** Up to the first paragraph of prose; the first of all may be a long title. */
function cutTop(
  texts: readonly string[],
  kinds: Kinds,
  gone: (at: number) => boolean,
  rules: Boilerplate,
): void {
  for (let at = 0; at < Math.min(TOP, texts.length); at++) {
    const text = texts[at] ?? '';
    if (gone(at)) continue;
    kinds[at] = rules.atTop(text);
    if (kinds[at] === undefined && at > 0 && isProse(text)) break;
  }
}

/** Back to the last paragraph of prose; then, from the credits that close the story, what only stands after those. */
function cutEnd(texts: readonly string[], kinds: Kinds, cut: readonly boolean[], rules: Boilerplate): void {
  let at = texts.length - 1;
  for (; at >= 0; at--) {
    if (cut[at] === true || kinds[at] !== undefined) continue;
    const text = texts[at] ?? '';
    kinds[at] = rules.atEnd(text);
    if (kinds[at] === undefined && isProse(text) && rules.signedOff(text) === undefined) break;
  }
  const credits = cut.indexOf(true, at + 1);
  // Credits over the story are not what closes it.
  if (at < 0 || credits === -1) return;
  for (let after = credits + 1; after < texts.length; after++) {
    if (cut[after] !== true) kinds[after] ??= rules.signedOff(texts[after] ?? '');
  }
}
