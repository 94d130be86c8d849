import { type Document, Element, isText, Text } from 'domhandler';
import type { Association } from '../../domain/article.ts';
import { folded, lineOfText } from '../../domain/text.ts';
import {
  type Drafted,
  plainContent,
  rejected,
  withBesides,
  withNotes,
  type Draft,
  inDoubt,
} from '../draft/draft.ts';
import {
  type Block,
  blockOf,
  blocksOf,
  headingLevel,
  htmlOf,
  isPicture,
  pictureAddresses,
  withoutText,
} from '../markup/blocks.ts';
import { cutToRange, withoutRanges, textsLeftOut } from '../markup/block-text.ts';
import { commentLinesIn } from '../markup/comments.ts';
import { isBlockMarkup } from '../markup/block-markup.ts';
import { parseMarkup } from '../markup/parse.ts';
import { withoutCdata } from '../markup/cdata.ts';
import { reduced } from '../markup/reduce.ts';
import { sanitiseBounded } from '../markup/sanitise.ts';
import { AS_WRITTEN, textOfMarkup } from '../markup/text-of-markup.ts';
import { editorial } from '../prose/editorial.ts';
import { detectLanguage } from '../prose/language.ts';
import { readingsIn } from '../prose/readings.ts';
import { FEWEST_LOST, textIn, withoutLoss, wordsIn } from './lost-words.ts';
import { paragraphs } from '../prose/paragraphs.ts';
import type { TextContext } from './text.ts';

/** The language is detected from this many characters; more do not change the result. */
const LANGUAGE_SAMPLE = 4000;

/**
 * Drafts an article from an HTML fragment, with the same editorial rules as for plain text. Rejections:
 * HTML_TOO_DEEP, SIZE_ITEM, HTML_UNSTABLE, ENCODING_EMPTY.
 */
export function fromHtml(html: string, context: TextContext): Drafted {
  const { html: meant, notes } = withoutSecondEscape(withoutCdata(html));
  const parsed = parseMarkup(meant);
  if (!parsed.ok) return parsed;
  const comments = commentLinesIn(html).map((text) => ({ text, isComment: true as const }));
  const noted = withNotes(fromDocument(parsed.document, context), [...notes, ...parsed.notes]);
  const drafted = withBesides(noted, comments);
  if (!drafted.ok) return drafted;
  const whole = withoutLoss(drafted, { html: meant });
  return whole.ok && parsed.removed.length > 0 ? withHidden(whole.draft, parsed.removed) : whole;
}

/** A whole text in which every tag is escaped once more than its format asks for, read once. */
function withoutSecondEscape(html: string): { html: string; notes: string[] } {
  if (!html.includes('&lt;') || /<[a-z!]/i.test(html)) return { html, notes: [] };
  const once = textOfMarkup(html, AS_WRITTEN);
  if (!isBlockMarkup(once)) return { html, notes: [] };
  return { html: once, notes: ['the markup was escaped twice and was read as markup'] };
}

/** More words than this share of the article may not be in a comment without an end. */
const MOST_HIDDEN = 0.1;

/**
 * A draft with the texts after a comment without an end on record. If they are a large part of the article, nobody can
 * know whether they belong to it, so the draft is in doubt.
 */
function withHidden(draft: Draft, hidden: readonly string[]): Drafted {
  const recorded = { ...draft, removed: [...draft.removed, ...hidden] };
  const count = wordsIn(hidden.join(' ')).length;
  const all = count + wordsIn(textIn(draft.content.body)).length;
  if (count < FEWEST_LOST || count <= all * MOST_HIDDEN) return { ok: true, draft: recorded };
  const detail = `${count} of ${all} words follow a comment without an end`;
  return { ok: true, draft: inDoubt(recorded, 'TEXT_LOST', detail) };
}

/** Drafts an article from a tree within the bounds of `parseWithinBounds`. Changes the tree. */
export function fromDocument(document: Document, context: TextContext): Drafted {
  const { nodes, associations, notes, removed } = reduced(document, context);
  const { blocks, readings } = withoutReadings(blocksOf(nodes).flatMap(asParagraphs));
  if (readings > 0) notes.push(`readings (pronunciations in brackets) removed: ${readings}`);
  const { headline: leading, cut, rest } = leadingHeading(blocks, context.headline);
  const { language } = detectLanguage(sampleOf(leading ?? '', rest), context.language);
  // The editorial rules get only text: no pictures with their captions, and no `hr`.
  const textual = rest.flatMap((block, at) => (block.text === '' || isPicture(block) ? [] : [at]));
  const edited = editorial(
    textual.map((at) => rest[at]?.text ?? ''),
    { language, boilerplate: context.boilerplate, ...(leading !== undefined && { headline: leading }) },
  );
  const remaining = new Map<number, Block[]>();
  for (const { text, from } of edited.paragraphs) {
    const at = textual[from] ?? -1;
    const blocksBefore = remaining.get(at);
    const cutBlocks = cutTo(rest[at], text);
    remaining.set(at, blocksBefore === undefined ? cutBlocks : [...blocksBefore, ...cutBlocks]);
  }
  const isRead = new Set(textual);
  const kept = rest.flatMap((block, at) =>
    isRead.has(at) ? (remaining.get(at) ?? withoutText(block)) : [block],
  );
  const body = sanitiseBounded(htmlOf(kept), context.base);
  if (!body.ok) return body;
  const headline = lineOfText(leading ?? edited.headline ?? '');
  if (headline === '' && body.html === '')
    return rejected('ENCODING_EMPTY', 'the markup contains no text that can be kept');
  const content = {
    ...plainContent({ headline, body: body.html, language, bylines: edited.bylines }),
    associations: withoutRemoved(associations, cut, kept),
  };
  return {
    ok: true,
    draft: {
      pubstatus: 'usable',
      content,
      removed: [
        ...removed,
        ...(cut === undefined ? [] : textsLeftOut(cut.node)),
        ...edited.removed,
        // The rules do not see struck text, so they cannot say that it goes with a block.
        ...textual.flatMap((at) => (remaining.has(at) ? [] : textsLeftOutOf(rest[at]))),
      ],
      notes: [...notes, ...edited.notes],
    },
  };
}

