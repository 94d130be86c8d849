import { join } from 'node:path';
import { readConfigurationFile } from './configuration-file.ts';
import { DEFAULT_STATE, type Endpoints, removeEndpoints } from './endpoints.ts';
import { EXIT, Failure } from './failure.ts';
import { filesUnder } from './files.ts';
import { printLines } from './output.ts';
import { Progress } from './progress.ts';
import { send } from './send-files.ts';
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

/** Starts the pipeline, sends the samples, runs until it is interrupted, and returns the exit code. */
export async function serve({ config, ...options }: ServeOptions): Promise<number> {
  const progress = new Progress();
  const configuration = readConfigurationFile(config ?? SAMPLE_CONFIGURATION);
  progress.step('synthesising the stack and starting it on emulators: about ten seconds');
  const session = await startSession({ ...options, log: (line) => process.stderr.write(`${line}\n`) });
  try {
    progress.step('applying the configuration');
    const { feeds } = await session.configure(configuration);
    if (config === undefined) progress.step('sending the samples');
    if (config === undefined)
      await sendSamples(
        session,
        configuration.sources.map(({ id }) => id),
      );
    progress.end();
    greet(announce(session, feeds), options.state);
    const failure = await Promise.race([interruption(), session.cloud.failed]);
    if (failure) throw failure;
    printLines(['', 'stopping']);
    return EXIT.ok;
  } finally {
    removeEndpoints(options.state);
    await session.cloud.stop();
  }
}

/** Sends the samples. A second start with the same state directory repeats these requests, which changes nothing. */
async function sendSamples({ pipeline }: Session, sources: readonly string[]): Promise<void> {
  for (const source of sources) {
    const token = pipeline.tokens[source];
    if (token === undefined)
      throw new Failure(
        `the token of source ${source} is not in the state directory`,
        'Start with a new directory: --state DIR.',
      );
    const api = { url: pipeline.outputs.ingestUrl, source, token };
    await send(filesUnder([join(SAMPLES, source)]), api, { repeatable: true });
  }
}

function greet({ ingest, feeds, tokens, partners, cloud }: Endpoints, state: string): void {
  const [source = 'desk'] = Object.keys(tokens);
  const [partner] = Object.keys(partners);
  const stateOption = state === DEFAULT_STATE ? '' : ` --state ${state}`;
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
      : [`Note to send to a partner: npx wiredesk partner show ${partner}${stateOption}`, '']),
    `AWS endpoint for tools: ${cloud.endpoint}. Ctrl-C stops Wiredesk; its state is kept.`,
  ]);
}

function interruption(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
