import type { Document } from 'domhandler';
import { absoluteAddress } from '../markup/address.ts';

/** What an upstream feed says, in the terms that RSS, Atom and JSON Feed share. Dates are as they were written. */
export interface UpstreamFeed {
  title?: string;
  link?: string;
  language?: string;
  items: UpstreamItem[];
}

/** A text and how it is to be read: as it stands, or as HTML. */
export interface RichText {
  value: string;
  type: 'text' | 'html';
  /** The same as a tree, within the bounds of bounds.ts, where it has been read already. It may be taken apart. */
  document?: Document;
  /** What relative addresses in it are resolved against. */
  base?: string;
}

export interface UpstreamPerson {
  name?: string;
  email?: string;
  role?: string;
  /** Instead of a name a line that may name several people and what they did: `By Jane Roe and John Doe`. */
  byline?: string;
}

const ADDRESS = String.raw`[^\s@()<>]+@[^\s@()<>]+`;
const NAME_FIRST = new RegExp(String.raw`^([^<(]{1,200}?)\s*[<(](?:mailto:)?(${ADDRESS})[>)]$`, 'u');
const ADDRESS_FIRST = new RegExp(String.raw`^(${ADDRESS})\s*\(([^()]{1,200})\)$`, 'u');

/** A person in one line, who may have an address beside the name in either of the ways of RFC 822. */
export function personIn(line: string): UpstreamPerson {
  const text = line.trim().slice(0, 500);
  const [, name, email] = NAME_FIRST.exec(text) ?? [];
  if (name !== undefined && email !== undefined) return { name, email };
  const [, address, called] = ADDRESS_FIRST.exec(text) ?? [];
  return address !== undefined && called !== undefined ? { name: called, email: address } : { name: text };
}

/** People whom a feed names as the authors of all that is in it; more multiply with its items. */
export const MOST_AUTHORS = 20;

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

export interface UpstreamItem {
  id?: string;
  link?: string;
  title?: RichText;
  summary?: RichText;
  content?: RichText;
  published?: string;
  updated?: string;
  authors: UpstreamPerson[];
  categories: { name: string; uri?: string }[];
  enclosures: Enclosure[];
  /** As the item says of itself. */
  language?: string;
  /** What the feed says of all its items: often a content system's default, so a guess to start from. */
  feedLanguage?: string;
  rights?: string;
  /** Countries it may go to or, with a hyphen, may not. */
  territory?: string[];
}

/**
 * A category as a concept. A scheme (RSS `domain`) names the vocabulary and not the concept, so that only a vocabulary's
 * address that terms are put behind makes one.
 */
export function conceptOf(name: string, scheme?: string, term = name): { name: string; uri?: string } {
  const isBase = scheme !== undefined && /^https?:\/\/[^\s?#]+[/#]$/.test(scheme.trim());
  return isBase ? { name, uri: scheme.trim() + encodeURIComponent(term.trim()) } : { name };
}

/** Applies xml:base attributes, outermost first (XML Base section 4). */
export function baseOf(
  outer: string | undefined,
  ...inner: readonly (string | undefined)[]
): string | undefined {
  return inner.reduce(
    (base, next) => (next === undefined ? base : (absoluteAddress(next, base) ?? base)),
    outer,
  );
}

/** Whether a text that may be either is markup: it has a tag, a comment or a character reference in it. */
export function isMarkup(text: string): boolean {
  return /<(?:[a-z!]|\/[a-z])|&(?:#\d|#x[\da-f]|[a-z]\w{0,30};)/i.test(text);
}

/** A text of a format that does not say whether it is markup. */
export function untyped(value: string | undefined, base: string | undefined): RichText | undefined {
  if (value === undefined || value === '') return undefined;
  return { value, type: isMarkup(value) ? 'html' : 'text', ...(base !== undefined && { base }) };
}

/** The first value that says anything. */
export function firstOf(...values: readonly (string | undefined)[]): string | undefined {
  return values.find((value) => value !== undefined && value.trim() !== '');
}

/** The members of an object that have a value. */
export function defined<T extends object>(members: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as T;
}
