import { AS_WRITTEN, textOfMarkup } from '../markup/text-of-markup.ts';
import { outsideLiterals } from './literal-sections.ts';

/**
 * Entities that a document type declares for single characters (`<!ENTITY nbsp "&#160;">`), and the entities of HTML.
 * They are replaced by their characters, so that the parser needs no declaration. Other declarations stay in the
 * document, which is then refused (XML_ENTITY): text that expands can be of any size, and nothing is fetched.
 */

/** How far the document type may reach. All entities of HTML 4 together take 12,000 characters. */
const MAX_DOCTYPE_CHARACTERS = 32_768;

/** A declaration of an entity by its text. */
const ENTITY = /<!ENTITY\s+([\w.-]{1,40})\s+(?:"([^"<]{0,40})"|'([^'<]{0,40})')\s*>/g;
/**
 * The entities of HTML as a set of W3C, and the reference to the set, if there is one. W3C's sets contain nothing but characters
 * (XHTML 1.0, appendix A.2).
 */
const W3C_SET =
  /<!ENTITY\s+%\s+([\w.-]{1,40})\s+(?:PUBLIC\s+"-\/\/W3C(?:\/\/|\s)ENTITIES [^"]{1,80}"\s*)(?:"https?:\/\/www\.w3\.org\/[^"]{1,100}"|"[\w.-]{1,60}\.ent")?\s*>(?:\s*%\1;)?/g;

/** The character that the text of a declaration stands for. Undefined if it is not one character. */
function characterOf(text: string): string | undefined {
  // In `&#38;#60;` the reference is escaped once more, as XML requires it for `<` and `&`.
  const once = textOfMarkup(text, AS_WRITTEN);
  const character = once.startsWith('&#') ? textOfMarkup(once, AS_WRITTEN) : once;
  return [...character].length === 1 ? character : undefined;
}

/** The character or characters of an HTML entity. Undefined if HTML has no entity of this name. */
function ofHtml(name: string): string | undefined {
  const reference = `&${name};`;
  const text = textOfMarkup(reference, AS_WRITTEN);
  return text === reference || text.includes(';') ? undefined : text;
}

/** Names that XML itself defines. */
const OF_XML = new Set(['lt', 'gt', 'amp', 'quot', 'apos']);
const REFERENCE = /&([a-z][\w.-]{0,40});/gi;

/** The document with the references to these entities replaced by their characters. */
export function withDeclaredCharacters(xml: string): string {
  const start = /^[^]{0,2000}?<!DOCTYPE\s/i.exec(xml.slice(0, 2048))?.[0].length;
  const { document, declared } = start === undefined ? { document: xml, declared: NONE } : readDoctype(xml);
  return outsideLiterals(document, (text) =>
    text.replace(REFERENCE, (reference, name: string) => {
      if (OF_XML.has(name)) return reference;
      const character = declared.get(name) ?? ofHtml(name);
      return character === undefined
        ? reference
        : character.replace(/[<&>]/g, (c) => `&#${c.charCodeAt(0)};`);
    }),
  );
}
const NONE: ReadonlyMap<string, string> = new Map();

/** The declarations of single characters, and the document without them. */
function readDoctype(xml: string): { document: string; declared: ReadonlyMap<string, string> } {
  const declared = new Map<string, string>();
  const head = xml.slice(0, MAX_DOCTYPE_CHARACTERS);
  const close = /\]\s*>/.exec(head);
  if (close === null) return { document: xml, declared };
  const subset = head
    .slice(0, close.index)
    .replace(W3C_SET, '')
    .replace(ENTITY, (declaration, name: string, quoted?: string, single?: string) => {
      const character = characterOf(quoted ?? single ?? '');
      const isKnown = OF_XML.has(name) || character === ofHtml(name);
      // Letters of ASCII need no entity: what declares one is not a list of characters.
      if (character === undefined || (character < '\u0080' && !isKnown)) return declaration;
      if (!OF_XML.has(name) && !declared.has(name)) declared.set(name, character);
      return '';
    });
  return { document: subset + xml.slice(close.index), declared };
}
