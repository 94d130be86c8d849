import type { Byline } from '../../../domain/article.ts';
import type { Credited } from './credited.ts';

/**
 * Reads the reporter in the dateline of a Russian, Ukrainian or Bulgarian agency:
 *
 *     МОСКВА, 12 марта. /Корр. ТАСС Иван Петренко/. Паром …
 *     МОСКВА, 12 мар - РИА Новости, Анна Соколова. Паром …
 *
 * The place, the day and the agency stay, as in a dateline without a reporter.
 */
export function cyrillicHead(text: string): Credited | undefined {
  const start = text.slice(0, LONGEST_HEAD);
  if (!/\p{Script=Cyrillic}/u.test(start)) return undefined;
  return inSlashes(text, start) ?? afterAgency(text, start);
}

const LONGEST_HEAD = 200;

const PERSON = String.raw`(?:\p{Lu}[\p{Ll}’'ʼ]+(?:-\p{Lu}\p{Ll}+)?(?:\s\p{Lu}[\p{Ll}’'ʼ]+(?:-\p{Lu}\p{Ll}+)?){1,2}|\p{Lu}\.\s?(?:\p{Lu}\.\s?)?\p{Lu}[\p{Ll}’'ʼ]+)`;
const NAME = new RegExp(`^${PERSON}$`, 'u');
/** The sign of an agency: ТАСС, УНИАН, "Интерфакс", РИА Новости. A name has two words with small letters. */
const AGENCY = String.raw`[«"„]?(?:РИА Новости|Интерфакс(?:-\p{Lu}\p{Ll}+)?|Укринформ|Укрінформ|Report|\p{Lu}[\p{Lu}\d]{2,12})[»"“]?`;
const AGENCY_FIRST = new RegExp(String.raw`^(${AGENCY})(?:\s+|$)`, 'u');

const ROLE =
  /^(?:наш[аи]?\s+|соб(?:\.|ственный)\s?|спец(?:\.|иальный)?\s?)?(?:корр(?:\.|еспондент(?:ы|ка)?)?|кор(?:\.|еспондент(?:и|ка)?)|спецкор\.?|собкор\.?)(?!\p{L})\s*/iu;

const SLASHED = /^(?<before>[^/()]{0,60}?)\s*(?<all>[/(]\s*(?<inner>[^/()]{5,90}?)\s*[/)])\.?\s+(?=\S)/u;

function inSlashes(text: string, start: string): Credited | undefined {
  const found = SLASHED.exec(start);
  const { before = '', all = '', inner = '' } = found?.groups ?? {};
  const role = ROLE.exec(inner)?.[0];
  if (found === null || role === undefined) return undefined;
  const people = peopleOf(inner.slice(role.length));
  if (people === undefined) return undefined;
  const after = text.slice(found[0].length);
  const dateline = people.agency === undefined ? before : `${before} /${people.agency}/.`.trimStart();
  return {
    bylines: people.names.map((name): Byline => ({ name, role: role.trim() })),
    removed: all,
    rest: `${dateline} ${after}`.trim(),
  };
}

/** The names in a list, and the agency in it. Undefined if a part is neither, or if there is no name. */
function peopleOf(list: string): { names: string[]; agency?: string } | undefined {
  const names: string[] = [];
  let agency: string | undefined;
  for (const part of list.split(/\s*,\s*|\s+(?:и|та|й)\s+/u)) {
    const sign = AGENCY_FIRST.exec(part);
    if (sign !== null) agency = sign[1];
    const name = part.slice(sign?.[0].length ?? 0).trim();
    if (name === '') continue;
    if (!NAME.test(name)) return undefined;
    names.push(name);
  }
  if (names.length === 0) return undefined;
  return agency === undefined ? { names } : { names, agency };
}

const AFTER_AGENCY = new RegExp(
  String.raw`^(?<dateline>\p{Lu}[\p{L} .-]{1,40}, \d{1,2}\s\p{Ll}{3,9}\.?\s*[-–—]\s*${AGENCY})(?<credit>,\s+(?<names>${PERSON}(?:,\s+${PERSON}){0,3}))\.\s+(?=\p{Lu}|[«"„])`,
  'u',
);

function afterAgency(text: string, start: string): Credited | undefined {
  const found = AFTER_AGENCY.exec(start);
  const { dateline = '', credit = '', names = '' } = found?.groups ?? {};
  if (found === null) return undefined;
  return {
    bylines: names.split(/,\s+/u).map((name): Byline => ({ name })),
    removed: credit.replace(/^,\s+/u, ''),
    rest: `${dateline}. ${text.slice(found[0].length)}`,
  };
}
