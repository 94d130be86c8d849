import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { program } from '../../cli/program.ts';

export const ROOT = join(import.meta.dirname, '..', '..');

/** The pages whose commands are run, in the order in which a new user reads them. */
export const PAGES = [
  'README.md',
  'CONTRIBUTING.md',
  ...globSync('docs/*.md', { cwd: ROOT }).toSorted(),
] as readonly string[];

/** A command of a page, as the page writes it. */
export interface ShellCommand {
  page: string;
  line: number;
  text: string;
  /** Whether it is in a text and not in a block. Such a command may be without its arguments. */
  inline: boolean;
}

/** How a command in a text begins. `article show` and its like are short for `wiredesk article show`. */
const COMMAND =
  /^(?:npm|npx|(?:WIREDESK_TOKEN=\S+ )?wiredesk|aws|curl|git|printf) \S|^(?:article|feed|partner|receipt|source|local) [a-z]+(?: |$)/;

/** The commands of a page: each line of its blocks of `sh`, and the code in its texts that begins as a command. */
export function shellCommandsOf(page: string): ShellCommand[] {
  const text = readFileSync(join(ROOT, page), 'utf8');
  const lineAt = (offset: number): number => text.slice(0, offset).split('\n').length;
  const blocks = [...text.matchAll(/^```sh\n([\s\S]*?)^```/gm)].flatMap(({ 1: block = '', index }) =>
    [...block.matchAll(/(?:[^\n]*\\\n)*[^\n]+/g)].map((found) => ({
      ...{ page, inline: false, text: found[0] },
      line: lineAt(index) + 1 + block.slice(0, found.index).split('\n').length - 1,
    })),
  );
  // Blocks become blanks, so that the offsets of the texts stay.
  const texts = text.replaceAll(/^```[\s\S]*?^```/gm, (block) => block.replaceAll(/[^\n]/g, ' '));
  const inline = [...texts.matchAll(/`([^`]+)`/g)].map(({ 1: code = '', index }) => ({
    ...{ page, inline: true, text: code.replaceAll(/\s+/g, ' ') },
    line: lineAt(index),
  }));
  return [
    ...blocks.filter((found) => !found.text.startsWith('#')),
    ...inline.filter((found) => COMMAND.test(found.text)),
  ].toSorted((a, b) => a.line - b.line);
}

/** A command in a text that only names a command and perhaps its options: `wiredesk partner rotate --again`. */
const MENTION = /^(?:npx )?(?:wiredesk )?([a-z]+(?: [a-z][a-z-]*)*)((?: --[a-z-]+)*)$/;

/** The command of Wiredesk, and the options, that such a mention names; undefined if the code is no mention. */
export function mentionOf({
  text,
  inline,
}: ShellCommand): { command: Command; options: string[] } | undefined {
  const [, words, options = ''] = (inline ? MENTION.exec(text) : undefined) ?? [];
  const command = words
    ?.split(' ')
    .filter((word) => word !== 'wiredesk')
    .reduce<Command | undefined>(
      (parent, word) => parent?.commands.find((child) => child.name() === word),
      program(),
    );
  return command && { command, options: options.split(' ').filter(Boolean) };
}
