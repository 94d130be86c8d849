import { createHash } from 'node:crypto';
import { beforeEach } from 'vitest';
import type { EdgeRequest } from '../../../local/edge/edge-function.ts';
import { edgeRecord } from '../../../shared/contract/edge-record.ts';
import { objectKeys } from '../../../shared/contract/keys.ts';
import type { FeedId } from '../../../shared/domain/identity.ts';
import type { Instant } from '../../../shared/domain/instant.ts';
import type { Partner, PartnerToken, Subscription } from '../../../shared/domain/partner.ts';
import { asInstant, feedIdOf, partnerIdOf } from '../../support/ids.ts';
import { ask, type Outcome, values } from './run-viewer-request.ts';

export const TOKEN = 'kE7-aVery_long-token0123456789abcdefghijklmn';
export const RIVALS = 'the-rivals-token-0123456789-0123456789-01234';
export const FEEDS: Record<string, FeedId> = {
  top: feedIdOf('0123456789abcdef0123'),
  sport: feedIdOf('fedcba98765432100000'),
};

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
export const token = (text: string, until?: Instant): PartnerToken => ({
  hash: sha256(text),
  created: asInstant('2026-01-01T00:00:00.000Z'),
  ...(until !== undefined && { until }),
});
export const subscription = (alias: string, until?: Instant): Subscription => ({
  alias,
  channel: 'news',
  profile: 'standard',
  delayMinutes: 0,
  territory: [],
  ...(until !== undefined && { until }),
});

/** Puts a partner into the function's key-value store, as the command line does. */
export function store(id: string, tokens: PartnerToken[], subscriptions: Subscription[]): void {
  const partner: Partner = { id: partnerIdOf(id), name: 'The Outlet', tokens, subscriptions };
  values.set(id, edgeRecord(partner, (alias) => FEEDS[alias]) ?? '');
}

/**
 * Each test of a file that calls this starts with two partners: the outlet and a rival. It is a function, because the
 * files of one worker share their imports: a hook at the top level of this module would run for the first file only.
 */
export function startWithPartners(): void {
  beforeEach(() => {
    values.clear();
    store('outlet', [token(TOKEN)], [subscription('top'), subscription('sport')]);
    store('rival', [token(RIVALS)], [subscription('sport')]);
  });
}

export const basic = (user: string, password: string): string =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
export const withHeader = (...lines: string[]): Partial<EdgeRequest> => {
  const [value = ''] = lines;
  const multiValue = lines.map((line) => ({ value: line }));
  return { headers: { authorization: { value, ...(lines.length > 1 && { multiValue }) } } };
};
export const AS_BASIC = withHeader(basic('outlet', TOKEN));
export const AS_BEARER = withHeader(`Bearer ${TOKEN}`);

/** The function's answer to a request without a token. */
export const unauthenticated = (): Promise<Outcome> => ask('/p/nobody/nothing/rss.xml');
/** The function's answer to the outlet's request for a feed that it does not have. */
export const notFound = (): Promise<Outcome> => ask('/p/outlet/nothing/rss.xml', AS_BASIC);
export const key = (alias: string, file: string): string =>
  `/${objectKeys.document(FEEDS[alias] ?? feedIdOf(''), file)}`;
