import { CommanderError } from 'commander';
import { EXIT, report, reportUncaught } from './failure.ts';
import { program } from './program.ts';

reportUncaught();

try {
  await program().parseAsync();
} catch (error) {
  // --help and --version throw a CommanderError too.
  process.exitCode = error instanceof CommanderError ? EXIT.ok : report(error);
}
