import type { Envelope } from '../../../shared/contract/messages.ts';
import { normalId, spellingsOf } from '../../../shared/domain/declared-id.ts';
import { articleId, type ArticleId, idProblem } from '../../../shared/domain/identity.ts';
import type { Rejection } from '../../../shared/domain/outcome.ts';
import { type Draft, rejected } from '../../../shared/reading/draft/draft.ts';
import { type Claim, identify } from '../../../shared/reading/finish/identify.ts';
import {
  type ErasedItem,
  isErasedItem,
  type RemainingItem,
} from '../../../shared/reading/finish/redaction.ts';
import { type ClaimedDraft, withStories } from './stories.ts';

/** Names the article that an item contains or that a decision is about. `article` is made from the other two. */
export interface Identity {
  article: ArticleId;
  source: string;
  declaredId: string;
}

/**
 * Like `Identity`, but the declared id may be missing: an erasure removes it, and `article` names the article alone.
 */
export type KnownIdentity = Omit<Identity, 'declaredId'> & Partial<Pick<Identity, 'declaredId'>>;

/** A draft with everything that it says about which article it is. */
export interface IdentifiedDraft {
  kind: 'draft';
  draft: Draft;
  /** The article, unless a stored article shows that it is another one; see resolve.ts. */
  identity: Identity;
  from: Claim['from'];
  /** The article of the declared id. Another story of the submission may claim it too. */
  key: Identity;
  spellings: readonly Identity[];
  others: readonly Identity[];
  /** The other ids that the sender states. From now on they name this article too. */
  aliases: readonly Identity[];
  /** The article of this story if the declared id belongs to another story. */
  apart: Identity;
  /** Whether other stories of the submission claim the same id. */
  isShared: boolean;
  /** The headlines of all versions of this story in the submission. */
  headlines: readonly string[];
  /** The item number for the version stamp: of several versions in one submission, the newest has the greatest. */
  rank: number;
}

/** An item of a submission, with the article that it names. */
export type IdentifiedItem =
  | IdentifiedDraft
  | { kind: 'refused'; rejection: Rejection; identity?: Identity; spellings?: readonly Identity[] }
  | { kind: 'erased'; erased: ErasedItem };

/**
 * The items of one submission with their identities. An id in the address of the request is the id of the
 * item only if the submission has a single item. A draft whose id cannot be used becomes a refusal (FIELD_ID); one
 * that cannot be told from another story with the same id and headline, too (ID_SHARED).
 */
export function identifyItems(
  items: readonly RemainingItem[],
  { source, declaredId }: Pick<Envelope, 'source' | 'declaredId'>,
): IdentifiedItem[] {
  const requested = items.length === 1 ? declaredId : undefined;
  const claims = items.map((item): Claim | undefined =>
    isErasedItem(item) || !item.ok ? undefined : identify(item.draft, requested),
  );
  const drafts = items.flatMap((item, at): ClaimedDraft[] => {
    const claim = claims[at];
    return claim === undefined || isErasedItem(item) || !item.ok ? [] : [{ at, draft: item.draft, claim }];
  });
  const stories = withStories(drafts);
  return items.map((item, at) => {
    if (isErasedItem(item)) return { kind: 'erased', erased: item };
    if (!item.ok) return refusedItem(item, source, requested);
    const claim = claims[at];
    const story = stories.get(at);
    if (claim === undefined || story === undefined) throw new Error('a draft has no claim');
    const identities = identitiesOf(claim, source);
    const refused = { kind: 'refused', identity: identities.key, spellings: identities.spellings } as const;
    const problem = idProblem((requested ?? item.draft.declaredId ?? claim.declaredId).normalize('NFC'));
    if (problem !== undefined) return { ...refused, rejection: rejected('FIELD_ID', problem).rejection };
    if (story.isRefused) {
      const detail = `${claim.declaredId}: ${item.draft.content.headline}`.slice(0, MAX_QUOTED);
      return { ...refused, rejection: rejected('ID_SHARED', detail).rejection };
    }
    const { isShared, headlines, rank } = story;
    return {
      kind: 'draft',
      draft: { ...item.draft, notes: claim.notes },
      identity: isShared ? identities.apart : identities.key,
      from: claim.from,
      ...identities,
      isShared,
      headlines,
      rank,
    };
  });
}

/** A reason quotes at most this many characters. */
const MAX_QUOTED = 80;

function refusedItem(
  item: Extract<RemainingItem, { ok: false }>,
  source: string,
  requested: string | undefined,
): IdentifiedItem {
  const named = requested ?? item.declaredId;
  const refused = { kind: 'refused', rejection: item.rejection } as const;
  if (named === undefined) return refused;
  const [identity, ...spellings] = identitiesNamed(named, source);
  return { ...refused, identity, spellings };
}

/** The articles that a declared id may name: that of its normal spelling first. */
export function identitiesNamed(declaredId: string, source: string): [Identity, ...Identity[]] {
  const [, ...others] = spellingsOf(declaredId);
  return [identityOf(normalId(declaredId), source), ...others.map((id) => identityOf(id, source))];
}

function identitiesOf(
  { declaredId, spellings, others, aliases, apart }: Claim,
  source: string,
): Pick<IdentifiedDraft, 'key' | 'spellings' | 'others' | 'aliases' | 'apart'> {
  return {
    key: identityOf(declaredId, source),
    spellings: spellings.map((id) => identityOf(id, source)),
    others: others.filter((id) => id !== declaredId).map((id) => identityOf(id, source)),
    aliases: aliases.map((id) => identityOf(id, source)),
    apart: identityOf(apart, source),
  };
}

function identityOf(declaredId: string, source: string): Identity {
  return { article: articleId(source, declaredId), source, declaredId };
}
