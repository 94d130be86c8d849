import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

/** Where a local cloud keeps its state unless told otherwise. */
export const DEFAULT_STATE = '.wiredesk';

/** What a running local cloud says of itself in `endpoints.json`, for scripts and for the other commands. */
const endpoints = z.object({
  /** Where articles are sent: {ingest}/v1/sources/{source}/submissions. */
  ingest: z.string(),
  feeds: z.record(z.string(), z.object({ rss: z.string(), atom: z.string(), json: z.string() })),
  tokens: z.record(z.string(), z.string()),
  /** Tokens of partners that were made by this local cloud. */
  partners: z.record(z.string(), z.string()).default({}),
  pid: z.number(),
  cloud: z.object({
    endpoint: z.string(),
    accessKeyId: z.string(),
    secretAccessKey: z.string(),
    outputs: z.record(z.string(), z.string()),
  }),
});
export type Endpoints = z.infer<typeof endpoints>;

const fileIn = (state: string): string => join(state, 'endpoints.json');

/** The endpoints a local cloud left there; undefined if there are none. */
export function readEndpoints(state: string): Endpoints | undefined {
  try {
    return endpoints.parse(JSON.parse(readFileSync(fileIn(state), 'utf8')));
  } catch {
    return undefined;
  }
}

/** Written whole or not at all: a reader never finds half of it. Only its owner may read it, for it holds tokens. */
export function writeEndpoints(state: string, value: Endpoints): void {
  writePrivately(fileIn(state), value);
}

export function removeEndpoints(state: string): void {
  rmSync(fileIn(state), { force: true });
}

/** Tokens of the local cloud's sources. The pipeline keeps only their hashes, so here is where they are remembered. */
export const readTokens = (state: string): Record<string, string> => readSecrets(state, 'tokens.json');

export const writeTokens = (state: string, tokens: Record<string, string>): void =>
  writePrivately(join(state, 'tokens.json'), tokens);

/** The same of its partners. */
export const readPartnerTokens = (state: string): Record<string, string> =>
  readSecrets(state, 'partner-tokens.json');

export const writePartnerTokens = (state: string, tokens: Record<string, string>): void =>
  writePrivately(join(state, 'partner-tokens.json'), tokens);

function readSecrets(state: string, file: string): Record<string, string> {
  try {
    return z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(join(state, file), 'utf8')));
  } catch {
    return {};
  }
}

function writePrivately(file: string, value: unknown): void {
  mkdirSync(join(file, '..'), { recursive: true });
  const draft = `${file}.${process.pid}.new`;
  writeFileSync(draft, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, file);
}
