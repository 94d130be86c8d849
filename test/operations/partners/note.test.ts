import { expect, test } from 'vitest';
import { noteLines } from '../../../shared/operations/partners/note-lines.ts';
import { noteFor } from '../../../shared/operations/partners/note.ts';
import type { Partner } from '../../../shared/domain/partner.ts';
import { asInstant, partnerIdOf } from '../../support/ids.ts';

const partner: Partner = {
  id: partnerIdOf('outlet'),
  name: 'The Outlet',
  tokens: [],
  subscriptions: [{ alias: 'top', channel: 'news', profile: 'standard', delayMinutes: 0, territory: [] }],
};
const FACTS = { channels: [], feedsUrl: 'https://feeds.example', now: asInstant('2026-04-13T09:00:00.000Z') };

const textFor = (noted: Partner, token?: string): string =>
  noteLines(noteFor(noted, token, FACTS)).join('\n');

test('a note to a partner contains the token once, or a placeholder if the token is unknown; the curl line is the same in both notes', () => {
  expect(textFor(partner, 'a-secret').split('a-secret')).toHaveLength(2);
  expect(textFor(partner)).toContain("TOKEN='the token you were given'");
  for (const token of ['a-secret', undefined]) {
    expect(textFor(partner, token)).toContain(
      'curl --fail --user "outlet:$TOKEN" https://feeds.example/p/outlet/top/rss.xml',
    );
  }
});

test.each([
  [1, '1 minute'],
  [120, '2 hours'],
  [26 * 60 + 30, '1 day 2 hours 30 minutes'],
])('a delay of %i minutes is written in words', (delayMinutes, words) => {
  const subscriptions = partner.subscriptions.map((subscription) => ({ ...subscription, delayMinutes }));
  expect(textFor({ ...partner, subscriptions })).toContain(`each ${words} after its release`);
});
