import type { ArticleContent, CurrentRevision, Head, PubStatus, Revision, SelectorFacts } from './article.ts';
import { type Decision, registerOf } from './decision.ts';
import { notAfter } from './order.ts';

/** Enough of a headline to recognise the article by; a head stays under 1 kB. */
const HEADLINE_LENGTH = 120;

/**
 * A head is a projection: of the revisions the greatest stamp, of the decisions the latest, of the first dates the
 * earliest. Each is a maximum or minimum over a set, so the order in which its members arrive cannot show.
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
  const created = notAfter(newestContent.firstcreated ?? firstSeen, newest.receivedAt);
  const { embargoed, expires } = newestContent;
  const current: CurrentRevision = {
    version: newest.version,
    contentHash: newest.contentHash,
    pubstatus: newest.pubstatus,
    changed: oldest.versioncreated,
    received: receivedFirst(run),
    created,
    facts: factsOf(newest.source, newestContent),
    ...(embargoed !== undefined && { embargoed }),
    ...(expires !== undefined && { expires }),
  };
  return { ...base, declaredId: newest.declaredId, firstSeen, firstReceived, current };
}

/** The head after a decision; one that came before the decision in force in its register changes nothing. */
export function withDecision(base: Head, decision: Decision): Head {
  const register = registerOf(decision);
  const inForce = base.decisions?.[register];
  if (inForce !== undefined && orderOf(decision) < orderOf(inForce)) return base;
  // Registers in order of name: equal sets of decisions make equal heads, whichever came first.
  const decisions = { ...base.decisions, [register]: decision };
  return {
    ...base,
    decisions: Object.fromEntries(Object.entries(decisions).toSorted(([a], [b]) => (a < b ? -1 : 1))),
  };
}

function orderOf({ at, receipt }: Decision): string {
  return `${at}~${receipt}`;
}

/** The revisions at the front that say the same; with the oldest of them the article last really changed. */
export function runOf(newestFirst: readonly Revision[]): readonly Revision[] {
  const [newest] = newestFirst;
  if (newest === undefined) return [];
  const end = newestFirst.findIndex((revision) => !sameAs(newest, revision));
  return newestFirst.slice(0, end === -1 ? newestFirst.length : end);
}

/** When the first of them was received. */
export function receivedFirst(revisions: readonly Revision[]): string {
  return revisions.map(({ receivedAt }) => receivedAt).toSorted()[0] ?? '';
}

/** Whether two revisions say the same to a reader. */
export function sameAs(
  a: { contentHash: string; pubstatus: PubStatus },
  b: { contentHash: string; pubstatus: PubStatus },
): boolean {
  return a.contentHash === b.contentHash && a.pubstatus === b.pubstatus;
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
