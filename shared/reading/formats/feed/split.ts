import { SaxesParser, type SaxesTagPlain } from 'saxes';
import type { Rejection } from '../../../domain/outcome.ts';
import type { Result } from '../../../domain/result.ts';
import { rejected } from '../../draft/draft.ts';
import { MAX_SUBMISSION_ITEMS, tooManyItems } from '../../item/item-limit.ts';
import { MAX_XML_LEVELS } from '../xml-document.ts';
import { rootDetail } from '../xml-kinds.ts';
import { XmlStop } from '../xml-stop.ts';
import { type Fault, TOLERATED_FAULTS } from './fault.ts';
import { FeedEdits, kindOf, localName, prefixOf } from './feed-edits.ts';
import { endTags, type FeedFrame, frameOf, type OpenElement } from './feed-frame.ts';
import { endOfItem, startOfItem } from './item-bounds.ts';

/** The XML of an item, which is well-formed, or the reason why the item is rejected. */
export type FeedPart = Result<{ xml: string }, { rejection: Rejection }>;

/** A feed, split into its items and the parts around them. */
export interface SplitFeed extends FeedFrame {
  /** The document without its items. */
  head: string;
  parts: FeedPart[];
  notes: string[];
}

/**
 * How many characters the parser gets at a time. If it got the whole text at once, each fault would cost a copy of
 * all text after it.
 */
const STEP_CHARACTERS = 16_384;

type SplitResult = Result<{ feed: SplitFeed }, { rejection: Rejection }>;

/**
 * Splits an RSS or Atom document in one pass. XML parsers must reject a document that is not well-formed (XML 1.0
 * section 1.2). A feed is a list, so here a fault rejects only the item that has the fault. Rejections of the whole
 * document: XML_ILLFORMED, XML_TRUNCATED, XML_ENTITY, XML_ROOT, XML_TOO_DEEP.
 */
export function splitFeed(xml: string): SplitResult {
  return new Splitter(xml).run();
}

