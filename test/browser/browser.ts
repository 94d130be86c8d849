import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Installed by Debian's package `chromium`. */
const CHROMIUM = '/usr/bin/chromium';
const TIMEOUT_MILLISECONDS = 10 * 60_000;

/**
 * The Content-Security-Policy of each fragment. Chromium reports violations and does not enforce the policy, so that
 * a script that violates it still runs and is noticed. Stored HTML may fetch pictures only.
 */
const POLICY =
  "default-src 'none'; script-src 'nonce-hooks'; img-src http: https:; base-uri 'none'; form-action 'none'";

const HARNESS = readFileSync(join(import.meta.dirname, 'harness.html'));
const HOOKS = readFileSync(join(import.meta.dirname, 'hooks.js'), 'utf8');

/** What happened to a list of fragments (here: pieces of HTML) in a browser. */
export interface Visit {
  /** Number of fragments that were loaded. */
  visited: number;
  /** Indexes of the fragments that ran script. */
  fired: number[];
  /** For each fragment that violated the policy: its index, and the directive of the policy. */
  refused: Record<number, string>;
}

/**
 * Loads each fragment as a document of its own in headless Chromium, and clicks, hovers over and focuses every
 * element. Chromium reaches no other machine. Throws if Chromium is not installed or does not answer.
 */
export async function visitAll(fragments: readonly string[]): Promise<Visit> {
  if (!existsSync(CHROMIUM)) {
    throw new Error(
      `${CHROMIUM} does not exist: install it with "apt-get install --no-install-recommends chromium"`,
    );
  }
  const done = Promise.withResolvers<Visit>();
  const server = createServer((request, response) => answer(request, response, fragments, done.resolve));
  const address = await listen(server);
  const profile = mkdtempSync(join(tmpdir(), 'wiredesk-browser-'));
  const child = spawn(
    CHROMIUM,
    [...FLAGS, `--user-data-dir=${profile}`, `${address}/?count=${fragments.length}`],
    {
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  let output = '';
  child.stderr.on('data', (chunk: Buffer) => (output = (output + chunk.toString()).slice(-4000)));
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const fail = (problem: string): void => done.reject(new Error(`Chromium ${problem}:\n${output}`));
  child.once('error', (error) => fail(`does not start (${error.message})`));
  void ended.then(() => fail('ended before it was done'));
  const timer = setTimeout(() => fail('does not answer'), TIMEOUT_MILLISECONDS);
  try {
    return await done.promise;
  } finally {
    clearTimeout(timer);
    // Chromium has several processes, which are one process group.
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
    await ended;
    server.close();
    server.closeAllConnections();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-extensions',
  '--disable-default-apps',
  '--disable-background-timer-throttling',
  '--autoplay-policy=no-user-gesture-required',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  fragments: readonly string[],
  done: (visit: Visit) => void,
): void {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const page = (body: string | Buffer, headers: Record<string, string> = {}): void => {
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', ...headers })
      .end(body);
  };
  switch (url.pathname) {
    case '/':
      page(HARNESS);
      return;
    case '/frame':
      page(
        `<!doctype html><script nonce="hooks">${HOOKS}</script><body>${fragments[Number(url.searchParams.get('n'))] ?? ''}`,
        { 'content-security-policy-report-only': POLICY },
      );
      return;
    case '/done': {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        response.end();
        done(JSON.parse(Buffer.concat(chunks).toString('utf8')) as Visit);
      });
      return;
    }
    default:
      response.writeHead(404).end();
  }
}
