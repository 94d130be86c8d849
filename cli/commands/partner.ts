import { type Command, Option } from 'commander';
import type * as z from 'zod';
import { partnerEntry, subscriptionEntry } from '../../shared/contract/configuration.ts';
import type { Partner } from '../../shared/domain/partner.ts';
import { subscriptionStanding } from '../../shared/domain/partner.ts';
import { termsLine } from '../differences.ts';
import { EXIT, Failure } from '../failure.ts';
import { printJson, printLines, printTable } from '../output.ts';
import {
  addPartner,
  disablePartner,
  enablePartner,
  findPartner,
  listPartners,
  removePartner,
  rotateToken,
  subscribe,
  unsubscribe,
} from '../partner.ts';
import { linesOfNote, noteFor } from '../partner-note.ts';
import { openPipeline, type Pipeline } from '../pipeline.ts';
import { forgetPartnerToken, partnerTokens, rememberPartnerTokens } from '../remember-tokens.ts';
import { working } from '../wait.ts';
import { refusePast } from './arguments.ts';
import { type CommonOptions, examples, withCommonOptions } from './options.ts';

const PARTNER = 'the partner’s id';

export function partnerCommands(root: Command): void {
  const partner = root.command('partner').description('who may read which feeds, and under which terms');
  addCommand(partner);
  showCommands(partner);
  rotateCommand(partner);
  subscribeCommands(partner);
  switchCommands(partner);
}

function addCommand(partner: Command): void {
  withCommonOptions(partner.command('add'))
    .argument('<partner>', 'an id: lower-case letters, digits and hyphens')
    .requiredOption('--name <name>', 'what it is called')
    .description('a new partner, and its token: only its hash is kept, on the local cloud the token too')
    .addHelpText('after', examples('wiredesk partner add outlet --name "The Outlet"'))
    .action(async (id: string, options: CommonOptions & { name: string }) => {
      const entry = parsed(partnerEntry.pick({ id: true, name: true }), { id, name: options.name });
      const pipeline = await openPipeline(options);
      const { partner: added, token } = await addPartner(pipeline, entry, working());
      rememberPartnerTokens(pipeline, { [id]: token });
      await printNote(pipeline, added, token, options);
    });
}

function showCommands(partner: Command): void {
  withCommonOptions(partner.command('list'))
    .description('all partners and what they read')
    .addHelpText('after', examples('wiredesk partner list --json'))
    .action(async (options: CommonOptions) => {
      const pipeline = await openPipeline(options);
      const now = pipeline.now().toISOString();
      const rows = (await listPartners(pipeline)).map((one) => rowOf(one, now));
      if (options.json) return printJson(rows);
      printTable(
        ['PARTNER', 'NAME', 'STANDING', 'READS'],
        rows.map(({ partner: id, name, standing, subscriptions }) => [
          id,
          name,
          standing,
          subscriptions.map(({ alias, terms, standing: at }) => `${alias}: ${terms}${MARKS[at]}`).join('; '),
        ]),
      );
    });
  withCommonOptions(partner.command('show'))
    .argument('<partner>', PARTNER)
    .description('a note to send to a partner: addresses, formats, limits; the token on the local cloud only')
    .addHelpText('after', examples('wiredesk partner show outlet'))
    .action(async (id: string, options: CommonOptions) => {
      const pipeline = await openPipeline(options);
      await printNote(pipeline, await findPartner(pipeline, id), partnerTokens(pipeline)[id], options);
    });
}

function rotateCommand(partner: Command): void {
  withCommonOptions(partner.command('rotate'))
    .argument('<partner>', PARTNER)
    .addOption(new Option('--now', 'every older token stops at once, and not after a day').conflicts('again'))
    .option('--again', 'the token of the last rotation was lost: it goes, and the one before keeps its time')
    .description(
      'a new token beside the old one, which stays good for a day; a second rotation in that day wants --again or --now',
    )
    .addHelpText('after', examples('wiredesk partner rotate outlet', 'wiredesk partner rotate outlet --now'))
    .action(async (id: string, options: CommonOptions & { now?: boolean; again?: boolean }) => {
      const pipeline = await openPipeline(options);
      const rotation = options.now ? 'now' : options.again ? 'again' : 'beside';
      const rotated = await rotateToken(pipeline, id, rotation, working());
      rememberPartnerTokens(pipeline, { [id]: rotated.token });
      await printNote(pipeline, rotated.partner, rotated.token, options);
      if (rotated.oldUntil !== null && !options.json)
        printLines(['', `The old token is good until ${rotated.oldUntil}.`]);
    });
}

interface Terms extends CommonOptions {
  alias: string;
  channel?: string;
  delay?: string;
  territory?: string;
  until?: string;
}

