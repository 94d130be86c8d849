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