/** Namespaces and prefixes of extensions of RSS, none of which has items of its own. */
const EXTENSIONS = /atom|media|mrss|itunes|dc$|purl\.org\/(?:dc|rss\/1\.0\/modules)|content|georss|podcast/i;

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
  /** The offset at which the part of the feed outside items stops being well-formed. */
  private headEnd: number | undefined;
  private ending = false;
  private readonly edits: FeedEdits;

  constructor(xml: string) {
    this.xml = xml;
    this.edits = new FeedEdits(xml);
  }

  run(): SplitResult {
    for (let from: number | undefined = 0; from !== undefined;) {
      const fault: Fault | undefined = this.scan(from);
      if (fault === undefined) break;
      if (this.root === undefined || fault.code === 'XML_ENTITY' || fault.code === 'XML_ROOT') {
        return rejected(fault.code, fault.detail);
      }
      from = this.resume(fault);
    }
    if (this.root === undefined) return rejected('XML_ILLFORMED', 'no root element');
    const rest = this.edits.cut(this.cursor, Math.max(this.cursor, this.headEnd ?? this.xml.length));
    const isOpen = this.stack.length > 0;
    this.heads.push(isOpen ? `${rest.replace(/<[^<>]*$/, '')}${endTags(this.stack)}` : rest);
    return { ok: true, feed: this.result(this.root) };
  }

  /**
   * Parses from an offset, inside the elements that are open there, to the end of the document or to the first fault.
   * Returns this fault.
   */
  private scan(from: number): Fault | undefined {
    // Repeat the start tags of the open elements without their attributes. The attributes were read before, and may
    // be most of the document.
    const prefix = this.stack.map(({ name }) => `<${name}>`).join('');
    const parser = new SaxesParser<{ position: true; xmlns: false }>({ position: true, xmlns: false });
    const here = (): number => from + parser.position - prefix.length;
    let replayed = this.stack.length;
    parser.on('doctype', (text) => {
      if (text.includes('<!ENTITY')) throw new XmlStop('XML_ENTITY', 'the DOCTYPE declares entities');
    });
    parser.on('opentag', (tag) => {
      if (replayed > 0) replayed--;
      else this.opened(tag, here());
    });
    parser.on('closetag', ({ name, isSelfClosing }) => {
      const end = this.xml.lastIndexOf('<', here() - 1);
      // If an end tag has the wrong name, the parser first reports the element as closed, and then the fault.
      if (!isSelfClosing && !this.xml.startsWith(`</${name}`, end)) {
        throw new XmlStop('XML_ILLFORMED', `unexpected close tag within ${name.slice(0, 60)}`);
      }
      if (replayed === 0) this.closed(here());
    });
    parser.on('error', (error) => {
      // Remove the line and column at the beginning of the message: they count from the start of this scan.
      const detail = error.message.replace(/^[\d:\s]+/, '');
      if (this.ending || !TOLERATED_FAULTS.some((known) => detail.startsWith(known)))
        throw new XmlStop('XML_ILLFORMED', detail);
      this.notes.add(`the XML is not well-formed: ${detail}`);
    });
    const { stackTraceLimit } = Error;
    try {
      // The parser creates an Error for each tolerated fault, of which there may be millions. Stack traces are slow.
      Error.stackTraceLimit = 0;
      this.ending = false;
      parser.write(prefix);
      for (let start = from; start < this.xml.length; start += STEP_CHARACTERS) {
        parser.write(this.xml.slice(start, start + STEP_CHARACTERS));
      }
      this.ending = true;
      parser.close();
    } catch (error) {
      if (!(error instanceof XmlStop)) throw error;
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
      if (kindOf(name) === undefined) throw new XmlStop('XML_ROOT', rootDetail(name));
      this.root = element;
    }
    if (this.stack.length >= MAX_XML_LEVELS)
      throw new XmlStop('XML_TOO_DEEP', `more than ${MAX_XML_LEVELS} levels`);
    if (this.stack.length === 1 && localName(name) === 'channel') this.channel ??= element;
    if (this.item === undefined && this.isItem(name, attributes)) {
      if (this.parts.length >= MAX_SUBMISSION_ITEMS) {
        const { code, detail } = tooManyItems().rejection;
        throw new XmlStop(code, detail);
      }
      this.heads.push(this.edits.cut(this.cursor, start));
      this.cursor = start;
      this.item = { start, name, depth: this.stack.length };
    }
    this.stack.push(element);
    const level = this.stack.length - 1 - (this.item?.depth ?? 0);
    this.edits.opened({ name, attributes, start, end: at, isSelfClosing }, level, this.item !== undefined);
  }

  private closed(at: number): void {
    this.stack.pop();
    this.edits.closed(this.xml.lastIndexOf('<', at - 1));
    if (this.item === undefined || this.stack.length !== this.item.depth) return;
    this.parts.push({ ok: true, xml: this.edits.cut(this.item.start, at) });
    this.item = undefined;
    this.cursor = at;
  }

  private isItem(name: string, attributes: OpenElement['attributes'] = {}): boolean {
    const [root, parent] = this.stack;
    if (root === undefined) return localName(name) === 'entry';
    const kind = kindOf(root.name);
    const prefix = prefixOf(name);
    if (prefix !== '' && prefix !== prefixOf(root.name) && !this.isOfFeed(prefix, attributes)) return false;
    if (kind === 'atom') return this.stack.length === 1 && localName(name) === 'entry';
    const isBelow = parent === undefined || (this.stack.length === 2 && localName(parent.name) === 'channel');
    return localName(name) === 'item' && isBelow;
  }

  /**
   * Whether a prefix that the root element does not have means the namespace of the feed. The prefix is not the name:
   * some servers write another one for each entry. RSS has no namespace, so a prefix of an unknown one is taken too.
   */
  private isOfFeed(prefix: string, attributes: OpenElement['attributes']): boolean {
    const declared = [...this.stack.map((element) => element.attributes), attributes];
    const uri = declared.findLast((known) => Object.hasOwn(known, `xmlns:${prefix}`))?.[`xmlns:${prefix}`];
    const isAtom = kindOf(this.stack[0]?.name ?? '') === 'atom';
    return isAtom ? /atom/i.test(uri ?? prefix) : !EXTENSIONS.test(uri ?? prefix);
  }

  /** The item whose own start tag has the fault. The parser did not report this start tag. */
  private itemAt(start: number): { start: number; name: string; depth: number } | undefined {
    const name = /^<([\w:.-]{1,60})/.exec(this.xml.slice(start, start + 64))?.[1];
    if (name === undefined || this.stack.length === 0 || start < this.cursor || !this.isItem(name))
      return undefined;
    this.heads.push(this.edits.cut(this.cursor, start));
    return { start, name, depth: this.stack.length };
  }

  /** Records a fault. Returns the offset at which the next scan starts, or undefined if nothing is left to read. */
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
      // The parser reached the end of the document within the item, but the end tag of the item is in the document.
      const hasEnd = code === 'XML_TRUNCATED' && end !== undefined;
      this.parts.push({ ok: false, rejection: { code: hasEnd ? 'XML_ILLFORMED' : code, detail } });
      this.edits.discardItem(depth);
      this.item = undefined;
      this.stack = this.stack.slice(0, depth);
      this.cursor = end ?? this.xml.length;
      return end;
    }
    const next = startOfItem(this.xml, at);
    if (this.stack.length === 0 || next === undefined) {
      if (code === 'XML_ILLFORMED') this.headEnd = this.xml.lastIndexOf('<', at - 1);
      // Keep the items before the fault, and add a rejection that tells the sender that the rest was not read.
      this.parts.push({ ok: false, rejection: { code, detail } });
      return undefined;
    }
    this.notes.add(`a part of the feed outside its items is not well-formed and was left out: ${detail}`);
    this.stack = this.stack.slice(0, this.stack.length > 1 && this.channel !== undefined ? 2 : 1);
    this.edits.discardItem(this.stack.length);
    this.cursor = next;
    return next;
  }

  private result(root: OpenElement): SplitFeed {
    return {
      ...frameOf(root, this.channel),
      head: this.heads.join(''),
      parts: this.parts,
      notes: [...this.notes],
    };
  }
}
