import { type Command, Option } from 'commander';
import { partnerIdFrom } from '../../shared/operations/partners/find-partner.ts';
import { rotateToken, type Rotation } from '../../shared/operations/partners/tokens.ts';
import { printLines } from '../output.ts';
import { openPipeline } from '../pipeline.ts';
import { rememberPartnerTokens } from '../remember-tokens.ts';
import { valueOf } from '../result.ts';
import { commandWaiting } from '../waiting.ts';
import { type CommonOptions, examples, withCommonOptions } from './options.ts';
import { PARTNER, printNote } from './partner-options.ts';

export function rotateCommand(partner: Command): void {
  withCommonOptions(partner.command('rotate'))
    .argument('<partner>', PARTNER)
    .addOption(new Option('--now', 'end every older token at once, not after a day').conflicts('again'))
    .option(
      '--again',
      'replace the newest token because it was lost; the token before it stays valid until its end',
    )
    .description(
      'make a new token; the old token stays valid for a day. During that day a second rotation needs --again or --now',
    )
    .addHelpText('after', examples('wiredesk partner rotate outlet', 'wiredesk partner rotate outlet --now'))
    .action(async (id: string, options: CommonOptions & { now?: boolean; again?: boolean }) => {
      const pipeline = await openPipeline(options);
      const rotation: Rotation = options.now ? 'now' : options.again ? 'again' : 'beside';
      const request = { id: valueOf(partnerIdFrom(id)), rotation };
      const rotated = valueOf(await rotateToken(pipeline, request, commandWaiting()));
      rememberPartnerTokens(pipeline, { [id]: rotated.token });
      await printNote(pipeline, rotated, options);
      if (rotated.oldUntil !== null && !options.json)
        printLines(['', `The old token is valid until ${rotated.oldUntil}.`]);
    });
}
