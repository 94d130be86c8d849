import type { BoilerplateRule } from '../../../domain/source.ts';
import { stampOf } from '../../dates/stamp.ts';
import { isEndMark } from './appendix.ts';
import { isExplained } from './notices.ts';
import { statementIn } from '../embargo/statement.ts';
import { boilerplateBase, boilerplateSets } from './rules/index.ts';
import type { BoilerplateSet, Pattern } from './rules/rule.ts';

/** A source's own patterns may be slow, so they run only on texts of at most this many characters. */
const LONGEST_FOR_SOURCE = 2000;

/** Maximum length, in characters, of a link to another story. Its text is the title of the story. */
const LONGEST_LINK = 160;

/** Brackets and signs before the words that announce other stories. */
const SIGNS_BEFORE = /^[\s【［[（(〈<＜《▶►▷▼◎※■●◆◇★☆▪▫•·‧△▲➤→✦🔗📌#*_>|👉-]+/u;

/**
 * What follows the words that announce other stories: nothing, if they are the heading of a block of links; or a
 * bracket or separator and a title, if the line is itself a link.
 */
const NOTHING_AFTER = /^[】］\])）)〉>＞》*_\s:：|｜丨▼↓…-]*$/u;
const TITLE_AFTER = /^(?:[】］\])）)〉*_]|\s*[:：|｜丨/／>»›]).*[\p{L}\p{N}]/u;

/** Maximum length, in characters, of the heading of a block of links that a pattern recognises. */
const LONGEST_HEADING = 40;

/** Maximum length, in characters, of the label of a button, with the brackets and arrows around it. */
const LONGEST_BUTTON = 40;
const AROUND_BUTTON = /^[\s【［[（(▼▲↓↑>]+|[\s】］\])）▼▲↓↑>!！。]+$/gu;

const LONGEST_BAR = 120;

/**
 * The first two characters of the first label in a bar of buttons. Comparing them is fast and shows that most texts
 * are not such a bar.
 */
const barBeginning = (text: string): string => /[^\s|｜丨/／、,，·•:：【】[\]]{1,2}/u.exec(text)?.[0] ?? '';

/**
 * The rules of a language and a source. Each function returns the kind of boilerplate, such as `copyright`, or
 * undefined if the paragraph is not boilerplate by this rule.
 */
export interface BoilerplateMatchers {
  /** Boilerplate anywhere in an article. */
  anywhere(text: string): string | undefined;
  /** Whether a rule of the source itself matches. Such a rule also cuts inside a story. */
  isOfSource(text: string): boolean;
  /** Boilerplate below the last paragraph of prose. */
  atEnd(text: string): string | undefined;
  /** Boilerplate above the first paragraph of prose. */
  atTop(text: string): string | undefined;
  /** Boilerplate after the credits at the end of a story. */
  afterCredits(text: string): string | undefined;
  /** Whether the paragraph is the heading of a block of links to other stories. */
  isLinkHeading(text: string): boolean;
  /** Notes about patterns of the source that are not valid. */
  notes: string[];
}

/** The matchers by source and language. They are kept, because a submission has many articles with the same rules. */
const known = new WeakMap<readonly BoilerplateRule[], Map<string, BoilerplateMatchers>>();

/** The rules for a language (BCP 47). The source's own rules (`own`) are tried first. */
export function boilerplateFor(language: string, own: readonly BoilerplateRule[]): BoilerplateMatchers {
  const ofSource = known.get(own) ?? new Map<string, BoilerplateMatchers>();
  known.set(own, ofSource);
  // All languages without rules share one entry. Otherwise the map could grow without limit, because senders may
  // write any text as the language.
  const base = boilerplateBase(language);
  const matchers = ofSource.get(base) ?? assembled(boilerplateSets(base), own);
  ofSource.set(base, matchers);
  return matchers;
}

