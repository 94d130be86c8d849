/** One story: its revisions in the order of their versions, and the last decision in each register. */

/** What a sender states in one revision. */
export interface Story {
  headline: string;
  subject: string;
  /** `withheld`: by the sender; `doubt`: a status that Wiredesk does not understand. */
  status: 'usable' | 'withheld' | 'doubt';
  /** The code of the doubt. */
  doubt?: 'STATUS_UNKNOWN' | 'FIELD_EMBARGO' | undefined;
  embargoed?: number | undefined;
  expires?: number | undefined;
  /** The date that the sender states, if it states one. */
  created?: number | undefined;
  version?: number | undefined;
}

export interface Revision {
  story: Story;
  received: number;
  /** Absent when the same text was sent again: then this receipt says superseded. */
  receipt?: string | undefined;
  /** Orders the revisions: first the basis of the source, then the receipt. */
  basis: number;
}

export interface Decided {
  action: string;
  at: number;
  until?: number | undefined;
}

export interface Article {
  source: string;
  id: string;
  revisions: Revision[];
  decisions: Map<string, Decided>;
}

/** docs/adr/0005: each kind of decision has one register, and the later decision in it counts. */
const REGISTER: Record<string, string> = {
  kill: 'kill',
  unkill: 'kill',
  hold: 'hold',
  release: 'hold',
  embargo: 'embargo',
  withdraw: 'withdrawal',
  restore: 'withdrawal',
  include: 'selection',
  exclude: 'selection',
  select: 'selection',
};

export function decideOnArticle(article: Article, decided: Decided, target?: string): void {
  const register = REGISTER[decided.action] ?? decided.action;
  article.decisions.set(target === undefined ? register : `${register}:${target}`, decided);
}

export function addRevision(article: Article, revision: Revision): void {
  article.revisions = [...article.revisions, revision].toSorted(
    (a, b) => a.basis - b.basis || a.received - b.received,
  );
}

export const newestOf = (article: Article): Revision | undefined => article.revisions.at(-1);

/**
 * The end of the embargo. A decision stands above what any revision states; a lift ends an embargo that the sender
 * stated and makes one that a decision set as if it had never been (docs/glossary.md "embargo").
 */
export function untilOf(article: Article, revision: Revision): number | undefined {
  const decided = article.decisions.get('embargo');
  const stated = revision.story.embargoed;
  if (decided === undefined) return stated;
  if (decided.until !== undefined) return decided.until;
  return stated === undefined ? undefined : Math.min(stated, decided.at);
}

export type Standing = 'unknown' | 'killed' | 'held' | 'withheld' | 'expired' | 'embargoed' | 'usable';

/** docs/glossary.md "standing"; only a usable article may show. */
export function standingAt(article: Article, now: number): Standing {
  const newest = newestOf(article);
  const hold = article.decisions.get('hold');
  if (article.decisions.get('kill')?.action === 'kill') return 'killed';
  if (newest === undefined) return 'unknown';
  if (hold?.action === 'hold') return 'held';
  if (newest.story.status === 'withheld') return 'withheld';
  const isReleased = hold?.action === 'release' && hold.at > newest.received;
  if (newest.story.status === 'doubt' && !isReleased) return 'withheld';
  if ((untilOf(article, newest) ?? 0) > now) return 'embargoed';
  return newest.story.expires !== undefined && newest.story.expires <= now ? 'expired' : 'usable';
}
