import { type Element, isTag } from 'domhandler';
import { lineIn, localName } from '../xml-document.ts';

/** Parsed documents have at most 100 levels; metadata of NewsML 1 has less than ten. */
const MAX_LEVELS = 30;

/** The descendants with this local name, in document order. */
export function descendants(elements: readonly Element[], name: string, level = 0): Element[] {
  if (level > MAX_LEVELS) return [];
  return elements.flatMap((element) => {
    const children = element.children.filter(isTag);
    return [
      ...children.filter((child) => localName(child) === name),
      ...descendants(
        children.filter((child) => localName(child) !== 'DataContent'),
        name,
        level + 1,
      ),
    ];
  });
}

/** The lines with this name in the `NewsLines` of the outermost component that has such lines. */
export function linesOf(components: readonly Element[], name: string): string[] {
  const own = components
    .flatMap((component) => component.children.filter(isTag))
    .filter((child) => localName(child) === 'NewsLines')
    .flatMap((lines) => lines.children.filter(isTag))
    .filter((line) => localName(line) === name)
    .flatMap((line) => lineIn(line) ?? []);
  if (own.length > 0) return own;
  const inner = components.flatMap((component) =>
    component.children.filter(isTag).filter((child) => localName(child) === 'NewsComponent'),
  );
  if (inner.length === 0) return [];
  // Only the first inner component that has such a line: the others are pictures or further parts.
  return inner.map((component) => linesOf([component], name)).find((lines) => lines.length > 0) ?? [];
}

export const lineOf = (components: readonly Element[], name: string): string | undefined =>
  linesOf(components, name)[0];

/** The most specific element of each subject code. */
const SUBJECTS = ['SubjectDetail', 'SubjectMatter', 'SubjectQualifier', 'Subject'];

/** Where the IPTC publishes the subject codes, which have eight digits. */
const SUBJECT_CODES = 'http://cv.iptc.org/newscodes/subjectcode/';

/** The subjects and keywords. A subject of NewsML 1 has only a formal name, which may be a code. */
export function conceptsOf(components: readonly Element[]): { name: string; uri?: string }[] {
  const codes = descendants(components, 'SubjectCode').flatMap((code) => {
    const found = SUBJECTS.map((name) => descendants([code], name)[0]?.attribs['FormalName']);
    return found.find((name) => name !== undefined && name.trim() !== '') ?? [];
  });
  const keywords = descendants(components, 'Property')
    .filter(({ attribs }) => /^keywords?$/i.test(attribs['FormalName'] ?? ''))
    .flatMap(({ attribs }) => attribs['Value'] ?? []);
  const lines = descendants(components, 'KeywordLine').flatMap((line) => lineIn(line) ?? []);
  const names = [...new Set([...codes, ...keywords, ...lines])];
  return names.map((name) => (/^\d{8}$/.test(name) ? { name, uri: SUBJECT_CODES + name } : { name }));
}

const PLACE = /^(?:city|countryarea|country|sublocation|region|worldregion)$/i;

/** The places in `Location`, each once. */
export function placesOf(components: readonly Element[]): string[] {
  const values = descendants(descendants(components, 'Location'), 'Property')
    .filter(({ attribs }) => PLACE.test(attribs['FormalName'] ?? ''))
    .flatMap(({ attribs }) => attribs['Value']?.trim() || []);
  return [...new Set(values)];
}
