import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { LineCounter, parseDocument } from 'yaml';
import * as z from 'zod';
import {
  type ConfigurationFile,
  configurationFile,
  type StoredConfiguration,
} from '../shared/contract/configuration.ts';
import { feedsOf } from '../shared/contract/feeds.ts';
import { objectKeys } from '../shared/contract/keys.ts';
import { NOT_FOUND_PAGE } from '../shared/contract/not-found-page.ts';
import { feedSubject } from '../shared/contract/subject.ts';
import { sha256 } from '../shared/domain/identity.ts';
import { backfill } from './backfill.ts';
import { EXIT, Failure } from './failure.ts';
import type { Pipeline } from './pipeline.ts';

export interface Applied {
  /** One line for each thing that is added, changed or removed. */
  differences: string[];
  /** Tokens made for sources that had none: shown once, kept nowhere but with their holder. */
  newTokens: Record<string, string>;
}

/** Reads wiredesk.yaml. Throws a Failure that names file, line and field. */
export function readConfigurationFile(path: string): ConfigurationFile {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new Failure(`${path} cannot be read`, 'Give the path of a wiredesk.yaml.', EXIT.usage);
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [syntax] = document.errors;
  if (syntax) throw new Failure(`${path}: ${syntax.message}`, 'Correct the YAML.', EXIT.usage);
  const parsed = configurationFile.safeParse(document.toJS());
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path: field, message }) => {
    const node = document.getIn(field as (string | number)[], true) as
      { range?: [number, number, number] } | undefined;
    const line = node?.range ? lines.linePos(node.range[0]).line : 1;
    return `${path}:${line}: ${field.join('.')}: ${message}`;
  });
  throw new Failure(problems.join('\n'), 'Nothing was applied.', EXIT.usage);
}

/** The difference between what is in force and the file; and, unless it is a dry run, puts the file in force. */
export async function apply(file: ConfigurationFile, pipeline: Pipeline, dryRun: boolean): Promise<Applied> {
  const before = await pipeline.configuration.current();
  const newTokens: Record<string, string> = {};
  const sources = file.sources.map((source) => {
    const tokenHashes = before?.sources.find(({ id }) => id === source.id)?.tokenHashes ?? [];
    if (tokenHashes.length > 0) return { ...source, tokenHashes };
    const token = pipeline.tokens[source.id] ?? randomBytes(32).toString('base64url');
    newTokens[source.id] = token;
    return { ...source, tokenHashes: [sha256(token)] };
  });
  const feedsUrl = file.publisher.feeds ?? pipeline.outputs.feedsUrl;
  const { publisher, channels } = file;
  const partnerFeeds = before?.partnerFeeds ?? [];
  const after: StoredConfiguration = { publisher, channels, sources, feedsUrl, partnerFeeds };
  const differences = differencesBetween(before, after);
  if (!dryRun) await pipeline.feedBucket.putIfAbsent(NOT_FOUND_PAGE.key, NOT_FOUND_PAGE);
  if (dryRun || differences.length === 0) return { differences, newTokens: {} };
  await store(after, pipeline);
  await wake(before, after, pipeline);
  return { differences, newTokens };
}

async function store(configuration: StoredConfiguration, { rawBucket }: Pipeline): Promise<void> {
  const object = { bytes: Buffer.from(JSON.stringify(configuration)), mediaType: 'application/json' };
  const etag = await rawBucket.etag(objectKeys.configuration);
  const written =
    etag === undefined
      ? await rawBucket.putIfAbsent(objectKeys.configuration, object)
      : await rawBucket.putIfMatch(objectKeys.configuration, object, etag);
  if (written === 'refused') {
    throw new Failure(
      'somebody else has applied a configuration at this moment',
      'Look at it and apply again.',
    );
  }
}

/** Marks every feed whose documents may read differently, and fills those that select differently. */
async function wake(
  before: StoredConfiguration | undefined,
  after: StoredConfiguration,
  pipeline: Pipeline,
): Promise<void> {
  const imprintChanged = !isDeepStrictEqual(
    [before?.publisher, before?.feedsUrl, before?.sources.map(linkOf)],
    [after.publisher, after.feedsUrl, after.sources.map(linkOf)],
  );
  const old = new Map((before ? feedsOf(before) : []).map((feed) => [feed.id, feed]));
  const current = new Map(feedsOf(after).map((feed) => [feed.id, feed]));
  const touched = [...new Set([...old.keys(), ...current.keys()])].filter(
    (id) => imprintChanged || !isDeepStrictEqual(old.get(id), current.get(id)),
  );
  const token = randomBytes(9).toString('base64url');
  for (const id of touched) await pipeline.work.markDirty(feedSubject(id), token);
  const selectsAnew = [...current].some(
    ([id, { channel }]) => !isDeepStrictEqual(old.get(id)?.channel.select, channel.select),
  );
  if (before !== undefined && selectsAnew) await backfill(before, pipeline, token);
}

const linkOf = ({ id, link }: { id: string; link?: string }): string => `${id} ${link ?? ''}`;

function differencesBetween(before: StoredConfiguration | undefined, after: StoredConfiguration): string[] {
  const differences: string[] = [];
  const compare = (what: string, old: unknown, current: unknown): void => {
    if (isDeepStrictEqual(plain(old), plain(current))) return;
    differences.push(old === undefined ? `+ ${what}` : current === undefined ? `- ${what}` : `~ ${what}`);
  };
  compare('publisher', before?.publisher, after.publisher);
  compare('feeds’ address', before?.feedsUrl, after.feedsUrl);
  for (const kind of ['sources', 'channels'] as const) {
    const old = new Map<string, unknown>(before?.[kind].map((item) => [item.id, item]));
    const current = new Map<string, unknown>(after[kind].map((item) => [item.id, item]));
    for (const id of new Set([...old.keys(), ...current.keys()])) {
      compare(`${kind.slice(0, -1)} ${id}`, old.get(id), current.get(id));
    }
  }
  return differences;
}

/** Without members that are undefined, so that a stored value equals the one it was written from. */
function plain(value: unknown): unknown {
  return value === undefined ? undefined : z.json().parse(JSON.parse(JSON.stringify(value)));
}
