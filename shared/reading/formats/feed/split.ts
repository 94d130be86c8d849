import { SaxesParser, type SaxesTagPlain } from 'saxes';
import type { Rejection } from '../../../domain/outcome.ts';
import { type Fault, FORGIVEN, Stop } from './fault.ts';
import { MAX_ITEMS } from '../../item/read-all.ts';
import { endOfItem, startOfItem } from './item-bounds.ts';
import { type FeedKind, kindOf, localName, Mending, prefixOf } from './mending.ts';

export type FeedPart = { ok: true; xml: string } | { ok: false; rejection: Rejection };

/** A feed taken apart: its items as they stand, each well-formed or refused, and everything else. */
export interface SplitFeed {
  kind: FeedKind;
  /** Start tags around an item, with the namespaces they declare. */
  open: string;
  close: string;
  /** The document without its items. */
  head: string;
  parts: FeedPart[];
  /** xml:base of the elements around the items, outermost first, and their xml:lang. */
  bases: string[];
  language?: string;
  notes: string[];
}

/** Elements within elements; content in a feed is text or XHTML and stays below 40. */
const MAX_DEPTH = 100;

/** Characters handed to the parser at a time: what comes after a fault is not to be copied for it. */
const STEP = 16_384;

interface OpenElement {
  name: string;
  /** The start tag as it stands. */
  tag: string;
  attributes: Record<string, string>;
}

/**
 * Takes an RSS or Atom document apart in one pass. XML says that a document which is not well-formed is none (XML 1.0
 * section 1.2); a feed is a list, so here a fault costs the item it is in and no other. A document that cannot be taken
 * apart at all is a rejection: XML_ILLFORMED, XML_TRUNCATED, XML_ENTITY, XML_ROOT, XML_TOO_DEEP.
 */
export function splitFeed(xml: string): SplitFeed | Rejection {
  return new Splitter(xml).run();
}

class Splitter {
  private readonly xml: string;
  private readonly parts: FeedPart[] = [];
  private readonly heads: string[] = [];
  private readonly notes = new Set<string>();
  private stack: OpenElement[] = [];
  private root: OpenElement | undefined;
  private channel: OpenElement | undefined;
  private item: { start: number; name: string; depth: number } | undefined;
  private cursor = 0;
  /** Where the feed's head stops being well-formed, if it does. */
  private headEnd: number | undefined;
  private ending = false;
  private readonly mending: Mending;

  constructor(xml: string) {
    this.xml = xml;
    this.mending = new Mending(xml);
  }

  run(): SplitFeed | Rejection {
    for (let from: number | undefined = 0; from !== undefined;) {
      const fault: Fault | undefined = this.scan(from);
      if (fault === undefined) break;
      if (this.root === undefined || fault.code === 'XML_ENTITY' || fault.code === 'XML_ROOT') {
        return { code: fault.code, detail: fault.detail };
      }
      from = this.resume(fault);
    }
    if (this.root === undefined) return { code: 'XML_ILLFORMED', detail: 'no root element' };
    const rest = this.mending.cut(this.cursor, Math.max(this.cursor, this.headEnd ?? this.xml.length));
    const isOpen = this.stack.length > 0;
    this.heads.push(isOpen ? `${rest.replace(/<[^<>]*$/, '')}${closing(this.stack)}` : rest);
    return this.result(this.root);
  }

  /** Parses from an offset, below the elements that are open there, to the end or to the fault that it gives. */
  private scan(from: number): Fault | undefined {
    // Their attributes have been read, and may be most of the document.
    const prefix = this.stack.map(({ name }) => `<${name}>`).join('');
    const parser = new SaxesParser<{ position: true; xmlns: false }>({ position: true, xmlns: false });
    const here = (): number => from + parser.position - prefix.length;
    let replayed = this.stack.length;
    parser.on('doctype', (text) => {
      if (text.includes('<!ENTITY')) throw new Stop('XML_ENTITY', 'the DOCTYPE declares entities');
    });
    parser.on('opentag', (tag) => {
      if (replayed > 0) replayed--;
      else this.opened(tag, here());
    });
    parser.on('closetag', ({ name, isSelfClosing }) => {
      const end = this.xml.lastIndexOf('<', here() - 1);
      // The parser tells of a tag that another one's end tag closes before it complains of it.
      if (!isSelfClosing && !this.xml.startsWith(`</${name}`, end)) {
        throw new Stop('XML_ILLFORMED', `unexpected close tag within ${name.slice(0, 60)}`);
      }
      if (replayed === 0) this.closed(here());
    });
    parser.on('error', (error) => {
      // The message begins with the parser's own line and column, which a second scan counts anew.
      const detail = error.message.replace(/^[\d:\s]+/, '');
      if (this.ending || !FORGIVEN.some((known) => detail.startsWith(known)))
        throw new Stop('XML_ILLFORMED', detail);
      this.notes.add(`the XML is not well-formed: ${detail}`);
    });
    const { stackTraceLimit } = Error;
    try {
      // Forgiven faults are errors too, by the million; taking down where each arose is what costs.
      Error.stackTraceLimit = 0;
      this.ending = false;
      parser.write(prefix);
      for (let start = from; start < this.xml.length; start += STEP) {
        parser.write(this.xml.slice(start, start + STEP));
      }
      this.ending = true;
      parser.close();
    } catch (error) {
      if (!(error instanceof Stop)) throw error;
      const code = this.ending && error.code === 'XML_ILLFORMED' ? 'XML_TRUNCATED' : error.code;
      return { at: Math.max(here(), from), code, detail: error.message };
    } finally {
      Error.stackTraceLimit = stackTraceLimit;
    }
    return undefined;
  }

