#!/usr/bin/env node
import { CommanderError } from 'commander';
import { EXIT, report } from './failure.ts';
import { endWithoutReader } from './output.ts';
import { program } from './program.ts';

endWithoutReader(() => process.exit(EXIT.ok));

try {
  await program().parseAsync();
} catch (error) {
  // --help and --version throw a CommanderError too.
  process.exitCode = error instanceof CommanderError ? EXIT.ok : report(error);
}
