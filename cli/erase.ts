import { redact } from '../functions/normalise/rules/redact.ts';
import { objectKeys } from '../shared/contract/keys.ts';
import { STAGES } from '../shared/contract/stages.ts';
import type { StoredConfiguration } from '../shared/contract/configuration.ts';
import type { Traces } from '../shared/contract/stores.ts';
import type { Head } from '../shared/domain/article.ts';
import type { Decision } from '../shared/domain/decision.ts';
import { articleUri } from '../shared/domain/identity.ts';
import { standing } from '../shared/domain/lifecycle.ts';
import { decideOn, findArticle } from './article.ts';
import { type Patience, unreadOf, untilLetGo, untilRead } from './let-go.ts';
import type { Pipeline } from './pipeline.ts';

/** What an erasure would take away, or has taken away. */
export interface Erasure {
  article: string;
  uri: string;
  standing: string;
  revisions: number;
  contents: number;
  /** Submissions that carried it or decided on it, and in how many of them other articles stand too, which stay. */
  submissions: number;
  shared: number;
  /** Feeds it was ever sent to. */
  feeds: string[];
  /** Submissions that have no outcome yet, so that nobody knows whether they carry it. */
  unread: string[];
}

export interface EraseOptions extends Patience {
  reason: string;
}

/** A function that read the head before the decision was in force may write by it until its time is over. */
export const LAST_WRITES_MILLISECONDS =
  1000 * (Math.max(STAGES.normalise.timeoutSeconds, STAGES.publish.timeoutSeconds) + 1);

/** What `erase` would do; changes nothing. */
export async function planErasure(pipeline: Pipeline, id: string): Promise<Erasure> {
  const head = await findArticle(pipeline, id);
  const { article } = head;
  const [traces, reach, unread] = await Promise.all([
    pipeline.erasure.traces(article),
    pipeline.articles.reach([article]),
    unreadOf(pipeline, head.source, pipeline.now()),
  ]);
  let shared = 0;
  for (const receipt of traces.submissions) {
    const items = await pipeline.receipts.items(receipt);
    if (items.some((item) => item.article !== undefined && item.article !== article)) shared++;
  }
  return {
    ...{ article, uri: articleUri(article), standing: standing(head, pipeline.now().toISOString()) },
    ...{ revisions: traces.revisions, contents: traces.contents },
    ...{ submissions: traces.submissions.length, shared },
    ...{ feeds: [...(reach.get(article) ?? [])].toSorted(), unread },
  };
}

/**
 * Erases an article: the decision, which takes it out of every feed and refuses whatever comes; then, once every feed
 * has let it go, its bytes. Each step may be repeated, so a run that fails is run again. Throws a Failure that says
 * what is left.
 */
export async function erase(pipeline: Pipeline, id: string, options: EraseOptions): Promise<Erasure> {
  const { say, pause } = options;
  const planned = await planErasure(pipeline, id);
  const { article } = planned;
  if (planned.standing !== 'erased') {
    await decideOn(pipeline, article, { action: 'erase', reason: options.reason });
  }
  await untilLetGo(pipeline, article, options);
  const before = pipeline.now();
  say('waiting for the last writers');
  await pause(LAST_WRITES_MILLISECONDS);
  await untilLetGo(pipeline, article, options);
  const head = await findArticle(pipeline, article);
  const unread = await untilRead(pipeline, head.source, before, options);
  const traces = await pipeline.erasure.traces(article);
  await eraseSubmissions(pipeline, head, traces, say);
  say('erasing contents and revisions');
  await pipeline.erasure.removeContents(article);
  await leaveTombstone(pipeline, article, traces.decisions);
  await pipeline.erasure.removeRecords(article);
  const { revisions, contents } = traces;
  const submissions = traces.submissions.length;
  return { ...planned, standing: 'erased', revisions, contents, submissions, unread };
}

/** In the raw bucket and on the receipts: what else was in a submission stays, in its place. */
async function eraseSubmissions(
  { raw, receipts, configuration, erasure }: Pipeline,
  { article, source }: Head,
  { submissions }: Traces,
  say: (text: string) => void,
): Promise<void> {
  const config = await configuration.current();
  for (const [at, receipt] of submissions.entries()) {
    say(`erasing ${at + 1} of ${submissions.length} submissions`);
    const key = objectKeys.raw(source, receipt);
    const object = await raw.get(key);
    const redacted = object && redact(object, article, sourceOf(config, source));
    if (redacted?.object) await erasure.replaceRaw(redacted.object);
    await erasure.removeOlderVersions(key);
    const isDecision = object?.envelope.kind === 'decision';
    const named = (await receipts.items(receipt)).filter((item) => item.article === article);
    const places = isDecision ? [] : [...(redacted?.items ?? []), ...named.map(({ item }) => item)];
    for (const item of new Set(places)) {
      await erasure.replaceItem(receipt, {
        item,
        outcome: 'erased',
        article,
        removed: [],
        notes: [],
        channels: [],
      });
    }
  }
}

/** A source that is no longer configured is read as one that lends nothing. */
function sourceOf(
  config: StoredConfiguration | undefined,
  id: string,
): StoredConfiguration['sources'][number] {
  const known = config?.sources.find((source) => source.id === id);
  return known ?? { id, order: 'arrival', language: 'und', boilerplate: [], tokenHashes: [] };
}

/** What stays: ids, and who decided what and when. Of reasons only those about the erasure: others may quote it. */
async function leaveTombstone(
  pipeline: Pipeline,
  article: string,
  decisions: readonly Decision[],
): Promise<void> {
  for (const decision of decisions) await pipeline.erasure.replaceDecision(article, wordless(decision));
  for (;;) {
    const { head, token } = await pipeline.articles.head(article);
    if (head === undefined) return;
    const inForce = Object.entries(head.decisions ?? {});
    const tombstone: Head = {
      article,
      source: head.source,
      decisions: Object.fromEntries(inForce.map(([register, decision]) => [register, wordless(decision)])),
    };
    if ((await pipeline.articles.putHead(tombstone, token)) === 'written') return;
  }
}

function wordless(decision: Decision): Decision {
  const { reason: _reason, ...rest } = decision;
  return decision.action === 'erase' || decision.action === 'readmit' ? decision : rest;
}
