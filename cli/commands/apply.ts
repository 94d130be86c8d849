import type { Command } from 'commander';
import { apply } from '../apply.ts';
import { readConfigurationFile } from '../configuration-file.ts';
import { linesOf } from '../differences.ts';
import { printJson, printLines } from '../output.ts';
import { openPipeline } from '../pipeline.ts';
import { rememberPartnerTokens, rememberTokens } from '../remember-tokens.ts';
import { working } from '../wait.ts';
import { type CommonOptions, examples, withCommonOptions } from './options.ts';

export function applyCommand(root: Command): void {
  withCommonOptions(root.command('apply'))
    .description('put sources, channels and partners from a YAML file in force')
    .argument('<file>', 'a wiredesk.yaml')
    .option('--dry-run', 'show the difference and change nothing')
    .addHelpText(
      'after',
      examples('wiredesk apply wiredesk.yaml --dry-run', 'wiredesk apply wiredesk.yaml --stack Wiredesk'),
    )
    .action(async (file: string, options: CommonOptions & { dryRun?: boolean }) => {
      const configuration = readConfigurationFile(file);
      const pipeline = await openPipeline(options);
      const dryRun = options.dryRun === true;
      const applied = await apply(configuration, pipeline, { dryRun, ...working() });
      const { differences, newTokens, newPartnerTokens } = applied;
      if (!dryRun) {
        const shown = configuration.channels.filter((channel) => channel.public).map(({ id }) => id);
        rememberTokens(pipeline, newTokens, shown, configuration.publisher.feeds);
        rememberPartnerTokens(pipeline, newPartnerTokens);
      }
      if (options.json) return printJson({ ...applied, dryRun });
      printLines(differences.length === 0 ? ['nothing to change'] : linesOf(differences));
      for (const [source, token] of Object.entries(newTokens)) {
        printLines([`token of source ${source}, shown this once: ${token}`]);
      }
      for (const [partner, token] of Object.entries(newPartnerTokens)) {
        printLines([`token of partner ${partner}, shown this once: ${token}`]);
      }
      if (dryRun && differences.length > 0) printLines(['dry run: nothing was changed']);
    });
}
