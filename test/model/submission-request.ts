import { DECISION_MEDIA_TYPE, type Envelope } from '../../shared/contract/messages.ts';
import { ACTIONS, type ActionName, type ActionRule } from '../../shared/domain/decision.ts';
import type { Decide, Send } from './steps.ts';
import { articleAt, CHANNEL_IDS } from './newsroom.ts';
import type { Sent, Submission } from './reference-types.ts';

const NINJS = 'application/ninjs+json';

/** A submission as the reference knows it, and the same as it comes to the door. */
export interface Request {
  submission: Submission;
  envelope: Envelope;
  bytes: Uint8Array;
}

type InMinutes = (minutes: number) => string;

/** `inMinutes` gives the instant that many minutes from now. */
export function requestOf(action: Send | Decide, receipt: string, inMinutes: InMinutes): Request {
  const { source, declaredId, article } = articleAt(action.article);
  const at = inMinutes(0);
  const common = { article, receipt, at };
  const envelope = { source, receipt, receivedAt: at, declaredId };
  if (action.do === 'decide') {
    const { submission, body } = decision(action, common, inMinutes);
    return isCanceled(action)
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
  const submission = content(action, { ...common, source }, inMinutes);
  return {
    submission,
    envelope: { ...envelope, kind: 'content', mediaType: NINJS },
    bytes: asJson(ninjsOf(submission, declaredId)),
  };
}

/** The same contents or the same decision handed in again, as another submission. */
export function again({ submission, envelope, bytes }: Request, receipt: string, at: string): Request {
  return {
    submission: { ...submission, receipt, at },
    envelope: { ...envelope, receipt, receivedAt: at },
    bytes,
  };
}

/** A kill has two ways in: an editor's decision, and an article that says of itself that it is canceled. */
const isCanceled = ({ action, channel }: Decide): boolean => action === 'kill' && channel === 0;

function content(
  action: Send,
  common: Pick<Sent, 'article' | 'receipt' | 'at' | 'source'>,
  inMinutes: InMinutes,
): Sent {
  const { article, headline, withheld, version, versioncreated, embargoed, expires } = action;
  return {
    kind: 'content',
    ...common,
    headline: `Story ${article}-${headline}`,
    withheld,
    ...(version !== undefined && { version }),
    ...(versioncreated !== undefined && { versioncreated: inMinutes(versioncreated) }),
    ...(embargoed !== undefined && { embargoed: inMinutes(embargoed) }),
    ...(expires !== undefined && { expires: inMinutes(expires) }),
  };
}

function ninjsOf(
  { headline, withheld, version, versioncreated, embargoed, expires }: Sent,
  uri: string,
): object {
  return {
    uri,
    pubstatus: withheld ? 'withheld' : 'usable',
    language: 'en',
    headlines: [{ role: 'main', value: headline }],
    bodies: [{ role: 'main', contentType: 'text/html', value: `<p>This is all of ${headline}.</p>` }],
    ...(version !== undefined && { version: String(version) }),
    ...(versioncreated !== undefined && { versioncreated }),
    ...(embargoed !== undefined && { embargoed }),
    ...(expires !== undefined && { expires }),
  };
}

function decision(
  { action, channel, until }: Decide,
  common: Pick<Sent, 'article' | 'receipt' | 'at'>,
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
