import { createInterface } from 'node:readline/promises';
import { visibleJson, visibleLine } from '../shared/contract/visible-text.ts';
import { width } from './columns.ts';

/**
 * Everything that commands print. No other file of this folder writes to the terminal. What is printed contains text
 * of strangers, such as headlines, reasons and ids, so each line goes through `visibleLine`.
 */

/** JSON for scripts. */
export function printJson(value: unknown): void {
  process.stdout.write(`${visibleJson(value)}\n`);
}

/** Lines for people. A line end inside a line is shown as an escape. */
export function printLines(lines: readonly string[]): void {
  for (const line of lines) process.stdout.write(`${visibleLine(line)}\n`);
}

/** Each column is as wide as its widest cell. */
export function printTable(header: readonly string[], rows: readonly (readonly string[])[]): void {
  const shown = [header, ...rows].map((row) => row.map(visibleLine));
  const widths = header.map((_, column) => Math.max(...shown.map((row) => width(row[column] ?? ''))));
  for (const row of shown) {
    const cells = row.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - width(cell)));
    process.stdout.write(`${cells.join('  ').trimEnd()}\n`);
  }
}

/** Lines on stderr: errors, warnings and the log of the local cloud. They never mix with the command's output. */
export function printErrors(lines: readonly string[]): void {
  for (const line of lines) process.stderr.write(`${visibleLine(line)}\n`);
}

/** Whether stderr is a terminal, on which a line can be written again. */
export const onTerminal = (): boolean => process.stderr.isTTY;

/** Writes a line of a terminal again. An empty text removes the line. */
export function rewriteLine(text: string): void {
  process.stderr.write(`\r\u001B[K${visibleLine(text)}`);
}

/** Asks the person at the terminal, and returns the answer. */
export async function ask(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await terminal.question(`${visibleLine(question)} `);
  terminal.close();
  return answer.trim();
}

/** Calls `handle` for each error of stdout and stderr, such as EPIPE if nobody reads them any more. */
export function onOutputError(handle: (error: NodeJS.ErrnoException) => void): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', handle);
}
