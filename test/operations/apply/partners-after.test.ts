import { describe, expect, test } from 'vitest';
import { type PartnerEntry, partnerEntry } from '../../../shared/contract/configuration.ts';
import type { Partner } from '../../../shared/domain/partner.ts';
import { partnersAfter } from '../../../shared/operations/apply/partners-after.ts';
import { asInstant, partnerIdOf } from '../../support/ids.ts';

const EARLIER = asInstant('2026-04-01T09:00:00.000Z');
const NOW = new Date('2026-04-13T09:00:00.000Z');
const PIPELINE = { now: () => NOW, newToken: () => 'a new token' };

const entry = (members: object = {}): PartnerEntry =>
  partnerEntry.parse({
    id: 'outlet',
    name: 'The Outlet',
    subscriptions: [{ alias: 'top', channel: 'news', delay: 'PT2H', territory: ['AT'] }],
    ...members,
  });
const after = (entries: PartnerEntry[], before: readonly Partner[]) =>
  partnersAfter(entries, before, PIPELINE);

/** The partner after the first apply of the file. */
const applied = (...entries: PartnerEntry[]): Partner[] =>
  after(entries.length > 0 ? entries : [entry()], []).partners;
const only = (partners: readonly Partner[]): Partner => {
  const [partner] = partners;
  if (partner === undefined || partners.length !== 1) throw new Error(`${partners.length} partners`);
  return partner;
};
const [OUTLET] = [only(applied())];
const [TOP] = OUTLET.subscriptions;
if (TOP === undefined) throw new Error('no subscription');

describe('what a command decided stays when the same file is applied again', () => {
  test.each<[string, Partner, RegExp | undefined]>([
    ['nothing', OUTLET, undefined],
    [
      'the partner was disabled',
      { ...OUTLET, disabled: EARLIER },
      /^partner outlet stays disabled; .*enable/,
    ],
    [
      'the delay was changed',
      { ...OUTLET, subscriptions: [{ ...TOP, delayMinutes: 60 }] },
      /^outlet\/top keeps its terms: .*PT1H/,
    ],
    [
      'the territory was changed',
      { ...OUTLET, subscriptions: [{ ...TOP, territory: [] }] },
      /^outlet\/top keeps its terms: .*anywhere/,
    ],
    [
      'an end was set',
      { ...OUTLET, subscriptions: [{ ...TOP, until: EARLIER }] },
      /^outlet\/top keeps its terms/,
    ],
    [
      'the channel was changed',
      { ...OUTLET, subscriptions: [{ ...TOP, channel: 'sport' }] },
      /^outlet\/top keeps its terms: sport/,
    ],
    ['the subscription was ended', { ...OUTLET, subscriptions: [] }, /^outlet\/top stays ended; .*subscribe/],
    [
      'a subscription was added',
      { ...OUTLET, subscriptions: [TOP, { ...TOP, alias: 'more' }] },
      /^outlet\/more stays; .*unsubscribe/,
    ],
    ['a dedicated feed was made', { ...OUTLET, subscriptions: [{ ...TOP, apart: true }] }, undefined],
    [
      'the token was rotated',
      {
        ...OUTLET,
        tokens: [
          { hash: 'new', created: EARLIER },
          { hash: 'old', created: EARLIER, until: EARLIER },
        ],
      },
      undefined,
    ],
    [
      'the partner was removed',
      { id: OUTLET.id, name: 'x', tokens: [], subscriptions: [], removed: EARLIER },
      /^partner outlet stays removed; .*add/,
    ],
  ])('%s', (_, changed, kept) => {
    const result = after([entry()], [changed]);
    const { name: __, ...others } = changed;
    expect(only(result.partners)).toMatchObject(others);
    expect(Object.keys(only(result.partners)).toSorted()).toEqual(Object.keys(changed).toSorted());
    expect(result.newPartnerTokens).toEqual({});
    if (kept === undefined) expect(result.kept).toEqual([]);
    else expect(result.kept).toEqual([expect.stringMatching(kept)]);
  });

  test('a partner that was added by a command and is in no file', () => {
    const own: Partner = {
      id: partnerIdOf('own'),
      name: 'Own',
      tokens: [],
      subscriptions: [],
      byCommand: true,
    };
    const result = after([entry()], [OUTLET, own]);
    expect(result.partners).toEqual([OUTLET, own]);
    expect(result.kept).toEqual([expect.stringMatching(/^partner own stays; .*remove/)]);
  });
});

