import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { canShow } from '../local/clock.ts';
import { DEFAULT_STATE } from './endpoints.ts';
import { EXIT, Failure, report, reportUncaught } from './failure.ts';
import { useLessMemory } from './less-memory.ts';
import { runOnce } from './once.ts';
import { SAMPLES, serve } from './serve.ts';

interface StartOptions {
  once?: boolean;
  out: string;
  config?: string;
  source?: string;
  state?: string;
  port?: number;
  tick: number;
  now?: Date;
  json?: boolean;
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > 65_533)
    throw new InvalidArgumentError('give a port number, or 0.');
  return value;
}

function seconds(text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new InvalidArgumentError('give a number of seconds.');
  return value;
}

function instant(text: string): Date {
  const value = new Date(text);
  if (!canShow(value.getTime()))
    throw new InvalidArgumentError('give an instant in the years 1 to 9999, such as 2026-04-13T09:30:00Z.');
  return value;
}

const command = new Command('npm start --')
  .description(
    'Run the whole pipeline on this machine, from the synthesised stack. Without --once it runs until Ctrl-C.\n' +
      'With --once it sends the given files through, writes the feeds and report.json, and stops.',
  )
  .argument('[paths...]', 'with --once: files and folders of articles (default: the samples)')
  .option('--once', 'send the files through the pipeline, write the feeds, then stop')
  .option('--out <dir>', 'with --once: the folder for feeds and report.json', 'out')
  .option(
    '--config <file>',
    'a configuration file (default: that of the samples; with --once: one source and one channel)',
  )
  .option(
    '--source <id>',
    'with --once: the source that sends the files (default: the first in the configuration)',
  )
  .addOption(
    new Option(
      '--state <dir>',
      `the directory for the state (default: ${DEFAULT_STATE}; with --once: a temporary directory)`,
    ).env('WIREDESK_STATE'),
  )
  .option(
    '--port <n>',
    'port of the feeds; the ingest API has n+1, the AWS endpoint n+2; 0: free ports (default: 4510; with --once: 0)',
    wholeNumber,
  )
  .option('--tick <seconds>', 'how many seconds pass between two ticks', seconds, 2)
  .option('--now <instant>', 'set the clock of the local cloud', instant)
  .option('--json', 'with --once: print the report')
  .addHelpText(
    'after',
    '\nExamples:\n  $ npm start\n  $ npm start -- --port 0 --state /tmp/desk\n  $ npm start -- --once --out out story.txt articles/\n',
  )
  .exitOverride((error) => {
    throw error.exitCode === 0
      ? error
      : new Failure(error.message.replace(/^error: /, ''), undefined, EXIT.usage);
  })
  .configureOutput({ outputError: () => {} });

useLessMemory();
// Without a reader of its output Wiredesk stops as after Ctrl-C.
reportUncaught(() => process.kill(process.pid, 'SIGTERM'));
try {
  await command.parseAsync();
  process.exitCode = await start(command.args, command.opts<StartOptions>());
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = EXIT.ok;
  // Work on a local cloud that has failed may go on, so the process does not wait for its end.
  else process.exit(report(error));
}

async function start(paths: string[], options: StartOptions): Promise<number> {
  const { once, port, state, tick, ...rest } = options;
  if (once) {
    return runOnce(paths.length > 0 ? paths : [SAMPLES], {
      ...rest,
      // WIREDESK_STATE names the directory of a cloud that stays, not the one for these files.
      ...(state && command.getOptionValueSource('state') === 'cli' && { state }),
      port: port ?? 0,
    });
  }
  if (paths.length > 0)
    throw new Failure(
      'files were given without --once',
      'Add --once, or send them with "wiredesk ingest".',
      EXIT.usage,
    );
  return serve({ ...rest, state: state ?? DEFAULT_STATE, port: port ?? 4510, tickSeconds: tick });
}
