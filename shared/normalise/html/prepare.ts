import render from 'dom-serializer';
import { type ChildNode, type Document, Element, isTag, Text } from 'domhandler';
import { findAll, removeElement, replaceElement } from 'domutils';
import { parseDocument } from 'htmlparser2';
import type { Association } from '../../domain/article.ts';
import { associationsIn } from './associations.ts';
import { SOURCE_TYPE } from './caption-rules.ts';
import { embedLink } from './embeds.ts';
import { isPlaceholder, isTrackingPixel, largestCandidate, pictureAddress } from './pictures.ts';

export interface Prepared {
  html: string;
  pictures: Association[];
  notes: string[];
}

/** What there is to prepare; most fragments have none of it, and are left as they are. */
const NEEDED = /<(?:img|picture|noscript|iframe)\b/i;

/**
 * HTML as its page would show it once its scripts have run: lazy pictures with their address, one picture for each
 * `picture`, links in the place of known embeds, no tracking pixels. Its pictures are listed with what the markup says
 * of them, and what was left out is returned in words. The markup must be within bounds; it is still untrusted.
 */
export function prepare(html: string, base?: string): Prepared {
  if (!NEEDED.test(html)) return { html, pictures: [], notes: [] };
  const document = parseDocument(html);
  const notes = settle(document, base);
  const pictures = associationsIn(document, base);
  return { html: render(document, { encodeEntities: 'utf8' }), pictures, notes };
}

/** A parsed document changed in place in the same way; returns what was left out, in words. */
export function settle(document: Document, base?: string): string[] {
  const notes: string[] = [];
  each(document, 'picture', openPicture);
  each(document, 'img', (img) => {
    const address = pictureAddress(img.attribs);
    if (isTrackingPixel(img)) removeElement(img);
    else if (address !== undefined) img.attribs['src'] = address;
    else if (isPlaceholder(img.attribs['src'])) delete img.attribs['src'];
  });
  openNoscripts(document);
  each(document, 'iframe', (frame) => {
    const source = frame.attribs['src'] ?? frame.attribs['data-src'] ?? '';
    const address = URL.parse(source.startsWith('//') ? `https:${source}` : source, base);
    const embed = address === null ? undefined : embedLink(address);
    if (embed === undefined) {
      if (source !== '') notes.push(`an embed was left out: ${source.slice(0, 200)}`);
      removeElement(frame);
      return;
    }
    const text = new Text(frame.attribs['title']?.trim() || embed.name);
    replaceElement(frame, new Element('p', {}, [new Element('a', { href: embed.href }, [text])]));
  });
  return notes;
}

function each(document: Document, name: string, change: (element: Element) => void): void {
  for (const element of findAll((candidate) => candidate.name === name, document.children)) change(element);
}

/** A `picture` is its `img`; the sources are other sizes and types of the same. */
function openPicture(picture: Element): void {
  const children = picture.children.filter(isTag);
  const img = children.find(({ name }) => name === 'img') ?? new Element('img', {});
  if (pictureAddress(img.attribs) === undefined) {
    for (const { attribs } of children) {
      const address = largestCandidate(attribs['srcset'] ?? attribs['data-srcset'] ?? '');
      if (address === undefined) continue;
      img.attribs['src'] = address;
      if (attribs['type'] !== undefined) img.attribs[SOURCE_TYPE] = attribs['type'];
      break;
    }
  }
  replaceElement(picture, img);
}

/** Pictures for readers without scripts, where the page has them nowhere else. */
function openNoscripts(document: Document): void {
  const isPicture = (node: Element): boolean => node.name === 'img';
  const isFallback = (node: ChildNode | null): boolean =>
    node !== null && isTag(node) && node.name === 'noscript';
  const shown = new Set(
    findAll(
      (node) => isPicture(node) && !isFallback(node.parent as ChildNode | null),
      document.children,
    ).flatMap(({ attribs }) => attribs['src'] ?? []),
  );
  each(document, 'noscript', (fallback) => {
    const missing = findAll(isPicture, fallback.children).find(
      ({ attribs }) => attribs['src'] !== undefined && !shown.has(attribs['src']),
    );
    if (missing === undefined) {
      removeElement(fallback);
      return;
    }
    shown.add(missing.attribs['src'] ?? '');
    replaceElement(fallback, missing);
  });
}
