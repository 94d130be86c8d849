import { type Drafted, type SourceDefaults, plainContent, rejected } from '../draft/draft.ts';
import { sanitise } from '../markup/sanitise.ts';
import { fromPlainText } from './plain-text.ts';

/** What a caller that knows more than the text lends: a headline of its own. */
export interface TextContext extends SourceDefaults {
  headline?: string;
}

/** Lines of one article: at forty characters each it would be too large to be stored. */
const MAX_LINES = 25_000;
const LINE = /\r\n?|[\n\v\f\u0085\u2028\u2029]/g;

function hasTooManyLines(text: string): boolean {
  let lines = 0;
  for (const _ of text.matchAll(LINE)) if (++lines > MAX_LINES) return true;
  return false;
}

/** Plain text: paragraphs, a headline, credits, and what is not the article taken out. */
export function fromText(text: string, context: TextContext): Drafted {
  if (hasTooManyLines(text)) return rejected('SIZE_ITEM', `more than ${MAX_LINES} lines`);
  const { headline, language, bodyHtml, bylines, removed, notes } = fromPlainText(text, context);
  if (headline === '' && bodyHtml === '') return rejected('ENCODING_EMPTY', 'no text');
  // Stored HTML has one form for one text: the sanitiser's.
  const body = sanitise(bodyHtml);
  if (!body.ok) return body;
  const content = plainContent({ headline, body: body.html, language, bylines });
  return { ok: true, draft: { pubstatus: 'usable', content, removed, notes } };
}
