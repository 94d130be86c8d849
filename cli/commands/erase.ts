import type { Command } from 'commander';
import { erase } from '../../shared/operations/erasure/erase.ts';
import { namesInLine } from '../../shared/operations/apply/names-in-line.ts';
import { type Erasure, planErasure } from '../../shared/operations/erasure/plan-erasure.ts';
import { EXIT, Failure } from '../failure.ts';
import { operator } from '../operator.ts';
import { ask, printErrors, printJson, printLines } from '../output.ts';
import { openPipeline } from '../pipeline.ts';
import { Progress } from '../progress.ts';
import { valueOf } from '../result.ts';
import { pause, poll } from '../waiting.ts';
import { secondsOf } from './arguments.ts';
import { ARTICLE, type CommonOptions, examples, withCommonOptions } from './options.ts';

interface EraseOptions extends CommonOptions {
  reason: string;
  yes?: boolean;
  dryRun?: boolean;
  seconds: number;
}

export function eraseCommand(root: Command): void {
  withCommonOptions(root.command('erase'))
    .argument('<article>', ARTICLE)
    .description('remove an article’s bytes everywhere and permanently; a tombstone without contents stays')
    .requiredOption('--reason <text>', 'the reason; it stays with the tombstone, so do not quote the article')
    .option('--yes', 'do not ask for confirmation')
    .option('--dry-run', 'show what would be removed, and change nothing')
    .option('--seconds <n>', 'how long the feeds may take to remove the article', secondsOf, 300)
    .addHelpText(
      'after',
      examples(
        'wiredesk erase desk:2026/04/flood-warning --reason "court order 12/26" --dry-run',
        'wiredesk erase desk:2026/04/flood-warning --reason "court order 12/26" --yes',
      ),
    )
    .action(eraseAction);
}

async function eraseAction(article: string, options: EraseOptions): Promise<void> {
  const { reason, seconds } = options;
  const pipeline = await openPipeline(options);
  const planned = valueOf(await planErasure(pipeline, article));
  if (options.dryRun) {
    printErasure('would be removed', planned, options);
    return;
  }
  if (!options.yes) await confirm(planned);
  const progress = new Progress();
  const waiting = { seconds, pause, wait: poll, say: (text: string) => progress.say(text) };
  const result = await erase(pipeline, { article, reason, by: operator() }, waiting).finally(() =>
    progress.end(),
  );
  const erased = valueOf(result);
  printErasure('removed', erased, options);
  if (erased.unread.length > 0) {
    throw new Failure(
      `${erased.unread.length} submissions of the source have no outcome yet and may contain the article: ${erased.unread.join(', ')}`,
      'Make sure that they are read (docs/operations.md, "Dead letters in normalise"), then run the same command again.',
    );
  }
}

function printErasure(what: string, erasure: Erasure, { json }: CommonOptions): void {
  if (json) printJson(erasure);
  else printLines(linesOf(what, erasure));
}

function linesOf(what: string, erasure: Erasure): string[] {
  const { uri, standing, revisions, contents, submissions, shared, feeds } = erasure;
  return [
    `${uri}  ${standing}`,
    `${what}: ${revisions} revisions, ${contents} stored texts, and the article in ${submissions} submissions`,
    `${shared} of these submissions contain other articles, which stay; the article was sent to ${feeds.length} feeds`,
    ...(feeds.length === 0
      ? []
      : [`feeds: ${namesInLine(feeds)}; "wiredesk article reach" says who could read it`]),
  ];
}

/**
 * Asks the person at the terminal to confirm the erasure. A script must pass --yes, so that no accident erases
 * anything.
 */
async function confirm(planned: Erasure): Promise<void> {
  const lines = linesOf('would be removed', planned);
  if (!process.stdin.isTTY) {
    throw new Failure(
      ['nothing was erased', ...lines],
      'Give --yes to erase without being asked.',
      EXIT.usage,
    );
  }
  printErrors(lines);
  const answer = await ask('This cannot be undone. Type "erase" to continue:');
  if (answer !== 'erase') throw new Failure('nothing was erased', undefined, EXIT.usage);
}
