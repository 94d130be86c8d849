import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, test } from 'vitest';
import { systemError } from '../../cli/system-errors.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const directory = mkdtempSync(join(tmpdir(), 'wiredesk-machine-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

interface Ended {
  status: number | null;
  stderr: string;
  stdout: string;
}

const run = (file: string, args: readonly string[], env: Record<string, string> = {}): Ended =>
  spawnSync(process.execPath, [join('cli', file), ...args], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    timeout: 60_000,
  });

/** One line that says what happened, one that says what to do, no stack trace. */
function expectWords({ stderr }: Ended, what: RegExp, remedy: RegExp): void {
  const lines = stderr
    .trimEnd()
    .split('\n')
    .filter((line) => !line.startsWith('synthesising'));
  expect(lines).toEqual([expect.stringMatching(what), expect.stringMatching(remedy)]);
  expect(stderr).not.toMatch(/^\s+at /m);
}

/**
 * Takes one of three neighbouring ports, of which the others are free. Operating systems give ports from 32768 on to
 * programs that ask for any port, as other tests do at the same time, so these three lie below.
 */
async function takeOneOfThree(offset: number): Promise<{ first: number; release: () => Promise<void> }> {
  for (let first = 21_000; first < 32_000; first += 3) {
    const servers = await Promise.all([0, 1, 2].map((n) => listening(first + n)));
    const free = servers.filter((server) => server !== undefined);
    const taken = free.length === servers.length ? servers[offset] : undefined;
    await Promise.all(free.filter((server) => server !== taken).map(closed));
    if (taken) return { first, release: () => closed(taken) };
  }
  throw new Error('no three neighbouring ports are free');
}

/** Listens on a port, unless another program does. */
async function listening(port: number): Promise<Server | undefined> {
  const server = createServer().listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
    return server;
  } catch {
    return undefined;
  }
}

async function closed(server: Server): Promise<void> {
  server.close();
  await once(server, 'close');
}

const newState = (): string => mkdtempSync(join(directory, 'state-'));

describe('npm start says in one line what is wrong with the machine, and ends', () => {
  test.each([0, 1, 2])('when the port of the feeds plus %i is taken', async (offset) => {
    const { first, release } = await takeOneOfThree(offset);
    const ended = run('start.ts', ['--state', newState(), '--port', String(first)]);
    await release();
    expect(ended.status).toBe(1);
    expectWords(
      ended,
      new RegExp(`^wiredesk: port ${first + offset} is used by another program$`),
      /--port 0/,
    );
  });

  test('when another local cloud has its state in the directory', () => {
    const state = newState();
    mkdirSync(join(state, 'storage'));
    const other = new DatabaseSync(join(state, 'storage', 'fauxqs.db'));
    other.exec('PRAGMA journal_mode = WAL; PRAGMA locking_mode = EXCLUSIVE; BEGIN IMMEDIATE; COMMIT');
    const ended = run('start.ts', ['--state', state, '--port', '0']);
    other.close();
    expect(ended.status).toBe(1);
    expectWords(ended, /^wiredesk: another local cloud is running with its state in /, /--state DIR/);
  });

  test('when the state is no database', () => {
    const state = newState();
    mkdirSync(join(state, 'storage'));
    writeFileSync(join(state, 'storage', 'fauxqs.db'), 'no database '.repeat(1000));
    const ended = run('start.ts', ['--state', state, '--port', '0']);
    expect(ended.status).toBe(1);
    expectWords(ended, /the state of the local cloud cannot be read/, /--state DIR/);
  });

  test.each([
    ['is missing', (file: string) => `${file}.missing`],
    ['is a folder', () => directory],
    ['is in a file', (file: string) => join(file, 'x')],
  ])('when the configuration %s', (_, pathOf) => {
    const file = join(directory, 'file.yaml');
    writeFileSync(file, 'channels: []');
    const ended = run('start.ts', ['--state', newState(), '--port', '0', '--config', pathOf(file)]);
    expect(ended.status).toBe(2);
    expectWords(ended, /cannot be read$/, /Give the path of a wiredesk\.yaml/);
  });

  test('when the state is a file', () => {
    const file = join(directory, 'a-file');
    writeFileSync(file, '');
    const ended = run('start.ts', ['--state', join(file, 'state'), '--port', '0']);
    expect(ended.status).toBe(2);
    expectWords(ended, /a-file.* cannot be used/, /Check the path/);
  });

  // The superuser may write everywhere.
  test.skipIf(process.getuid?.() === 0)('when the state may not be written', () => {
    const state = newState();
    chmodSync(state, 0o500);
    const ended = run('start.ts', ['--state', join(state, 'x'), '--port', '0']);
    expect(ended.status).toBe(2);
    expectWords(ended, /cannot be read or written/, /permissions/);
  });
});

describe('wiredesk', () => {
  test.each([
    [['--state', join(directory, 'none')], {}],
    [[], { WIREDESK_STATE: join(directory, 'none') }],
  ])('says where it looked for a local cloud, with %j and %j', (options, env) => {
    const ended = run('wiredesk.ts', ['feed', 'list', ...options], env);
    expect(ended.status).toBe(3);
    expectWords(ended, new RegExp(`no local cloud is running.*${join(directory, 'none')}`), /npm start/);
  });

  test('--state is stronger than WIREDESK_STATE', () => {
    const ended = run('wiredesk.ts', ['feed', 'list', '--state', 'asked'], { WIREDESK_STATE: 'elsewhere' });
    expectWords(ended, /asked/, /npm start/);
  });

  test('ends quietly when the reader of its output has closed the pipe', async () => {
    const child = spawn(process.execPath, [join('cli', 'wiredesk.ts'), '--help'], { cwd: ROOT });
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.stdout.destroy();
    const [code] = (await once(child, 'exit')) as [number | null];
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });
});

test.each([
  [
    { code: 'ENOSPC', message: 'ENOSPC: no space left', path: '/d/clock.json' },
    /disk is full: \/d\/clock/,
    1,
  ],
  [{ code: 'ERR_SQLITE_ERROR', message: 'database or disk is full' }, /disk is full/, 1],
  [{ code: 'EDQUOT', message: '' }, /disk is full/, 1],
  [{ code: 'EACCES', message: '', path: '/d' }, /\/d cannot be read or written/, 2],
  [{ code: 'EMFILE', message: '' }, /too many files/, 1],
  [{ code: 'ECONNREFUSED', message: '' }, /does not answer \(ECONNREFUSED\)/, 3],
  [{ name: 'CredentialsProviderError', message: 'no key' }, /credentials: no key/, 3],
])('an error of the machine is put in words: %j', (error, message, exit) => {
  const words = systemError(Object.assign(new Error(error.message), error));
  expect(words).toMatchObject({ message: expect.stringMatching(message) as string, exit });
  expect(words?.remedy).toMatch(/^[A-Z][^\n]*\.$/);
});

test('a defect is not taken for an error of the machine', () => {
  expect(systemError(new TypeError('x is not a function'))).toBeUndefined();
  expect(systemError('text')).toBeUndefined();
});
