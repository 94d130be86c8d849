import { parseDocument } from 'htmlparser2';
import { lineOfText } from '../../domain/text.ts';
import type { Draft } from '../draft/draft.ts';
import { blocksOf } from '../markup/blocks.ts';
import { isHanWritten, sentencesOf } from '../prose/sentences.ts';
import { SUMMARY_LENGTH } from '../prose/sentence-rules.ts';

/**
 * A summary is made from at most this many characters at the beginning of a body. A summary needs far fewer, so it
 * does no harm if this sample ends inside a tag.
 */
const SAMPLE_CHARACTERS = 16_384;

/**
 * The draft with a summary. If the sender gave no summary, it is made from the first whole sentences, and a note says
 * so. A given summary that repeats the whole body is replaced in the same way, because in many feeds the description is
 * a copy of the contents.
 */
export function withSummary(draft: Draft): Draft {
  const { content } = draft;
  if (draft.pubstatus === 'canceled' || content.body === '') return draft;
  const blocks = blocksOf(parseDocument(content.body.slice(0, SAMPLE_CHARACTERS)).children);
  const whole =
    content.body.length > SAMPLE_CHARACTERS ? undefined : squeezed(blocks.map(({ text }) => text).join(' '));
  const repeats = (summary: string): boolean => squeezed(summary) === whole;
  const { summary: given, ...rest } = content;
  if (given !== undefined && !repeats(given)) return draft;
  const prose = blocks.flatMap(({ node, text }) => (node.name === 'p' && text !== '' ? [text] : []));
  const made = summaryOf(prose, content.language);
  const notes =
    given === undefined ? draft.notes : [...draft.notes, 'summary: it repeats the text and was left out'];
  if (made === undefined || repeats(made)) return { ...draft, content: rest, notes };
  return {
    ...draft,
    content: { ...rest, summary: made },
    notes: [...notes, 'summary: made from the first sentences'],
  };
}

/** The first whole sentences of the paragraphs. Undefined if the first sentence is too long, or if there is none. */
export function summaryOf(paragraphs: readonly string[], language: string): string | undefined {
  const isHan = isHanWritten(language);
  const { enough, most, longest } = SUMMARY_LENGTH[isHan ? 'han' : 'other'];
  let summary = '';
  for (const paragraph of paragraphs) {
    for (const sentence of sentencesOf(paragraph, language)) {
      const next = summary === '' || isHan ? summary + sentence : `${summary} ${sentence}`;
      if (next.length > (summary === '' ? longest : most))
        return summary === '' ? undefined : lineOfText(summary);
      summary = next;
    }
    if (summary.length >= enough) break;
  }
  return summary === '' ? undefined : lineOfText(summary);
}

/** The text without white space, to compare two texts. */
const squeezed = (text: string): string => text.replace(/\s+/gu, '');
