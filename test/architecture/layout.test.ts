import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { STAGE_NAMES } from '../../shared/contract/stages.ts';
import { ROOMS, roomOf, violations } from './rules.ts';
import { parseSource } from './source-file.ts';
import { SOURCE_FILES } from './tree.ts';

const FILES = SOURCE_FILES.map(({ path }) => path);

test('no source file violates the layout', () => {
  expect(FILES.length).toBeGreaterThan(100);
  expect(SOURCE_FILES.flatMap((file) => violations(file))).toEqual([]);
});

test('every room in rules.ts contains a file, so that no rule is left from a folder that was removed', () => {
  const empty = ROOMS.filter(({ path }) => !FILES.some((file) => roomOf(file)?.path === path)).map(
    ({ path }) => path,
  );
  expect(empty).toEqual([]);
});

test('every stage has a handler and a use case of its name', () => {
  for (const stage of STAGE_NAMES) {
    expect(FILES).toContain(join('functions', stage, 'handler.ts'));
    expect(FILES).toContain(join('functions', stage, `${stage}.ts`));
  }
});

describe('the rules', () => {
  const violationsIn = (path: string, text: string): string[] => violations(parseSource(path, text));

  test.each([
    ['shared/domain/a.ts', `import { x } from '../contract/keys.ts';`, 'imports shared/contract/keys.ts'],
    ['shared/domain/a.ts', `import type { X } from '../aws/table.ts';`, 'imports shared/aws/table.ts'],
    ['shared/domain/a.ts', `export * from '../formats/rss.ts';`, 'imports shared/formats/rss.ts'],
    ['shared/domain/a.ts', `type T = import('../aws/table.ts').Table;`, 'imports shared/aws/table.ts'],
    ['shared/domain/a.ts', `const m = await import('../aws/table.ts');`, 'imports shared/aws/table.ts'],
    [
      'functions/publish/rules/a.ts',
      `import {\n  x,\n  y,\n} from '../../../shared/reading/read.ts';`,
      'imports shared/reading/read.ts',
    ],
    [
      'functions/publish/a.ts',
      `import { x } from '../../shared/reading/read.ts';`,
      'imports shared/reading/read.ts',
    ],
    [
      'shared/formats/a.ts',
      `import { x } from '../../functions/publish/rules/manifest.ts';`,
      'imports functions/publish/rules/manifest.ts',
    ],
    ['shared/contract/a.ts', `import { x } from '../aws/table.ts';`, 'imports shared/aws/table.ts'],
    [
      'shared/aws/a.ts',
      `import { x } from '../../functions/publish/rules/manifest.ts';`,
      'imports functions/publish/rules/manifest.ts',
    ],
    ['functions/publish/a.ts', `import { x } from '../ingest/http.ts';`, 'imports functions/ingest/http.ts'],
    [
      'functions/publish/a.ts',
      `import { x } from '../../shared/aws/table.ts';`,
      'imports shared/aws/table.ts',
    ],
    [
      'functions/publish/a.ts',
      `import { x } from '../../functions/fan-out/rules/plan.ts';`,
      'imports functions/fan-out/rules/plan.ts',
    ],
    [
      'functions/publish/handler.ts',
      `import { x } from '../ingest/ingest.ts';`,
      'imports functions/ingest/ingest.ts',
    ],
    ['infra/a.ts', `import { x } from '../shared/domain/article.ts';`, 'imports shared/domain/article.ts'],
    ['infra/a.ts', `import { x } from '../functions/ingest/http.ts';`, 'imports functions/ingest/http.ts'],
    ['local/a.ts', `import { x } from '../shared/aws/table.ts';`, 'imports shared/aws/table.ts'],
    [
      'local/a.ts',
      `import { x } from '../shared/operations/sending/send.ts';`,
      'imports shared/operations/sending/send.ts',
    ],
  ])('%s may not contain %s', (path, text, complaint) => {
    expect(violationsIn(path, text)).toEqual([expect.stringContaining(complaint)]);
  });

  test.each([
    ['shared/reading/a.ts', `import { S3Client } from '@aws-sdk/client-s3';`, 'sdk'],
    ['functions/ingest/a.ts', `import { S3Client } from '@aws-sdk/client-s3';`, 'sdk'],
    ['infra/a.ts', `import { S3Client } from '@aws-sdk/client-s3';`, 'sdk'],
    ['local/a.ts', `import * as s3 from 'aws-cdk-lib/aws-s3';`, 'cdk'],
    ['cli/a.ts', `import { App } from 'aws-cdk-lib';`, 'cdk'],
    ['shared/reading/a.ts', `import { readFileSync } from 'node:fs';`, 'machine'],
    ['shared/reading/a.ts', `import { request } from 'node:https';`, 'network'],
    ['functions/publish/a.ts', `await fetch('https://example.com/');`, 'network'],
    ['shared/aws/table.ts', `const name = process.env['TABLE_NAME'];`, 'environment'],
    ['functions/ingest/handler.ts', `const { env } = process;`, 'environment'],
    ['functions/ingest/handler.ts', `const name = globalThis.process.env.TABLE;`, 'environment'],
    ['shared/domain/a.ts', `const now = Date.now();`, 'clock'],
    ['shared/domain/a.ts', `const clock = Date.now;`, 'clock'],
    ['shared/aws/a.ts', `const now = new Date().toISOString();`, 'clock'],
    ['functions/publish/a.ts', `const now = new Date;`, 'clock'],
    ['infra/a.ts', `const now = new Date();`, 'clock'],
    ['functions/publish/a.ts', `const id = Math.random();`, 'chance'],
    ['functions/publish/a.ts', `import { randomUUID } from 'node:crypto';`, 'chance'],
    ['shared/aws/a.ts', `const id = crypto.randomUUID();`, 'chance'],
    ['shared/operations/a.ts', `const now = Date.now();`, 'clock'],
    ['shared/operations/a.ts', `import { userInfo } from 'node:os';`, 'machine'],
  ])('%s may not contain %s', (path, text, power) => {
    expect(violationsIn(path, text)).toEqual([expect.stringMatching(new RegExp(`has no ${power}$`))]);
  });

  test('a file outside the layout, a file name that says nothing, and a file with too many lines are reported', () => {
    expect(violationsIn('shared/queues/a.ts', '')).toEqual([expect.stringContaining('in no room')]);
    for (const name of ['utils.ts', 'helpers/a.ts', 'common.ts', 'misc/a.ts', 'util.ts']) {
      expect(violationsIn(`shared/formats/${name}`, '')).toEqual([
        expect.stringContaining('does not say what is inside'),
      ]);
    }
    expect(violationsIn('local/a.ts', 'f();\n'.repeat(250))).toEqual([]);
    expect(violationsIn('local/a.ts', 'f();\n'.repeat(251))).toEqual([expect.stringContaining('251 lines')]);
  });

  test('the limit of lines for a handler does not count imports, comments and empty lines', () => {
    const imports = `import { x } from '../../shared/aws/table.ts';\n`.repeat(20);
    const wiring = (lines: number): string => `${imports}\n/** Why. */\n${'f(x);\n'.repeat(lines)}`;
    expect(violationsIn('functions/publish/handler.ts', wiring(29))).toEqual([]);
    expect(violationsIn('functions/publish/handler.ts', wiring(30))).toEqual([
      expect.stringContaining('30 lines beside'),
    ]);
  });

  test('allowed imports and powers are not reported', () => {
    const handler = [
      `import { randomUUID } from 'node:crypto';`,
      `import { openTable } from '../../shared/aws/table.ts';`,
      `import { publish } from './publish.ts';`,
      `export const handler = () => publish({ now: () => new Date(), newId: () => randomUUID() });`,
    ];
    expect(violationsIn('functions/publish/handler.ts', handler.join('\n'))).toEqual([]);
    expect(violationsIn('cli/a.ts', `import type { X } from '../shared/domain/feed.ts';`)).toEqual([]);
    expect(
      violationsIn(
        'shared/operations/a.ts',
        `import { x } from '../../functions/normalise/rules/redact.ts';`,
      ),
    ).toEqual([]);
    expect(violationsIn('shared/aws/config.ts', `export const table = process.env['TABLE_NAME'];`)).toEqual(
      [],
    );
    expect(
      violationsIn('functions/publish/rules/a.ts', `import { x } from '../../../shared/formats/rss.ts';`),
    ).toEqual([]);
    expect(
      violationsIn(
        'shared/domain/a.ts',
        `const then = new Date('2026-04-13T07:10:00Z'), at = Date.parse(text);`,
      ),
    ).toEqual([]);
    expect(
      violationsIn('shared/domain/a.ts', `// Date.now() is not for here\nconst text = 'process.env';`),
    ).toEqual([]);
  });
});
