import type { Instant } from '../../domain/instant.ts';
import { defined } from '../draft/defined.ts';
import { type Draft, type Drafted, inDoubt, plainContent, type SourceDefaults } from '../draft/draft.ts';
import { Judge } from './judgement.ts';
import type { Sign } from './signs.ts';

/**
 * Applies what the document says about the publication of its article: its status, embargo, expiry and date of
 * publication. If several signs differ, the strictest counts: canceled, then withheld, then in doubt (FIELD_EMBARGO,
 * STATUS_UNKNOWN), then embargoed. A cancellation with an id needs no text, so it holds even if the text of the article
 * was rejected.
 */
export function withSigns(
  drafted: Drafted,
  signs: readonly Sign[],
  defaults: Partial<SourceDefaults>,
): Drafted {
  if (signs.length === 0) return drafted;
  const judged = new Judge(defaults).read(signs);
  const draft = drafted.ok ? drafted.draft : cancellation(drafted.declaredId, judged.canceled);
  if (draft === undefined) return drafted;
  const { content } = draft;
  const dated: Draft = {
    ...draft,
    content: defined<Draft['content']>({
      ...content,
      embargoed: later(content.embargoed, judged.embargoed),
      expires: judged.expires ?? content.expires,
    }),
    notes: [...judged.notes, ...draft.notes],
  };
  if (judged.canceled) return { ok: true, draft: { ...dated, pubstatus: 'canceled' } };
  if (judged.withheld) {
    const others = judged.doubts.map(({ code, detail }) => `also withheld because of ${code}: ${detail}`);
    return { ok: true, draft: { ...dated, pubstatus: 'withheld', notes: [...dated.notes, ...others] } };
  }
  const doubted = judged.doubts.reduce(
    (doubtful, { code, detail }) => inDoubt(doubtful, code, detail),
    dated,
  );
  return { ok: true, draft: doubted };
}

const later = (a: Instant | undefined, b: Instant | undefined): Instant | undefined =>
  a === undefined || (b !== undefined && b > a) ? b : a;

/** The draft of a cancellation without a text. Undefined if it is none, or if it has no id. */
export function cancellation(id: string | undefined, isCanceled = true): Draft | undefined {
  if (!isCanceled || id === undefined) return undefined;
  const content = plainContent({ headline: '', body: '', language: 'und', bylines: [] });
  return { declaredId: id, pubstatus: 'canceled', content, removed: [], notes: [] };
}
