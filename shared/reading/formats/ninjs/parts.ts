import type { Subject } from '../../../domain/article.ts';
import { lineOfText } from '../../../domain/text.ts';
import { defined } from '../../draft/defined.ts';
import { type Enclosure, firstOf, namedConcept } from '../../item/upstream-item.ts';
import { isWebAddress, itemAddress, noteOnAddress } from '../../item/addresses.ts';
import { absoluteAddress } from '../../markup/address.ts';
import { blocksOf } from '../../markup/blocks.ts';
import { parseMarkup } from '../../markup/parse.ts';
import { lineOfField } from '../../markup/line-of-markup.ts';
import { reduced } from '../../markup/reduce.ts';
import { type Concept, fromNinjs1, type Ninjs, ninjs, PICTURE_TYPES, type Valued } from './schema.ts';

/** These functions convert properties of a ninjs object to those of an article. */

/** The first value that has one of the roles, or else the first value, as one line of plain text. */
export function lineWithRole(values: readonly Valued[] = [], roles: readonly string[]): string | undefined {
  const best = values.find(({ role }) => role !== undefined && roles.includes(role)) ?? values[0];
  if (best === undefined) return undefined;
  const line = /html/i.test(best.contenttype ?? '')
    ? lineOfText(textOf(best.value))
    : lineOfField(best.value);
  return line === '' ? undefined : line;
}

function textOf(html: string): string {
  const parsed = parseMarkup(html);
  return parsed.ok
    ? blocksOf(reduced(parsed.document).nodes)
        .map(({ text }) => text)
        .join(' ')
    : '';
}

export function subjectsOf(concepts: readonly Concept[] | undefined): Subject[] {
  if (concepts === undefined) return [];
  return concepts.flatMap(({ name, uri, code, literal }) =>
    namedConcept(lineOfField(name ?? ''), firstOf(uri, code, literal)),
  );
}

export function namesOf(concepts: readonly Concept[] | undefined): string[] {
  return subjectsOf(concepts).map(({ name }) => name);
}

/** The address of the article: `link`, or else a `uri` that is a web address. A note says why `link` is not used. */
export function addressOf({ link, uri }: Ninjs): { link?: string; notes?: string[] } {
  const candidates = [link, /^https?:/i.test(uri ?? '') ? uri : undefined];
  const found = itemAddress(candidates, undefined);
  if (found.link === undefined || isWebAddress(found.link)) return found;
  // An item without a uri is named by an address with another scheme, and not by another text.
  return absoluteAddress(found.link) === undefined ? { notes: [noteOnAddress(found.link)] } : found;
}

/**
 * The widest rendition of each associated picture, recording or document, with its headline and caption. If the item
 * itself is a picture, recording or document, it comes first.
 */
export function enclosuresOf(item: Ninjs): Enclosure[] {
  const enclosures = (item.associations ?? []).flatMap((association) => {
    const associated = ninjs.safeParse(fromNinjs1(association));
    return associated.success ? widestOf(associated.data) : [];
  });
  return [...widestOf(item), ...enclosures];
}

function widestOf({ type, renditions, headlines, descriptions, by }: Ninjs): Enclosure[] {
  const kind = PICTURE_TYPES.has(type) ? 'image' : type;
  // For other types, such as a text, only a PDF is taken.
  const [prefix, defaultType] =
    kind === 'image' || kind === 'audio' || kind === 'video'
      ? [`${kind}/`, `${kind}/*`]
      : ['application/pdf', ''];
  const best = (renditions ?? [])
    .filter(({ contenttype = defaultType, href }) => href && contenttype.toLowerCase().startsWith(prefix))
    .toSorted((a, b) => (b.width ?? 0) - (a.width ?? 0))[0];
  if (best?.href === undefined) return [];
  return [
    defined<Enclosure>({
      href: best.href,
      type: best.contenttype ?? defaultType,
      length: best.sizeinbytes,
      width: best.width,
      height: best.height,
      alt: lineWithRole(headlines, ['main']),
      caption: lineWithRole(descriptions, ['caption', 'text', 'main']),
      credit: firstOf(lineOfField(by ?? '')),
    }),
  ];
}

/**
 * The id of the item: `uri`, or else `guid`, which Superdesk writes instead. Without both, the only other id is the id.
 */
export function declaredIdOf(item: Ninjs): string | undefined {
  const others = alternativeIds(item);
  const only = others.length === 1 ? others[0] : undefined;
  return firstOf(item.uri, item.guid) ?? only ?? item.uri;
}

/** Other ids of the item: `guid` beside a `uri`, and `altids`. */
export function otherIdsOf(item: Ninjs): string[] {
  const declared = declaredIdOf(item);
  const all = [item.guid ?? '', ...alternativeIds(item)];
  return [...new Set(all)].filter((id) => id.trim() !== '' && id !== declared);
}

/** At most this many other ids of an item are looked up. */
const MAX_OTHER_IDS = 5;

/**
 * The ids in `altids`: texts, numbers, or objects with the id in `value`, `id`, `uri` or `guid`; a list of these, or one
 * alone. An object without such a member has ids by the name of the system that gave them: `{ "cms": "77" }`.
 */
function alternativeIds({ altids, altid }: Ninjs): string[] {
  const all: unknown[] = [altids, altid].flatMap((member) => member);
  return all.flatMap((member) => idIn(member) ?? idsBySystem(member)).slice(0, MAX_OTHER_IDS);
}

/** The ids of the items that this item evolved from: a text, an object with an id, or a list of these. */
export function evolvedFrom({ evolvedfrom }: Ninjs): string[] {
  const all: unknown[] = [evolvedfrom].flatMap((member) => member);
  return [...new Set(all.flatMap((member) => idIn(member) ?? []))].slice(0, MAX_OTHER_IDS);
}

const textOfId = (value: unknown): string | undefined =>
  typeof value === 'number' ? String(value) : typeof value === 'string' ? firstOf(value) : undefined;

function idIn(member: unknown): string | undefined {
  if (member === null || typeof member !== 'object') return textOfId(member);
  const members = new Map<string, unknown>(Object.entries(member));
  return ['value', 'id', 'uri', 'guid'].flatMap((name) => textOfId(members.get(name)) ?? [])[0];
}

/** Members of `altids` that name no item: the version, and the parts of an object whose id is missing. */
const NO_ID = /^(?:role|type|name|scheme|rel|lang|language|version|etag|modified|created|date)/i;

function idsBySystem(member: unknown): string[] {
  if (member === null || typeof member !== 'object' || Array.isArray(member)) return [];
  return Object.entries(member).flatMap(([name, value]) => (NO_ID.test(name) ? [] : (textOfId(value) ?? [])));
}
