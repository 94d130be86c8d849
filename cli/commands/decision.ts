import type { Command } from 'commander';
import type { Instant } from '../../shared/domain/instant.ts';
import { ACTION_CHOICES, type ActionChoice, decisionName } from '../../shared/operations/articles/actions.ts';
import { decide } from '../../shared/operations/articles/decide.ts';
import { refusePastEnd } from '../../shared/operations/ends.ts';
import { linesOfDecided, warningOfDecided } from '../decision-lines.ts';
import { EXIT, Failure } from '../failure.ts';
import { operator } from '../operator.ts';
import { printErrors, printJson, printLines } from '../output.ts';
import { openPipeline } from '../pipeline.ts';
import { throwIf, valueOf } from '../result.ts';
import { commandWaiting } from '../waiting.ts';
import { instantOf } from './arguments.ts';
import { ARTICLE, type CommonOptions, examples, withCommonOptions } from './options.ts';

interface DecisionOptions extends CommonOptions {
  reason?: string;
  from?: string;
  for?: string;
  until?: Instant;
  lift?: boolean;
}

/** Adds a command for each decision that a person can take about an article. */
export function decisionCommands(article: Command): void {
  for (const choice of ACTION_CHOICES) decisionCommand(article, choice);
}

function decisionCommand(article: Command, { action, does, takesTarget, takesUntil }: ActionChoice): void {
  const command = withCommonOptions(article.command(action)).argument('<article>', ARTICLE).description(does);
  if (takesTarget !== undefined)
    command.requiredOption(
      `--${takesTarget} <channel|partner>`,
      'a channel, a partner, PARTNER/ALIAS, or the id of a feed',
    );
  if (takesUntil)
    command
      .option('--until <instant>', 'the new end of the embargo, with its time zone', instantOf)
      .option('--lift', 'end the embargo: the article may be published at once');
  const target = takesTarget === undefined ? '' : ` --${takesTarget} news`;
  const until = takesUntil ? ' --until 2026-04-13T13:00:00+08:00' : '';
  command
    .option('--reason <text>', 'the reason; it is kept with the decision')
    .addHelpText(
      'after',
      examples(`wiredesk article ${action} desk:2026/04/flood-warning${target}${until} --reason "…"`),
    )
    .action(async (reference: string, options: DecisionOptions) => {
      if (takesUntil) refuseUnclearEnd(options);
      const pipeline = await openPipeline(options);
      if (options.until !== undefined) {
        throwIf(refusePastEnd(options.until, pipeline.now()), 'Or use --lift to end the embargo at once.');
      }
      const name = options.from ?? options.for;
      const request = {
        article: reference,
        by: operator(),
        action,
        ...(options.reason !== undefined && { reason: options.reason }),
        ...(name !== undefined && { target: name }),
        ...(options.until !== undefined && { until: options.until }),
      };
      const decided = valueOf(await decide(pipeline, request, commandWaiting()));
      const warning = warningOfDecided(reference, decided);
      if (warning !== undefined) printErrors([`wiredesk: warning: ${warning}`]);
      if (options.json) printJson({ ...decided, warning: warning ?? null });
      else printLines(linesOfDecided(decisionName({ action, until: options.until }), decided));
    });
}

/**
 * Refuses an embargo without --until and --lift, and with both. If a person forgets --until, the embargo must not be
 * lifted, because the article might then be published.
 */
function refuseUnclearEnd({ until, lift }: DecisionOptions): void {
  if ((until !== undefined) !== (lift === true)) return;
  throw new Failure(
    lift ? '--until and --lift exclude each other' : 'the new end of the embargo is missing',
    'Give --until with an instant, or --lift, which may publish the article at once.',
    EXIT.usage,
  );
}
