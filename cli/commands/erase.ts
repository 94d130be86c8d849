import { createInterface } from 'node:readline/promises';
import type { Command } from 'commander';
import { type Erasure, erase, planErasure } from '../erase.ts';
import { EXIT, Failure } from '../failure.ts';
import { printJson, printLines, Progress } from '../output.ts';
import { openPipeline } from '../pipeline.ts';
import { ARTICLE } from './article.ts';
import { secondsOf } from './arguments.ts';
import { type CommonOptions, examples, withCommonOptions } from './options.ts';

interface EraseCommandOptions extends CommonOptions {
  reason: string;
  yes?: boolean;
  dryRun?: boolean;
  seconds: number;
}

export function eraseCommand(root: Command): void {
  withCommonOptions(root.command('erase'))
    .argument('<article>', ARTICLE)
    .description('remove an article’s bytes everywhere, for good; a tombstone without contents stays')
    .requiredOption('--reason <text>', 'why; it stays with the tombstone, so do not quote the article')
    .option('--yes', 'do not ask')
    .option('--dry-run', 'say what would go, and change nothing')
    .option('--seconds <n>', 'how long its feeds may take to let it go', secondsOf, 300)
    .addHelpText(
      'after',
      examples(
        'wiredesk erase desk:2026/04/flood-warning --reason "court order 12/26" --dry-run',
        'wiredesk erase desk:2026/04/flood-warning --reason "court order 12/26" --yes',
      ),
    )
    .action(async (id: string, options: EraseCommandOptions) => {
      const pipeline = await openPipeline(options);
      const planned = await planErasure(pipeline, id);
      if (options.dryRun) return options.json ? printJson(planned) : printLines(linesOf('would go', planned));
      if (!options.yes) await ask(planned);
      const progress = new Progress();
      const done = await erase(pipeline, id, {
        ...options,
        say: (text) => progress.say(text),
        pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
      }).finally(() => progress.end());
      if (options.json) printJson(done);
      else printLines(linesOf('gone', done));
      if (done.unread.length > 0) {
        throw new Failure(
          `${done.unread.length} submissions of the source have no outcome, so they may carry it: ${done.unread.join(', ')}`,
          'See that they are read (docs/operations.md, "Dead letters in normalise"), and run the same command again.',
        );
      }
    });
}

function linesOf(what: string, erasure: Erasure): string[] {
  const { uri, standing, revisions, contents, submissions, shared, feeds } = erasure;
  return [
    `${uri}  ${standing}`,
    `${what}: ${revisions} revisions, ${contents} contents, its words in ${submissions} submissions`,
    `${shared} of these have other articles in them, which stay; it was sent to ${feeds.length} feeds`,
  ];
}

/** Nobody erases by accident: a person is asked, and a script has to say --yes. */
async function ask(planned: Erasure): Promise<void> {
  const lines = linesOf('would go', planned).join('\n');
  if (!process.stdin.isTTY) {
    throw new Failure(`nothing was erased\n${lines}`, 'Say --yes to erase without being asked.', EXIT.usage);
  }
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await terminal.question(`${lines}\nThis cannot be undone. Type "erase" to go on: `);
  terminal.close();
  if (answer.trim() !== 'erase') throw new Failure('nothing was erased', undefined, EXIT.usage);
}
