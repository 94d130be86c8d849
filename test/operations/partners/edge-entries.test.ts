import { expect, test } from 'vitest';
import type { Partner } from '../../../shared/domain/partner.ts';
import {
  edgeEntries,
  feedsReadAtEdge,
  refuseOverflow,
} from '../../../shared/operations/partners/edge-entries.ts';
import { asInstant, feedIdOf, partnerIdOf } from '../../support/ids.ts';

const partner = (id: string, aliases: readonly string[]): Partner => ({
  id: partnerIdOf(id),
  name: id,
  tokens: [{ hash: 'a'.repeat(64), created: asInstant('2026-04-13T09:00:00.000Z') }],
  subscriptions: aliases.map((alias) => ({
    alias,
    channel: 'news',
    profile: 'standard',
    delayMinutes: 0,
    territory: [],
  })),
});

test('the edge has an entry for each partner, which says which feed each subscription reads', () => {
  const entries = edgeEntries([partner('outlet', ['top', 'sport'])], (subscription) =>
    feedIdOf(`feed-of-${subscription}`),
  );
  expect(feedsReadAtEdge(entries)).toEqual(
    new Map([
      ['outlet/top', 'feed-of-outlet/top'],
      ['outlet/sport', 'feed-of-outlet/sport'],
    ]),
  );
});

test('the entries leave out a subscription that has no feed yet, and a partner that is disabled', () => {
  const disabled = { ...partner('closed', ['top']), disabled: asInstant('2026-04-13T09:00:00.000Z') };
  const entries = edgeEntries([partner('outlet', ['top', 'sport']), disabled], (subscription) =>
    subscription === 'outlet/top' ? feedIdOf('f1') : undefined,
  );
  expect([...entries.keys()]).toEqual(['outlet']);
  expect(feedsReadAtEdge(entries)).toEqual(new Map([['outlet/top', 'f1']]));
});

test('a partner whose entry is too long is refused; the error names the partner', () => {
  const aliases = Array.from({ length: 20 }, (_, at) => `${at}-${'a'.repeat(60)}`);
  expect(refuseOverflow([partner('outlet', aliases)])).toMatchObject({
    failure: { code: 'edge-full', message: expect.stringContaining('partner outlet') as string },
  });
  expect(refuseOverflow([partner('outlet', ['top'])])).toBeUndefined();
});
