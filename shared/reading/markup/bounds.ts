import { type Document, DomHandler } from 'domhandler';
import { Parser } from 'htmlparser2';
import type { Rejection } from '../../domain/outcome.ts';

/** Maximum depth of nested elements. Real articles have fewer than 40 levels. */
const MAX_DEPTH = 200;
/**
 * Maximum number of elements in one article or page. Long live blogs have 10,000. An element takes much more time
 * than a character of text.
 */
const MAX_ELEMENTS = 25_000;
/**
 * The bounds are checked each time that this many characters have been parsed, so that the stack of open elements
 * stays short.
 */
const STEP = 4096;

/** Builds the tree and counts its elements and levels. */
class Bounded extends DomHandler {
  private depth = 0;
  private deepest = 0;
  private elements = 0;

  override onopentag(name: string, attributes: Record<string, string>): void {
    this.elements++;
    this.deepest = Math.max(this.deepest, ++this.depth);
    super.onopentag(name, attributes);
  }

  override onclosetag(): void {
    this.depth--;
    super.onclosetag();
  }

  /** The rejection if a bound is exceeded. */
  exceeded(): Rejection | undefined {
    if (this.deepest > MAX_DEPTH) return { code: 'HTML_TOO_DEEP', detail: `more than ${MAX_DEPTH} levels` };
    if (this.elements > MAX_ELEMENTS)
      return { code: 'SIZE_ITEM', detail: `more than ${MAX_ELEMENTS} elements` };
    return undefined;
  }
}

export type Parsed = { ok: true; document: Document } | { ok: false; rejection: Rejection };

/**
 * Parses HTML into a tree of bounded size and depth. The sanitiser takes quadratic time on nesting that is not closed
 * (560 kB take seven seconds), so call this function before it. Takes linear time and stops soon after a bound is
 * exceeded. `isXhtml`: every element that is written `<x/>` is empty. Rejections: HTML_TOO_DEEP, SIZE_ITEM.
 */
export function parseWithinBounds(html: string, isXhtml = false): Parsed {
  const handler = new Bounded();
  const parser = new Parser(handler, { recognizeSelfClosing: isXhtml });
  for (let at = 0; at < html.length; at += STEP) {
    parser.write(html.slice(at, at + STEP));
    const rejection = handler.exceeded();
    if (rejection) return { ok: false, rejection };
  }
  parser.end();
  return { ok: true, document: handler.root };
}
