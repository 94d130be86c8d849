import { expect, test } from 'vitest';
import { linesOfNote, noteFor } from '../../cli/partner-note.ts';

const partner = {
  ...{ id: 'outlet', name: 'The Outlet', tokens: [] },
  subscriptions: [{ alias: 'top', channel: 'news', profile: 'standard', delayMinutes: 0, territory: [] }],
};
const textWith = (token: string | undefined): string =>
  linesOfNote(noteFor(partner, token, [], 'https://feeds.example', '2026-04-13T09:00:00.000Z')).join('\n');

test('a note has the token once where it is known, and else room for it; the curl line is the same', () => {
  expect(textWith('a-secret').split('a-secret')).toHaveLength(2);
  expect(textWith(undefined)).toContain("TOKEN='the token you were given'");
  for (const token of ['a-secret', undefined]) {
    expect(textWith(token)).toContain(
      'curl --fail --user "outlet:$TOKEN" https://feeds.example/p/outlet/top/rss.xml',
    );
  }
});

test.each([
  [1, '1 minute'],
  [120, '2 hours'],
  [26 * 60 + 30, '1 day 2 hours 30 minutes'],
])('a delay of %i minutes is told in words', (delayMinutes, words) => {
  const subscriptions = partner.subscriptions.map((one) => ({ ...one, delayMinutes }));
  const note = noteFor(
    { ...partner, subscriptions },
    undefined,
    [],
    'https://feeds.example',
    '2026-04-13T09:00:00.000Z',
  );
  expect(linesOfNote(note).join('\n')).toContain(`each ${words} after its release`);
});
