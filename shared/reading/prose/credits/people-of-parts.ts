import type { Byline } from '../../../domain/article.ts';
import { withoutFacts } from './byline-facts.ts';
import { isPhrase } from './not-names.ts';
import { hasOutlet, hasPosition, isNobody, isPositionWord } from './not-people.ts';
import { isFullName, isSingleName, PARTICLES, SUFFIX } from './person-form.ts';

/** People, and the parts of a field that name no person, as written. */
export interface People {
  bylines: Byline[];
  left: string[];
}

/** Before a single word, the short words are part of a surname: Ortega y Gasset, da Silva e Souza. */
const CONJUNCTION =
  /\s+(?:(?:and|und|et|och|og|with|con|com|mit|avec|met|ve|및|و)\s+|(?:y|e|en|i|и)\s+(?=\S+\s+\S))/iu;
const SIGN = /\s*[,;、，；&/＆،]\s*/u;
const BETWEEN_NAMES = new RegExp(
  `${SIGN.source}(?:(?:and|und|y|et|e|og|och|en|и)\\s+)?|${CONJUNCTION.source}`,
  'iu',
);

/** `Ana Ruiz and Bo Li, Harbour News`: what follows the comma after the last `and` names nobody. */
const LIST_THEN_REST =
  /^([^,;/]{2,80}(?:,[^,;/]{2,80}){0,8}?\s(?:and|und|y|et|e|och|og|en|и|&)\s[^,;/]{2,60}?),\s+(.{2,120})$/iu;

/** The first words of names of places that have two words. */
const PLACE =
  /^(?:new|san|são|santa|santo|saint|st\.?|los|las|fort|port|puerto|cape|hong|tel|abu|rio|buenos|kuala|addis|sri|north|south|east|west|central|great|united|saudi|costa|nova|nueva|bad|mexico|cidade|ciudad|washington|the) /iu;

/** A place, an employer or an occasion after a name: Ana Ruiz in Paris, Ana Ruiz for Harbour News. */
const AFTER_NAME =
  /^(.{4,80}?) (?:in|at|for|via|from|of the|of|special to|reports|reporting|writes|aus|bei|für|à|au|pour|desde|para|uit|bij|voor|в|из|для) (?=\p{Lu}|the |la |el |o |il |de |der |dem |den )(.{2,100})$/u;

const BRACKETS = /\s*[([（]([^()[\]（）]{1,80})[)\]）]/gu;

