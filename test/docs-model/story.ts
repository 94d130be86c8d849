/** One story: its revisions in the order of their versions, and the last decision in each register. */

/** What a sender states in one revision. */
export interface Story {
  source: string;
  headline: string;
  subject: string;
  urgency?: number | undefined;
  /** `withheld`: by the sender; `doubt`: a status that Wiredesk does not understand. */
  status: 'usable' | 'withheld' | 'doubt';
  /** The code of the doubt. */
  doubt?: 'STATUS_UNKNOWN' | 'FIELD_EMBARGO' | undefined;
  embargoed?: number | undefined;
  expires?: number | undefined;
  /** The date of this version, if the sender states one. */
  made?: number | undefined;
  /** The date of publication, if the sender states one. */
  published?: number | undefined;
}

export interface Revision {
  story: Story;
  received: number;
  receipt: string;
  /** The receipts of the same text that was sent again. */
  again: string[];
  /** Orders the revisions: first the basis of the source, then the receipt. */
  basis: number;
}

export interface Decided {
  action: string;
  at: number;
  /** The receipt of an order that is a submission or an item of its own. */
  receipt?: string;
  until?: number | undefined;
}

export interface Article {
  source: string;
  id: string;
  revisions: Revision[];
  decisions: Map<string, Decided>;
  /** The receipts of all decisions about the article. */
  decided: string[];
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
  if (decided.receipt !== undefined) article.decided.push(decided.receipt);
}

/**
 * Takes in a revision that was received later than all others. A text that is sent again right after itself is no new
 * revision (docs/glossary.md "revision": a run).
 */
export function addRevision(article: Article, revision: Revision): void {
  const before = article.revisions.filter(({ basis }) => basis <= revision.basis);
  const last = before.at(-1);
  if (last?.story === revision.story) last.again.push(revision.receipt);
  else article.revisions = article.revisions.toSpliced(before.length, 0, revision);
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

/** Whether the sender withholds the revision, or a doubt that nobody has ended since (docs/glossary.md "doubt"). */
export function isWithheld({ decisions }: Article, { story, received }: Revision): boolean {
  const hold = decisions.get('hold');
  const isReleased = hold?.action === 'release' && hold.at > received;
  return story.status === 'withheld' || (story.status === 'doubt' && !isReleased);
}

/** docs/glossary.md "standing"; only a usable article may show. */
export function standingAt(article: Article, now: number): Standing {
  const newest = newestOf(article);
  const hold = article.decisions.get('hold');
  if (article.decisions.get('kill')?.action === 'kill') return 'killed';
  if (newest === undefined) return 'unknown';
  if (hold?.action === 'hold') return 'held';
  if (isWithheld(article, newest)) return 'withheld';
  if ((untilOf(article, newest) ?? 0) > now) return 'embargoed';
  return newest.story.expires !== undefined && newest.story.expires <= now ? 'expired' : 'usable';
}