describe('the file says otherwise in words', () => {
  const disabled: Partner = { ...OUTLET, disabled: EARLIER };
  const slower: Partner = { ...OUTLET, subscriptions: [{ ...TOP, delayMinutes: 600 }] };
  const terms = (members: object) =>
    entry({
      subscriptions: [{ alias: 'top', channel: 'news', delay: 'PT2H', territory: ['AT'], ...members }],
    });

  test('"disabled: false" enables a partner, "disabled: true" disables it', () => {
    expect(only(after([entry({ disabled: false })], [disabled]).partners).disabled).toBeUndefined();
    expect(only(after([entry({ disabled: true })], [OUTLET]).partners).disabled).toBe(NOW.toISOString());
    expect(only(after([entry({ disabled: true })], [disabled]).partners).disabled).toBe(EARLIER);
  });

  test('a term that differs from the last file is changed; the other terms stay as a command decided them', () => {
    const { partners, kept } = after([terms({ until: '2027-06-30' })], [slower]);
    expect(only(partners).subscriptions).toEqual([
      { ...TOP, delayMinutes: 600, until: '2027-06-30T23:59:59.999Z' },
    ]);
    expect(kept).toHaveLength(1);
    expect(only(after([terms({ delay: 'PT3H' })], [slower]).partners).subscriptions).toEqual([
      { ...TOP, delayMinutes: 180 },
    ]);
  });

  test('a subscription that the file no longer lists ends, and one that it lists with other terms begins again', () => {
    expect(only(after([entry({ subscriptions: [] })], [OUTLET]).partners).subscriptions).toEqual([]);
    const ended: Partner = { ...OUTLET, subscriptions: [] };
    expect(only(after([terms({ delay: 'PT3H' })], [ended]).partners).subscriptions).toEqual([
      { ...TOP, delayMinutes: 180 },
    ]);
  });

  test('a partner that the file no longer lists is removed; one that was removed comes back with a new token', () => {
    expect(after([], [OUTLET]).partners).toEqual([]);
    const removed: Partner = { id: OUTLET.id, name: 'x', tokens: [], subscriptions: [], removed: EARLIER };
    const back = after([entry({ disabled: false })], [removed]);
    expect(only(back.partners)).toEqual(OUTLET);
    expect(back.newPartnerTokens).toEqual({ outlet: 'a new token' });
    expect(after([], [removed]).partners).toEqual([]);
  });

  test('a partner that was added by a command belongs to the file from then on', () => {
    const { filed: _, ...own } = {
      ...OUTLET,
      subscriptions: [{ ...TOP, alias: 'more' }],
      byCommand: true as const,
    };
    const listed = after([entry()], [own]);
    expect(only(listed.partners).subscriptions.map(({ alias }) => alias)).toEqual(['top', 'more']);
    expect(after([], listed.partners).partners).toEqual([]);
  });

  test('of a partner that an older version stored, the file decides all terms', () => {
    const { filed: _, ...older } = slower;
    expect(only(after([entry()], [older]).partners)).toEqual(OUTLET);
    expect(after([], [older]).partners).toEqual([]);
  });
});

test('a file without partners changes none', () => {
  const disabled: Partner = { ...OUTLET, disabled: EARLIER };
  expect(partnersAfter(undefined, [disabled], PIPELINE)).toEqual({
    partners: [disabled],
    newPartnerTokens: {},
    kept: [],
  });
});
