import type { Command } from 'commander';
import { apply } from '../../shared/operations/apply/apply.ts';
import { readConfigurationFile } from '../configuration-file.ts';
import { applyLines } from '../apply-lines.ts';
import { printJson, printLines } from '../output.ts';
import { openPipeline } from '../pipeline.ts';
import { rememberPartnerTokens, rememberTokens } from '../remember-tokens.ts';
import { valueOf } from '../result.ts';
import { commandWaiting } from '../waiting.ts';
import { type CommonOptions, examples, withCommonOptions } from './options.ts';

export function applyCommand(root: Command): void {
  withCommonOptions(root.command('apply'))
    .description('put in force the sources, channels and partners that a YAML file lists')
    .argument('<file>', 'a configuration file, such as wiredesk.yaml')
    .option('--dry-run', 'show the differences and the rights that they would grant, and change nothing')
    .addHelpText(
      'after',
      examples('wiredesk apply wiredesk.yaml --dry-run', 'wiredesk apply wiredesk.yaml --stack Wiredesk'),
    )
    .action(async (path: string, options: CommonOptions & { dryRun?: boolean }) => {
      const file = readConfigurationFile(path);
      const pipeline = await openPipeline(options);
      const dryRun = options.dryRun === true;
      const applied = valueOf(await apply(pipeline, { file, dryRun }, commandWaiting()));
      const { newTokens, newPartnerTokens } = applied;
      if (!dryRun) {
        const channels = file.channels.filter((channel) => channel.public).map(({ id }) => id);
        rememberTokens(pipeline, { newTokens, channels, feedsUrl: file.publisher.feeds });
        rememberPartnerTokens(pipeline, newPartnerTokens);
      }
      if (options.json) return printJson({ ...applied, dryRun });
      printLines(applyLines(applied, { dryRun }));
      printLines(Object.entries(newTokens).map(([id, token]) => tokenLine(`source ${id}`, token)));
      printLines(Object.entries(newPartnerTokens).map(([id, token]) => tokenLine(`partner ${id}`, token)));
    });
}

const tokenLine = (holder: string, token: string): string => `token of ${holder}, shown only now: ${token}`;
