#!/usr/bin/env node
import { CommanderError } from 'commander';
import { EXIT, report } from './failure.ts';
import { program } from './program.ts';

try {
  await program().parseAsync();
} catch (error) {
  // --help and --version end here too.
  process.exitCode = error instanceof CommanderError ? EXIT.ok : report(error);
}
