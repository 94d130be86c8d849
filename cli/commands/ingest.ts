import { type Command, Option } from 'commander';
import { EXIT, Failure } from '../failure.ts';
import { printOutcomes, printRepairs, reportOn, totalsOf, waitForOutcomes } from '../outcomes.ts';
import { printJson, Progress } from '../output.ts';
import { openPipeline } from '../pipeline.ts';
import { filesUnder } from '../files.ts';
import { sendFiles } from '../send.ts';
import { refuseUnknownSource } from '../sources.ts';
import { secondsOf } from './arguments.ts';
import { type CommonOptions, examples, withCommonOptions } from './options.ts';

export function ingestCommand(root: Command): void {
  withCommonOptions(root.command('ingest'))
    .description('send files and wait for what becomes of them')
    .argument('<paths...>', 'files and folders')
    .requiredOption('--source <id>', 'the source they come from')
    .addOption(
      new Option('--token <token>', 'the source’s token; known by itself on the local cloud').env(
        'WIREDESK_TOKEN',
      ),
    )
    .option('--timeout <seconds>', 'how long to wait', secondsOf, 120)
    .addHelpText(
      'after',
      examples(
        'wiredesk ingest story.txt --source desk',
        'WIREDESK_TOKEN=… wiredesk ingest articles/ --source desk --stack Wiredesk',
      ),
    )
    .action(
      async (
        paths: string[],
        options: CommonOptions & { source: string; token?: string; timeout: number },
      ) => {
        const files = filesUnder(paths);
        const pipeline = await openPipeline(options);
        const token = options.token ?? pipeline.tokens[options.source];
        await refuseUnknownSource(pipeline, options.source);
        if (token === undefined) {
          throw new Failure(
            `the token of source ${options.source} is not known here`,
            'Give it in WIREDESK_TOKEN.',
            EXIT.usage,
          );
        }
        const progress = new Progress();
        const door = { url: pipeline.outputs.ingestUrl, source: options.source, token };
        const sent = await sendFiles(files, door, {
          onSent: (count) => progress.say(`${count} of ${files.length} sent`),
        });
        await waitForOutcomes(sent, pipeline, options.timeout, progress);
        progress.end();
        const submissions = await reportOn(sent, pipeline);
        const totals = totalsOf(submissions);
        if (options.json) printJson({ submissions, totals });
        else {
          printOutcomes(submissions);
          printRepairs(submissions);
        }
        if (totals['rejected'] || totals['pending']) process.exitCode = EXIT.failed;
      },
    );
}
