import { hashOfValue } from '../../domain/identity.ts';
import type { Draft } from '../draft/draft.ts';

/**
 * Chooses the declared id of an article: the id in the address of the request, or the id in the contents, or the link
 * of the article, or a hash of its contents. Ids are in Unicode normal form C, so two ids that differ only in normal
 * form are the same id.
 */
export function identify(
  draft: Draft,
  requested: string | undefined,
): { declaredId: string; notes: string[] } {
  const { notes, content } = draft;
  const given = requested ?? draft.declaredId;
  if (given !== undefined) return { declaredId: given.normalize('NFC'), notes };
  if (content.link !== undefined)
    return { declaredId: content.link, notes: [...notes, 'id: taken from the link'] };
  const hash = hashOfValue([content.headline, content.body]).slice(0, 32);
  return {
    declaredId: `contents:${hash}`,
    notes: [...notes, 'id: none was given; made from the contents'],
  };
}
