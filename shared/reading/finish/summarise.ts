import { parseDocument } from 'htmlparser2';
import { lineOfText } from '../../domain/text.ts';
import type { Draft } from '../draft/draft.ts';
import { blocksOf } from '../markup/blocks.ts';
import { isHanWritten, sentencesOf } from '../prose/sentences.ts';
import { SUMMARY_LENGTH } from '../prose/sentence-rules.ts';

/** As much of a body as a summary is made from; a cut that falls into a tag touches only what lies behind. */
const BEGINNING = 16_384;

/**
 * The draft with a summary of its first whole sentences, where the sender gave none; the record says so. One that says
 * all the body says is none: a feed's description is often its contents over again.
 */
export function withSummary(draft: Draft): Draft {
  const { content } = draft;
  if (draft.pubstatus === 'canceled' || content.body === '') return draft;
  const blocks = blocksOf(parseDocument(content.body.slice(0, BEGINNING)).children);
  const whole =
    content.body.length > BEGINNING ? undefined : squeezed(blocks.map(({ text }) => text).join(' '));
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

/** The first whole sentences of a story's paragraphs; undefined where they are too long or there are none. */
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

const squeezed = (text: string): string => text.replace(/\s+/gu, '');
