import { type Draft, type Drafted, type SourceDefaults, plainContent, rejected } from '../draft/draft.ts';
import { sanitise } from '../markup/sanitise.ts';
import { withReferencesRead } from '../prose/written-references.ts';
import { withoutLoss } from './lost-words.ts';
import { fromPlainText } from './plain-text.ts';

/** The source's defaults, and what the format states outside the text. */
export interface TextContext extends SourceDefaults {
  headline?: string;
  /** The article's own address, if the sender states it. */
  link?: string;
}

/**
 * Maximum number of lines in one article. With forty characters in each line, a longer article would be too large to
 * store.
 */
const MAX_LINES = 25_000;
const LINE = /\r\n?|[\n\v\f\u0085\u2028\u2029]/g;

function hasTooManyLines(text: string): boolean {
  let lines = 0;
  for (const _ of text.matchAll(LINE)) if (++lines > MAX_LINES) return true;
  return false;
}

/** Drafts an article from plain text. Rejections: SIZE_ITEM, ENCODING_EMPTY, and those of the sanitiser. */
export function fromText(written: string, context: TextContext): Drafted {
  const { text, count } = withReferencesRead(written);
  if (hasTooManyLines(text)) return rejected('SIZE_ITEM', `more than ${MAX_LINES} lines`);
  const { headline, language, bodyHtml, bylines, removed, notes } = fromPlainText(text, context);
  if (headline === '' && bodyHtml === '') return rejected('ENCODING_EMPTY', 'no text');
  // All stored HTML passes the sanitiser, including the HTML that Wiredesk itself writes.
  const body = sanitise(bodyHtml);
  if (!body.ok) return body;
  const content = plainContent({ headline, body: body.html, language, bylines });
  const read = count === 0 ? [] : [`character references in plain text were read as characters: ${count}`];
  const draft: Draft = { pubstatus: 'usable', content, removed, notes: [...read, ...notes] };
  return withoutLoss({ ok: true, draft }, { text });
}
