import { Command } from 'commander';
import { applyCommand } from './commands/apply.ts';
import { articleCommands } from './commands/article.ts';
import { eraseCommand } from './commands/erase.ts';
import { feedCommands } from './commands/feed.ts';
import { ingestCommand } from './commands/ingest.ts';
import { localCommands } from './commands/local.ts';
import { partnerCommands } from './commands/partner.ts';
import { receiptCommands } from './commands/receipt.ts';
import { sourceCommands } from './commands/source.ts';
import { EXIT, Failure } from './failure.ts';

const COMMANDS = [
  applyCommand,
  ingestCommand,
  articleCommands,
  eraseCommand,
  feedCommands,
  partnerCommands,
  receiptCommands,
  sourceCommands,
  localCommands,
];

/** The `wiredesk` command. */
export function program(): Command {
  const root = new Command('wiredesk')
    .description(
      'Operate a Wiredesk pipeline: on the local cloud that "npm start" runs, or on AWS with --stack NAME.',
    )
    .exitOverride((error) => {
      if (error.exitCode === 0) throw error;
      // commander throws this error if only a group, such as "wiredesk article", is given without a command.
      const message = error.code === 'commander.help' ? 'give a command' : error.message;
      throw new Failure(
        message.replace(/^error: /, ''),
        'Run it with --help to see its arguments and options.',
        EXIT.usage,
      );
    })
    .configureOutput({ outputError: () => {} });
  for (const add of COMMANDS) add(root);
  return root;
}
