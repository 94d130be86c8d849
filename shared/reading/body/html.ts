import type { Document } from 'domhandler';
import type { Association } from '../../domain/article.ts';
import { legalText, lineOfText } from '../../domain/text.ts';
import {
  type Block,
  blocksOf,
  headingLevel,
  htmlOf,
  isPicture,
  mapTexts,
  pictureAddresses,
  withoutText,
} from '../markup/blocks.ts';
import { parseWithinBounds } from '../markup/bounds.ts';
import { reduced } from '../markup/reduce.ts';
import { SELF_CLOSED_IFRAME, settled } from '../markup/sanitise.ts';
import { type Drafted, plainContent, rejected } from '../draft/draft.ts';
import type { TextContext } from './text.ts';
import { editorial } from '../prose/editorial.ts';
import { detectLanguage } from '../prose/language.ts';
import { stripReadings } from '../prose/readings.ts';

/** Languages are told from this much text; more changes nothing. */
const LANGUAGE_SAMPLE = 4000;

/** An HTML fragment: sanitised, split into blocks, and read by the same editorial rules as plain text. */
export function fromHtml(html: string, context: TextContext): Drafted {
  const parsed = parseWithinBounds(legalText(html.replace(SELF_CLOSED_IFRAME, '$1></iframe>')));
  return parsed.ok ? fromDocument(parsed.document, context) : parsed;
}

/** The same for markup that has been read already, within the bounds; its tree is taken apart. */
export function fromDocument(document: Document, context: TextContext): Drafted {
  const { nodes, associations, notes } = reduced(document, context.base);
  const blocks = blocksOf(nodes).map((block) =>
    // A reading stands in brackets.
    /[(（]/u.test(block.text) ? mapTexts(block, (text) => stripReadings(text).text) : block,
  );
  const { headline: leading, cut, rest } = leadingHeading(blocks, context.headline);
  const sample = [leading ?? '', ...rest.map(({ text }) => text)].join('\n').slice(0, LANGUAGE_SAMPLE);
  const { language } = detectLanguage(sample, context.language);
  // The rules read text; a picture with its caption or a rule between paragraphs is none of their business.
  const textual = rest.flatMap((block, at) => (block.text === '' || isPicture(block) ? [] : [at]));
  const read = editorial(
    textual.map((at) => rest[at]?.text ?? ''),
    { language, boilerplate: context.boilerplate, ...(leading !== undefined && { headline: leading }) },
  );
  const left = new Map<number, Block[]>();
  for (const { text, from } of read.paragraphs) {
    const at = textual[from] ?? -1;
    left.set(at, [...(left.get(at) ?? []), ...cutTo(rest[at], text)]);
  }
  const isRead = new Set(textual);
  const kept = rest.flatMap((block, at) => (isRead.has(at) ? (left.get(at) ?? withoutText(block)) : [block]));
  const body = settled(htmlOf(kept), context.base);
  if (!body.ok) return body;
  const headline = lineOfText(leading ?? read.headline ?? '');
  if (headline === '' && body.html === '') return rejected('ENCODING_EMPTY', 'no text is left of the markup');
  const content = {
    ...plainContent({ headline, body: body.html, language, bylines: read.bylines }),
    associations: shownOf(associations, cut, kept),
  };
  return {
    ok: true,
    draft: { pubstatus: 'usable', content, removed: read.removed, notes: [...notes, ...read.notes] },
  };
}

/**
 * A heading at the very top, where only pictures may stand above it, is the headline and leaves the body; so does one
 * that repeats the sender's own.
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

/** Those that are still there. The rules leave pictures where they are; only a heading takes its own with it. */
function shownOf(all: Association[], cut: Block | undefined, kept: readonly Block[]): Association[] {
  const taken = new Set(all.length === 0 || cut === undefined ? [] : pictureAddresses(cut));
  if (taken.size === 0) return all;
  const shown = new Set(kept.flatMap(pictureAddresses));
  return all.filter(({ href }) => !taken.has(href) || shown.has(href));
}

/**
 * The block as the rules left it. Where they took a credit off one end of it, the same characters go from that end;
 * what cannot be placed stays whole, because losing text is worse than showing a credit twice.
 */
function cutTo(block: Block | undefined, text: string): Block[] {
  if (block === undefined) return [];
  if (block.text === text) return [block];
  const start = block.text.indexOf(text);
  if (start === -1 || text === '') return [block];
  let at = 0;
  let spaceBefore = true;
  return [
    mapTexts(block, (part) => {
      let kept = '';
      for (const character of part) {
        const isSpace = /\s/u.test(character);
        // The block's text is its texts with white space folded, so a run of it counts once.
        const counts = !(isSpace && spaceBefore);
        if (at >= start && at < start + text.length) kept += character;
        if (counts) at += character.length;
        spaceBefore = isSpace;
      }
      return kept;
    }),
  ];
}