/** The beginning of an article, from which its language is detected. */
function sampleOf(leading: string, blocks: readonly Block[]): string {
  let sample = leading;
  for (const { text } of blocks) {
    if (sample.length >= LANGUAGE_SAMPLE) break;
    sample += `\n${text}`;
  }
  return sample.slice(0, LANGUAGE_SAMPLE);
}

const textsLeftOutOf = (block: Block | undefined): string[] =>
  block === undefined ? [] : textsLeftOut(block.node);

/**
 * Finds the headline in the markup: a heading of the first or second level before all other text. This heading is
 * removed from the body. If the sender gave a headline, a heading is removed only if it has the same text.
 */
function leadingHeading(
  blocks: Block[],
  given: string | undefined,
): { headline?: string; cut?: Block; rest: Block[] } {
  const top = blocks.findIndex((block) => block.text !== '' && !isPicture(block));
  const first = blocks[top];
  const rest = blocks.filter((_, at) => at !== top);
  const heading = first !== undefined && (headingLevel(first) ?? 9) <= 2 ? first.text : undefined;
  if (first === undefined || heading === undefined || heading !== (given ?? heading))
    return { ...(given !== undefined && { headline: given }), rest: blocks };
  return { headline: heading, cut: first, rest };
}

/**
 * The associations without the pictures that were only in the removed heading. The editorial rules remove no
 * pictures.
 */
function withoutRemoved(all: Association[], cut: Block | undefined, kept: readonly Block[]): Association[] {
  const taken = new Set(all.length === 0 || cut === undefined ? [] : pictureAddresses(cut));
  if (taken.size === 0) return all;
  const shown = new Set(kept.flatMap(pictureAddresses));
  return all.filter(({ href }) => !taken.has(href) || shown.has(href));
}

/**
 * Cuts a block down to `text`, which the editorial rules kept. If they cut a credit at one end of the text, the same
 * characters are cut from the markup. If `text` is not found in the block, the block stays whole, because losing text
 * is worse than showing a credit twice.
 */
function cutTo(block: Block | undefined, text: string): Block[] {
  if (block === undefined) return [];
  if (block.text === text) return [block];
  const start = block.text.indexOf(text);
  if (start === -1 || text === '') return [block];
  return [blockOf(cutToRange(block.node, { start, end: start + text.length }))];
}

/** The blocks without readings (prose/readings.ts), and how many there were. */
function withoutReadings(blocks: readonly Block[]): { blocks: Block[]; readings: number } {
  let readings = 0;
  const stripped = blocks.map((block) => {
    // Blocks without a bracket are not searched, to save time.
    const found = /[(（〔[【]/u.test(block.text) ? readingsIn(block.text) : [];
    readings += found.length;
    return found.length === 0 ? block : blockOf(withoutRanges(block.node, found));
  });
  return { blocks: stripped, readings };
}

/** Characters of code, and white space between columns of a table: what they are in must stay as it is laid out. */
const LAID_OUT = /[{}<>|=;]|\S {3,}\S/g;
const INDENTED = /\n[ \t\u3000]{2,9}\S/;
/** Fewest sentence ends of a story. */
const FEWEST_SENTENCES = 2;

/**
 * The paragraphs of a story that its sender put into one `pre`, as news agencies do; any other block as it is. A `pre`
 * with code or a table stays.
 */
function asParagraphs(block: Block): Block[] {
  if (block.node.name !== 'pre' || !block.node.children.every(isText)) return [block];
  const text = block.node.children.map((node) => (isText(node) ? node.data : '')).join('');
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const sentences = text.match(/\p{L}{2}[.。!?！？]["”’»」』)]*(?=\s|$)/gu)?.length ?? 0;
  const marks = text.trim().match(LAID_OUT)?.length ?? 0;
  if (sentences < FEWEST_SENTENCES || marks > lines.length / 10) return [block];
  if (INDENTED.test(text)) return blocksOf([new Element('p', {}, block.node.children)]);
  return paragraphs(text).map((paragraph) => blockOf(new Element('p', {}, [new Text(folded(paragraph))])));
}
