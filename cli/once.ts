import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { orFailure } from '../local/failure.ts';
import type { ConfigurationFile } from '../shared/contract/configuration.ts';
import { visibleJson } from '../shared/contract/visible-text.ts';
import { reportOn, type SubmissionReport, totalsOf } from '../shared/operations/sending/report.ts';
import type { Sent, SubmissionFile } from '../shared/operations/sending/send.ts';
import { readConfigurationFile } from './configuration-file.ts';
import { fileInForce } from '../shared/operations/configuration/stored-configuration.ts';
import { EXIT, Failure } from './failure.ts';
import { writeFeeds } from './feed-files.ts';
import { filesUnder } from './files.ts';
import { printErrors, printJson, printLines } from './output.ts';
import { printOutcomes } from './print-outcomes.ts';
import { Progress } from './progress.ts';
import { valueOf } from './result.ts';
import { send } from './send-files.ts';
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

/** The configuration of `--once` without `--config`: one source, and one public channel that selects everything. */
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

/** Up to this number of submissions, each outcome is printed. If there are more, only the totals are printed. */
const MOST_PRINTED = 50;

/**
 * Adds a fixed address of the feeds if the file gives none. The addresses in the feeds must not contain the random
 * port of this pipeline, because the pipeline stops at the end.
 */
function withFeedsAddress(file: ConfigurationFile): ConfigurationFile {
  return { ...file, publisher: { feeds: 'https://feeds.example.com/', ...file.publisher } };
}

/**
 * Runs files through a pipeline, writes the feeds and report.json, and returns the exit code. Without `config`, a state
 * directory that has a configuration keeps it.
 */
export async function runOnce(paths: readonly string[], options: OnceOptions): Promise<number> {
  const started = performance.now();
  const files = filesUnder(paths);
  const given =
    options.config === undefined ? undefined : withFeedsAddress(readConfigurationFile(options.config));
  const state = options.state ?? mkdtempSync(join(tmpdir(), 'wiredesk-'));
  const progress = new Progress();
  progress.say('starting');
  const session = await startSession({
    state,
    port: options.port,
    tickSeconds: 'idle',
    log: (line) => printErrors([line]),
    ...(options.now && { now: options.now }),
  });
  try {
    const work = runFiles(session, { files, given, started, ...options }, progress);
    return await orFailure(session.cloud.failed, work);
  } finally {
    await session.cloud.stop();
    if (options.state === undefined) rmSync(state, { recursive: true, force: true });
  }
}

interface Run extends OnceOptions {
  files: readonly SubmissionFile[];
  /** The configuration of the command line. */
  given: ConfigurationFile | undefined;
  /** When the command began, in milliseconds of `performance.now()`. */
  started: number;
}

async function runFiles(session: Session, run: Run, progress: Progress): Promise<number> {
  const configuration =
    run.given ?? valueOf(await fileInForce(session.pipeline)) ?? withFeedsAddress(DEFAULT_CONFIGURATION);
  const source = run.source ?? configuration.sources[0]?.id ?? '';
  await session.configure(configuration);
  const sent = await sendThrough(session, { files: run.files, source }, progress);
  const submissions = await reportOn(sent, session.pipeline);
  const feeds = await writeFeeds(configuration, session.pipeline, run.out);
  const totals = totalsOf(submissions);
  const seconds = Math.round(performance.now() - run.started) / 1000;
  const report = { submissions, feeds, totals, seconds };
  writeFileSync(join(run.out, 'report.json'), `${visibleJson(report)}\n`);
  progress.end();
  if (run.json) printJson(report);
  else summarise(report, run.out);
  return submissions.every(({ items }) => items.length > 0) ? EXIT.ok : EXIT.failed;
}

async function sendThrough(
  { pipeline, settle }: Session,
  { files, source }: { files: readonly SubmissionFile[]; source: string },
  progress: Progress,
): Promise<Sent[]> {
  const token = pipeline.tokens[source];
  if (token === undefined) {
    throw new Failure(
      `the configuration has no source ${source}`,
      'Name one of its sources with --source ID.',
      EXIT.usage,
    );
  }
  const api = { url: pipeline.outputs.ingestUrl, source, token };
  const sent = await send(files, api, {
    onSent: (count) => progress.say(`${count} of ${files.length} files sent`),
  });
  await settle((text) => progress.say(text));
  return sent;
}

interface Summary {
  submissions: readonly SubmissionReport[];
  totals: Record<string, number>;
  seconds: number;
}

function summarise({ submissions, totals, seconds }: Summary, out: string): void {
  if (submissions.length <= MOST_PRINTED) printOutcomes(submissions);
  const counts = Object.entries(totals).map(([outcome, count]) => `${count} ${outcome}`);
  printLines([
    `${counts.join(', ') || 'no files'}; feeds and report.json are in ${out} (${seconds.toFixed(1)} s)`,
  ]);
}
