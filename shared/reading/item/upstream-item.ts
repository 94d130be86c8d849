import type { Document } from 'domhandler';
import { defined } from '../draft/defined.ts';
import type { Beside } from '../draft/draft.ts';
import type { Sign } from './signs.ts';
import { hasMarkup, isBlockMarkup } from '../markup/block-markup.ts';
import { withoutCdata } from '../markup/cdata.ts';
import { isMarkup } from '../markup/line-of-markup.ts';

/** A feed that a source sent, in the same form whether it was RSS, Atom or JSON Feed. */
export interface UpstreamFeed {
  title?: string;
  link?: string;
  language?: string;
  items: UpstreamItem[];
}

/** One item of such a feed, as the reader of its format finds it. Dates are texts as the sender wrote them. */
export interface UpstreamItem {
  id?: string;
  /** Other ids under which the article may be stored, for an item without an id. */
  otherIds?: string[];
  link?: string;
  title?: RichText;
  summary?: RichText;
  content?: RichText;
  published?: string;
  updated?: string;
  /** Whether the dates are those of an item of a feed. A feed is younger than the web. */
  isOfFeed?: boolean;
  authors: UpstreamPerson[];
  categories: { name: string; uri?: string }[];
  enclosures: Enclosure[];
  /** The language that the item itself states. */
  language?: string;
  /** The language that the feed states for all items. It is often only the default of a CMS, so it is a weak hint. */
  feedLanguage?: string;
  rights?: string;
  /**
   * Codes of the countries where the article may be shown. A hyphen before a code means that it may not be shown
   * there.
   */
  territory?: string[];
  /** What the document says about whether, or when, the article may be shown. */
  signs?: Sign[];
  /** Lines that are no part of the article, in which the sender may write to editors: slugs, tag lines. */
  besides?: Beside[];
  /** What was repaired or assumed while the item was read. */
  notes?: string[];
}

/** A text, and whether it is plain text or HTML. */
export interface RichText {
  value: string;
  type: 'text' | 'html';
  /** Whether the sender did not state that the text is plain text, although the format allows to state it. */
  isUntyped?: boolean;
  /**
   * The HTML as a tree, if it is already parsed (within the limits of markup/bounds.ts). `draftOf` changes this
   * tree.
   */
  document?: Document;
  /** Relative addresses in the text are resolved against this address. */
  base?: string;
}

export interface UpstreamPerson {
  name?: string;
  email?: string;
  role?: string;
  /** Instead of a name, a line that may name several people and their roles: `By Jane Roe and John Doe`. */
  byline?: string;
}

/**
 * An item without authors gets the authors of its feed, but at most this many. The limit is needed because each such
 * item repeats all of them.
 */
export const MAX_FEED_AUTHORS = 20;

export interface Enclosure {
  href: string;
  type?: string;
  /** In bytes. */
  length?: number;
  width?: number;
  height?: number;
  alt?: string;
  caption?: string;
  credit?: string;
}

const EMAIL = String.raw`[^\s@()<>]+@[^\s@()<>]+`;
const NAME_THEN_EMAIL = new RegExp(String.raw`^([^<(]{1,200}?)\s*[<(](?:mailto:)?(${EMAIL})[>)]$`, 'u');
const EMAIL_THEN_NAME = new RegExp(String.raw`^(${EMAIL})\s*\(([^()]{1,200})\)$`, 'u');

/** A person on one line: `Jane Roe <jane@example.com>` or `jane@example.com (Jane Roe)` (RFC 822), or only a name. */
export function personIn(line: string): UpstreamPerson {
  const text = line.trim().slice(0, 500);
  const [, name, email] = NAME_THEN_EMAIL.exec(text) ?? [];
  if (name !== undefined && email !== undefined) return { name, email };
  const [, address, called] = EMAIL_THEN_NAME.exec(text) ?? [];
  return address !== undefined && called !== undefined ? { name: called, email: address } : { name: text };
}

/**
 * Makes a subject from a category of an item. `scheme` (`domain` in RSS) names the vocabulary of the category. The
 * subject gets a URI only if the scheme is an address to which `term` can be appended.
 */
export function conceptOf(name: string, scheme?: string, term = name): { name: string; uri?: string } {
  const isBase = scheme !== undefined && /^https?:\/\/[^\s?#]+[/#]$/.test(scheme.trim());
  return isBase ? { name, uri: scheme.trim() + encodeURIComponent(term.trim()) } : { name };
}

/**
 * A concept with its name and its code. A concept without a name is named after its code, so that it is not lost: a
 * selector can have the code. Empty if there is neither.
 */
export function namedConcept(name?: string, code?: string): { name: string; uri?: string }[] {
  const uri = firstOf(code)?.trim();
  const shown = firstOf(name)?.trim() ?? (uri && shortCode(uri));
  return shown === undefined ? [] : [defined({ name: shown, uri })];
}

/** A code as a name: of a web address, only the last segment. */
function shortCode(code: string): string {
  return /^https?:/i.test(code) ? (/[^/#]+(?=[/#]*$)/.exec(code)?.[0] ?? code) : code;
}

/** A text of a format that does not say whether it is HTML. */
export function untyped(value: string | undefined, base: string | undefined): RichText | undefined {
  if (value === undefined || value === '') return undefined;
  return { value, type: isMarkup(value) ? 'html' : 'text', ...(base !== undefined && { base }) };
}

/**
 * The text as it was meant: without the signs of CDATA sections, and as HTML if it was sent as plain text but is HTML.
 */
export function asMeant(text: RichText): { text: RichText; notes: string[] } {
  if (text.document !== undefined) return { text, notes: [] };
  const value = withoutCdata(text.value);
  const isHtml = isBlockMarkup(value) || (text.isUntyped === true && hasMarkup(value));
  if (text.type === 'html' || !isHtml) return { text: { ...text, value }, notes: [] };
  return {
    text: { ...text, value, type: 'html' },
    notes: ['a text that was sent as plain text was read as HTML'],
  };
}

/** The first value that is not blank. */
export function firstOf(...values: readonly (string | undefined)[]): string | undefined {
  return values.find((value) => value !== undefined && value.trim() !== '');
}
