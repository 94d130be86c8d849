import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bare } from './page-script.ts';
import { mentionOf, PAGES, ROOT, shellCommandsOf } from './shell-commands.ts';
import { ANSWERS, BEFORE, NOT_RUN } from './walkthrough.ts';

/** Checks what can be checked of the commands of the pages without running them. */
const commands = PAGES.flatMap(shellCommandsOf);
const at = ({ page, line, text }: (typeof commands)[number]): string => `${page}:${line}: ${text}`;

const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};

test('every command that a text of the pages mentions has the options that the text gives it', () => {
  const wrong = commands.filter((command) => {
    const mention = mentionOf(command);
    const known = mention?.command.options.map(({ long }) => long) ?? [];
    return mention?.options.some((option) => !known.includes(option)) ?? false;
  });
  expect(wrong.map(at)).toEqual([]);
});

test('every script and every benchmark that the pages name exists', () => {
  const wrong = commands.filter((command) => {
    const [, script, bench] = /^npm run ([\w:]+)(?: -- ([\w-]+))?/.exec(bare(command)) ?? [];
    if (script === undefined) return false;
    const isMissing = bench !== undefined && globSync(`bench/${bench}.ts`, { cwd: ROOT }).length === 0;
    return scripts[script] === undefined || isMissing;
  });
  expect(wrong.map(at)).toEqual([]);
});

test('every entry of the tables of the walkthrough is for a command of the pages', () => {
  const texts = commands.map(bare);
  const unused = [...NOT_RUN, ...BEFORE, ...ANSWERS].filter(
    ({ command }) => !texts.some((text) => command.test(text)),
  );
  expect(unused.map(({ command }) => String(command))).toEqual([]);
});
