import type { Command } from 'commander';
import { apply, readConfigurationFile } from '../apply.ts';
import { printJson, printLines } from '../output.ts';
import { openPipeline } from '../pipeline.ts';
import { rememberTokens } from '../remember-tokens.ts';
import { type CommonOptions, examples, withCommonOptions } from './options.ts';

export function applyCommand(root: Command): void {
  withCommonOptions(root.command('apply'))
    .description('put sources and channels from a YAML file in force')
    .argument('<file>', 'a wiredesk.yaml')
    .option('--dry-run', 'show the difference and change nothing')
    .addHelpText(
      'after',
      examples('wiredesk apply wiredesk.yaml --dry-run', 'wiredesk apply wiredesk.yaml --stack Wiredesk'),
    )
    .action(async (file: string, options: CommonOptions & { dryRun?: boolean }) => {
      const configuration = readConfigurationFile(file);
      const pipeline = await openPipeline(options);
      const applied = await apply(configuration, pipeline, options.dryRun === true);
      if (!options.dryRun)
        rememberTokens(
          pipeline,
          applied.newTokens,
          configuration.channels.filter((channel) => channel.public).map(({ id }) => id),
          configuration.publisher.feeds,
        );
      if (options.json) return printJson({ ...applied, dryRun: options.dryRun === true });
      printLines(applied.differences.length === 0 ? ['nothing to change'] : applied.differences);
      for (const [source, token] of Object.entries(applied.newTokens)) {
        printLines([`token of ${source}, shown this once: ${token}`]);
      }
      if (options.dryRun && applied.differences.length > 0) printLines(['dry run: nothing was changed']);
    });
}