function assembled(sets: readonly BoilerplateSet[], own: readonly BoilerplateRule[]): BoilerplateMatchers {
  const notes: string[] = [];
  const ofSource = sourcePatterns(own, notes);
  const anywhere = sets.flatMap((set) => set.anywhere);
  const end = sets.flatMap((set) => set.end);
  const headings = sets.flatMap((set) => set.headings ?? []);
  const top = sets.flatMap((set) => set.top ?? []);
  const afterCredits = sets.flatMap((set) => set.afterCredits ?? []);
  const lone = lowerCase(sets.flatMap((set) => set.lone ?? []));
  const isLone = (text: string): boolean =>
    text.length <= LONGEST_BUTTON && lone.has(text.toLowerCase().replace(AROUND_BUTTON, ''));
  const isBar = barMatcher(new Set([...lowerCase(sets.flatMap((set) => set.buttons)), ...lone]));
  const afterAnnouncement = announcementMatcher(lowerCase(sets.flatMap((set) => set.related)));

  return {
    anywhere: (text) => {
      const kind = fitting(ofSource, text)?.kind ?? matching(anywhere, text);
      if (kind !== undefined) return kind;
      if (TITLE_AFTER.test(afterAnnouncement(text) ?? '')) return 'related';
      return isBar(text) ? 'share' : undefined;
    },
    isOfSource: (text) => fitting(ofSource, text) !== undefined,
    atEnd: (text) => {
      // A date at the end is kept, because it may belong to a letter that the article prints.
      if (stampOf(text) === 'count') return 'stamp';
      if (isEndMark(text)) return 'end mark';
      if (statementIn(text)?.whole === true) return 'embargo';
      return isLone(text) ? 'share' : matching(end, text);
    },
    atTop: (text) => {
      if (stampOf(text) !== undefined) return 'stamp';
      if (statementIn(text)?.whole === true) return 'embargo';
      return isLone(text) ? 'share' : matching(top, text);
    },
    afterCredits: (text) => matching(afterCredits, text),
    isLinkHeading: (text) =>
      NOTHING_AFTER.test(afterAnnouncement(text) ?? 'x') ||
      (text.length <= LONGEST_HEADING && headings.some((test) => test.test(text))),
    notes,
  };
}

const lowerCase = (words: readonly string[]): Set<string> => new Set(words.map((word) => word.toLowerCase()));

function sourcePatterns(rules: readonly BoilerplateRule[], notes: string[]): Pattern[] {
  return rules.flatMap(({ pattern, kind }) => {
    try {
      return [{ kind, test: new RegExp(pattern, 'ui'), longest: LONGEST_FOR_SOURCE }];
    } catch {
      notes.push(`the source's boilerplate pattern for ${kind} is not a regular expression and was not used`);
      return [];
    }
  });
}

function fitting(patterns: readonly Pattern[], text: string): Pattern | undefined {
  return patterns.find(({ test, longest }) => text.length <= longest && test.test(text));
}

/** The kind of the first pattern that fits and explains the whole paragraph. */
function matching(patterns: readonly Pattern[], text: string): string | undefined {
  const found = fitting(patterns, text);
  return found !== undefined && isExplained(found.kind, text) ? found.kind : undefined;
}

/** Finds the text after words that announce other stories; undefined if a text does not begin with such words. */
function announcementMatcher(words: ReadonlySet<string>): (text: string) => string | undefined {
  const longestFirst = [...words].filter((word) => word.length >= 2).toSorted((a, b) => b.length - a.length);
  const byBeginning = Map.groupBy(longestFirst, (word) => word.slice(0, 2));
  return (text) => {
    if (text.length > LONGEST_LINK) return undefined;
    const opened = text.replace(SIGNS_BEFORE, '');
    const candidates = byBeginning.get(opened.slice(0, 2).toLowerCase());
    if (candidates === undefined) return undefined;
    const start = opened.toLowerCase();
    const found = candidates.find((word) => start.startsWith(word));
    return found === undefined ? undefined : start.slice(found.length);
  };
}

/** Tests whether a text is a bar of buttons: two or more labels of buttons and nothing else. */
function barMatcher(buttons: ReadonlySet<string>): (text: string) => boolean {
  const beginnings = new Set([...buttons].map(barBeginning));
  return (text) => {
    if (text.length > LONGEST_BAR) return false;
    if (!beginnings.has(barBeginning(text).toLowerCase())) return false;
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
}
