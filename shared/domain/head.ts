import type { ArticleContent, CurrentRevision, Head, Revision, SelectorFacts } from './article.ts';
import { type Decision, registerOf } from './decision.ts';
import type { ArticleId } from './identity.ts';
import type { Instant } from './instant.ts';
import { notAfter, placeOf } from './order.ts';

/** How many characters of the headline a head keeps, so that a head stays under 1 kB. */
export const HEADLINE_LENGTH = 120;

/**
 * Computes the head of an article from `base` (its head until now) and its newest revisions. A head has the revision
 * with the greatest version stamp, the latest decision of each register, and the earliest dates. Each of these values
 * is a maximum or minimum over a set, so the order in which revisions and decisions arrive does not matter.
 */
export function withRevisions(
  base: Head,
  newestFirst: readonly Revision[],
  newestContent: ArticleContent,
): Head {
  const [newest] = newestFirst;
  if (newest === undefined) return base;
  const run = runOf(newestFirst);
  const oldest = run.at(-1) ?? newest;
  const firstSeen = newestFirst.reduce(
    (earliest, { versioncreated }) => notAfter(versioncreated, earliest),
    base.firstSeen ?? newest.versioncreated,
  );
  const firstReceived = newestFirst.reduce(
    (earliest, { receivedAt }) => notAfter(receivedAt, earliest),
    base.firstReceived ?? newest.receivedAt,
  );
  const place = newestFirst.reduce(
    (earliest, { version }) => {
      const own = placeOf(version);
      return own < earliest ? own : earliest;
    },
    base.place ?? placeOf(newest.version),
  );
  // The same text sent again must not change a byte of a document, so its first receipt counts.
  const received = receivedFirst(run) ?? newest.receivedAt;
  const created = notAfter(newestContent.firstcreated ?? firstSeen, received);
  const { embargoed, expires } = newestContent;
  const current: CurrentRevision = {
    version: newest.version,
    contentHash: newest.contentHash,
    pubstatus: newest.pubstatus,
    ...(newest.doubt !== undefined && { doubt: newest.doubt }),
    changed: changedAt(oldest, newestFirst[run.length]),
    received,
    created,
    facts: factsOf(newest.source, newestContent),
    ...(embargoed !== undefined && { embargoed }),
    ...(expires !== undefined && { expires }),
  };
  return { ...base, declaredId: newest.declaredId, firstSeen, firstReceived, place, current };
}

/**
 * The date of the oldest revision of a run. Senders often correct an article and leave its date as it was. Readers
 * would not see that it changed, so then the date is the time of receipt.
 */
function changedAt(oldest: Revision, replaced: Revision | undefined): Instant {
  const hasNewDate =
    replaced === undefined ||
    replaced.contentHash === oldest.contentHash ||
    oldest.versioncreated > replaced.versioncreated;
  return hasNewDate ? oldest.versioncreated : oldest.receivedAt;
}

/** The head after a decision. A decision that is earlier than the one in force in its register changes nothing. */
export function withDecision(base: Head, decision: Decision): Head {
  const register = registerOf(decision);
  const inForce = base.decisions?.[register];
  if (inForce !== undefined && orderOf(decision) < orderOf(inForce)) return base;
  // Registers are sorted by name, so that equal sets of decisions give equal heads in whatever order they arrive.
  const decisions = { ...base.decisions, [register]: decision };
  return {
    ...base,
    decisions: Object.fromEntries(Object.entries(decisions).toSorted(([a], [b]) => (a < b ? -1 : 1))),
  };
}

/**
 * The other articles that the declared id of a head names. An article that is stored under the id itself is meant, and
 * not one that states the id as another id of its own.
 */
export function articlesNamedBy({ sameAs, sharedBy = [], aliasOf = [], current }: Head): ArticleId[] {
  const aliased = current === undefined ? aliasOf : [];
  return [...new Set([...(sameAs === undefined ? [] : [sameAs]), ...sharedBy, ...aliased])];
}

/** The one article that has this id: as an earlier id, or because it alone states the id as another id of its own. */
export function articleNamedBy(head: Head): ArticleId | undefined {
  if (head.sameAs !== undefined) return head.sameAs;
  const { current, sharedBy, aliasOf = [] } = head;
  return current === undefined && sharedBy === undefined && aliasOf.length === 1 ? aliasOf[0] : undefined;
}

/** How many stories may share one declared id. */
export const MAX_SHARED = 100;

/** The head of a declared id after it is known that another article is meant by it too. Sets, so any order will do. */
export function withReference(base: Head, as: 'sameAs' | 'sharedBy' | 'aliasOf', article: ArticleId): Head {
  if (as === 'sameAs') return { ...base, sameAs: article };
  return { ...base, [as]: [...new Set([...(base[as] ?? []), article])].toSorted() };
}

function orderOf({ at, receipt }: Decision): string {
  return `${at}~${receipt}`;
}

/**
 * The newest run of an article (glossary: revision). Its oldest revision is the last one that changed the contents.
 */
export function runOf(newestFirst: readonly Revision[]): readonly Revision[] {
  const [newest] = newestFirst;
  if (newest === undefined) return [];
  const end = newestFirst.findIndex((revision) => !sameAs(newest, revision));
  return newestFirst.slice(0, end === -1 ? newestFirst.length : end);
}

/** The earliest time of receipt of the revisions. */
export function receivedFirst(revisions: readonly Revision[]): Instant | undefined {
  return revisions.map(({ receivedAt }) => receivedAt).toSorted()[0];
}

/** What two revisions have in common if they say the same. */
type Said = Pick<Revision, 'contentHash' | 'pubstatus' | 'doubt'>;

/** Whether two revisions look the same to a reader, and are withheld for the same reason if they are withheld. */
export function sameAs(a: Said, b: Said): boolean {
  return a.contentHash === b.contentHash && a.pubstatus === b.pubstatus && a.doubt?.code === b.doubt?.code;
}

function factsOf(source: string, content: ArticleContent): SelectorFacts {
  const uris = content.subjects.flatMap(({ uri }) => uri ?? []);
  return {
    source,
    language: content.language,
    subjects: content.subjects.map(({ name }) => name),
    ...(uris.length > 0 && { subjectUris: uris }),
    genres: content.genres,
    places: content.places,
    headline: content.headline.slice(0, HEADLINE_LENGTH),
    ...(content.urgency !== undefined && { urgency: content.urgency }),
    ...(content.territory !== undefined && { territory: content.territory }),
  };
}
