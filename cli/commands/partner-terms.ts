import type { Command } from 'commander';
import { subscriptionEntry } from '../../shared/contract/configuration.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import { refusePastEnd } from '../../shared/operations/ends.ts';
import { partnerIdFrom } from '../../shared/operations/partners/find-partner.ts';
import { partnerRow } from '../../shared/operations/partners/partner-row.ts';
import { subscribe, type TermsChange, unsubscribe } from '../../shared/operations/partners/subscriptions.ts';
import { printJson, printLines } from '../output.ts';
import { openPipeline } from '../pipeline.ts';
import { partnerTokens } from '../remember-tokens.ts';
import { throwIf, valueOf } from '../result.ts';
import { commandWaiting } from '../waiting.ts';
import { type CommonOptions, examples, withCommonOptions } from './options.ts';
import { parsedOptions, PARTNER, printNote } from './partner-options.ts';

interface TermsOptions extends CommonOptions {
  alias: string;
  channel?: string;
  delay?: string;
  territory?: string;
  until?: Instant;
}

export function subscriptionCommands(partner: Command): void {
  subscribeCommand(partner);
  unsubscribeCommand(partner);
}

function subscribeCommand(partner: Command): void {
  withCommonOptions(partner.command('subscribe'))
    .argument('<partner>', PARTNER)
    .requiredOption(
      '--alias <alias>',
      'the name of the subscription in its address; an alias that exists gets new terms',
    )
    .option('--channel <channel>', 'the channel to read')
    .option('--delay <duration>', 'how long after its release a story appears, such as PT2H; PT0M: at once')
    .option('--territory <codes>', 'countries where the feed is read, such as TW,HK; any: everywhere')
    .option(
      '--until <end>',
      'the end of the subscription: a day, or an instant with its time zone; never: no end',
    )
    .description(
      'let a partner read a channel, or change the terms; the address and the terms that are not given stay the same',
    )
    .addHelpText(
      'after',
      examples('wiredesk partner subscribe outlet --alias top --channel news --delay PT2H --territory TW,HK'),
    )
    .action(async (id: string, options: TermsOptions) => {
      const terms = termsIn(options);
      const pipeline = await openPipeline(options);
      if (terms.until !== undefined && terms.until !== null) {
        throwIf(
          refusePastEnd(terms.until, pipeline.now()),
          'Or use "wiredesk partner unsubscribe" to end the subscription at once.',
        );
      }
      const { alias } = options;
      const request = { id: valueOf(partnerIdFrom(id)), alias, terms };
      const after = valueOf(await subscribe(pipeline, request, commandWaiting()));
      await printNote(pipeline, { partner: after, token: partnerTokens(pipeline)[id] }, options);
    });
}

/** The terms in the options. `any` and `never` are values of options only; the schema does not know them. */
function termsIn({ alias, channel, delay, territory, until }: TermsOptions): TermsChange {
  const entry = parsedOptions(subscriptionEntry, {
    alias,
    // The schema requires a channel. Without the option, `any` only satisfies the schema and is not used.
    channel: channel ?? 'any',
    ...(delay !== undefined && { delay }),
    ...(territory !== undefined && territory !== 'any' && { territory: territory.split(/\s*,\s*/) }),
    ...(until !== undefined && until !== 'never' && { until }),
  });
  return {
    ...(channel !== undefined && { channel }),
    ...(entry.delay !== undefined && { delayMinutes: entry.delay }),
    ...(territory !== undefined && { territory: entry.territory }),
    ...(until !== undefined && { until: entry.until ?? null }),
  };
}

function unsubscribeCommand(partner: Command): void {
  withCommonOptions(partner.command('unsubscribe'))
    .argument('<partner>', PARTNER)
    .argument('<alias>', 'the subscription')
    .description('end a subscription of a partner')
    .addHelpText('after', examples('wiredesk partner unsubscribe outlet top'))
    .action(async (id: string, alias: string, options: CommonOptions) => {
      const pipeline = await openPipeline(options);
      const request = { id: valueOf(partnerIdFrom(id)), alias };
      const after = valueOf(await unsubscribe(pipeline, request, commandWaiting()));
      if (options.json) printJson(partnerRow(after, pipeline.now()));
      else printLines([`/p/${id}/${alias} answers 404 from now on`]);
    });
}