function subscribeCommands(partner: Command): void {
  withCommonOptions(partner.command('subscribe'))
    .argument('<partner>', PARTNER)
    .requiredOption('--alias <alias>', 'last step of the address; with one it has, its terms change')
    .option('--channel <channel>', 'what it reads')
    .option('--delay <duration>', 'how long after its release a story shows, such as PT2H; PT0M: at once')
    .option('--territory <codes>', 'countries it is read in, such as TW,HK; any: anywhere')
    .option('--until <end>', 'a day, or an instant with its zone, at which it ends; never: no end')
    .description(
      'let a partner read a channel, or change terms: those not named stay, and so does the address',
    )
    .addHelpText(
      'after',
      examples('wiredesk partner subscribe outlet --alias top --channel news --delay PT2H --territory TW,HK'),
    )
    .action(async (id: string, options: Terms) => {
      const { alias, channel, delay, territory, until } = options;
      // What is not named is not checked: any channel will do to look at the rest.
      const entry = parsed(subscriptionEntry, {
        ...{ alias, channel: channel ?? 'any' },
        ...(delay !== undefined && { delay }),
        ...(territory !== undefined && territory !== 'any' && { territory: territory.split(/\s*,\s*/) }),
        ...(until !== undefined && until !== 'never' && { until }),
      });
      const pipeline = await openPipeline(options);
      if (entry.until !== undefined) {
        refusePast(entry.until, pipeline.now(), '"wiredesk partner unsubscribe" ends it at once.');
      }
      const terms = {
        ...(channel !== undefined && { channel }),
        ...(entry.delay !== undefined && { delayMinutes: entry.delay }),
        ...(territory !== undefined && { territory: entry.territory }),
        ...(until !== undefined && { until: entry.until ?? null }),
      };
      const after = await subscribe(pipeline, id, alias, terms, working());
      await printNote(pipeline, after, partnerTokens(pipeline)[id], options);
    });
  withCommonOptions(partner.command('unsubscribe'))
    .argument('<partner>', PARTNER)
    .argument('<alias>', 'the subscription')
    .description('a partner reads a channel no longer')
    .addHelpText('after', examples('wiredesk partner unsubscribe outlet top'))
    .action(async (id: string, alias: string, options: CommonOptions) => {
      const pipeline = await openPipeline(options);
      const after = await unsubscribe(pipeline, id, alias, working());
      if (options.json) printJson(rowOf(after, pipeline.now().toISOString()));
      else printLines([`/p/${id}/${alias} answers 404 from now on`]);
    });
}

function switchCommands(partner: Command): void {
  const switches = [
    [
      'disable',
      disablePartner,
      'a partner reads nothing for now; what it had stays',
      'answers 401 from now on',
    ],
    ['enable', enablePartner, 'a partner that was disabled reads again', 'may read again'],
  ] as const;
  for (const [name, run, does, says] of switches) {
    withCommonOptions(partner.command(name))
      .argument('<partner>', PARTNER)
      .description(does)
      .addHelpText('after', examples(`wiredesk partner ${name} outlet`))
      .action(async (id: string, options: CommonOptions) => {
        const pipeline = await openPipeline(options);
        const after = await run(pipeline, id, working());
        if (options.json) printJson(rowOf(after, pipeline.now().toISOString()));
        else printLines([`${id} ${says}`]);
      });
  }
  withCommonOptions(partner.command('remove'))
    .argument('<partner>', PARTNER)
    .description('forget a partner; its addresses answer 401')
    .addHelpText('after', examples('wiredesk partner remove outlet'))
    .action(async (id: string, options: CommonOptions) => {
      const pipeline = await openPipeline(options);
      await removePartner(pipeline, id, working());
      forgetPartnerToken(pipeline, id);
      if (options.json) printJson({ partner: id, removed: true });
      else printLines([`${id} is removed`]);
    });
}

const MARKS = { open: '', ending: ' (ends soon)', ended: ' (has ended)' } as const;

function rowOf({ id, name, disabled, tokens, subscriptions }: Partner, now: string) {
  return {
    partner: id,
    name,
    standing: disabled === undefined ? 'active' : `disabled since ${disabled}`,
    tokens: tokens.map(({ created, until }) => ({ created, until: until ?? null })),
    subscriptions: subscriptions.map((one) => ({
      ...one,
      terms: termsLine(one),
      standing: subscriptionStanding(one, now),
    })),
  };
}

async function printNote(
  pipeline: Pipeline,
  partner: Partner,
  token: string | undefined,
  { json }: CommonOptions,
): Promise<void> {
  const configuration = await pipeline.configuration.current();
  const note = noteFor(
    partner,
    token,
    configuration?.channels ?? [],
    configuration?.feedsUrl ?? pipeline.outputs.feedsUrl,
    pipeline.now().toISOString(),
  );
  if (json) printJson(note);
  else printLines(linesOfNote(note));
}

/** What is no option, by what the schema calls it. */
const ARGUMENTS: ReadonlyMap<PropertyKey, string> = new Map([['id', '<partner>']]);

/** The value, or a Failure that says which option is wrong and why. */
function parsed<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const problems = result.error.issues.map(
    ({ path: [name = ''], message }) => `${ARGUMENTS.get(name) ?? `--${String(name)}`}: ${message}`,
  );
  throw new Failure(problems.join('\n'), 'See --help. Nothing was changed.', EXIT.usage);
}
