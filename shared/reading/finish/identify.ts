import { normalId, spellingsOf } from '../../domain/declared-id.ts';
import { hashOfValue, idProblem } from '../../domain/identity.ts';
import type { Draft } from '../draft/draft.ts';

/** What an item says about which article it is. All ids are declared ids. */
export interface Claim {
  /** The id in its normal spelling. */
  declaredId: string;
  /** Where the id comes from: the sender, the link of the article, or its contents. */
  from: 'sender' | 'link' | 'contents';
  /** The other spellings of the same id, under which an older version of Wiredesk may have stored the article. */
  spellings: string[];
  /** Other ids of the same article, best first. They count only if an article is stored under one of them. */
  others: string[];
  /** Those of `others` that the sender states, in their normal spelling: from now on they name this article too. */
  aliases: string[];
  /** The id of this story if another story has `declaredId`: made from `declaredId` and the headline. */
  apart: string;
  notes: string[];
}

/**
 * Chooses the declared id of an article: the id in the address of the request, or the id in the contents, or the link
 * of the article, or a hash of its contents. docs/sources.md has the rules.
 */
export function identify(draft: Draft, requested: string | undefined): Claim {
  const { notes, content } = draft;
  const byContents = `contents:${hashOfValue([content.headline, content.body]).slice(0, 32)}`;
  const given = requested ?? draft.declaredId;
  const others = (draft.otherIds ?? []).flatMap(spellingsOf);
  if (given !== undefined) {
    const before =
      draft.unnamedBefore === true && requested === undefined ? [content.link ?? byContents] : [];
    return claim({ id: given, from: 'sender', others: [...others, ...before], notes }, draft);
  }
  if (content.link !== undefined) {
    const noted = [...notes, 'id: taken from the link'];
    return claim({ id: content.link, from: 'link', others, notes: noted }, draft);
  }
  const noted = [...notes, 'id: none was given; made from the contents'];
  return claim({ id: byContents, from: 'contents', others, notes: noted }, draft);
}

function claim(
  { id, ...rest }: Pick<Claim, 'from' | 'others' | 'notes'> & { id: string },
  { content: { headline, body }, otherIds = [] }: Draft,
): Claim {
  const declaredId = normalId(id);
  const aliases = [...new Set(otherIds.map(normalId))].filter((other) => other !== declaredId);
  const title = headline === '' ? body : headline;
  return {
    ...rest,
    declaredId,
    aliases: aliases.filter((other) => idProblem(other) === undefined),
    spellings: spellingsOf(id).filter((spelling) => spelling !== declaredId),
    apart: `${declaredId}#story:${hashOfValue(title.toLowerCase()).slice(0, 24)}`,
  };
}
