import { type Command, Option } from 'commander';
import { DEFAULT_STATE } from '../endpoints.ts';
import type { Target } from '../pipeline.ts';

/** The options of every command: which pipeline to work on, and the form of the output. */
export interface CommonOptions extends Target {
  json?: boolean;
}

export function withCommonOptions(command: Command): Command {
  return command
    .addOption(new Option('--stack <name>', 'work on a deployed stack, with your own AWS credentials'))
    .addOption(
      new Option('--state <dir>', 'the local cloud’s state directory')
        .default(DEFAULT_STATE)
        .env('WIREDESK_STATE'),
    )
    .option('--json', 'print JSON, for scripts');
}

/** What the argument <article> can be. */
export const ARTICLE = 'the id of the article, with or without urn:uuid:, or SOURCE:ID';

/** The examples at the end of a command's help. */
export const examples = (...lines: string[]): string =>
  `\nExamples:\n${lines.map((line) => `  $ ${line}`).join('\n')}\n`;
