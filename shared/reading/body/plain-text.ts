import type { Byline } from '../../domain/article.ts';
import type { BoilerplateRule } from '../../domain/source.ts';
import { lineOfText } from '../../domain/text.ts';
import { editorial } from '../prose/editorial.ts';
import { detectLanguage } from '../prose/language.ts';
import { paragraphs } from '../prose/paragraphs.ts';
import { stripReadings } from '../prose/readings.ts';
import { escapedText } from '../markup/serialise.ts';

export interface PlainTextContext {
  /** BCP 47: stands where the text does not tell its language. */
  language: string;
  /** As the sender gave it. */
  headline?: string;
  /** The source's own rules. */
  boilerplate: readonly BoilerplateRule[];
}

export interface PlainTextArticle {
  headline: string;
  language: string;
  /** One `<p>` a paragraph, `<br>` between the lines of verse; text escaped. */
  bodyHtml: string;
  bylines: Byline[];
  removed: string[];
  notes: string[];
}

/**
 * A plain-text article, decoded, as headline, body and credits. An empty text gives an empty headline and body: the
 * caller decides what becomes of it.
 */
export function fromPlainText(text: string, context: PlainTextContext): PlainTextArticle {
  const split = paragraphs(text);
  // Readings are Latin letters in a Chinese text: they must not have a say in its language.
  const sample = split.slice(0, 400).join('\n').slice(0, 40_000);
  const detected = detectLanguage(stripReadings(sample).text, context.language);
  const edited = editorial(split, { ...context, language: detected.language });
  const assumed = detected.sure
    ? []
    : [`the text does not tell its language for sure; taken for ${detected.language}`];
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
