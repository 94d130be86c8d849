import type { Byline } from '../../../domain/article.ts';
import { lineOfText } from '../../../domain/text.ts';
import { withoutFacts } from './byline-facts.ts';
import { creditsIn } from './credits.ts';
import { HELP_ROLE, WITH_HELP } from './help.ts';
import { isNobody } from './not-people.ts';
import { isFullName, isSingleName, personKey } from './person-form.ts';
import { peopleOfParts, type People, unquoted } from './people-of-parts.ts';

/** The people in a field that declares authors, and the parts of it that name no person, as written. */
export type { People } from './people-of-parts.ts';

/** The words before the names in a byline. */
const BEFORE_NAMES =
  /^(?:(?:posted |written |published |reported |story |text |words |article |a report )?by|(?:escrito |texto |publicado )?por|(?:geschrieben |verfasst |text )?von|(?:écrit |publié |rédigé )?par|di|a cura di|scritto da|door|av|af|przez|от|автор|文|記者|记者|بقلم|كتب|كتبت)(?:\s*[:：]\s*|\s+|(?=\p{Script=Han}))/iu;

/** Words for `our` before a job title in small letters: onze correspondent Jan de Vries. */
const OUR_POST =
  /^(?:[Oo]ur|[Uu]nser(?:e[mnr]?)?|[Nn]otre|[Nn]os|[Nn]uestr[oa]s?|[Nn]oss[oa]s?|[Nn]ostr[oaie]|[Oo]nze|[Нн]аш(?:его|ей)?) (?=\p{Ll})/u;

/** An outlet, a section or a remark after a bar or a dash with spaces around it. */
const AFTER_BAR = /\s+[|–—•·-]\s+|\s*[|｜丨•]\s*/u;

/** At most this many characters of a field are read. */
const LONGEST_FIELD = 600;

/**
 * The people in a line that is known to be a byline. The rules for credits find names with their roles; if they find
 * nothing, the line is split at the words and signs between names. `language`: a BCP 47 tag; the rules of this
 * language are tried first.
 */
export function peopleInByline(line: string, language: string): People {
  return peopleIn(line, language, 'byline');
}

/**
 * The people in a field that is meant for one name, such as a feed's author. The text stays one name unless the rules
 * for credits find several people in it, or each part has the form of a name: `Roe, Jane` and `Example and Sons` stay
 * whole.
 */
export function peopleInName(name: string, language: string): People {
  return peopleIn(name, language, 'name');
}

/** The bylines without those of a person who is already in the list. A byline with a role wins over one without. */
export function withoutSamePerson(bylines: readonly Byline[]): Byline[] {
  const kept: Byline[] = [];
  for (const byline of bylines) {
    const key = personKey(byline.name);
    const at = kept.findIndex(
      ({ name, role }) =>
        personKey(name) === key &&
        (role === byline.role || [role, byline.role].some((one) => one === undefined || one === HELP_ROLE)),
    );
    const other = kept[at];
    if (other === undefined) kept.push(byline);
    else kept[at] = { name: betterOf(other.name, byline.name), ...roleOf(other, byline) };
  }
  return kept;
}

const roleOf = (left: Byline, right: Byline): { role?: string } => {
  const role = left.role === HELP_ROLE ? (right.role ?? left.role) : (left.role ?? right.role);
  return role === undefined ? {} : { role };
};

/** Of two spellings of one name, the one in the order of speech, not all in capitals, and with more accents. */
function betterOf(left: string, right: string): string {
  const rank = (name: string): number =>
    (name.includes(',') ? 100 : 0) +
    (name === name.toUpperCase() || name === name.toLowerCase() ? 50 : 0) -
    (name.normalize('NFD').length - name.length);
  return rank(right) < rank(left) ? right : left;
}

/** Whether two names are spellings of one person: case, accents and order of the words do not count. */
export const isSamePerson = (left: string, right: string): boolean => personKey(left) === personKey(right);

