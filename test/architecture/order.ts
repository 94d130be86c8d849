import { STAGE_NAMES } from '../../shared/contract/stages.ts';
import type { SourceFile } from './source-file.ts';

/**
 * The order in which data flows inside a folder, as tiers of its entries (files or folders). A file may import files
 * of its own entry and of entries in later tiers, but not another entry of its own tier. `*` stands for all entries
 * that no tier names; these may import each other.
 */
export interface Order {
  folder: string;
  tiers: string[][];
}

const REST = '*';

export const ORDERS: Order[] = [
  {
    folder: 'shared/reading',
    tiers: [
      ['read.ts'],
      ['finish', 'formats'],
      ['open', 'item'],
      ['body'],
      ['prose'],
      ['markup'],
      ['dates'],
      ['draft'],
    ],
  },
  {
    folder: 'shared/reading/prose',
    tiers: [
      ['editorial.ts'],
      [
        'boilerplate',
        'credits',
        'headline.ts',
        'readings.ts',
        'language.ts',
        'paragraphs.ts',
        'sentences.ts',
      ],
      [
        'embargo',
        'function-words.ts',
        'sentence-rules.ts',
        'pinyin.ts',
        'han-script.ts',
        'headline-lines.ts',
        'indented.ts',
      ],
      ['words.ts', 'line-width.ts'],
    ],
  },
  {
    folder: 'shared/operations',
    tiers: [
      ['apply'],
      ['erasure'],
      ['articles'],
      ['feeds'],
      ['partners'],
      ['access'],
      ['configuration'],
      ['sending'],
      ['receipts'],
      [REST],
    ],
  },
  {
    folder: 'local',
    tiers: [
      ['cloud.ts'],
      ['admin.ts'],
      ['local-addresses.ts'],
      ['servers.ts'],
      ['edge'],
      ['gateway'],
      ['functions'],
      ['aws'],
      ['s3'],
      ['sqs'],
      ['cloudfront'],
      ['emulators'],
      ['iam'],
      ['template'],
      ['protocol'],
      [REST],
    ],
  },
  ...STAGE_NAMES.map((stage) => ({
    folder: `functions/${stage}`,
    tiers: [['handler.ts'], [`${stage}.ts`], [REST], ['services.ts'], ['rules']],
  })),
];

/** The imports of a file that break the order of a folder which contains both files, one sentence each. */
export function backwardImports(file: SourceFile, orders: readonly Order[] = ORDERS): string[] {
  return orders.flatMap(({ folder, tiers }) => {
    const from = entryIn(folder, file.path);
    if (from === undefined) return [];
    return file.imports.flatMap((target) => {
      const to = entryIn(folder, target);
      if (to === undefined || to === from || tierOf(to, tiers) > tierOf(from, tiers)) return [];
      if (isRest(from, tiers) && isRest(to, tiers)) return [];
      return [`${file.path} imports ${target}: in ${folder}, ${to} does not come after ${from}`];
    });
  });
}

/** The entry of the folder that is the file or contains it; undefined for a file outside the folder. */
function entryIn(folder: string, path: string): string | undefined {
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1).split('/', 1)[0] : undefined;
}

function tierOf(entry: string, tiers: readonly string[][]): number {
  const named = tiers.findIndex((tier) => tier.includes(entry));
  return named === -1 ? tiers.findIndex((tier) => tier.includes(REST)) : named;
}

function isRest(entry: string, tiers: readonly string[][]): boolean {
  return !tiers.some((tier) => tier.includes(entry));
}
