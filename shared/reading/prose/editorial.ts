import type { Byline } from '../../domain/article.ts';
import type { BoilerplateRule } from '../../domain/source.ts';
import { boilerplateIn, isProse } from './boilerplate/boilerplate.ts';
import { edgesOf, isCutInside, isInside, isPictureCredit } from './boilerplate/edges.ts';
import { boilerplateFor } from './boilerplate/matchers.ts';
import { creditsByPlace } from './credits/credits-by-place.ts';
import { isRoleLine } from './credits/credits-han-by-place.ts';
import { citedAuthors } from './credits/cited-authors.ts';
import { creditsIn } from './credits/credits.ts';
import { isInterview } from './credits/interview.ts';
import { chooseHeadline } from './headline.ts';
import { stripReadings } from './readings.ts';

export interface EditorialContext {
  /** The language of the article (BCP 47). */
  language: string;
  /** The headline that the sender gave. */
  headline?: string;
  /** The additional boilerplate rules of the source. */
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
  /** The texts that the rules cut. Readings are taken out of the text first and are not listed here. */
  removed: string[];
  notes: string[];
}

/**
 * The rules read at most this many paragraphs at the beginning of a text, and as many at its end. Normal articles are
 * shorter; the limit bounds the time for very long texts.
 */
const MOST_AT_EITHER_END = 2000;

/**
 * Splits a paragraph of several lines into its lines if at least one of them must be cut. Otherwise the paragraph is
 * verse and stays whole.
 */
function linesOf(paragraphs: readonly string[], isCut: (line: string) => boolean): KeptParagraph[] {
  return paragraphs.flatMap((text, from) => {
    const lines = text.includes('\n') ? text.split('\n') : [];
    return lines.some(isCut) ? lines.map((line) => ({ text: line, from })) : [{ text, from }];
  });
}

/** The bylines without duplicates: each pair of name and role occurs once. */
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
  const note = `the text has more than ${2 * most} paragraphs; the rules were applied only to the first and last ${most}`;
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

  const found = texts.map((text) => matchers.anywhere(text));
  const credits = texts.map((text, at) => (found[at] === undefined ? creditsIn(text, language) : []));
  const isTitled = context.headline !== undefined;
  const edges = edgesOf({
    texts,
    isTitled,
    isStory: (at) =>
      found[at] === undefined &&
      credits[at]?.at(-1)?.rest !== '' &&
      isProse(texts[at] ?? '') &&
      matchers.atEnd(texts[at] ?? '') === undefined &&
      matchers.afterCredits(texts[at] ?? '') === undefined,
  });
  const anywhere = found.map((kind, at) => {
    const text = texts[at] ?? '';
    if (kind === undefined || !isInside(edges, at)) return kind;
    return isCutInside(kind, text) || matchers.isOfSource(text) ? kind : undefined;
  });
  credits.forEach((some, at) => {
    // `Authors: …` between two paragraphs names the authors of a paper that the story is about.
    if (!isInside(edges, at) || some.at(-1)?.rest !== '') return;
    const roles = some.flatMap(({ bylines }) => bylines.map(({ role }) => role));
    // `citedAuthors` decides about a byline without a role: it may stand below an introduction.
    if (!isPictureCredit(roles) && roles.some((role) => role !== undefined)) credits[at] = [];
  });
  const isSpeech = isInterview(
    texts,
    credits.map((found) => found.length > 0),
  );
  const isNotice = (text: string): boolean =>
    [matchers.anywhere, matchers.atEnd, matchers.afterCredits].some((kindOf) => kindOf(text) !== undefined);
  const cited = citedAuthors({ texts, credits, isProse: (text) => isProse(text) && !isNotice(text) });
  for (const at of cited) credits[at] = [];
  /** For each paragraph, whether all of it is credits. */
  const isCredits = credits.map((found, at) => !isSpeech[at] && found.at(-1)?.rest === '');
  const byPlace = creditsByPlace({
    texts,
    language,
    isCut: (at) => isCredits[at] === true || anywhere[at] !== undefined,
    isCredits: (at) => isCredits[at] === true,
    isProse: (text) => isProse(text) && matchers.atEnd(text) === undefined,
    isTitled,
  });
  for (const [at, credit] of byPlace) {
    // Skip a credit that `creditsIn` has already found together with its role: （山田太郎記者） at the end of the story.
    if (credits[at]?.some(({ removed }) => removed === credit.removed)) continue;
    credits[at] = [...(credits[at] ?? []), credit];
    isCredits[at] = credit.rest === '';
  }
  const boilerplate = boilerplateIn({ texts, isCredits, anywhere, matchers, isTitled });

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
    notes.push('every paragraph looks like credits or boilerplate, so nothing was cut');
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

/** Removes the readings from a Chinese text if at least one of them has a tone mark. Other texts stay as they are. */
function withoutReadings(
  paragraphs: readonly string[],
  language: string,
  notes: string[],
): readonly string[] {
  const isChinese = /^zh\b/iu.test(language);
  if (!isChinese || !paragraphs.some((text) => stripReadings(text, false).count > 0)) return paragraphs;
  const stripped = paragraphs.map((text) => stripReadings(text));
  const count = stripped.reduce((sum, found) => sum + found.count, 0);
  notes.push(`readings (pronunciations in brackets) removed: ${count}`);
  return stripped.map(({ text }) => text);
}

/**
 * The headline and the paragraphs of the body. `repeated`: the first paragraph, if it was cut because it repeats the
 * headline that the sender gave.
 */
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
      choice.paragraph === undefined
        ? ['the sender gave no headline; it was made from the first paragraph']
        : [],
  };
}
