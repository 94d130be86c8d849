import { type Command, Option } from 'commander';
import { awaitOutcomes, reportOn, totalsOf } from '../../shared/operations/sending/report.ts';
import { refuseUnknownSource } from '../../shared/operations/sources.ts';
import { EXIT, Failure } from '../failure.ts';
import { filesUnder } from '../files.ts';
import { printJson } from '../output.ts';
import { openPipeline } from '../pipeline.ts';
import { printNotes, printOutcomes } from '../print-outcomes.ts';
import { Progress } from '../progress.ts';
import { throwIf } from '../result.ts';
import { send } from '../send-files.ts';
import { poll } from '../waiting.ts';
import { secondsOf } from './arguments.ts';
import { type CommonOptions, examples, withCommonOptions } from './options.ts';

interface IngestOptions extends CommonOptions {
  source: string;
  token?: string;
  timeout: number;
}

export function ingestCommand(root: Command): void {
  withCommonOptions(root.command('ingest'))
    .description('send files and wait for their outcomes')
    .argument('<paths...>', 'files and folders')
    .requiredOption('--source <id>', 'the source that sends them')
    .addOption(
      new Option('--token <token>', 'the source’s token; not needed on the local cloud').env(
        'WIREDESK_TOKEN',
      ),
    )
    .option('--timeout <seconds>', 'how long to wait for the outcomes', secondsOf, 120)
    .addHelpText(
      'after',
      examples(
        'wiredesk ingest story.txt --source desk',
        'WIREDESK_TOKEN=… wiredesk ingest articles/ --source desk --stack Wiredesk',
      ),
    )
    .action(ingestAction);
}

async function ingestAction(paths: string[], options: IngestOptions): Promise<void> {
  const { source, timeout } = options;
  const files = filesUnder(paths);
  const pipeline = await openPipeline(options);
  const token = options.token ?? pipeline.tokens[source];
  throwIf(await refuseUnknownSource(pipeline, source));
  if (token === undefined) {
    throw new Failure(
      `the token of source ${source} is not known on this machine`,
      'Give it in WIREDESK_TOKEN.',
      EXIT.usage,
    );
  }
  const progress = new Progress();
  const say = (text: string): void => progress.say(text);
  const api = { url: pipeline.outputs.ingestUrl, source, token };
  const sent = await send(files, api, { onSent: (count) => say(`${count} of ${files.length} files sent`) });
  await awaitOutcomes(sent, pipeline, { seconds: timeout, wait: poll, say });
  progress.end();
  const submissions = await reportOn(sent, pipeline);
  const totals = totalsOf(submissions);
  if (options.json) printJson({ submissions, totals });
  else {
    printOutcomes(submissions);
    printNotes(submissions);
  }
  if (totals['rejected'] || totals['pending']) process.exitCode = EXIT.failed;
}
