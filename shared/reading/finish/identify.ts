import { hashOfValue } from '../../domain/identity.ts';
import type { Draft } from '../draft/draft.ts';

/**
 * The id an article goes by: the request's, else its own, else one made from its address or its contents. Two ids
 * that differ in normal form only are one.
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
  return { declaredId: `contents:${hash}`, notes: [...notes, 'id: none was given; made from the contents'] };
}
