import { type Document, DomHandler } from 'domhandler';
import { Parser } from 'htmlparser2';
import type { Rejection } from '../../domain/outcome.ts';

/** Elements within elements; real articles stay below 40. */
const MAX_DEPTH = 200;
/** Elements of one article or page; long live blogs have 10,000. Each costs many times what its characters do. */
const MAX_ELEMENTS = 25_000;
/** Characters per step: after each the bounds are looked at, so that the open-element stack stays short. */
const STEP = 4096;

/** Builds the tree, and counts what it is made of. */
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

  beyond(): Rejection | undefined {
    if (this.deepest > MAX_DEPTH) return { code: 'HTML_TOO_DEEP', detail: `more than ${MAX_DEPTH} levels` };
    if (this.elements > MAX_ELEMENTS)
      return { code: 'SIZE_ITEM', detail: `more than ${MAX_ELEMENTS} elements` };
    return undefined;
  }
}

export type Parsed = { ok: true; document: Document } | { ok: false; rejection: Rejection };

/**
 * HTML as a tree, unless it is too much for what comes behind: the sanitiser is quadratic on unclosed nesting (560 kB
 * of it take seven seconds). Linear in its length, and stops soon after a bound is passed. Rejections: HTML_TOO_DEEP,
 * SIZE_ITEM.
 */
export function parseWithinBounds(html: string): Parsed {
  const handler = new Bounded();
  const parser = new Parser(handler);
  for (let at = 0; at < html.length; at += STEP) {
    parser.write(html.slice(at, at + STEP));
    const rejection = handler.beyond();
    if (rejection) return { ok: false, rejection };
  }
  parser.end();
  return { ok: true, document: handler.root };
}
