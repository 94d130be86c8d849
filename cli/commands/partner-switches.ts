import type { Command } from 'commander';
import { partnerIdFrom } from '../../shared/operations/partners/find-partner.ts';
import {
  disablePartner,
  enablePartner,
  removePartner,
} from '../../shared/operations/partners/manage-partners.ts';
import { partnerRow } from '../../shared/operations/partners/partner-row.ts';
import { printJson, printLines } from '../output.ts';
import { openPipeline } from '../pipeline.ts';
import { removePartnerToken } from '../remember-tokens.ts';
import { valueOf } from '../result.ts';
import { commandWaiting } from '../waiting.ts';
import { type CommonOptions, examples, withCommonOptions } from './options.ts';
import { PARTNER } from './partner-options.ts';

/** Commands that switch a partner off and on, what they do, and what they print after the partner's id. */
const SWITCHES = [
  {
    name: 'disable',
    run: disablePartner,
    does: 'let a partner read nothing for now; its subscriptions stay',
    prints: 'cannot read any feed from now on (401)',
  },
  {
    name: 'enable',
    run: enablePartner,
    does: 'let a partner that was disabled read again',
    prints: 'may read again',
  },
] as const;

export function switchCommands(partner: Command): void {
  for (const { name, run, does, prints } of SWITCHES) {
    withCommonOptions(partner.command(name))
      .argument('<partner>', PARTNER)
      .description(does)
      .addHelpText('after', examples(`wiredesk partner ${name} outlet`))
      .action(async (id: string, options: CommonOptions) => {
        const pipeline = await openPipeline(options);
        const after = valueOf(await run(pipeline, valueOf(partnerIdFrom(id)), commandWaiting()));
        if (options.json) printJson(partnerRow(after, pipeline.now()));
        else printLines([`${id} ${prints}`]);
      });
  }
  withCommonOptions(partner.command('remove'))
    .argument('<partner>', PARTNER)
    .description('remove a partner; its addresses answer 401')
    .addHelpText('after', examples('wiredesk partner remove outlet'))
    .action(async (id: string, options: CommonOptions) => {
      const pipeline = await openPipeline(options);
      valueOf(await removePartner(pipeline, valueOf(partnerIdFrom(id)), commandWaiting()));
      removePartnerToken(pipeline, id);
      if (options.json) printJson({ partner: id, removed: true });
      else printLines([`${id} is removed`]);
    });
}
