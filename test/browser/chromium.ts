import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Installed by Debian's package `chromium`. */
const CHROMIUM = '/usr/bin/chromium';
const TIMEOUT_MILLISECONDS = 10 * 60_000;

/** A server for the pages of one test. */
export interface Site<Result> {
  /** The path and the query of the page that Chromium opens. */
  open: string;
  /** Answers a request. A page sends its result as JSON to some path; the server gives it to `done`. */
  answer: (request: IncomingMessage, response: ServerResponse, done: (result: Result) => void) => void;
}

/**
 * Opens a page of a site in headless Chromium and waits for the result that the page sends. Chromium reaches no other
 * machine. Throws if Chromium is not installed or does not answer.
 */
export async function openInChromium<Result>({ open, answer }: Site<Result>): Promise<Result> {
  if (!existsSync(CHROMIUM)) {
    throw new Error(
      `${CHROMIUM} does not exist: install it with "apt-get install --no-install-recommends chromium"`,
    );
  }
  const done = Promise.withResolvers<Result>();
  const server = createServer((request, response) => answer(request, response, done.resolve));
  const address = await listen(server);
  const profile = mkdtempSync(join(tmpdir(), 'wiredesk-browser-'));
  const child = spawn(CHROMIUM, [...FLAGS, `--user-data-dir=${profile}`, `${address}${open}`], {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
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

/** Reads the JSON that a page sends, and ends the response. */
export async function readResult(request: IncomingMessage, response: ServerResponse): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  response.end();
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}
