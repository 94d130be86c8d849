import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { LocalStack } from './local-stack.ts';
import { mentionOf, ROOT, type ShellCommand, shellCommandsOf } from './shell-commands.ts';
import { ANSWERS, BEFORE, NOT_RUN, runnable, VALUES, withValues } from './walkthrough.ts';

/** The commands of the pages, as functions of bash: those of this project, with its Node. */
const FUNCTIONS = `
set -o pipefail
wiredesk() { "${process.execPath}" "${join(ROOT, 'cli', 'wiredesk.ts')}" "$@"; }
aws() { "${process.execPath}" "${join(ROOT, 'test', 'docs', 'aws.ts')}" "$@"; }
npx() { "$@"; }
npm() {
  if [ "$1" = start ]; then shift; [ "$1" = -- ] && shift; "${process.execPath}" "${join(ROOT, 'cli', 'start.ts')}" "$@"
  else command npm --prefix "${ROOT}" "$@"; fi
}
curl() { command curl --silent --show-error --fail-with-body "$@"; }
`;

/** A line that no command prints, before and after the output of each command. */
const MARK = '@@wiredesk-docs@@';

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/**
 * The commands of a page that are run: those that are no mention and not in NOT_RUN. A command that the page repeats is
 * run once, unless it looks at another queue each time.
 */
export function commandsToRun(page: string): ShellCommand[] {
  const found = shellCommandsOf(page).filter(
    (command) =>
      mentionOf(command) === undefined && !NOT_RUN.some((entry) => entry.command.test(bare(command))),
  );
  const texts = found.map(bare);
  return found.filter(
    (_, at) => texts[at]?.includes('$DLQ') === true || texts.indexOf(texts[at] ?? '') === at,
  );
}

/** The command without the comment at its end. */
export const bare = ({ text }: Pick<ShellCommand, 'text'>): string => text.replace(/\s+# .*$/, '').trim();

/**
 * Runs the commands of a page in one shell, in the order of the page, and returns those that did not answer as they
 * must, each with its page and line.
 */
export async function failuresOf(page: string, { folder, env, values }: LocalStack): Promise<string[]> {
  const known = { ...VALUES, ...values };
  const commands = commandsToRun(page);
  const script = commands.map((command, at) => {
    const before = BEFORE.filter((entry) => entry.page === page && entry.command.test(command.text));
    const steps = before.flatMap(({ run }) => run).map((step) => withValues(step, known));
    return [
      `echo; echo "${MARK} before ${at}"`,
      ...steps.map((step) => `eval ${quoted(step)} || echo "${MARK} failed ${at}"`),
      `echo; echo "${MARK} begin ${at}"; start=$SECONDS; eval ${quoted(runnable({ ...command, text: bare(command) }, known))}; ` +
        `status=$?; echo; echo "${MARK} end $status after $((SECONDS - start)) s"`,
    ].join('\n');
  });
  const child = spawn('bash', ['-s'], {
    cwd: folder,
    env: { ...process.env, WIREDESK_STATE: undefined, ...env },
  });
  child.stdin.end([FUNCTIONS, '{', ...script, '} </dev/null 2>&1', ''].join('\n'));
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  await new Promise((resolve) => child.on('close', resolve));
  return commands.flatMap((command, at) => {
    const [, before = '', printed = '', status = 'none', seconds = ''] =
      new RegExp(
        `${MARK} before ${at}\\n([\\s\\S]*?)\\n${MARK} begin ${at}\\n([\\s\\S]*?)\\n${MARK} end (\\d+) after (\\d+) s`,
      ).exec(output) ?? [];
    const answer = ANSWERS.find((entry) => entry.command.test(bare(command)));
    const isRight =
      status === String(answer?.status ?? 0) &&
      (answer?.prints.test(printed) ?? true) &&
      !before.includes(`${MARK} failed`);
    if (process.env['WIREDESK_DOCS'] === 'verbose')
      process.stdout.write(
        `\n# ${page}:${command.line} (${seconds} s) ${command.text}\n${before}\n${printed}\n`,
      );
    return isRight
      ? []
      : [`${page}:${command.line}: ${command.text}\nended with ${status} and printed\n${before}\n${printed}`];
  });
}
