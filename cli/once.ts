import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ConfigurationFile } from '../shared/contract/configuration.ts';
import { type FormatName, FORMATS } from '../shared/domain/feed.ts';
import { readConfigurationFile } from './configuration-file.ts';
import { EXIT, Failure } from './failure.ts';
import { showFeed } from './feed.ts';
import { printOutcomes, reportOn, type SubmissionReport, totalsOf } from './outcomes.ts';
import { printJson, printLines, Progress } from './output.ts';
import { type ArticleFile, filesUnder } from './files.ts';
import { type Sent, sendFiles } from './send.ts';
import { type Session, startSession } from './session.ts';

export interface OnceOptions {
  out: string;
  config?: string;
  source?: string;
  state?: string;
  port: number;
  now?: Date;
  json?: boolean;
}

/** What `--once` uses without `--config`: one source, one public channel that takes and shows everything. */
const DEFAULT_CONFIGURATION: ConfigurationFile = {
  publisher: {
    name: 'Wiredesk',
    url: 'https://example.com/',
    language: 'en',
  },
  sources: [{ id: 'local', order: 'arrival', language: 'en', boilerplate: [] }],
  channels: [
    {
      id: 'news',
      title: 'News',
      link: 'https://example.com/news',
      items: 1000,
      public: true,
      select: { all: [] },
    },
  ],
};

/** Nothing stays up to read the feeds from, so that a port that chance picked has no place in their bytes. */
function withFeedsAddress(file: ConfigurationFile): ConfigurationFile {
  return { ...file, publisher: { feeds: 'https://feeds.example.com/', ...file.publisher } };
}

const FILES: Record<FormatName, string> = { rss: 'rss.xml', atom: 'atom.xml', json: 'feed.json' };

interface FeedReport {
  file: string;
  items: number;
  etag: string;
}

/** Runs files through a throw-away pipeline and writes the feeds and report.json. Returns the exit code. */
export async function runOnce(paths: readonly string[], options: OnceOptions): Promise<number> {
  const started = performance.now();
  const files = filesUnder(paths);
  const configuration = withFeedsAddress(
    options.config ? readConfigurationFile(options.config) : DEFAULT_CONFIGURATION,
  );
  const source = options.source ?? configuration.sources[0]?.id ?? '';
  const state = options.state ?? mkdtempSync(join(tmpdir(), 'wiredesk-'));
  const progress = new Progress();
  progress.say('starting');
  const session = await startSession({
    ...{
      state,
      port: options.port,
      tickSeconds: 'idle' as const,
      log: (line: string) => process.stderr.write(`${line}\n`),
    },
    ...(options.now && { now: options.now }),
  });
  try {
    await session.configure(configuration);
    const sent = await sendThrough(session, files, source, progress);
    const submissions = await reportOn(sent, session.pipeline);
    const feeds = await writeFeeds(configuration, session, options.out);
    const totals = totalsOf(submissions);
    const seconds = Math.round(performance.now() - started) / 1000;
    const report = { submissions, feeds, totals, seconds };
    writeFileSync(join(options.out, 'report.json'), `${JSON.stringify(report, null, 2)}\n`);
    progress.end();
    if (options.json) printJson(report);
    else summarise(submissions, totals, options.out, seconds);
    return submissions.every(({ items }) => items.length > 0) ? EXIT.ok : EXIT.failed;
  } finally {
    await session.cloud.stop();
    if (options.state === undefined) rmSync(state, { recursive: true, force: true });
  }
}

async function sendThrough(
  session: Session,
  files: ArticleFile[],
  source: string,
  progress: Progress,
): Promise<Sent[]> {
  const token = session.pipeline.tokens[source];
  if (token === undefined) {
    throw new Failure(
      `the configuration has no source ${source}`,
      'Name one of its sources with --source ID.',
      EXIT.usage,
    );
  }
  const door = { url: session.pipeline.outputs.ingestUrl, source, token };
  const sent = await sendFiles(files, door, {
    onSent: (count) => progress.say(`${count} of ${files.length} files sent`),
  });
  await session.settle((text) => progress.say(text));
  return sent;
}

/** Reads each public feed at the edge, as a partner would, and writes its documents. */
async function writeFeeds(
  { channels }: ConfigurationFile,
  { pipeline }: Session,
  out: string,
): Promise<Record<string, Record<FormatName, FeedReport>>> {
  mkdirSync(out, { recursive: true });
  const feeds: Record<string, Record<FormatName, FeedReport>> = {};
  for (const { id } of channels.filter((channel) => channel.public)) {
    const { items } = await showFeed(pipeline, id);
    const documents: Partial<Record<FormatName, FeedReport>> = {};
    for (const name of FORMATS) {
      const url = `${pipeline.outputs.feedsUrl.replace(/\/$/, '')}/${id}/${FILES[name]}`;
      const response = await fetch(url, { headers: { 'accept-encoding': 'identity' } });
      if (!response.ok)
        throw new Failure(`${url} answers ${response.status}`, 'Look for dead letters in its state.');
      const file = `${id}.${FILES[name]}`;
      writeFileSync(join(out, file), Buffer.from(await response.arrayBuffer()));
      documents[name] = { file, items, etag: response.headers.get('etag') ?? '' };
    }
    feeds[id] = documents as Record<FormatName, FeedReport>;
  }
  return feeds;
}

function summarise(
  submissions: readonly SubmissionReport[],
  totals: Record<string, number>,
  out: string,
  seconds: number,
): void {
  if (submissions.length <= 50) printOutcomes(submissions);
  const counts = Object.entries(totals).map(([outcome, count]) => `${count} ${outcome}`);
  printLines([
    `${counts.join(', ') || 'no files'}; feeds and report.json are in ${out} (${seconds.toFixed(1)} s)`,
  ]);
}
