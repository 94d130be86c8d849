import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');
const { scripts, bin } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
  bin: Record<string, string>;
};
const { app } = JSON.parse(readFileSync(join(ROOT, 'cdk.json'), 'utf8')) as { app: string };

/** What runs a TypeScript file of this project: npm's scripts, the command, and the CDK. */
const COMMANDS: [name: string, command: string][] = [
  ...Object.entries(scripts).filter(([, command]) => command.startsWith('node ')),
  ...Object.entries(bin).map(([name, file]): [string, string] => [name, `node ${file}`]),
  ['cdk', app],
];

test('the commands of npm, the launcher and the CDK are found', () => {
  expect(COMMANDS.map(([name]) => name)).toEqual(
    expect.arrayContaining(['start', 'wiredesk', 'cdk', 'check']),
  );
});

test.each(COMMANDS)('%s says which version of Node is needed, and ends', (_, command) => {
  const { status, stdout, stderr } = spawnSync(command, {
    ...{ shell: true, cwd: ROOT, encoding: 'utf8' },
    env: {
      ...process.env,
      PATH: `${dirname(process.execPath)}:${process.env['PATH'] ?? ''}`,
      NODE_OPTIONS: `--require ${join(import.meta.dirname, 'old-node.cjs')}`,
    },
  });
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr.trimEnd().split('\n')).toEqual([
    expect.stringMatching(/^wiredesk: Node\.js 24 or newer is needed; this is v20\.20\.2 \(.*\)$/),
    expect.stringMatching(/npm ci/),
  ]);
});

test('with the Node of this project the launcher runs the command', () => {
  const { status, stdout } = spawnSync(process.execPath, [bin['wiredesk'] ?? '', '--help'], {
    ...{ cwd: ROOT, encoding: 'utf8' },
  });
  expect(status).toBe(0);
  expect(stdout).toMatch(/^Usage: wiredesk /);
});