function peopleIn(field: string, language: string, kind: 'byline' | 'name'): People {
  const text = lineOfText(field).slice(0, LONGEST_FIELD);
  const list = listIn(text);
  if (list !== undefined) {
    const each = list.map((one) => peopleIn(one, language, kind));
    return joined(each);
  }
  if (text === '') return { bylines: [], left: [] };
  const clean = unquoted(text);
  // In `Roe, Jane; Doe, John` the commas stand inside the names.
  if (/^[^;]+,[^;]+;/u.test(clean)) {
    const each = clean.split(/\s*;\s*/u).filter((part) => part !== '');
    return joined(each.map((part) => peopleIn(part, language, kind)));
  }
  const [writers = '', help] = clean.split(WITH_HELP, 2);
  if (help !== undefined && writers !== '') {
    const helpers = peopleIn(help, language, kind);
    const bylines = helpers.bylines.map((byline) => ({ role: HELP_ROLE, ...byline }));
    return joined([peopleIn(writers, language, kind), { ...helpers, bylines }]);
  }
  const ruled = byRules(clean, language);
  if (ruled !== undefined) return { bylines: withoutSamePerson(ruled), left: [] };
  if (/^\S+@\S+\.\S+$/u.test(clean)) {
    // The mailbox of a newsroom is nobody's.
    const isShared = isNobody((clean.split('@')[0] ?? '').replace(/[._+-]+/gu, ' '));
    return isShared ? { bylines: [], left: [clean] } : { bylines: [{ name: clean }], left: [] };
  }
  const { text: named, facts } = withoutFacts(withoutAddress(clean));
  const found = readNames(named.replace(BEFORE_NAMES, '').replace(OUR_POST, ''), kind);
  return {
    bylines: withoutSamePerson(found.bylines),
    left: [...found.left, ...(facts === '' || isAddress(facts) ? [] : [facts])],
  };
}

const isAddress = (facts: string): boolean => /^\S+@\S+$/u.test(facts);

/** `ana@example.org (Ana Ruiz)`, `Ana Ruiz <ana@example.org>`: the name. An address alone stays. */
function withoutAddress(text: string): string {
  const name = /^\S{1,80}@\S{1,80} \(([^()]{2,80})\)$/u.exec(text)?.[1];
  return (
    name ?? text.replace(/(?<=\S) ?[<([](?:mailto:)?[^\s<>()[\]]{1,80}@[^\s<>()[\]]{1,80}[>)\]]/gu, '').trim()
  );
}

/** Reads what follows a bar only if it can be names: `Ana Ruiz | Bo Li`, but `Ana Ruiz | Harbour News`. */
function readNames(text: string, kind: 'byline' | 'name'): People {
  const name = text.trim();
  if (/^(?:https?:\/\/|www\.)\S+$/iu.test(name)) return { bylines: [], left: [name] };
  const [first = '', ...behind] = name.split(AFTER_BAR);
  const found = peopleOfParts(first, kind);
  const each = behind
    .filter((part) => part !== '')
    .map((part) =>
      found.bylines.length === 0 || (isFullName(part) && !isNobody(part))
        ? peopleOfParts(part, kind, found.bylines.length > 0)
        : isSingleName(part) && isSingleName(first) && !isNobody(part)
          ? { bylines: [{ name: part }], left: [] }
          : { bylines: [], left: [part] },
    );
  return joined([found, ...each]);
}

const joined = (each: readonly People[]): People => ({
  bylines: withoutSamePerson(each.flatMap(({ bylines }) => bylines)),
  left: each.flatMap(({ left }) => left),
});

/** The names in a list that a CMS wrote as JSON: ["Ana Ruiz","Bo Li"], [{"name":"Ana Ruiz"}]. */
function listIn(text: string): string[] | undefined {
  if (!/^\[.*\]$|^\{.*\}$/su.test(text)) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // A list in the manner of Python, or without quotation marks: ['Ana Ruiz', 'Bo Li'], [Ana Ruiz, Bo Li]
    const inner = text.slice(1, -1);
    return inner.includes('{') ? undefined : inner.split(',').map((part) => unquoted(part.trim()));
  }
  const nameOf = (one: unknown): string[] => {
    if (typeof one === 'string') return [one];
    const name = one !== null && typeof one === 'object' && 'name' in one ? one.name : undefined;
    return typeof name === 'string' ? [name] : [];
  };
  return (Array.isArray(value) ? (value as unknown[]) : [value]).flatMap(nameOf);
}

function byRules(text: string, language: string): Byline[] | undefined {
  const credited = creditsIn(text, language);
  const bylines = credited.at(-1)?.rest === '' ? credited.flatMap((credit) => credit.bylines) : [];
  const people = bylines.filter(({ name }) => !isNobody(name));
  return people.length === 0 ? undefined : people;
}
