import type { Byline } from '../../domain/article.ts';
import type { BoilerplateRule } from '../../domain/source.ts';
import { boilerplateIn, isProse } from './boilerplate/boilerplate.ts';
import { boilerplateFor } from './boilerplate/matchers.ts';
import { creditsByPlace } from './credits/credits-by-place.ts';
import { isRoleLine } from './credits/credits-han-by-place.ts';
import { creditsIn } from './credits/credits.ts';
import { isInterview } from './credits/interview.ts';
import { chooseHeadline } from './headline.ts';
import { stripReadings } from './readings.ts';

export interface EditorialContext {
  /** BCP 47. */
  language: string;
  /** The headline that the sender gave. */
  headline?: string;
  /** The source's own rules. */
  boilerplate: readonly BoilerplateRule[];
}

export interface KeptParagraph {
  text: string;
  /** Index of the paragraph in the input. */
  from: number;
}

export interface Edited {
  headline?: string;
  paragraphs: KeptParagraph[];
  bylines: Byline[];
  /** The texts that were cut, without readings. */
  removed: string[];
  notes: string[];
}

/** Paragraphs at either end to which the rules apply. Articles are shorter; longer texts must not cost more time. */
const MOST_AT_EITHER_END = 2000;

/**
 * Paragraphs of several lines are verse and stay whole, unless one of the lines is to be cut: then each line becomes
 * a paragraph.
 */
function linesOf(paragraphs: readonly string[], isCut: (line: string) => boolean): KeptParagraph[] {
  return paragraphs.flatMap((text, from) => {
    const lines = text.split('\n');
    return lines.length > 1 && lines.some(isCut)
      ? lines.map((line) => ({ text: line, from }))
      : [{ text, from }];
  });
}

/** The bylines, where a person is named only once for each role. */
function withoutRepeats(bylines: readonly Byline[]): Byline[] {
  const seen = new Map(bylines.map((byline) => [JSON.stringify([byline.name, byline.role]), byline]));
  return [...seen.values()];
}

const sameText = (left: string, right: string): boolean =>
  left.replace(/\s+/gu, '').toLowerCase() === right.replace(/\s+/gu, '').toLowerCase();

/**
 * Finds headline, story and credits in the paragraphs of an article. Text that a rule cuts is returned in `removed`;
 * text that no rule matches stays. If the rules would cut everything, they cut nothing.
 */
export function editorial(paragraphs: readonly string[], context: EditorialContext): Edited {
  const most = MOST_AT_EITHER_END;
  if (paragraphs.length <= 2 * most) return edit(paragraphs, context);
  const end = paragraphs.length - most;
  const middle = paragraphs.slice(most, end).map((text, at) => ({ text, from: at + most }));
  const edited = edit([...paragraphs.slice(0, most), ...paragraphs.slice(end)], context);
  const kept = edited.paragraphs.map(({ text, from }) => ({
    text,
    from: from < most ? from : from - most + end,
  }));
  const before = kept.filter(({ from }) => from < most);
  const after = kept.filter(({ from }) => from >= end);
  const note = `longer than ${2 * most} paragraphs; the rules were applied to the first and last ${most}`;
  return { ...edited, paragraphs: [...before, ...middle, ...after], notes: [...edited.notes, note] };
}

