import type { Byline } from '../../domain/article.ts';
import type { BoilerplateRule } from '../../domain/source.ts';
import { lineOfText } from '../../domain/text.ts';
import { editorial } from '../prose/editorial.ts';
import { detectLanguage } from '../prose/language.ts';
import { paragraphs } from '../prose/paragraphs.ts';
import { stripReadings } from '../prose/readings.ts';
import { escapedText } from '../markup/serialise.ts';

export interface PlainTextContext {
  /** BCP 47. Used if the text does not show its language. */
  language: string;
  /** The headline that the sender gave. */
  headline?: string;
  /** The additional boilerplate rules of the source. */
  boilerplate: readonly BoilerplateRule[];
}

export interface PlainTextArticle {
  headline: string;
  language: string;
  /** One `<p>` for each paragraph, with `<br>` between the lines of verse; the text is escaped. */
  bodyHtml: string;
  bylines: Byline[];
  removed: string[];
  notes: string[];
}

/**
 * Headline, body and credits of an article in plain text. An empty text gives an empty headline and body; the caller
 * decides what to do with it.
 */
export function fromPlainText(text: string, context: PlainTextContext): PlainTextArticle {
  const split = paragraphs(text);
  // Readings are Latin letters in a Chinese text and would mislead the detection of its language.
  const sample = split.slice(0, 400).join('\n').slice(0, 40_000);
  const detected = detectLanguage(stripReadings(sample).text, context.language);
  const edited = editorial(split, { ...context, language: detected.language });
  const assumed = detected.sure
    ? []
    : [`the language of the text is uncertain; ${detected.language} is assumed`];
  return {
    headline: lineOfText(edited.headline ?? ''),
    language: detected.language,
    bodyHtml: edited.paragraphs
      .map(({ text: body }) => `<p>${escapedText(body).replaceAll('\n', '<br>')}</p>`)
      .join('\n'),
    bylines: edited.bylines,
    removed: edited.removed,
    notes: [...assumed, ...edited.notes],
  };
}
