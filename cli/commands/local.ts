import type { Command } from 'commander';
import { EXIT, Failure } from '../failure.ts';
import { parseMove, readClock } from '../local-clock.ts';
import { printJson, printLines } from '../output.ts';
import { openPipeline } from '../pipeline.ts';
import { type CommonOptions, examples, withCommonOptions } from './options.ts';

export function localCommands(root: Command): void {
  const local = root.command('local').description('operate the local cloud itself');
  withCommonOptions(local.command('clock'))
    .argument('[move]', '+2h, -10m, +1d, or an instant such as 2026-04-13T09:30:00Z')
    .description('show the local cloud’s clock, or move it')
    // Without this call, the parser refuses the argument -10m as an unknown option.
    .allowUnknownOption()
    .addHelpText('after', examples('wiredesk local clock', 'wiredesk local clock +2h'))
    .action(async (move: string | undefined, options: CommonOptions) => {
      const pipeline = await openPipeline(options);
      if (pipeline.local === undefined) {
        throw new Failure(
          'only the local cloud has a clock that can be moved',
          'Run the command without --stack.',
          EXIT.usage,
        );
      }
      const { now } = await readClock(pipeline.local, move === undefined ? undefined : parseMove(move));
      if (options.json) printJson({ now });
      else printLines([now]);
    });
}
