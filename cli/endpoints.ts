import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

/** The state directory of the local cloud, unless --state names another one. */
export const DEFAULT_STATE = '.wiredesk';

/** What a running local cloud writes to `endpoints.json`, for scripts and for the other commands. */
const endpoints = z.object({
  /** The ingest API: articles are sent to {ingest}/v1/sources/{source}/submissions. */
  ingest: z.string(),
  feeds: z.record(z.string(), z.object({ rss: z.string(), atom: z.string(), json: z.string() })),
  /** Tokens of sources, by source. */
  tokens: z.record(z.string(), z.string()),
  /** The tokens that this local cloud made for partners, by partner id. */
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

/** The endpoints of the local cloud with this state directory; undefined if no local cloud is running there. */
export function readEndpoints(state: string): Endpoints | undefined {
  try {
    return endpoints.parse(JSON.parse(readFileSync(fileIn(state), 'utf8')));
  } catch {
    return undefined;
  }
}

export function writeEndpoints(state: string, value: Endpoints): void {
  writePrivately(fileIn(state), value);
}

export function removeEndpoints(state: string): void {
  rmSync(fileIn(state), { force: true });
}

/** Tokens of the local cloud's sources, by source. The pipeline stores only their hashes. */
export const readTokens = (state: string): Record<string, string> => readSecrets(state, 'tokens.json');

export const writeTokens = (state: string, tokens: Record<string, string>): void =>
  writePrivately(join(state, 'tokens.json'), tokens);

/** Tokens of the local cloud's partners, by partner. */
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

/**
 * Writes a file that only its owner may read. The file is written under another name and then renamed, so that
 * another program never reads a file that is only partly written.
 */
function writePrivately(file: string, value: unknown): void {
  mkdirSync(join(file, '..'), { recursive: true });
  const draft = `${file}.${process.pid}.new`;
  writeFileSync(draft, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, file);
}
