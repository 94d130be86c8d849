import { Command } from 'commander';
import { applyCommand } from './commands/apply.ts';
import { articleCommands } from './commands/article.ts';
import { eraseCommand } from './commands/erase.ts';
import { feedCommands } from './commands/feed.ts';
import { ingestCommand } from './commands/ingest.ts';
import { localCommands } from './commands/local.ts';
import { partnerCommands } from './commands/partner.ts';
import { receiptCommands } from './commands/receipt.ts';
import { EXIT, Failure } from './failure.ts';

const COMMANDS = [
  applyCommand,
  ingestCommand,
  articleCommands,
  eraseCommand,
  feedCommands,
  partnerCommands,
  receiptCommands,
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
      // A group of commands without a command prints its help and throws this.
      const message = error.code === 'commander.help' ? 'give a command' : error.message;
      throw new Failure(
        message.replace(/^error: /, ''),
        'Run it with --help to see what it takes.',
        EXIT.usage,
      );
    })
    .configureOutput({ outputError: () => {} });
  for (const add of COMMANDS) add(root);
  return root;
}
