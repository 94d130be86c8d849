import { legalText } from '../../domain/text.ts';
import type { Rejection } from '../../domain/outcome.ts';
import { parseWithinBounds } from './bounds.ts';
import { closed } from './closing.ts';
import type { Document } from 'domhandler';

export type Markup =
  { ok: true; document: Document; removed: string[]; notes: string[] } | { ok: false; rejection: Rejection };

/** How much of a document is searched for a sign of XHTML. */
const HEAD = 2000;
const XHTML =
  /^\s*<\?xml\s|<!doctype\s[^<>]{0,40}xhtml|<[a-z][\w:]{0,30}\s[^<>]{0,400}xmlns(?::\w{1,20})?\s?=\s?["']http:\/\/www\.w3\.org\/1999\/xhtml/i;

/**
 * Parses HTML or XHTML that a sender wrote. In XHTML, every element that is written `<x/>` is empty (XML 1.0 section
 * 3.1); in HTML, only where the end tag is missing. Rejections: HTML_TOO_DEEP, SIZE_ITEM.
 */
export function parseMarkup(html: string): Markup {
  const { html: whole, ...left } = closed(legalText(html));
  const parsed = parseWithinBounds(whole, XHTML.test(html.slice(0, HEAD)));
  return parsed.ok ? { ...parsed, ...left } : parsed;
}
