import type { Envelope } from '../../shared/contract/messages.ts';
import { articlesNamedBy } from '../../shared/domain/head.ts';
import { articleUri } from '../../shared/domain/identity.ts';
import type { Draft } from '../../shared/reading/draft/draft.ts';
import { decide } from './decide.ts';
import { identitiesNamed, type Identity } from './rules/identify-items.ts';
import type { NormaliseServices } from './services.ts';

/** A note quotes at most this many characters of an id. */
const MAX_QUOTED = 80;

/**
 * Puts the story that a draft replaces (ninjs `evolvedfrom`) on hold, so that no feed shows both. It goes when the
 * new story is received, also if that one is embargoed or withheld: so would a correction. Returns the notes.
 */
export async function holdFollowed(
  { follows }: Draft,
  { identity, envelope }: { identity: Identity; envelope: Envelope },
  services: NormaliseServices,
): Promise<string[]> {
  if (follows === undefined) return [];
  const named = identitiesNamed(follows, identity.source);
  const heads = await services.articles.heads(named.map(({ article }) => article));
  const stored = named.filter(({ article }) => heads.has(article));
  const followed = stored.length > 0 ? stored : named.slice(0, 1);
  const isOwn = followed.some(({ article }) => {
    const head = heads.get(article);
    return [article, ...(head === undefined ? [] : articlesNamedBy(head))].includes(identity.article);
  });
  if (isOwn) return [];
  for (const one of followed) {
    await decide(
      one,
      {
        action: 'hold',
        at: envelope.receivedAt,
        receipt: envelope.receipt,
        by: `source ${identity.source}`,
        reason: `replaced by ${articleUri(identity.article)}`,
      },
      services,
    );
  }
  return [`replaces the story ${follows.slice(0, MAX_QUOTED)}, which is put on hold`];
}
