import { DECISION_MEDIA_TYPE, type Envelope } from '../../shared/contract/messages.ts';
import { ACTIONS, type ActionName, type ActionRule } from '../../shared/domain/decision.ts';
import type { ReceiptId } from '../../shared/domain/identity.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import type { Decide, Send } from './steps.ts';
import { articleAt, CHANNEL_IDS, OFF_TOPIC, UNREADABLE } from './newsroom.ts';
import type { SentContent, Submission } from './reference-types.ts';

const NINJS = 'application/ninjs+json';

/** One submission twice: as the reference model sees it, and as ingest receives it. */
export interface SubmissionRequest {
  submission: Submission;
  envelope: Envelope;
  bytes: Uint8Array;
}

type InMinutes = (minutes: number) => Instant;

/** The request of a step. `inMinutes` returns the instant that many minutes from now. */
export function requestOf(step: Send | Decide, receipt: ReceiptId, inMinutes: InMinutes): SubmissionRequest {
  const { source, declaredId, article } = articleAt(step.article);
  const at = inMinutes(0);
  const common = { article, receipt, at };
  const envelope = { source, receipt, receivedAt: at, declaredId };
  if (step.do === 'decide') {
    const { submission, body } = decision(step, common, inMinutes);
    return isCanceled(step)
      ? {
          submission,
          envelope: { ...envelope, kind: 'content', mediaType: NINJS },
          bytes: asJson({ uri: declaredId, pubstatus: 'canceled' }),
        }
      : {
          submission,
          envelope: { ...envelope, kind: 'decision', mediaType: DECISION_MEDIA_TYPE },
          bytes: asJson(body),
        };
  }
  const submission = content(step, { ...common, source }, inMinutes);
  return {
    submission,
    envelope: { ...envelope, kind: 'content', mediaType: NINJS },
    bytes: asJson(ninjsOf(submission, declaredId)),
  };
}

/** The same content or the same decision, sent again as a new submission. */
export function repeatedRequest(
  { submission, envelope, bytes }: SubmissionRequest,
  receipt: ReceiptId,
  at: Instant,
): SubmissionRequest {
  return {
    submission: { ...submission, receipt, at },
    envelope: { ...envelope, receipt, receivedAt: at },
    bytes,
  };
}

/** There are two ways to kill an article: an editor decides it, or the source sends the article with `canceled`. */
const isCanceled = ({ action, channel }: Decide): boolean => action === 'kill' && channel === 0;

function content(
  step: Send,
  common: Pick<SentContent, 'article' | 'receipt' | 'at' | 'source'>,
  inMinutes: InMinutes,
): SentContent {
  const { article, headline, withheld, doubtful, version, versioncreated, embargoed, expires } = step;
  const { offTopic = false, unreadable = false } = step;
  return {
    kind: 'content',
    ...common,
    headline: `Story ${article}-${headline}`,
    withheld,
    ...(doubtful === true && !withheld && { doubtful }),
    ...(offTopic && { offTopic }),
    ...(unreadable && { unreadable }),
    ...(version !== undefined && { version }),
    ...(versioncreated !== undefined && { versioncreated: inMinutes(versioncreated) }),
    ...(embargoed !== undefined && { embargoed: inMinutes(embargoed) }),
    ...(expires !== undefined && { expires: inMinutes(expires) }),
  };
}

function ninjsOf(
  {
    headline,
    withheld,
    doubtful,
    version,
    versioncreated,
    embargoed,
    expires,
    offTopic,
    unreadable,
  }: SentContent,
  uri: string,
): object {
  const text = unreadable ? UNREADABLE : `This is all of ${headline}.`;
  return {
    uri,
    pubstatus: withheld ? 'withheld' : doubtful ? 'parked' : 'usable',
    language: 'en',
    headlines: [{ role: 'main', value: headline }],
    bodies: [{ role: 'main', contentType: 'text/html', value: `<p>${text}</p>` }],
    ...(offTopic && { subjects: [{ name: OFF_TOPIC }] }),
    ...(version !== undefined && { version: String(version) }),
    ...(versioncreated !== undefined && { versioncreated }),
    ...(embargoed !== undefined && { embargoed }),
    ...(expires !== undefined && { expires }),
  };
}

function decision(
  { action, channel, until }: Decide,
  common: Pick<SentContent, 'article' | 'receipt' | 'at'>,
  inMinutes: InMinutes,
): { submission: Submission; body: object } {
  const rule: ActionRule = ACTIONS[action as ActionName];
  const target = rule.takesTarget && CHANNEL_IDS[channel];
  const end = rule.takesUntil && until !== undefined ? inMinutes(until) : undefined;
  return {
    submission: {
      kind: 'decision',
      ...common,
      action,
      ...(target !== undefined && { channel: target }),
      ...(end !== undefined && { until: end }),
    },
    body: {
      action,
      by: 'an editor',
      ...(target !== undefined && { target }),
      ...(end !== undefined && { until: end }),
    },
  };
}

const asJson = (value: object): Uint8Array => Buffer.from(JSON.stringify(value));
