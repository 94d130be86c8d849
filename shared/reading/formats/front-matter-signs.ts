import { isForNotes, kindOfName, plainName, type Sign } from '../item/signs.ts';
import { KEYS } from './front-matter-keys.ts';

const READ: ReadonlySet<string> = new Set(Object.values(KEYS).flat());

/** The note names keys up to this many characters. */
const MAX_NAMED = 80;

const isRead = (key: string): boolean => READ.has(plainName(key)) || kindOfName(key) !== undefined;

/** Keys about publication that are often misspelt. */
const OFTEN_MISSPELT = [
  'draft',
  'status',
  'embargo',
  'embargoed',
  'published',
  'publish',
  'publishdate',
  'scheduled',
  'unpublished',
  'private',
  'pubstatus',
  'visibility',
  'withheld',
];
/** Words that differ little from these keys and mean something else. */
const OTHER_WORDS = new Set([
  'publisher',
  'publishers',
  'craft',
  'crafts',
  'stats',
  'states',
  'statute',
  'statue',
  'statues',
]);

/** Keys that differ by a letter or two from one about publication. What they say is not certain. */
export function misspeltSigns(fields: Readonly<Record<string, unknown>>): Sign[] {
  return Object.entries(fields).flatMap(([key, value]): Sign[] => {
    const plain = plainName(key.slice(0, 40));
    if (isRead(key) || OTHER_WORDS.has(plain) || typeof value !== 'string') return [];
    const isClose = OFTEN_MISSPELT.some((name) => edits(plain, name) <= (name.length < 7 ? 1 : 2));
    return isClose && plain.length >= 4
      ? [{ kind: 'status', name: key, value: `a key that is not known, ${value}` }]
      : [];
  });
}

/** How many letters differ between two short words; letters in the wrong order count once. 3 means three or more. */
function edits(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3;
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, column) => column)];
  const cell = (row: number, column: number): number => rows[row]?.[column] ?? 99;
  for (let row = 1; row <= a.length; row++) {
    const line = [row];
    rows.push(line);
    for (let column = 1; column <= b.length; column++) {
      const isSame = a[row - 1] === b[column - 1];
      const isSwapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      line.push(
        Math.min(
          cell(row - 1, column) + 1,
          cell(row, column - 1) + 1,
          cell(row - 1, column - 1) + (isSame ? 0 : 1),
          isSwapped ? cell(row - 2, column - 2) + 1 : 99,
        ),
      );
    }
  }
  return cell(a.length, b.length);
}

/** One note with the keys of front matter that were not read. */
export function notesOnUnread(keys: readonly string[]): string[] {
  const unread = keys.filter((key) => !isRead(key)).map((key) => key.slice(0, 40));
  if (unread.length === 0) return [];
  const named = unread.join(', ');
  return [`front matter: not read: ${named.length > MAX_NAMED ? `${named.slice(0, MAX_NAMED)}…` : named}`];
}

/** A line with a key that says something about publication. */
const INDENTED = /^[ \t]+["']?(?<key>[\p{L}_][\p{L}\p{N}_-]{0,40})["']?[ \t]{0,9}[:=]/u;

/**
 * Signs that are inside the text of another field, because their line is indented by mistake:
 *
 *     title: >
 *       The bridge
 *       draft: true
 *
 * What such a line says is not certain, so it puts the article in doubt.
 */
export function signsInsideTexts(matter: string, fields: Readonly<Record<string, unknown>>): Sign[] {
  const texts = Object.values(fields).filter((value) => typeof value === 'string');
  return matter.split('\n').flatMap((line): Sign[] => {
    const key = INDENTED.exec(line)?.groups?.['key'];
    if (key === undefined || kindOfName(key) === undefined) return [];
    const isInText = texts.some((text) => text.includes(line.trim()));
    return isInText ? [{ kind: 'status', name: 'a line inside a text', value: line.trim() }] : [];
  });
}

/** Words that say that an article must not be published yet. */
const WAIT =
  /embargo|sperrfrist|(?:do not|don['’]t|not to be|not for|not yet) (?:publish|publi|releas|use|run|print)|hold (?:for|until|till)|nicht (?:vor|veröffentlich)|ne pas publier|no publicar|não publicar|non pubblicare|niet publiceren|не публиковать|勿发|勿發|解禁|公開しない|엠바고/iu;

/** A key for notes that is not read, whose text says that the article must not be published yet. */
export function signsInNotes(fields: Readonly<Record<string, unknown>>): Sign[] {
  return Object.entries(fields).flatMap(([key, value]): Sign[] => {
    if (typeof value !== 'string' || isRead(key) || !isForNotes(key)) return [];
    return WAIT.test(value.slice(0, 500)) ? [{ kind: 'embargo', name: key, value }] : [];
  });
}
