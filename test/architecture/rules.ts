import { STAGE_NAMES } from '../../shared/contract/stages.ts';
import type { Power, SourceFile } from './source-file.ts';

/**
 * The rules of the layout: which rooms may import which other rooms, and which powers (see source-file.ts) each room
 * may use.
 */

/** A room is a folder or a single file. A file belongs to the room with the longest path that contains the file. */
export interface Room {
  path: string;
  /** Other rooms that its files may import. The list does not limit imports within the room: see order.ts. */
  imports: string[];
  /** Rooms from which its files may import only types. */
  typesOnly?: string[];
  powers: Power[];
}

/** The rooms of a stage: pure rules, a use case, and a handler that connects the use case to AWS. */
const stageRooms = (stage: string): Room[] => [
  {
    path: `functions/${stage}/rules`,
    imports: ['shared/domain', 'shared/contract', 'shared/formats', ...readingFor(stage)],
    powers: [],
  },
  {
    path: `functions/${stage}`,
    imports: ['shared/domain', 'shared/contract', 'shared/formats', ...readingFor(stage)],
    powers: [],
  },
  {
    path: `functions/${stage}/handler.ts`,
    imports: ['shared/domain', 'shared/contract', 'shared/aws', `functions/${stage}`],
    powers: ['clock', 'chance'],
  },
];

/** The stages that read submissions. */
const READS = ['normalise'];

const readingFor = (stage: string): string[] => (READS.includes(stage) ? ['shared/reading'] : []);

const stageRules = STAGE_NAMES.map((stage) => `functions/${stage}/rules`);

const shared = ['shared/domain', 'shared/contract', 'shared/aws'];

export const ROOMS: Room[] = [
  { path: 'shared/domain', imports: [], powers: [] },
  { path: 'shared/contract', imports: ['shared/domain'], powers: [] },
  { path: 'shared/formats', imports: ['shared/domain'], powers: [] },
  { path: 'shared/reading', imports: ['shared/domain'], powers: [] },
  {
    path: 'shared/aws',
    imports: ['shared/domain', 'shared/contract'],
    powers: ['sdk', 'network'],
  },
  {
    path: 'shared/aws/config.ts',
    imports: ['shared/contract'],
    powers: ['environment'],
  },
  ...STAGE_NAMES.flatMap(stageRooms),
  {
    path: 'shared/operations',
    imports: ['shared/domain', 'shared/contract', 'shared/formats', 'shared/reading', ...stageRules],
    powers: [],
  },
  { path: 'infra', imports: ['shared/contract'], powers: ['cdk', 'machine', 'environment'] },
  {
    path: 'local',
    imports: ['shared/contract'],
    powers: ['sdk', 'network', 'machine', 'environment', 'clock', 'chance'],
  },
  {
    path: 'cli',
    imports: [...shared, 'shared/operations', 'local'],
    typesOnly: ['shared/domain'],
    powers: ['sdk', 'network', 'machine', 'environment', 'clock', 'chance'],
  },
  {
    path: 'scripts',
    imports: ['shared/domain', 'shared/contract'],
    powers: ['machine', 'environment', 'clock'],
  },
  {
    path: 'bench',
    imports: [
      ...shared,
      'shared/formats',
      'shared/reading',
      'shared/operations',
      ...stageRules,
      'cli',
      'local',
    ],
    powers: ['network', 'machine', 'environment', 'clock', 'chance'],
  },
];

/** Folders whose files must be short, so that a person can read a whole file in one go. */
const BOUNDED = /^(shared|functions|infra|local|cli)\//;
const MOST_LINES = 250;
const HANDLER = /^functions\/[^/]+\/handler\.ts$/;
/** A handler must have fewer lines than this. Imports do not count, because their number grows with the services. */
const MOST_HANDLER_LINES = 30;
const EMPTY_NAME = /(^|\/)(utils?|helpers?|common|misc)(\/|\.[cm]?[jt]s$)/i;

/** The room that a file belongs to; undefined if the layout has no room for it. */
export function roomOf(path: string, rooms: readonly Room[] = ROOMS): Room | undefined {
  return rooms
    .filter((room) => path === room.path || path.startsWith(`${room.path}/`))
    .toSorted((a, b) => b.path.length - a.path.length)[0];
}

/** What a file does that the layout does not allow, one sentence each; empty if there is nothing. */
export function violations(file: SourceFile, rooms: readonly Room[] = ROOMS): string[] {
  const room = roomOf(file.path, rooms);
  if (room === undefined) return [`${file.path} is in no room of the layout`];
  const found = [
    ...file.imports
      .filter((target) => !mayImport(room, target, rooms))
      .map((target) => `imports ${target}, which ${room.path} may not import`),
    ...file.valueImports
      .filter((target) => room.typesOnly?.some((path) => target.startsWith(`${path}/`)))
      .map((target) => `imports values from ${target}, from which ${room.path} may import only types`),
    ...file.powers
      .filter(({ power }) => !room.powers.includes(power))
      .map(({ power, where }) => `uses ${where}: ${room.path} has no ${power}`),
  ];
  if (BOUNDED.test(file.path) && file.lines > MOST_LINES) {
    found.push(`has ${file.lines} lines; at most ${MOST_LINES} are allowed`);
  }
  if (HANDLER.test(file.path) && file.linesBesideImports >= MOST_HANDLER_LINES) {
    found.push(
      `has ${file.linesBesideImports} lines beside its imports; a handler only connects its use case to AWS`,
    );
  }
  if (EMPTY_NAME.test(file.path)) found.push('has a name that does not say what is inside');
  return found.map((text) => `${file.path} ${text}`);
}

/**
 * Imports within a room are checked in order.ts. A file that is a room may be imported where its folder may be
 * imported.
 */
function mayImport(room: Room, target: string, rooms: readonly Room[]): boolean {
  const other = roomOf(target, rooms);
  if (other === undefined) return false;
  const isWithin = (path: string): boolean => other.path === path || other.path.startsWith(`${path}/`);
  return isWithin(room.path) || room.imports.some(isWithin);
}
