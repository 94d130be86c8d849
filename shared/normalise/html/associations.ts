import type { ChildNode, Document, Element } from 'domhandler';
import { isTag } from 'domhandler';
import { findAll, innerText } from 'domutils';
import type { Association } from '../../domain/article.ts';
import { lineOfText } from '../../domain/text.ts';
import { CAPTION, CAPTIONED, CREDIT, CREDIT_IN_CAPTION, SOURCE_TYPE } from './caption-rules.ts';
import { absoluteAddress } from './sanitise.ts';

/** Pictures of one article that are listed beside it; a gallery has a few dozen. All stay in the body. */
const MOST = 100;

/** A line under a picture is no longer. */
const LONGEST = 2000;

/**
 * The pictures of prepared markup (see prepare.ts) in document order, once each, with what the markup says of them:
 * size in pixels, type, alternative text, caption and credit. `base`: what relative addresses are resolved against.
 */
export function associationsIn(document: Document, base: string | undefined): Association[] {
  const found = new Map<string, Association>();
  for (const img of findAll(({ name }) => name === 'img', document.children)) {
    if (found.size >= MOST) break;
    const href = absoluteAddress(img.attribs['src'] ?? '', base);
    if (href === undefined || !/^https?:/.test(href) || found.has(href)) continue;
    found.set(href, associationOf(img, href));
  }
  return [...found.values()];
}

/** Those that `declared` names first, with what the others know of them; then the others. */
export function mergedAssociations(
  declared: readonly Association[],
  others: readonly Association[],
): Association[] {
  const byHref = new Map(declared.map((association) => [association.href, association]));
  for (const other of others) byHref.set(other.href, { ...other, ...byHref.get(other.href) });
  return [...byHref.values()];
}

function associationOf(img: Element, href: string): Association {
  const { caption, credit } = underneath(img);
  const alt = lineOfText(img.attribs['alt'] ?? '').slice(0, LONGEST);
  const [width, height] = [pixels(img.attribs['width']), pixels(img.attribs['height'])];
  const contenttype = img.attribs[SOURCE_TYPE]?.trim().toLowerCase();
  return {
    href,
    ...(contenttype !== undefined && /^image\/[\w.+-]{1,40}$/.test(contenttype) && { contenttype }),
    ...(width !== undefined && { width }),
    ...(height !== undefined && { height }),
    ...(alt !== '' && { alt }),
    ...(caption !== '' && { caption }),
    ...(credit !== '' && { credit }),
  };
}

function pixels(size: string | undefined): number | undefined {
  const number = /^\s*([1-9]\d{0,4})(?:\.\d+)?(?:px)?\s*$/.exec(size ?? '')?.[1];
  return number === undefined ? undefined : Number(number);
}

/** The caption of the figure, or of what content systems have for one, and the credit in or beside it. */
function underneath(img: Element): { caption: string; credit: string } {
  const figure = figureAround(img);
  if (figure === undefined) return { caption: '', credit: '' };
  const isCredit = (element: Element): boolean => CREDIT.test(naming(element));
  const credited = findAll(isCredit, figure.children)[0];
  const captioned = findAll(
    (element) => element.name === 'figcaption' || CAPTION.test(naming(element)),
    figure.children,
  ).find((element) => !isCredit(element));
  const credit = credited === undefined ? '' : withoutLabel(textOf([credited]));
  const text = captioned === undefined ? '' : textOf(captioned.children, (node) => node !== credited);
  if (credit !== '') return { caption: text, credit };
  const [, before = text, named = ''] = CREDIT_IN_CAPTION.exec(text) ?? [];
  return { caption: before.trim(), credit: named.trim() };
}

function figureAround(node: Element): Element | undefined {
  for (let parent = node.parent; parent !== null && isTag(parent); parent = parent.parent) {
    const element = parent;
    if (element.name === 'figure' || CAPTIONED.test(naming(element))) return element;
  }
  return undefined;
}

const naming = ({ attribs }: Element): string => `${attribs['class'] ?? ''} ${attribs['itemprop'] ?? ''}`;

const withoutLabel = (text: string): string => CREDIT_IN_CAPTION.exec(text)?.[2]?.trim() ?? text;

function textOf(nodes: readonly ChildNode[], keep: (node: ChildNode) => boolean = () => true): string {
  const kept = (from: readonly ChildNode[]): string =>
    from
      .filter(keep)
      .map((node) => (isTag(node) && node.name !== 'br' ? ` ${kept(node.children)} ` : innerText([node])))
      .join('');
  return lineOfText(kept(nodes)).slice(0, LONGEST);
}
