import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openInChromium, readResult, type Site } from './chromium.ts';

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
 * element.
 */
export function visitAll(fragments: readonly string[]): Promise<Visit> {
  return openInChromium<Visit>({
    open: `/?count=${fragments.length}`,
    answer: (...exchange) => answer(fragments, ...exchange),
  });
}

function answer(
  fragments: readonly string[],
  ...[request, response, done]: Parameters<Site<Visit>['answer']>
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
    case '/done':
      void readResult(request, response).then((visit) => done(visit as Visit));
      return;
    default:
      response.writeHead(404).end();
  }
}
