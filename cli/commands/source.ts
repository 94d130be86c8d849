import { type Command, Option } from 'commander';
import { listSources } from '../../shared/operations/access/change-source.ts';
import { rotateSource } from '../../shared/operations/access/rotate-source.ts';
import { type ShownSource, showSource } from '../../shared/operations/access/show-source.ts';
import { sourceRow } from '../../shared/operations/access/source-row.ts';
import { disableSource, enableSource } from '../../shared/operations/access/switch-source.ts';
import type { Rotation } from '../../shared/operations/rotation.ts';
import { printJson, printLines, printTable } from '../output.ts';
import { openPipeline } from '../pipeline.ts';
import { rememberSourceTokens } from '../remember-tokens.ts';
import { valueOf } from '../result.ts';
import { type CommonOptions, examples, withCommonOptions } from './options.ts';

const SOURCE = 'the source’s id';

export function sourceCommands(root: Command): void {
  const source = root.command('source').description('see who sends articles, and rotate their tokens');
  listCommand(source);
  showCommand(source);
  rotateCommand(source);
  for (const one of SWITCHES) switchCommand(source, one);
}

function listCommand(source: Command): void {
  withCommonOptions(source.command('list'))
    .description('list the sources and their tokens, without the tokens themselves')
    .addHelpText('after', examples('wiredesk source list'))
    .action(async (options: CommonOptions) => {
      const pipeline = await openPipeline(options);
      const rows = (await listSources(pipeline)).map((listed) => sourceRow(listed, pipeline.now()));
      if (options.json) return printJson(rows);
      printTable(
        ['SOURCE', 'STANDING', 'ORDER', 'LANGUAGE', 'TOKENS'],
        rows.map(({ source: id, standing, order, language, tokens }) => [
          id,
          standing,
          order,
          language,
          tokens.map(({ until }) => (until === null ? 'one' : `one until ${until}`)).join(', '),
        ]),
      );
    });
}

function showCommand(source: Command): void {
  withCommonOptions(source.command('show'))
    .argument('<source>', SOURCE)
    .description('show a source, its quota, and when each of its tokens was made and ends')
    .addHelpText('after', examples('wiredesk source show desk'))
    .action(async (id: string, options: CommonOptions) => {
      const pipeline = await openPipeline(options);
      const shown = valueOf(await showSource(pipeline, id));
      if (options.json) printJson(shown);
      else printLines(linesOf(shown));
    });
}

const linesOf = ({ source, standing, order, language, link, tokens, ...shown }: ShownSource): string[] => [
  `${source}  ${standing}  order: ${order}  language: ${language}`,
  ...(link === null ? [] : [`links: ${link}`]),
  `submissions: ${shown.used} of ${shown.quota} since ${shown.since}`,
  ...tokens.map(
    ({ hash, created, until }) =>
      `token ${hash}… made ${created ?? 'by an early version'}${until === null ? '' : `, valid until ${until}`}`,
  ),
  ...(tokens.length === 0 ? ['no token: "wiredesk source rotate" makes one'] : []),
];

function rotateCommand(source: Command): void {
  withCommonOptions(source.command('rotate'))
    .argument('<source>', SOURCE)
    .addOption(new Option('--now', 'end every older token at once, not after a day').conflicts('again'))
    .option(
      '--again',
      'replace the newest token because it was lost; the token before it stays valid until its end',
    )
    .description(
      'make a new token; the old token stays valid for a day. During that day a second rotation needs --again or --now',
    )
    .addHelpText('after', examples('wiredesk source rotate desk', 'wiredesk source rotate desk --now'))
    .action(async (id: string, options: CommonOptions & { now?: boolean; again?: boolean }) => {
      const pipeline = await openPipeline(options);
      const rotation: Rotation = options.now ? 'now' : options.again ? 'again' : 'beside';
      const { token, oldUntil } = valueOf(await rotateSource(pipeline, { id, rotation }));
      rememberSourceTokens(pipeline, { [id]: token });
      if (options.json) return printJson({ source: id, token, oldUntil });
      printLines([
        `token of source ${id}, shown only now: ${token}`,
        oldUntil === null ? 'Every older token has ended.' : `The old token is valid until ${oldUntil}.`,
      ]);
    });
}

/** Commands that switch a source off and on, what they do, and what they print after the source's id. */
const SWITCHES = [
  {
    name: 'disable',
    run: disableSource,
    does: 'refuse all requests of a source for now; its articles stay in the feeds',
    prints: 'cannot send anything from now on (401); its articles stay in the feeds',
  },
  {
    name: 'enable',
    run: enableSource,
    does: 'let a source that was disabled send again, with the tokens that it had',
    prints: 'may send again',
  },
] as const;

function switchCommand(source: Command, { name, run, does, prints }: (typeof SWITCHES)[number]): void {
  withCommonOptions(source.command(name))
    .argument('<source>', SOURCE)
    .description(does)
    .addHelpText('after', examples(`wiredesk source ${name} desk`))
    .action(async (id: string, options: CommonOptions) => {
      const pipeline = await openPipeline(options);
      const after = valueOf(await run(pipeline, id));
      if (options.json) printJson(sourceRow(after, pipeline.now()));
      else printLines([`${id} ${prints}`]);
    });
}
