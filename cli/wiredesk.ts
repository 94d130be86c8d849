#!/usr/bin/env node
import { CommanderError } from 'commander';
import { EXIT, report } from './failure.ts';
import { program } from './program.ts';

// Whoever reads, such as `head`, may have had enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.ok);
  throw error;
});

try {
  await program().parseAsync();
} catch (error) {
  // --help and --version end here too.
  process.exitCode = error instanceof CommanderError ? EXIT.ok : report(error);
}
