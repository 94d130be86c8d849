import { feedsOf } from '../shared/contract/feeds.ts';
import type { ActionName } from '../shared/domain/decision.ts';
import { EXIT, Failure } from './failure.ts';
import { findPartner, listPartners, setApart } from './partner.ts';
import type { Pipeline } from './pipeline.ts';
import type { Working } from './wait.ts';

/** Actions that take something back, for which no feed has to be set apart. */
const UNDOING: readonly ActionName[] = ['restore', 'select'];

/**
 * Whom a decision is about, as it is written down: a channel's id, `feed:` and a feed's id, or `partner:` and a partner
 * or one of its subscriptions.
 */
export async function targetNamed(pipeline: Pipeline, name: string): Promise<string> {
  const configuration = await pipeline.configuration.current();
  const channels = configuration?.channels ?? [];
  const [kind, rest] = splitKind(name);
  const isChannel = channels.some(({ id }) => id === rest);
  const isFeed = configuration !== undefined && feedsOf(configuration).some(({ id }) => id === rest);
  if (isFeed && (kind === 'feed' || kind === undefined)) return `feed:${rest}`;
  if (kind === 'feed') {
    throw new Failure(`there is no feed ${rest}`, '"wiredesk feed list" shows them.', EXIT.usage);
  }
  const [partner = '', alias] = rest.split('/');
  const isPartner = kind !== 'channel' && (await listPartners(pipeline)).some(({ id }) => id === partner);
  if (kind === undefined && isChannel && isPartner) {
    throw new Failure(
      `${rest} is a channel and a partner`,
      `Write channel:${rest} or partner:${rest}.`,
      EXIT.usage,
    );
  }
  if (kind !== 'partner' && isChannel) return rest;
  if (!isPartner) {
    throw new Failure(
      `there is no channel or partner ${rest}`,
      '"wiredesk feed list" and "wiredesk partner list" show them.',
      EXIT.usage,
    );
  }
  await refuseUnknownAlias(pipeline, partner, alias);
  return `partner:${rest}`;
}

/**
 * Partners with equal terms share a feed, so one that something was decided about alone gets feeds of its own, at the
 * same addresses. After the decision: the new feeds then begin without the story, and what was decided stands even if
 * they are long in coming.
 */
export async function giveFeedsOfItsOwn(
  pipeline: Pipeline,
  target: string,
  action: ActionName,
  working: Working,
): Promise<void> {
  const [kind, name] = splitKind(target);
  if (kind !== 'partner' || UNDOING.includes(action)) return;
  const [partner = '', alias] = name.split('/');
  await setApart(pipeline, partner, alias, working);
}

function splitKind(name: string): [string | undefined, string] {
  const match = /^(channel|partner|feed):(.*)$/.exec(name);
  return match === null ? [undefined, name] : [match[1], match[2] ?? ''];
}

async function refuseUnknownAlias(
  pipeline: Pipeline,
  partner: string,
  alias: string | undefined,
): Promise<void> {
  const { subscriptions } = await findPartner(pipeline, partner);
  if (alias === undefined || subscriptions.some((one) => one.alias === alias)) return;
  throw new Failure(
    `partner ${partner} has no subscription ${alias}`,
    `"wiredesk partner show ${partner}" shows them.`,
    EXIT.usage,
  );
}