function edit(paragraphs: readonly string[], context: EditorialContext): Edited {
  const { language } = context;
  const notes: string[] = [];
  const read = withoutReadings(paragraphs, language, notes);

  const matchers = boilerplateFor(language, context.boilerplate);
  notes.push(...matchers.notes);
  const isCutLine = (line: string): boolean =>
    matchers.anywhere(line) !== undefined ||
    matchers.isLinkHeading(line) ||
    isRoleLine(line, language) ||
    creditsIn(line, language).length > 0;
  const lines = linesOf(read, isCutLine);
  const texts = lines.map(({ text }) => text);

  const anywhere = texts.map((text) => matchers.anywhere(text));
  const credits = texts.map((text, at) => (anywhere[at] === undefined ? creditsIn(text, language) : []));
  const isSpeech = isInterview(
    texts,
    credits.map((found) => found.length > 0),
  );
  /** Whether a paragraph is credits as a whole. */
  const isCredits = credits.map((found, at) => !isSpeech[at] && found.at(-1)?.rest === '');
  const byPlace = creditsByPlace({
    texts,
    language,
    isCut: (at) => isCredits[at] === true || anywhere[at] !== undefined,
    isCredits: (at) => isCredits[at] === true,
    isProse: (text) => isProse(text) && matchers.atEnd(text) === undefined,
  });
  for (const [at, credit] of byPlace) {
    // （山田太郎記者） at the end of the story was found before, with its role.
    if (credits[at]?.some(({ removed }) => removed === credit.removed)) continue;
    credits[at] = [...(credits[at] ?? []), credit];
    isCredits[at] = credit.rest === '';
  }
  const boilerplate = boilerplateIn({ texts, isCredits, anywhere, matchers });

  const kept: KeptParagraph[] = [];
  const bylines: Byline[] = [];
  const removed: string[] = [];
  lines.forEach(({ text, from }, at) => {
    const found = boilerplate[at] === undefined && !isSpeech[at] ? (credits[at] ?? []) : [];
    for (const credit of found) {
      bylines.push(...credit.bylines);
      removed.push(credit.removed);
    }
    const rest = found.length > 0 ? (found.at(-1)?.rest ?? '') : text;
    if (boilerplate[at] !== undefined) removed.push(text);
    else if (rest !== '') kept.push({ text: rest, from });
  });

  if (kept.length === 0 && texts.length > 0) {
    notes.push('every paragraph reads like credits or boilerplate; nothing was cut');
    kept.push(...lines);
    bylines.length = 0;
    removed.length = 0;
  }
  const { headline, paragraphs: body, repeated, note } = headlineOf(kept, context.headline);
  return {
    ...(headline !== undefined && { headline }),
    paragraphs: body,
    bylines: withoutRepeats(bylines),
    removed: [...removed, ...repeated],
    notes: [...notes, ...note],
  };
}

/** The paragraphs without readings, if the text is Chinese and has readings with tones. */
function withoutReadings(
  paragraphs: readonly string[],
  language: string,
  notes: string[],
): readonly string[] {
  const isChinese = /^zh\b/iu.test(language);
  if (!isChinese || !paragraphs.some((text) => stripReadings(text, false).count > 0)) return paragraphs;
  const stripped = paragraphs.map((text) => stripReadings(text));
  const count = stripped.reduce((sum, found) => sum + found.count, 0);
  notes.push(`${count} readings in brackets removed`);
  return stripped.map(({ text }) => text);
}

/** The headline and the paragraphs after it. `repeated`: a paragraph that repeated the given headline and was cut. */
interface Headed {
  headline?: string;
  paragraphs: KeptParagraph[];
  repeated: string[];
  note: string[];
}

function headlineOf(kept: KeptParagraph[], given: string | undefined): Headed {
  if (given !== undefined && given.trim() !== '') {
    const [first, ...rest] = kept;
    if (first === undefined || rest.length === 0 || !sameText(first.text, given))
      return { headline: given, paragraphs: kept, repeated: [], note: [] };
    const note = 'the first paragraph repeats the headline and was left out';
    return { headline: given, paragraphs: rest, repeated: [first.text], note: [note] };
  }
  const choice = chooseHeadline(kept.map(({ text }) => text));
  if (choice === undefined) return { paragraphs: kept, repeated: [], note: [] };
  return {
    headline: choice.headline,
    paragraphs: kept.filter((_, at) => at !== choice.paragraph),
    repeated: [],
    note:
      choice.paragraph === undefined ? ['no headline was given; it was made from the first paragraph'] : [],
  };
}
