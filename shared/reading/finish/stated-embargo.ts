import { lineOfText } from '../../domain/text.ts';
import { type Draft, type Drafted, rejected } from '../draft/draft.ts';
import { embargoLine } from '../prose/boilerplate/embargo-line.ts';

/** How many characters of the embargo line a note or a reason quotes. */
const MAX_QUOTED = 60;

/**
 * Applies an embargo that the text of the article states in words, unless the metadata of the article states an
 * embargo. If the text states an embargo but no instant, the article is rejected (FIELD_EMBARGO), because Wiredesk
 * must not guess when an article may appear.
 */
export function withStatedEmbargo(draft: Draft): Drafted {
  const { content, removed, pubstatus, declaredId } = draft;
  if (content.embargoed !== undefined || pubstatus !== 'usable') return { ok: true, draft };
  const [found] = [content.headline, ...removed].flatMap((text) => {
    const stated = embargoLine(text, content.language);
    return stated === undefined ? [] : [{ ...stated, text: lineOfText(text).slice(0, MAX_QUOTED) }];
  });
  if (found === undefined) return { ok: true, draft };
  const { until, text } = found;
  if (until === undefined)
    return { ...rejected('FIELD_EMBARGO', text), ...(declaredId !== undefined && { declaredId }) };
  const notes = [...draft.notes, `the text states when the embargo ends: ${text}`];
  return { ok: true, draft: { ...draft, content: { ...content, embargoed: until }, notes } };
}
