import { STAGE_NAMES } from '../../shared/contract/stages.ts';
import type { Power, SourceFile } from './source-file.ts';

/** Who may import whom and who may use what, as the design's layout has it. */

/** A place in the tree: a folder, or one file of it. A file is in the room with the longest path that fits. */
export interface Room {
  path: string;
  /** Other rooms it may import; its own always. */
  imports: string[];
  powers: Power[];
}

/** What every stage gets: rules that are pure, a use case, and a handler that wires it. */
const stageRooms = (stage: string): Room[] => [
  {
    path: `functions/${stage}/rules`,
    imports: [
      'shared/domain',
      'shared/contract',
      'shared/formats',
      ...(READS.includes(stage) ? ['shared/reading'] : []),
    ],
    powers: [],
  },
  {
    path: `functions/${stage}`,
    imports: [
      'shared/domain',
      'shared/contract',
      'shared/formats',
      ...(READS.includes(stage) ? ['shared/reading'] : []),
    ],
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
  { path: 'infra', imports: ['shared/contract'], powers: ['cdk', 'machine', 'environment'] },
  {
    path: 'local',
    imports: ['shared/contract'],
    powers: ['sdk', 'network', 'machine', 'environment', 'clock', 'chance'],
  },
  {
    path: 'cli',
    imports: [...shared, 'functions/ingest', 'functions/normalise', 'local'],
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
      ...STAGE_NAMES.map((stage) => `functions/${stage}/rules`),
      'cli',
      'local',
    ],
    powers: ['network', 'machine', 'environment', 'clock', 'chance'],
  },
];

/** Folders whose files must be short enough to be read in one go. */
const BOUNDED = /^(shared|functions|infra|local|cli)\//;
const MOST_LINES = 250;
const HANDLER = /^functions\/[^/]+\/handler\.ts$/;
/** Imports aside: they grow with the services, the wiring must not. */
const MOST_HANDLER_LINES = 30;
const EMPTY_NAME = /(^|\/)(utils?|helpers?|common|misc)(\/|\.[cm]?[jt]s$)/i;

/** The room a file is in; undefined if the layout has no place for it. */
export function roomOf(path: string, rooms: readonly Room[] = ROOMS): Room | undefined {
  return rooms
    .filter((room) => path === room.path || path.startsWith(`${room.path}/`))
    .toSorted((a, b) => b.path.length - a.path.length)[0];
}

/** What a file does that the layout does not allow, one sentence each; empty if all is well. */
export function violations(file: SourceFile, rooms: readonly Room[] = ROOMS): string[] {
  const room = roomOf(file.path, rooms);
  if (room === undefined) return [`${file.path} is in no room of the layout`];
  const found = [
    ...file.imports
      .filter((target) => !mayImport(room, target, rooms))
      .map((target) => `imports ${target}, which ${room.path} may not`),
    ...file.powers
      .filter(({ power }) => !room.powers.includes(power))
      .map(({ power, where }) => `uses ${where}: ${room.path} has no ${power}`),
  ];
  if (BOUNDED.test(file.path) && file.lines > MOST_LINES) {
    found.push(`has ${file.lines} lines; ${MOST_LINES} are the most`);
  }
  if (HANDLER.test(file.path) && file.linesBesideImports >= MOST_HANDLER_LINES) {
    found.push(`has ${file.linesBesideImports} lines beside its imports; a handler only wires`);
  }
  if (EMPTY_NAME.test(file.path)) found.push('has a name that does not say what is inside');
  return found.map((text) => `${file.path} ${text}`);
}

/** Within a room anything goes; a file with a room of its own is reached as its folder is. */
function mayImport(room: Room, target: string, rooms: readonly Room[]): boolean {
  const other = roomOf(target, rooms);
  if (other === undefined) return false;
  const isWithin = (path: string): boolean => other.path === path || other.path.startsWith(`${path}/`);
  return isWithin(room.path) || room.imports.some(isWithin);
}
