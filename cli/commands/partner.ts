import type { Command } from 'commander';
import { partnerEntry } from '../../shared/contract/configuration.ts';
import { findPartner, listPartners, partnerIdFrom } from '../../shared/operations/partners/find-partner.ts';
import { addPartner } from '../../shared/operations/partners/manage-partners.ts';
import { partnerRow } from '../../shared/operations/partners/partner-row.ts';
import { printJson, printTable } from '../output.ts';
import { openPipeline } from '../pipeline.ts';
import { partnerTokens, rememberPartnerTokens } from '../remember-tokens.ts';
import { valueOf } from '../result.ts';
import { commandWaiting } from '../waiting.ts';
import { type CommonOptions, examples, withCommonOptions } from './options.ts';
import { parsedOptions, PARTNER, printNote } from './partner-options.ts';
import { switchCommands } from './partner-switches.ts';
import { subscriptionCommands } from './partner-terms.ts';
import { rotateCommand } from './partner-token.ts';

export function partnerCommands(root: Command): void {
  const partner = root.command('partner').description('decide who may read which feeds, and on which terms');
  addCommand(partner);
  listCommand(partner);
  showCommand(partner);
  rotateCommand(partner);
  subscriptionCommands(partner);
  switchCommands(partner);
}

function addCommand(partner: Command): void {
  withCommonOptions(partner.command('add'))
    .argument('<partner>', 'an id: lower-case letters, digits and hyphens')
    .requiredOption('--name <name>', 'the name of the partner')
    .description(
      'add a partner and make its token; only the hash of the token is stored, on the local cloud also the token',
    )
    .addHelpText('after', examples('wiredesk partner add outlet --name "The Outlet"'))
    .action(async (id: string, options: CommonOptions & { name: string }) => {
      const entry = parsedOptions(partnerEntry.pick({ id: true, name: true }), { id, name: options.name });
      const pipeline = await openPipeline(options);
      const { partner: added, token } = valueOf(await addPartner(pipeline, entry, commandWaiting()));
      rememberPartnerTokens(pipeline, { [id]: token });
      await printNote(pipeline, { partner: added, token }, options);
    });
}

const MARKS = { open: '', ending: ' (ends soon)', ended: ' (has ended)' } as const;

function listCommand(partner: Command): void {
  withCommonOptions(partner.command('list'))
    .description('list the partners and what they read')
    .addHelpText('after', examples('wiredesk partner list --json'))
    .action(async (options: CommonOptions) => {
      const pipeline = await openPipeline(options);
      const now = pipeline.now();
      const rows = (await listPartners(pipeline)).map((listed) => partnerRow(listed, now));
      if (options.json) return printJson(rows);
      printTable(
        ['PARTNER', 'NAME', 'STANDING', 'READS'],
        rows.map(({ partner: id, name, standing, subscriptions }) => [
          id,
          name,
          standing,
          subscriptions
            .map(
              (subscription) => `${subscription.alias}: ${subscription.terms}${MARKS[subscription.standing]}`,
            )
            .join('; '),
        ]),
      );
    });
}

function showCommand(partner: Command): void {
  withCommonOptions(partner.command('show'))
    .argument('<partner>', PARTNER)
    .description(
      'print a note to send to a partner: addresses, formats, limits, and on the local cloud the token',
    )
    .addHelpText('after', examples('wiredesk partner show outlet'))
    .action(async (id: string, options: CommonOptions) => {
      const pipeline = await openPipeline(options);
      const found = valueOf(await findPartner(pipeline, valueOf(partnerIdFrom(id))));
      await printNote(pipeline, { partner: found, token: partnerTokens(pipeline)[id] }, options);
    });
}
