import { join } from 'node:path';
import { readConfigurationFile } from './configuration-file.ts';
import { DEFAULT_STATE, type Endpoints, removeEndpoints } from './endpoints.ts';
import { EXIT, Failure } from './failure.ts';
import { printLines, Progress } from './output.ts';
import { filesUnder } from './files.ts';
import { sendFiles } from './send.ts';
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

/** Starts the pipeline with the samples in it and stays up until it is asked to stop. Returns the exit code. */
export async function serve({ config, ...options }: ServeOptions): Promise<number> {
  const progress = new Progress();
  progress.say('synthesising the stack');
  const session = await startSession({ ...options, log: (line) => process.stderr.write(`${line}\n`) });
  try {
    const configuration = readConfigurationFile(config ?? SAMPLE_CONFIGURATION);
    const { feeds } = await session.configure(configuration);
    if (config === undefined)
      await sendSamples(
        session,
        configuration.sources.map(({ id }) => id),
      );
    progress.end();
    greet(announce(session, feeds), options.state);
    await interruption();
    printLines(['', 'stopping']);
    return EXIT.ok;
  } finally {
    removeEndpoints(options.state);
    await session.cloud.stop();
  }
}

/** The samples go in once: sent again with the same key they are the same submissions. */
async function sendSamples({ pipeline }: Session, sources: readonly string[]): Promise<void> {
  for (const source of sources) {
    const token = pipeline.tokens[source];
    if (token === undefined)
      throw new Failure(`the token of source ${source} is lost`, 'Start with a fresh --state.');
    const door = { url: pipeline.outputs.ingestUrl, source, token };
    await sendFiles(filesUnder([join(SAMPLES, source)]), door, { repeatable: true });
  }
}

function greet({ ingest, feeds, tokens, partners, cloud }: Endpoints, state: string): void {
  const [source = 'desk'] = Object.keys(tokens);
  const [partner] = Object.keys(partners);
  const where = state === DEFAULT_STATE ? '' : ` --state ${state}`;
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
      : [`What to send a partner: npx wiredesk partner show ${partner}${where}`, '']),
    `AWS endpoint for tools: ${cloud.endpoint}. Ctrl-C stops; state stays.`,
  ]);
}

function interruption(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
