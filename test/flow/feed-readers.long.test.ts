import { execFile } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type RunningWiredesk, startWiredesk } from '../support/running-wiredesk.ts';
import { addOutlet, type Outlet } from '../support/partner-outlets.ts';
import { type RecordingProxy, recordingProxy } from '../support/recording-proxy.ts';
import { disablePartner, enablePartner } from '../support/operate.ts';

/**
 * Programs of other projects that read feeds (Debian's packages `newsboat` and `rss2email`) read a partner's feed.
 */

const HEADLINE = 'A story for the outlet alone';
let wiredesk: RunningWiredesk;
let outlet: Outlet;
let proxy: RecordingProxy;
const home = mkdtempSync(join(tmpdir(), 'wiredesk-readers-'));

beforeAll(async () => {
  wiredesk = await startWiredesk();
  outlet = await addOutlet(wiredesk, 'outlet', { alias: 'top', channel: 'news' });
  await wiredesk.put('story', `${HEADLINE}\n\nIts body.`);
  await wiredesk.runUntilIdle();
  proxy = await recordingProxy(wiredesk.session.pipeline.outputs.feedsUrl);
}, 120_000);
beforeEach(async () => {
  await enablePartner(wiredesk.session.pipeline, 'outlet', wiredesk.session.working);
  proxy.statuses.length = 0;
});
afterAll(async () => {
  await proxy.stop();
  await wiredesk.stop();
  rmSync(home, { recursive: true });
});

const address = (file: string): string => `http://outlet:${outlet.token}@${proxy.host}/p/outlet/top/${file}`;

interface Ran {
  code: number;
  output: string;
}

/** Runs newsboat or rss2email with a home directory that only this test uses. */
function run(program: string, args: string[]): Promise<Ran> {
  if (!existsSync(program))
    throw new Error(`${program} does not exist: install the packages newsboat and rss2email`);
  const env = {
    HOME: home,
    XDG_CONFIG_HOME: home,
    XDG_DATA_HOME: home,
    PATH: process.env['PATH'],
    LANG: 'C.UTF-8',
  };
  return new Promise((resolve) => {
    execFile(program, args, { env, timeout: 60_000 }, (error, stdout, stderr) =>
      resolve({
        code: typeof error?.code === 'number' ? error.code : error ? 1 : 0,
        output: stdout + stderr,
      }),
    );
  });
}

test.each(['rss.xml', 'atom.xml'])(
  'newsboat reads %s, then gets 304, and 401 when the partner is disabled',
  async (file) => {
    const folder = join(home, `newsboat-${file}`);
    mkdirSync(folder);
    const [urls, cache, config] = ['urls', 'cache.db', 'config'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    writeFileSync(urls, `${address(file)}\n`);
    writeFileSync(config, '');
    const reload = (): Promise<Ran> =>
      run('/usr/bin/newsboat', ['-u', urls, '-c', cache, '-C', config, '-x', 'reload', 'print-unread']);
    const first = await reload();
    expect(first.output).toContain('1 unread');
    await reload();
    await reload();
    expect(proxy.statuses[0]).toBe(200);
    expect(proxy.statuses).toHaveLength(3);
    // newsboat sends If-None-Match from its third reload on.
    expect(proxy.statuses.at(-1)).toBe(304);
    await disablePartner(wiredesk.session.pipeline, 'outlet', wiredesk.session.working);
    await reload();
    expect(proxy.statuses.at(-1)).toBe(401);
  },
);

test('rss2email sends the story as one e-mail, then gets 304, and 401 when the partner is disabled', async () => {
  const [config, data, mail] = ['r2e.cfg', 'r2e.json', 'mail'].map((name) => join(home, name)) as [
    string,
    string,
    string,
  ];
  const r2e = (...args: string[]): Promise<Ran> => run('/usr/bin/r2e', ['-c', config, '-d', data, ...args]);
  await r2e('new', 'reader@example.com');
  const settings = readFileSync(config, 'utf8')
    .replace(/^email-protocol = .*$/m, 'email-protocol = maildir')
    .replace(/^maildir-path = .*$/m, `maildir-path = ${mail}`);
  writeFileSync(config, settings);
  for (const folder of ['cur', 'new', 'tmp']) mkdirSync(join(mail, 'INBOX', folder), { recursive: true });
  expect((await r2e('add', 'outlet', address('atom.xml'))).code).toBe(0);
  await r2e('run');
  const mails = (): string[] => readdirSync(join(mail, 'INBOX', 'new'));
  expect(mails()).toHaveLength(1);
  expect(readFileSync(join(mail, 'INBOX', 'new', mails()[0] ?? ''), 'utf8')).toContain(HEADLINE);
  await r2e('run');
  expect(mails()).toHaveLength(1);
  expect(proxy.statuses).toEqual([200, 304]);
  await disablePartner(wiredesk.session.pipeline, 'outlet', wiredesk.session.working);
  await r2e('run');
  expect(proxy.statuses.at(-1)).toBe(401);
});
