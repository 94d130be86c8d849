import { readFileSync } from 'node:fs';
import {
  compileEdgeFunction,
  type EdgeRequest,
  type EdgeResponse,
} from '../../../local/edge/edge-function.ts';

export const source = readFileSync(
  new URL('../../../functions/edge/viewer-request.js', import.meta.url),
  'utf8',
);

/** The function's current time. */
export const NOW = new Date('2026-04-13T12:00:00Z');

/** The entries of the function's key-value store. */
export const values = new Map<string, string>();

const run = compileEdgeFunction('viewer-request', source, { now: () => NOW, values });

/** The function's result: a request for the cache and the origin, or a response. */
export type Outcome = Partial<EdgeRequest> & Partial<EdgeResponse>;

/** Runs the function's code that is deployed, as CloudFront does. */
export function ask(uri: string, request: Partial<EdgeRequest> = {}): Promise<Outcome> {
  const whole = { method: 'GET', uri, querystring: {}, headers: {}, cookies: {}, ...request };
  return run(structuredClone(whole), '192.0.2.1');
}
