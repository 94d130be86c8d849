import { expect, test } from 'vitest';
import { decodeContent, decodeDecision, decodeHead } from '../../shared/contract/stored/article-rows.ts';
import { decodeFeedState } from '../../shared/contract/stored/feed-rows.ts';
import { decodePartner } from '../../shared/contract/stored/partner-rows.ts';
import { decodeDue } from '../../shared/contract/stored/work-rows.ts';
import { decisionBody } from '../../shared/contract/messages.ts';
import { FIRST_INSTANT, LAST_INSTANT } from '../../shared/domain/instant.ts';
import { dueInstants, standing } from '../../shared/domain/lifecycle.ts';
import { subscriptionStanding } from '../../shared/domain/partner.ts';
import { readRemaining } from '../../shared/reading/finish/redaction.ts';
import { asInstant } from '../support/ids.ts';
import { contentOf } from './articles.ts';
import { stateOf } from './feeds.ts';
import { partner } from './partners.ts';

/** What a version of Wiredesk that did not limit the years stored for 9999-12-31T23:59:59-05:00, and for year 0. */
const NEVER = '+010000-01-01T04:59:59.000Z';
const LONG_AGO = '-000001-12-31T23:00:00.000Z';
const NOW = asInstant('2026-11-23T00:00:00.000Z');
const KEY = { pk: 'P', sk: 'S' };

const current = {
  version: '1',
  contentHash: 'h',
  pubstatus: 'usable',
  changed: NOW,
  created: NOW,
  received: NOW,
  facts: { source: 'desk', language: 'en', subjects: [], genres: [], places: [], headline: NEVER },
};
const head = (members: object, decisions?: object): ReturnType<typeof decodeHead>['head'] =>
  decodeHead({
    ...KEY,
    token: 1,
    head: {
      article: 'a',
      source: 'desk',
      current: { ...current, ...members },
      ...(decisions && { decisions }),
    },
  }).head;

test('a stored embargo of "never" hides the article, and a stored expiry of "never" does not', () => {
  expect(standing(head({ embargoed: NEVER }), NOW)).toBe('embargoed');
  expect(standing(head({ embargoed: LONG_AGO }), NOW)).toBe('usable');
  expect(standing(head({ expires: NEVER }), NOW)).toBe('usable');
  expect(standing(head({ expires: LONG_AGO }), NOW)).toBe('expired');
  expect(dueInstants(head({ embargoed: NEVER }), NOW)).toEqual([LAST_INSTANT]);
});

test('a stored decision to embargo an article for ever hides the article', () => {
  const decision = { action: 'embargo', at: NOW, receipt: 'r', by: 'Jane Roe', until: NEVER };
  expect(standing(head({}, { embargo: decision }), asInstant('2030-01-01T00:00:00.000Z'))).toBe('embargoed');
  expect(decodeDecision({ ...KEY, decision }).decision.until).toBe(LAST_INSTANT);
  const { at: _, receipt: __, ...body } = decision;
  expect(decisionBody.parse(body).until).toBe(LAST_INSTANT);
});

test('only members that are instants change, and a value without such an instant is returned itself', () => {
  expect(head({ embargoed: NEVER }).current?.facts.headline).toBe(NEVER);
  const content = { ...contentOf('A'), headline: NEVER, newer: NEVER };
  expect(decodeContent(content, 'k')).toBe(content);
  expect(decodeContent({ ...content, expires: NEVER }, 'k')).toEqual({ ...content, expires: LAST_INSTANT });
});

test('instants in lists are read safely', () => {
  const state = stateOf(1);
  const entry = {
    article: 'a',
    version: 'v',
    contentHash: 'h',
    released: NEVER,
    changed: LONG_AGO,
    shown: true,
  };
  const { manifest } = decodeFeedState({
    state: { ...KEY, state: { ...state, manifest: [entry, { ...entry, released: NOW }] } },
    settled: undefined,
  });
  expect(manifest.map(({ released, changed }) => [released, changed])).toEqual([
    [LAST_INSTANT, FIRST_INSTANT],
    [NOW, FIRST_INSTANT],
  ]);
});

test('a subscription that ends "never" is open', () => {
  const subscription = { alias: 'top', channel: 'news', profile: 'standard', delayMinutes: 0, territory: [] };
  const stored = { ...partner('p'), subscriptions: [{ ...subscription, until: NEVER }] };
  const [read] = decodePartner({ ...KEY, partner: stored, token: 1 }).partner.subscriptions;
  expect(read && subscriptionStanding(read, NOW)).toBe('open');
});

test('a due instant is read as it is in the key of its row, so that the row can be deleted', () => {
  expect(decodeDue({ ...KEY, instant: NEVER, subject: 'a' }).instant).toBe(NEVER);
});

test('the items that an erasure left are read safely', () => {
  const draft = {
    pubstatus: 'usable',
    content: { ...contentOf('A'), embargoed: NEVER },
    removed: [],
    notes: [],
  };
  const bytes = Buffer.from(JSON.stringify({ items: [{ erased: 'b' }, { ok: true, draft }] }));
  const [, item] = readRemaining(bytes);
  expect(item).toMatchObject({ draft: { content: { embargoed: LAST_INSTANT } } });
});
