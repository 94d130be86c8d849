import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { INGEST_API_CODES } from '../shared/domain/ingest-api-codes.ts';
import { type CodeMeaning, CODES, type ReportedOutcome } from '../shared/domain/outcome.ts';

/**
 * Writes docs/codes.md from the tables of codes. With `--check` it writes nothing, and fails if the file is out of
 * date.
 */

const FILE = join(import.meta.dirname, '..', 'docs', 'codes.md');

/** What each outcome means to a sender. */
const OUTCOME_MEANINGS: Record<ReportedOutcome, string> = {
  published: 'This version of the article is in the documents of at least one feed.',
  stored:
    'The article is stored and is in no document: a feed has not taken it in yet, or the code gives the reason.',
  unchanged:
    'The same contents were already stored. Nothing changed. A later correction leaves this outcome.',
  superseded: 'A newer version of the article is stored. This one is kept and not shown.',
  unrouted: 'The article is stored, and no channel selects it.',
  withheld:
    'The article is stored and is shown nowhere: it is held, embargoed, expired, in doubt, withheld by its sender, or cannot be written.',
  rejected: 'The item was refused. The raw bytes are kept; no article was stored.',
  decided:
    'The item is a decision, such as a hold, and it is recorded. While its article is killed, its outcome is `killed`.',
  killed:
    'The article is killed. It is shown nowhere, whatever is sent later, until it is unkilled. All its receipts say so.',
  erased: 'The article was erased: its contents are removed for good.',
};

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
}

const byName = (codes: Record<string, CodeMeaning>): [string, CodeMeaning][] =>
  Object.entries(codes).toSorted(([a], [b]) => (a < b ? -1 : 1));

const receiptRows = byName(CODES).map(([code, { means, remedy }]) => [`\`${code}\``, means, remedy]);

const requestRows = Object.entries(INGEST_API_CODES).map(([code, { status, means, remedy }]) => [
  String(status),
  `\`${code}\``,
  means,
  remedy,
]);

const page = `# Codes

Written by \`npm run codes\` from the tables in \`shared/domain/outcome.ts\` and
\`shared/domain/ingest-api-codes.ts\`; change the tables there. The wording of a code may change; its name and meaning
do not.

## Outcomes

Each item of a submission has one outcome. A receipt computes it when it is read, so it can change: a story that is
\`stored\` becomes \`published\`, and later perhaps \`superseded\` or \`killed\`. A submission whose items have not all been
read has \`done: false\`, and \`report.json\` counts it as \`pending\`.

${table(
  ['Outcome', 'What it means'],
  Object.entries(OUTCOME_MEANINGS).map(([outcome, means]) => [`\`${outcome}\``, means]),
)}

## On a receipt

The code says why an item has its outcome. \`GET /v1/receipts/{receipt}\`, \`wiredesk receipt show\` and \`report.json\` show
the code; the \`reason\` next to it gives details.

${table(['Code', 'What happened', 'What to do'], receiptRows)}

## From the ingest API

The ingest API answers with the HTTP status and a problem document in JSON (RFC 9457): \`type\`, \`title\`, \`status\`,
\`detail\` and \`code\`; \`message\` repeats \`detail\`. It has stored nothing, and there is no receipt. With \`MEDIA_TYPE\`,
\`acceptedTypes\` and \`acceptedCodings\` list what you can send; with \`SIZE_BODY\`, \`maxBytes\` is the largest body.

${table(['Status', 'Code', 'What happened', 'What to do'], requestRows)}
`;

const text = await format(page, { ...(await resolveConfig(FILE)), filepath: FILE });

function current(): string | undefined {
  try {
    return readFileSync(FILE, 'utf8');
  } catch {
    return undefined;
  }
}

if (!process.argv.includes('--check')) {
  writeFileSync(FILE, text);
} else if (current() !== text) {
  process.stderr.write('docs/codes.md does not match shared/domain/outcome.ts; run "npm run codes"\n');
  process.exitCode = 1;
}