  private opened({ name, attributes, isSelfClosing }: SaxesTagPlain, at: number): void {
    const start = this.xml.lastIndexOf('<', at - 1);
    const raw = this.xml.slice(start, at);
    const tag = isSelfClosing ? `${raw.slice(0, -2)}>` : raw;
    const element = { name, tag, attributes };
    if (this.root === undefined) {
      if (kindOf(name) === undefined) throw new Stop('XML_ROOT', `the root element is ${name.slice(0, 60)}`);
      this.root = element;
    }
    if (this.stack.length >= MAX_DEPTH) throw new Stop('XML_TOO_DEEP', `more than ${MAX_DEPTH} levels`);
    if (this.stack.length === 1 && localName(name) === 'channel') this.channel ??= element;
    if (this.item === undefined && this.isItem(name)) {
      if (this.parts.length >= MAX_ITEMS) {
        throw new Stop('SIZE_ITEMS', `more than ${MAX_ITEMS} items; those before it were taken`);
      }
      this.heads.push(this.mending.cut(this.cursor, start));
      this.cursor = start;
      this.item = { start, name, depth: this.stack.length };
    }
    this.stack.push(element);
    const level = this.stack.length - 1 - (this.item?.depth ?? 0);
    this.mending.opened({ name, attributes, start, end: at, isSelfClosing }, level, this.item !== undefined);
  }

  private closed(at: number): void {
    this.stack.pop();
    this.mending.closed(this.xml.lastIndexOf('<', at - 1));
    if (this.item === undefined || this.stack.length !== this.item.depth) return;
    this.parts.push({ ok: true, xml: this.mending.cut(this.item.start, at) });
    this.item = undefined;
    this.cursor = at;
  }

  private isItem(name: string): boolean {
    const [root, parent] = this.stack;
    if (root === undefined) return localName(name) === 'entry';
    const kind = kindOf(root.name);
    const prefix = prefixOf(name);
    if (prefix !== '' && prefix !== prefixOf(root.name) && !prefix.startsWith('rss')) return false;
    if (kind === 'atom') return this.stack.length === 1 && localName(name) === 'entry';
    const isBelow = parent === undefined || (this.stack.length === 2 && localName(parent.name) === 'channel');
    return localName(name) === 'item' && isBelow;
  }

  /** The item whose start tag is where a fault was found, so that it never came to be one. */
  private itemAt(start: number): { start: number; name: string; depth: number } | undefined {
    const name = /^<([\w:.-]{1,60})/.exec(this.xml.slice(start, start + 64))?.[1];
    if (name === undefined || this.stack.length === 0 || start < this.cursor || !this.isItem(name))
      return undefined;
    this.heads.push(this.mending.cut(this.cursor, start));
    return { start, name, depth: this.stack.length };
  }

  /** Records a fault and says where to go on; undefined if there is nothing left to read. */
  private resume({ at, code, detail }: Fault): number | undefined {
    if (code === 'SIZE_ITEMS') {
      this.parts.push({ ok: false, rejection: { code, detail } });
      this.cursor = this.xml.length;
      return undefined;
    }
    const item = this.item ?? this.itemAt(this.xml.lastIndexOf('<', at - 1));
    if (item !== undefined) {
      const { start, name, depth } = item;
      const end = depth === 0 ? undefined : endOfItem(this.xml, name, start);
      // What looks cut off to the parser is not, where the item's end is there.
      const isCut = code === 'XML_TRUNCATED' && end !== undefined;
      this.parts.push({ ok: false, rejection: { code: isCut ? 'XML_ILLFORMED' : code, detail } });
      this.mending.forget(depth);
      this.item = undefined;
      this.stack = this.stack.slice(0, depth);
      this.cursor = end ?? this.xml.length;
      return end;
    }
    const next = startOfItem(this.xml, at);
    if (this.stack.length === 0 || next === undefined) {
      if (code === 'XML_ILLFORMED') this.headEnd = this.xml.lastIndexOf('<', at - 1);
      // Whole items before it stand; the sender still has to hear that something is missing or too much.
      this.parts.push({ ok: false, rejection: { code, detail } });
      return undefined;
    }
    this.notes.add(`a part of the feed outside its items is not well-formed and was left out: ${detail}`);
    this.stack = this.stack.slice(0, this.stack.length > 1 && this.channel !== undefined ? 2 : 1);
    this.mending.forget(this.stack.length);
    this.cursor = next;
    return next;
  }

  private result(root: OpenElement): SplitFeed {
    const kind = kindOf(root.name) ?? 'rss';
    const isEntry = localName(root.name) === 'entry';
    const around = isEntry
      ? [{ name: 'feed', tag: '<feed xmlns="http://www.w3.org/2005/Atom">', attributes: {} }]
      : [root, ...(kind === 'rss' ? [this.channel ?? CHANNEL] : [])];
    const attribute = (name: string): string[] =>
      around.map(({ attributes }) => attributes[name]).filter((value) => value !== undefined);
    const language = attribute('xml:lang').at(-1);
    // RSS has no namespace of its own; where someone gave it one, its elements are known without.
    const names = around.map(({ name }) => (kind === 'rss' ? localName(name) : name));
    return {
      kind,
      open: around.map(({ tag, name }, at) => `<${names[at]}${tag.slice(1 + name.length)}`).join(''),
      close: closing(names.map((name) => ({ name }))),
      head: this.heads.join(''),
      parts: this.parts,
      bases: attribute('xml:base'),
      ...(language !== undefined && { language }),
      notes: [...this.notes],
    };
  }
}

const closing = (elements: readonly Pick<OpenElement, 'name'>[]): string =>
  elements.reduce((tags, { name }) => `</${name}>${tags}`, '');

const CHANNEL: OpenElement = { name: 'channel', tag: '<channel>', attributes: {} };
