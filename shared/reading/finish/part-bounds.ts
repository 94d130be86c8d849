import type { ArticleContent } from '../../domain/article.ts';
import type { Draft } from '../draft/draft.ts';

/**
 * What may stand beside a body, so that an article's head, its revision and its receipt each stay well within the 400 kB
 * of a table's item (DynamoDB quotas, "Item size") in any script. Real articles have a tenth of it; all of it stays in the
 * raw object.
 */
const LINE = { headline: 2000, copyrightnotice: 5000, usageterms: 5000 } as const;
/** Characters of an address: what browsers and servers agree on. */
const ADDRESS = 2000;
const MEMBERS = 100;
const NAME = 200;
const NOTE = 300;
/** Characters of all that was cut out of one article. */
const REMOVED = 50_000;

interface Named {
  name: string;
  uri?: string;
  role?: string;
}

/** The draft with nothing beside its body out of proportion; what was left out is noted. */
export function withinPartBounds(draft: Draft): Draft {
  const notes: string[] = [];
  const line = (part: keyof typeof LINE): string | undefined => {
    const text = draft.content[part];
    if (text === undefined || text.length <= LINE[part]) return text;
    notes.push(`${part} of ${text.length} characters; the first ${LINE[part]} were kept`);
    return beginning(text, LINE[part]);
  };
  const list = <T>(part: string, members: readonly T[], short: (member: T) => T): T[] => {
    if (members.length > MEMBERS) notes.push(`${members.length} ${part}; the first ${MEMBERS} were kept`);
    return members.slice(0, MEMBERS).map(short);
  };
  const { headline, link, ...rest } = draft.content;
  const [copyrightnotice, usageterms] = [line('copyrightnotice'), line('usageterms')];
  const hasAddress = link === undefined || link.length <= ADDRESS;
  if (!hasAddress) notes.push(`an address of ${link.length} characters was left out`);
  const content: ArticleContent = {
    ...rest,
    ...(link !== undefined && hasAddress && { link }),
    headline: line('headline') ?? headline,
    subjects: list('subjects', rest.subjects, named),
    bylines: list('bylines', rest.bylines, named),
    genres: list('genres', rest.genres, (name) => beginning(name, NAME)),
    places: list('places', rest.places, (name) => beginning(name, NAME)),
    ...(copyrightnotice !== undefined && { copyrightnotice }),
    ...(usageterms !== undefined && { usageterms }),
  };
  const removed = removedWithin(draft.removed, notes);
  return { ...draft, content, removed, notes: notesWithin([...draft.notes, ...notes]) };
}

function named<T extends Named>({ uri, ...member }: T): T {
  const { name, role } = member;
  return {
    ...(member as T),
    name: beginning(name, NAME),
    ...(role !== undefined && { role: beginning(role, NAME) }),
    ...(uri !== undefined && uri.length <= ADDRESS / 4 && { uri }),
  };
}

function removedWithin(removed: readonly string[], notes: string[]): string[] {
  const kept: string[] = [];
  let room = REMOVED;
  for (const text of removed) {
    if (room <= 0) break;
    kept.push(beginning(text, room));
    // An entry costs something however short it is.
    room -= text.length + 3;
  }
  if (room < 0) notes.push(`more was cut out than is listed: ${removed.length} passages`);
  return kept;
}

function notesWithin(notes: readonly string[]): string[] {
  const kept = notes.slice(0, MEMBERS).map((note) => beginning(note, NOTE));
  return notes.length > MEMBERS ? [...kept, `and ${notes.length - MEMBERS} notes more`] : kept;
}

/** Never half of a pair of surrogates. */
function beginning(text: string, length: number): string {
  return text.length <= length
    ? text
    : text
        .slice(0, length)
        .replace(/[\uD800-\uDBFF]$/, '')
        .trimEnd();
}
