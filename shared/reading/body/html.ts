import type { Document } from 'domhandler';
import type { Association } from '../../domain/article.ts';
import { legalText, lineOfText } from '../../domain/text.ts';
import { type Drafted, plainContent, rejected } from '../draft/draft.ts';
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
import { withoutCdata } from '../markup/cdata.ts';
import { reduced } from '../markup/reduce.ts';
import { sanitiseBounded, SELF_CLOSED_IFRAME } from '../markup/sanitise.ts';
import { editorial } from '../prose/editorial.ts';
import { detectLanguage } from '../prose/language.ts';
import { stripReadings } from '../prose/readings.ts';
import type { TextContext } from './text.ts';

/** The language is detected from this many characters; more do not change the result. */
const LANGUAGE_SAMPLE = 4000;

/**
 * Drafts an article from an HTML fragment, with the same editorial rules as for plain text. Rejections:
 * HTML_TOO_DEEP, SIZE_ITEM, HTML_UNSTABLE, ENCODING_EMPTY.
 */
export function fromHtml(html: string, context: TextContext): Drafted {
  const parsed = parseWithinBounds(legalText(withoutCdata(html).replace(SELF_CLOSED_IFRAME, '$1></iframe>')));
  return parsed.ok ? fromDocument(parsed.document, context) : parsed;
}

/** Drafts an article from a tree within the bounds of `parseWithinBounds`. Changes the tree. */
export function fromDocument(document: Document, context: TextContext): Drafted {
  const { nodes, associations, notes } = reduced(document, context.base);
  const blocks = blocksOf(nodes).map((block) =>
    // Most readings are in round brackets. Blocks without such a bracket are not searched, to save time.
    /[(（]/u.test(block.text) ? mapTexts(block, (text) => stripReadings(text).text) : block,
  );
  const { headline: leading, cut, rest } = leadingHeading(blocks, context.headline);
  const sample = [leading ?? '', ...rest.map(({ text }) => text)].join('\n').slice(0, LANGUAGE_SAMPLE);
  const { language } = detectLanguage(sample, context.language);
  // The editorial rules get only text: no pictures with their captions, and no `hr`.
  const textual = rest.flatMap((block, at) => (block.text === '' || isPicture(block) ? [] : [at]));
  const edited = editorial(
    textual.map((at) => rest[at]?.text ?? ''),
    { language, boilerplate: context.boilerplate, ...(leading !== undefined && { headline: leading }) },
  );
  const remaining = new Map<number, Block[]>();
  for (const { text, from } of edited.paragraphs) {
    const at = textual[from] ?? -1;
    remaining.set(at, [...(remaining.get(at) ?? []), ...cutTo(rest[at], text)]);
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
    draft: { pubstatus: 'usable', content, removed: edited.removed, notes: [...notes, ...edited.notes] },
  };
}

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
  let at = 0;
  let spaceBefore = true;
  return [
    mapTexts(block, (part) => {
      let kept = '';
      for (const character of part) {
        const isSpace = /\s/u.test(character);
        // In the block's text, each run of white space is one space.
        const counts = !(isSpace && spaceBefore);
        if (at >= start && at < start + text.length) kept += character;
        if (counts) at += character.length;
        spaceBefore = isSpace;
      }
      return kept;
    }),
  ];
}