/** The text without quotation marks, stars and similar signs around it. */
export const unquoted = (text: string): string =>
  text.replace(/^[\s"'“”„«»*_~#>:;,-]+(?=\S)|[\s"'“”«»*_~,;:]+$/gu, '').trim();

/**
 * The people in a text that consists of names, separated by signs and words. `hasPerson`: whether a person comes
 * before the text.
 */
export function peopleOfParts(text: string, kind: 'byline' | 'name', hasPerson = false): People {
  const left: string[] = [];
  const remarks: string[] = [];
  const bare = text.replace(BRACKETS, (_, inner: string) => {
    remarks.push(inner.trim());
    return '';
  });
  const [, list = bare, rest] = LIST_THEN_REST.exec(bare) ?? [];
  const isWhole = CONJUNCTION.test(list) && rest !== undefined && !CONJUNCTION.test(rest);
  const parts = (isWhole ? list : bare)
    .split(BETWEEN_NAMES)
    .map((part) => unquoted(part))
    .filter((part) => part !== '');
  const read = new Parts(parts, hasPerson);
  // Nothing in the text is a full name. A single word is a name if the sender says so: `roe, doe`, `Cher`.
  if (read.bylines.length === 0 && read.left.length < parts.length) return singleNames(bare, read, kind);
  left.push(...read.left);
  if (isWhole) left.push(...read.behind(rest));
  for (const remark of remarks) left.push(...read.behind(remark));
  return { bylines: read.bylines, left };
}

function singleNames(text: string, { parts, left }: Parts, kind: 'byline' | 'name'): People {
  const rest = parts.filter((part) => !left.includes(part));
  // `Roe, Jane` is one person. `Example and Sons` is one firm, and stays as the sender wrote it.
  const isInverted = /^\p{Lu}[^\s,]*, \p{Lu}[^\s,]*$/u.test(text) && rest.length === 2;
  const isFirm = CONJUNCTION.test(text) && /^\p{Lu}/u.test(text);
  if (kind === 'byline' && !isInverted && !isFirm && rest.every(isSingleName))
    return { bylines: rest.map((name) => ({ name })), left };
  const name = left.length === 0 ? text.trim() : rest.join(' ');
  return isUnlikely(name) ? { bylines: [], left: [...left, name] } : { bylines: [{ name }], left };
}

/** Whether a text that has not the form of a full name is no name at all: it has digits, or reads as a sentence. */
const isUnlikely = (text: string): boolean =>
  /[\d_@#!?:/\\=<>{}]/u.test(text) || text.split(' ').length > 5 || /[.!?]\s+\S/u.test(text.slice(4));

/** Reads the parts of a list from left to right. */
class Parts {
  readonly bylines: Byline[] = [];
  readonly left: string[] = [];
  readonly parts: readonly string[];
  private readonly hasPerson: boolean;

  constructor(parts: readonly string[], hasPerson: boolean) {
    this.parts = parts;
    this.hasPerson = hasPerson;
    for (const part of parts) this.take(part);
  }

  /** Reads a text after the list, which names no person: a job title of the last person, or an outlet. */
  behind(text: string): string[] {
    const last = this.bylines.at(-1);
    const isRole = hasPosition(text) && text.length <= 60;
    if (!isRole || last === undefined) return [text];
    const unnamed = this.bylines.filter(({ role }) => role === undefined);
    for (const byline of unnamed) byline.role = text;
    return unnamed.length === 0 ? [text] : [];
  }

  private get isAfterPerson(): boolean {
    return this.hasPerson || this.bylines.length > 0;
  }

  private take(written: string): void {
    const { text, facts } = withoutFacts(written);
    if (facts !== '') this.left.push(facts);
    if (text === '') return;
    const last = this.bylines.at(-1);
    if (SUFFIX.test(text) && last) {
      // Jane Roe, Jr. keeps the suffix; a degree such as PhD is not part of the name.
      if (/^(?:[js]r\.?|jnr|snr|i{2,3}|iv)$/iu.test(text)) last.name = `${last.name}, ${text}`;
      else this.left.push(text);
      return;
    }
    if (this.takeRoleAndName(text)) return;
    if (last !== undefined && last.role === undefined && hasPosition(text) && text.length <= 60) {
      last.role = text;
      return;
    }
    if (isNobody(text) || hasPosition(text) || (this.isAfterPerson && isPlaceOrSign(text))) {
      this.left.push(text);
      return;
    }
    if (this.takeNameAndRest(text)) return;
    if (hasOutlet(text, this.isAfterPerson)) {
      this.left.push(text);
      return;
    }
    if (isFullName(text) && !isPhrase(text)) {
      this.bylines.push({ name: text });
      return;
    }
    if (this.isAfterPerson || /\d/u.test(text)) this.left.push(text);
  }

  private takeNameAndRest(text: string): boolean {
    const name = AFTER_NAME.exec(text)?.[1] ?? '';
    if (!isFullName(name) || !name.includes(' ') || isNobody(name) || hasOutlet(name, false)) return false;
    this.bylines.push({ name });
    this.left.push(text.slice(name.length).trim());
    return true;
  }

  /** Reporter Ana Ruiz, Redakteurin Erika Mustermann, 김서연 기자: the job title and the name are one part. */
  private takeRoleAndName(text: string): boolean {
    const words = text.split(' ');
    if (words.length < 2 || hasOutlet(text, true)) return false;
    const isRole = words.map(isPositionWord);
    const first = isRole.lastIndexOf(true);
    const from = isRole.indexOf(true);
    if (first === -1) return false;
    const before = words.slice(0, from).join(' ');
    const after = words.slice(first + 1).join(' ');
    const role = words.slice(from, first + 1).join(' ');
    const name = from === 0 ? after : first === words.length - 1 ? before : '';
    // `Maritime Correspondent` is a job title: one word beside it is no full name, except in a script without capitals.
    const isName = isFullName(name) && (from === 0 || !/\p{Lu}/u.test(name)) && !isNobody(name);
    if (!isName || PARTICLES.has(name)) return false;
    this.bylines.push({ name, role: role.replace(/:$/u, '') });
    return true;
  }
}

/** A place, or an acronym of an outlet, after a person: Paris, New York, BBC. */
const isPlaceOrSign = (text: string): boolean =>
  PLACE.test(text) || /^[\p{Lu}\d&.]{2,6}$/u.test(text) || /\.(?:com|org|net|[a-z]{2})$/u.test(text);
