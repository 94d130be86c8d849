import type { Byline } from '../../domain/article.ts';
import type { BoilerplateRule } from '../../domain/source.ts';
import { boilerplateFor, boilerplateIn, isProse } from './boilerplate/boilerplate.ts';
import { edgeCredits, isRoleLine } from './credits/credits-edge.ts';
import { creditsIn } from './credits/credits.ts';
import { chooseHeadline } from './headline.ts';
import { isInterview } from './credits/interview.ts';
import { stripReadings } from './readings.ts';

export interface EditorialContext {
  /** BCP 47. */
  language: string;
  /** As the sender gave it. */
  headline?: string;
  /** The source's own rules. */
  boilerplate: readonly BoilerplateRule[];
}

export interface KeptParagraph {
  text: string;
  /** Index in the input. */
  from: number;
}

export interface Edited {
  headline?: string;
  paragraphs: KeptParagraph[];
  bylines: Byline[];
  /** What was cut, as it stood but for readings. */
  removed: string[];
  notes: string[];
}

/** Paragraphs looked at from either end. No article is longer; a text that is must not cost more for it. */
const EDGE = 2000;

/** Verse comes as one paragraph of several lines; if any of them is a credit or a link it is none. */
function linesOf(paragraphs: readonly string[], isCut: (line: string) => boolean): KeptParagraph[] {
  return paragraphs.flatMap((text, from) => {
    const lines = text.split('\n');
    return lines.length > 1 && lines.some(isCut)
      ? lines.map((line) => ({ text: line, from }))
      : [{ text, from }];
  });
}

/** A person credited twice in the same role is one credit. */
function once(bylines: readonly Byline[]): Byline[] {
  const seen = new Map(bylines.map((byline) => [JSON.stringify([byline.name, byline.role]), byline]));
  return [...seen.values()];
}

const sameText = (left: string, right: string): boolean =>
  left.replace(/\s+/gu, '').toLowerCase() === right.replace(/\s+/gu, '').toLowerCase();

/**
 * From an article's paragraphs as they were scraped to headline, story and credits. What a rule cuts is returned in
 * `removed`; text that no rule knows stays. If nothing would be left, nothing is cut.
 */
export function editorial(paragraphs: readonly string[], context: EditorialContext): Edited {
  if (paragraphs.length <= 2 * EDGE) return edit(paragraphs, context);
  const end = paragraphs.length - EDGE;
  const middle = paragraphs.slice(EDGE, end).map((text, at) => ({ text, from: at + EDGE }));
  const edited = edit([...paragraphs.slice(0, EDGE), ...paragraphs.slice(end)], context);
  const kept = edited.paragraphs.map(({ text, from }) => ({
    text,
    from: from < EDGE ? from : from - EDGE + end,
  }));
  const before = kept.filter(({ from }) => from < EDGE);
  const after = kept.filter(({ from }) => from >= end);
  const note = `longer than ${2 * EDGE} paragraphs; the rules were applied to the first and last ${EDGE}`;
  return { ...edited, paragraphs: [...before, ...middle, ...after], notes: [...edited.notes, note] };
}

function edit(paragraphs: readonly string[], context: EditorialContext): Edited {
  const { language } = context;
  const notes: string[] = [];
  const chinese = /^zh\b/iu.test(language);
  const toned = chinese && paragraphs.some((paragraph) => stripReadings(paragraph, false).count > 0);
  let readings = 0;
  const read = paragraphs.map((paragraph) => {
    if (!toned) return paragraph;
    const { text, count } = stripReadings(paragraph);
    readings += count;
    return text;
  });
  if (readings > 0) notes.push(`${readings} readings in brackets removed`);

  const rules = boilerplateFor(language, context.boilerplate);
  notes.push(...rules.notes);
  const credits = (text: string): ReturnType<typeof creditsIn> => creditsIn(text, language);
  const lines = linesOf(
    read,
    (line) =>
      rules.anywhere(line) !== undefined ||
      rules.heads(line) ||
      isRoleLine(line, language) ||
      credits(line).length > 0,
  );
  const texts = lines.map(({ text }) => text);

  const always = texts.map((text) => rules.anywhere(text));
  const credited = texts.map((text, at) => (always[at] === undefined ? credits(text) : []));
  const speech = isInterview(
    texts,
    credited.map((found) => found.length > 0),
  );
  const whole = credited.map((found, at) => !speech[at] && found.at(-1)?.rest === '');
  const edges = edgeCredits(
    texts,
    (at) => whole[at] === true || always[at] !== undefined,
    (at) => whole[at] === true,
    (text) => isProse(text) && rules.atEnd(text) === undefined,
    language,
  );
  for (const [at, credit] of edges) {
    // （山田太郎記者） at the end of the story is read already, with its role.
    if (credited[at]?.some(({ removed }) => removed === credit.removed)) continue;
    credited[at] = [...(credited[at] ?? []), credit];
    whole[at] = credit.rest === '';
  }
  const kinds = boilerplateIn(texts, whole, rules, always);

  const kept: KeptParagraph[] = [];
  const bylines: Byline[] = [];
  const removed: string[] = [];
  lines.forEach(({ text, from }, at) => {
    const found = kinds[at] === undefined && !speech[at] ? (credited[at] ?? []) : [];
    for (const credit of found) {
      bylines.push(...credit.bylines);
      removed.push(credit.removed);
    }
    const rest = found.length > 0 ? (found.at(-1)?.rest ?? '') : text;
    if (kinds[at] !== undefined) removed.push(text);
    else if (rest !== '') kept.push({ text: rest, from });
  });

  if (kept.length === 0 && texts.length > 0) {
    notes.push('every paragraph reads like credits or boilerplate; nothing was cut');
    kept.push(...lines);
    bylines.length = 0;
    removed.length = 0;
  }
  return { ...withHeadline(kept, context.headline, notes, removed), bylines: once(bylines), removed, notes };
}

function withHeadline(
  kept: KeptParagraph[],
  given: string | undefined,
  notes: string[],
  removed: string[],
): { headline?: string; paragraphs: KeptParagraph[] } {
  if (given !== undefined && given.trim() !== '') {
    const [first, ...rest] = kept;
    if (first === undefined || rest.length === 0 || !sameText(first.text, given))
      return { headline: given, paragraphs: kept };
    removed.push(first.text);
    notes.push('the first paragraph repeats the headline and was left out');
    return { headline: given, paragraphs: rest };
  }
  const choice = chooseHeadline(kept.map(({ text }) => text));
  if (choice === undefined) return { paragraphs: kept };
  if (choice.takes === undefined) notes.push('no headline was given; it was made from the first paragraph');
  return { headline: choice.headline, paragraphs: kept.filter((_, at) => at !== choice.takes) };
}
