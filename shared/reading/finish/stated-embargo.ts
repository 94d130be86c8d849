import { lineOfText } from '../../domain/text.ts';
import { type Draft, type Drafted, rejected } from '../draft/draft.ts';
import { embargoLine } from '../prose/boilerplate/embargo-line.ts';

const QUOTED = 60;

/**
 * The draft under the embargo that its text states in words, if nothing else states one. Text that says it is under
 * embargo, and not to what instant, is refused (FIELD_EMBARGO): when it may appear is not to be guessed.
 */
export function withStatedEmbargo(draft: Draft): Drafted {
  const { content, removed, pubstatus, declaredId } = draft;
  if (content.embargoed !== undefined || pubstatus !== 'usable') return { ok: true, draft };
  const found = [content.headline, ...removed].flatMap((text) => {
    const stated = embargoLine(text, content.language);
    return stated === undefined ? [] : [{ ...stated, text: lineOfText(text).slice(0, QUOTED) }];
  })[0];
  if (found === undefined) return { ok: true, draft };
  const { until, text } = found;
  if (until === undefined)
    return { ...rejected('FIELD_EMBARGO', text), ...(declaredId !== undefined && { declaredId }) };
  const notes = [...draft.notes, `its text says when its embargo ends: ${text}`];
  return { ok: true, draft: { ...draft, content: { ...content, embargoed: until }, notes } };
}
