import { expect, test } from 'vitest';
import { outcomes, read, readOne } from '../drafted.ts';

const TEXT = 'text/plain; charset=utf-8';

test.each([
  ['Base64', Buffer.from('%PDF-1.7 the tram runs again and again, 1234567890').toString('base64')],
  [
    'Base64 in lines',
    Buffer.alloc(300, 'The tram 42 runs. ')
      .toString('base64')
      .replace(/(.{76})/g, '$1\n'),
  ],
  [
    'a patch of git',
    'diff --git a/tram b/tram\nindex 1..2 100644\n--- a/tram\n+++ b/tram\n@@ -1 +1 @@\n-a\n+b\n',
  ],
  ['a patch', '--- tram.txt 2026-04-13\n+++ tram.txt 2026-04-14\n@@ -1 +1 @@\n-a\n+b\n'],
  ['CSS', '@charset "utf-8";\nbody { margin: 0; }\n'],
  ['CSS without a rule for the characters', '/* tram */\n.tram > p { color: red }\n'],
  ['JavaScript', '(function(){"use strict";var a=1;window.x=a})();'],
  ['a module', "import { a } from './tram.js';\nexport const b = a;\n"],
  ['SQL', '-- the trams\nINSERT INTO trams (id) VALUES (1);\n'],
  ['robots.txt', 'User-agent: *\nDisallow: /admin/\n'],
  ['M3U', '#EXTM3U\n#EXTINF:10,\nhttps://bay.example/1.ts\n'],
  ['settings', 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: tram\n'],
  ['a log', '2026-04-13T08:00:00Z INFO started\n2026-04-13 08:00:01,120 ERROR no tram\n'],
  [
    'a log of a web server',
    '10.0.0.1 - - [13/Apr/2026:08:00:00 +0000] "GET / HTTP/1.1" 200 12\n10.0.0.1 - - [13/Apr/2026:08:00:01 +0000] "GET /a HTTP/1.1" 404 2\n',
  ],
])('%s is refused', (_, text) => {
  expect(outcomes(read(text, TEXT))).toEqual(['MEDIA_TYPE']);
});

test.each([
  [
    'a story that quotes a command',
    'Tram runs\n\nThe operator typed SELECT * FROM trams; and the screen went dark.\n',
  ],
  [
    'a headline about a function',
    'Function follows form\n\nThe new tram stop (architect: Ana Ruiz) opened on Monday.\n',
  ],
  [
    'a diary',
    '2026-04-13 08:00:00 The tram left the depot.\n\nIt came back an hour later, the driver said.\n',
  ],
  [
    'a sentence that begins with Let',
    'Let x = 5 be the number of trams, the teacher said.\n\nThe class had another idea.\n',
  ],
  [
    'words in upper case',
    'SELECT COMMITTEE MEETS\n\nThe committee met on Monday, and trams were on the agenda.\n',
  ],
  [
    'one long word',
    `Longest name\n\nThe village is called ${'Llanfairpwllgwyngyll'.repeat(3)} by its people.\n`,
  ],
  ['a dash and a headline', '--- \n\nTram runs\n\nThe tram runs again, the operator said on Monday.\n'],
])('%s is published', (_, text) => {
  expect(readOne(text, TEXT).pubstatus).toBe('usable');
});
