import type { ArticleContent } from '../../domain/article.ts';
import { idProblem } from '../../domain/identity.ts';
import { beginning } from '../draft/beginning.ts';
import type { Draft } from '../draft/draft.ts';
import { isWebAddress, noteOnAddress } from '../item/addresses.ts';

/**
 * Limits of an article's metadata. They keep its head, its revision and its receipt well below the 400 kB of a
 * DynamoDB item (DynamoDB quotas, "Item size"), in any script. Real articles have a tenth of these limits. The raw
 * object keeps everything.
 */
const MAX_LINE_CHARACTERS = { headline: 2000, copyrightnotice: 5000, usageterms: 5000 } as const;
/** Browsers and servers accept addresses of this length. */
const MAX_ADDRESS_CHARACTERS = 2000;
const MAX_CONCEPT_URI_CHARACTERS = 500;
const MAX_LIST_MEMBERS = 100;
const MAX_NAME_CHARACTERS = 200;
const MAX_NOTE_CHARACTERS = 300;
/** The limit for all text that was cut out of one article, in characters. */
const MAX_REMOVED_CHARACTERS = 50_000;

interface Named {
  name: string;
  uri?: string;
  role?: string;
}

/** The draft with its metadata within the limits. A note says what was left out. */
export function withinMetadataLimits(draft: Draft): Draft {
  const notes: string[] = [];
  const line = (part: keyof typeof MAX_LINE_CHARACTERS): string | undefined => {
    const text = draft.content[part];
    const max = MAX_LINE_CHARACTERS[part];
    if (text === undefined || text.length <= max) return text;
    notes.push(`${part} of ${text.length} characters; the first ${max} were kept`);
    return beginning(text, max);
  };
  const list = <T>(part: string, members: readonly T[], short: (member: T) => T): T[] => {
    if (members.length > MAX_LIST_MEMBERS) {
      notes.push(`${members.length} ${part}; the first ${MAX_LIST_MEMBERS} were kept`);
    }
    return members.slice(0, MAX_LIST_MEMBERS).map(short);
  };
  const { headline, link, ...rest } = draft.content;
  const [copyrightnotice, usageterms] = [line('copyrightnotice'), line('usageterms')];
  const problem = link === undefined ? undefined : addressProblem(link);
  if (problem !== undefined) notes.push(problem);
  const content: ArticleContent = {
    ...rest,
    ...(link !== undefined && problem === undefined && { link }),
    headline: line('headline') ?? headline,
    subjects: list('subjects', rest.subjects, withShortNames),
    bylines: list('bylines', rest.bylines, withShortNames),
    genres: list('genres', rest.genres, shortName),
    places: list('places', rest.places, shortName),
    ...(copyrightnotice !== undefined && { copyrightnotice }),
    ...(usageterms !== undefined && { usageterms }),
  };
  const removed = withinRemovedLimit(draft.removed, notes);
  const doubt = draft.doubt && { ...draft.doubt, detail: beginning(draft.doubt.detail, MAX_NOTE_CHARACTERS) };
  // The address that is left out may be the only id of the article.
  const isUsableId = problem !== undefined && link !== undefined && idProblem(link) === undefined;
  const declaredId = draft.declaredId ?? (isUsableId ? link : undefined);
  return {
    ...draft,
    ...(declaredId !== undefined && { declaredId }),
    ...(doubt && { doubt }),
    content,
    removed,
    notes: withinNotesLimit([...draft.notes, ...notes]),
  };
}

/** Why an address cannot be the link of an article; undefined if it can. */
function addressProblem(link: string): string | undefined {
  if (link.length > MAX_ADDRESS_CHARACTERS) return `an address of ${link.length} characters was left out`;
  return isWebAddress(link) ? undefined : noteOnAddress(link);
}

const shortName = (name: string): string => beginning(name, MAX_NAME_CHARACTERS);

function withShortNames<T extends Named>({ uri, ...member }: T): T {
  const { name, role } = member;
  return {
    ...(member as T),
    name: shortName(name),
    ...(role !== undefined && { role: shortName(role) }),
    ...(uri !== undefined && uri.length <= MAX_CONCEPT_URI_CHARACTERS && { uri }),
  };
}

function withinRemovedLimit(removed: readonly string[], notes: string[]): string[] {
  const kept: string[] = [];
  let room = MAX_REMOVED_CHARACTERS;
  for (const text of removed) {
    if (room <= 0) break;
    kept.push(beginning(text, room));
    // 3 is for the quotation marks and the comma of a list member in JSON.
    room -= text.length + 3;
  }
  if (room < 0) notes.push(`${removed.length} passages were cut out; not all of them are listed`);
  return kept;
}

function withinNotesLimit(notes: readonly string[]): string[] {
  const kept = notes.slice(0, MAX_LIST_MEMBERS).map((note) => beginning(note, MAX_NOTE_CHARACTERS));
  return notes.length > MAX_LIST_MEMBERS
    ? [...kept, `and ${notes.length - MAX_LIST_MEMBERS} more notes`]
    : kept;
}
