import { join, relative } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { orFailure } from '../local/failure.ts';
import type { ConfigurationFile } from '../shared/contract/configuration.ts';
import { fileInForce } from '../shared/operations/configuration/stored-configuration.ts';
import { applyLines } from './apply-lines.ts';
import { readConfigurationFile } from './configuration-file.ts';
import { DEFAULT_STATE, type Endpoints, removeEndpoints } from './endpoints.ts';
import { EXIT } from './failure.ts';
import { filesUnder } from './files.ts';
import { printErrors, printLines } from './output.ts';
import { Progress } from './progress.ts';
import { valueOf } from './result.ts';
import { send } from './send-files.ts';
import { shellWord } from './shell-word.ts';
import { announce, type Session, startSession } from './session.ts';

const SAMPLES_FOLDER = join(import.meta.dirname, '..', 'samples');
/** One folder of articles for each source of the sample configuration. */
export const SAMPLES = join(SAMPLES_FOLDER, 'articles');
const SAMPLE_CONFIGURATION = join(SAMPLES_FOLDER, 'wiredesk.yaml');

export interface ServeOptions {
  state: string;
  port: number;
  tickSeconds: number;
  config?: string;
  now?: Date;
}

/**
 * Starts the pipeline, sends the samples, runs until it is interrupted, and returns the exit code. Without `config`, the
 * samples' configuration is applied to a new state directory only: in a directory that has a configuration, somebody may
 * have changed partners, terms and channels since.
 */
export async function serve({ config, ...options }: ServeOptions): Promise<number> {
  const progress = new Progress();
  // Read the file first: a mistake in it should not cost the wait for the start.
  const given = config === undefined ? undefined : { path: config, file: readConfigurationFile(config) };
  progress.step('synthesising the stack and starting it on emulators: about ten seconds');
  const session = await startSession({ ...options, log: (line) => printErrors([line]) });
  try {
    await orFailure(session.cloud.failed, setUp(session, given, progress));
    await orFailure(session.cloud.failed, interruption());
    printLines(['', 'stopping']);
    return EXIT.ok;
  } finally {
    removeEndpoints(options.state);
    await session.cloud.stop();
  }
}

/** Puts the configuration in force, sends the samples, and says where everything is. */
async function setUp(
  session: Session,
  given: { path: string; file: ConfigurationFile } | undefined,
  progress: Progress,
): Promise<void> {
  const { state } = session;
  const inForce = valueOf(await fileInForce(session.pipeline));
  const named = given?.path ?? (inForce === undefined ? SAMPLE_CONFIGURATION : undefined);
  const file = given?.file ?? inForce ?? readConfigurationFile(SAMPLE_CONFIGURATION);
  progress.step('applying the configuration');
  const { feeds, ...applied } = await session.configure(file);
  if (given === undefined) {
    progress.step('sending the samples');
    await sendSamples(session, file);
  }
  progress.end();
  printLines(
    named === undefined
      ? keptLines(state)
      : [
          `applied ${relative('.', named)}`,
          ...(inForce === undefined ? [] : applyLines(applied, { dryRun: false })),
        ],
  );
  greet(announce(session, feeds), state);
}

const keptLines = (state: string): string[] => [
  `the configuration, the partners and the terms in ${state} are kept; ${relative('.', SAMPLE_CONFIGURATION)} was not applied`,
  `to apply it: npx wiredesk apply ${relative('.', SAMPLE_CONFIGURATION)}${stateOption(state)}`,
];

const stateOption = (state: string): string =>
  state === DEFAULT_STATE ? '' : ` --state ${shellWord(state)}`;

/**
 * Sends the samples of each source that is in force as the samples describe it. A second start with the same state
 * directory repeats these requests, which changes nothing.
 */
async function sendSamples({ pipeline }: Session, { sources }: ConfigurationFile): Promise<void> {
  const samples = readConfigurationFile(SAMPLE_CONFIGURATION).sources;
  for (const { id: source } of sources.filter((own) => samples.some((one) => isDeepStrictEqual(one, own)))) {
    const token = pipeline.tokens[source];
    if (token === undefined) continue;
    const api = { url: pipeline.outputs.ingestUrl, source, token };
    await send(filesUnder([join(SAMPLES, source)]), api, { repeatable: true });
  }
}

function greet({ ingest, feeds, tokens, partners, cloud }: Endpoints, state: string): void {
  const [source = 'desk'] = Object.keys(tokens);
  const [partner] = Object.keys(partners);
  printLines([
    'Wiredesk is running. Feeds:',
    ...Object.values(feeds).flatMap(({ rss, atom, json }) => [`  ${rss}`, `  ${atom}`, `  ${json}`]),
    '',
    'Send an article:',
    `  curl -X PUT ${ingest}/v1/sources/${source}/articles/my-first-story \\`,
    `    -H 'Authorization: Bearer ${tokens[source] ?? ''}' \\`,
    `    -H 'Content-Type: text/plain; charset=utf-8' --data-binary $'A headline\\n\\nAnd a paragraph.'`,
    '',
    ...(partner === undefined
      ? []
      : [`Note to send to a partner: npx wiredesk partner show ${partner}${stateOption(state)}`, '']),
    `AWS endpoint for tools: ${cloud.endpoint}. Ctrl-C stops Wiredesk; its state is kept.`,
  ]);
}

function interruption(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
