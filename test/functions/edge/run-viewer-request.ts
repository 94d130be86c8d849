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

/** The present, to the function. */
export const NOW = new Date('2026-04-13T12:00:00Z');

/** What the function's key value store holds. */
export const values = new Map<string, string>();

const run = compileEdgeFunction('viewer-request', source, { now: () => NOW, values });

/** What the function makes of a request: one that goes on to cache and origin, or an answer. */
export type Made = Partial<EdgeRequest> & Partial<EdgeResponse>;

/** Runs the function's very source as CloudFront does. */
export function ask(uri: string, request: Partial<EdgeRequest> = {}): Promise<Made> {
  const whole = { method: 'GET', uri, querystring: {}, headers: {}, cookies: {}, ...request };
  return run(structuredClone(whole), '192.0.2.1');
}
