import type { ShellCommand } from './shell-commands.ts';

/** The commands that are not run, each with the reason. */
export const NOT_RUN: { command: RegExp; because: string }[] = [
  { command: /^npm ci\b/, because: 'the packages are installed' },
  { command: /^npm start$/, because: 'the tester has started it' },
  { command: /^npm (?:test|run test:long|run check)$/, because: 'CI runs it, and it would run this test' },
  { command: /^npm run$/, because: 'the text means every script' },
  { command: /^npm run bench /, because: 'it measures for minutes, and tests have no assertions about time' },
  { command: /^npm run format$/, because: 'it writes files; "npm run check" runs Prettier' },
  { command: /^npm start -- --once FILE…$/, because: 'README has the same command with files' },
  { command: /^article withdraw --from PARTNER$/, because: 'the table names the option only' },
  { command: /^npx vitest /, because: 'CI runs these tests' },
  { command: /^git diff /, because: 'it shows a change that nobody has made' },
  { command: /^npx cdk /, because: 'it needs an account on AWS; "npm run check" synthesises the stack' },
  {
    command: /^aws cloudformation update-termination-protection /,
    because: 'the local cloud cannot be taken down by CloudFormation',
  },
  {
    command: /^aws dynamodb (?:delete-table|list-backups|update-continuous-backups)\b/,
    because: 'it would end the local cloud, or the local cloud has no backups',
  },
];

/** A message of each dead-letter queue, by the beginning of the queue's logical id. */
const DEAD_LETTERS: Record<string, string> = {
  Normalise: '{"Records":[{"s3":{"object":{"key":"raw/SOURCE/RECEIPT"}}}]}',
  Decision: '{"Records":[{"s3":{"object":{"key":"raw/SOURCE/RECEIPT"}}}]}',
  FanOut: '{"article":"00000000-0000-5000-8000-000000000000"}',
  Publish: '{"feed":"FEED","articles":[]}',
};

/** What is done before a command, because the page assumes it. */
export const BEFORE: { page: string; command: RegExp; run: string[] }[] = [
  ...Object.entries(DEAD_LETTERS).map(([queue, message]) => ({
    page: 'docs/operations.md',
    command: new RegExp(`^DLQ=.*${queue}WorkDeadLetters`),
    run: [
      `aws sqs send-message --queue-url "$(named AWS::SQS::Queue ${queue}WorkDeadLetters)" ` +
        (queue === 'Publish' ? '--message-group-id FEED --message-deduplication-id FEED ' : '') +
        `--message-body '${message}'`,
    ],
  })),
  {
    page: 'docs/partners.md',
    command: /^npx wiredesk partner add outlet2/,
    run: [
      'wiredesk partner remove outlet2',
      'wiredesk source rotate desk --now',
      'wiredesk article readmit desk:flood-warning --reason "a new story"',
      'wiredesk ingest flood-warning.txt --source desk',
    ],
  },
];

/** The values of placeholders that no running pipeline gives. */
export const VALUES: Record<string, string> = {
  ...{ ARTICLE: 'desk:walkthrough', SOURCE: 'desk', ID: 'flood-warning', FILE: 'wiredesk.yaml' },
  ...{ CHANNEL: 'news', PARTNER: 'outlet', ALIAS: 'top', DAY: '2099-12-31' },
};

/** Changes to commands before they are run. The values of the placeholders are put in after them. */
const CHANGES: { command: RegExp; find: RegExp; put: string; because: string }[] = [
  {
    command: /^(?:npx )?wiredesk erase (?!.*--dry-run)/,
    find: /--reason/,
    put: '--yes --seconds 3600 --reason',
    because: 'a person is asked and types "yes", and a busy machine takes long',
  },
  {
    command: /^npm run (?:codes|schema|openapi)$/,
    find: /$/,
    put: ' -- --check',
    because: 'the tester changes no file of the project',
  },
  {
    command: / article embargo .*--until /,
    find: /--until \d{4}/,
    put: '--until 2099',
    because: 'an embargo cannot end in the past, and the day of the page will be past',
  },
  {
    command: /^WIREDESK_TOKEN=… /,
    find: /…(.*)FILE/,
    put: 'THE-TOKEN$1story.txt',
    because: 'the file is an article here',
  },
  {
    command: /^wiredesk ingest col/,
    find: /$/,
    put: ' --source desk',
    because: 'the table of ids shows the paths only',
  },
  {
    command: /^wiredesk ingest story\.txt$/,
    find: /$/,
    put: ' --source desk',
    because: 'the table of ids shows the paths only',
  },
];

/** The command as bash runs it on the local cloud. */
export function runnable({ text }: ShellCommand, values: Record<string, string>): string {
  const changed = CHANGES.filter(({ command }) => command.test(text)).reduce(
    (command, { find, put }) => command.replace(find, put),
    text.replace(/^(?=(?:article|feed|partner|receipt|source) )/, 'wiredesk '),
  );
  return withValues(changed, values);
}

/** Puts values in for placeholders. `$TOKEN` and `TOKEN=` are variables of the shell and stay. */
export const withValues = (text: string, values: Record<string, string>): string =>
  Object.entries(values).reduce(
    (command, [name, value]) => command.replaceAll(new RegExp(`(?<![\\w$-])${name}(?![\\w=-])`, 'g'), value),
    text,
  );

/** What commands must answer. A command that is not listed must end with status 0. */
export const ANSWERS: { command: RegExp; status?: number; prints: RegExp }[] = [
  // Nothing is held on this cloud.
  { command: /feed release /, status: 1, prints: /is not held/ },
  { command: /^curl .*rss/, prints: /<rss / },
  { command: /receive-message .*key'$/, prints: /^raw\/desk\/[\da-f-]{36}$/m },
  { command: /receive-message .*Body'$/, prints: /^\{"(?:article|feed)":/m },
  { command: /^aws cloudfront-keyvaluestore /, prints: /^[0-9a-f]{32}.*\|top:/m },
  { command: /dry-run/, prints: /./ },
];
