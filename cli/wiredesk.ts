#!/usr/bin/env node
import { CommanderError } from 'commander';
import { EXIT, report } from './failure.ts';
import { program } from './program.ts';

// A program such as `head` may close the pipe before everything is written. That is not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.ok);
  throw error;
});

try {
  await program().parseAsync();
} catch (error) {
  // --help and --version throw a CommanderError too.
  process.exitCode = error instanceof CommanderError ? EXIT.ok : report(error);
}
