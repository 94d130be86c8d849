import { type ChildNode, type Document, type Element, isTag, type ParentNode } from 'domhandler';
import { findAll } from 'domutils';
import type { Association } from '../../domain/article.ts';
import { lineOfText } from '../../domain/text.ts';
import { CAPTION, CAPTIONED, CREDIT, creditAtEnd, SOURCE_TYPE } from './caption-rules.ts';
import { PLAYERS, recordingIn } from './recordings.ts';
import { textOfNodes } from './text-of-markup.ts';

/** Pictures and recordings of one article that are listed beside it; a gallery has a few dozen. All stay in the body. */
const MOST = 100;

/** A line under a picture is no longer. */
const LONGEST = 2000;

/** Characters of an element's classes that are looked at. */
const NAMING = 400;

interface Underneath {
  caption: string;
  credit: string;
}

/** The pictures and recordings of a document, collected while it is taken apart; what is under them is read before that. */
export class Associations {
  private readonly found = new Map<string, Association>();
  private readonly underneath = new Map<Element, Underneath>();

  constructor(document: Document) {
    const figures = new Figures();
    const images = findAll(
      ({ name }) => name === 'img' || name === 'picture' || PLAYERS.has(name),
      document.children,
    );
    for (const image of images) {
      const under = figures.underneath(image);
      if (under !== undefined) this.underneath.set(image, under);
    }
  }

  /** Takes an `img` whose address is absolute, with its attributes as they were written. */
  add(img: Element, written: Readonly<Record<string, string>>): void {
    const href = img.attribs['src'];
    if (href !== undefined) this.put(associationOf(href, written, this.underneath.get(img)));
  }

  /** Takes an `audio` or `video` with its still picture; returns a note if it cannot be had. */
  addPlayer(player: Element, base: string | undefined): string[] {
    const recording = recordingIn(player, base);
    if ('note' in recording) return [recording.note];
    const { href, contenttype, poster } = recording;
    const said = associationOf(href, {}, this.underneath.get(player));
    const title = lineOfText(player.attribs['title'] ?? player.attribs['aria-label'] ?? '').slice(0, LONGEST);
    if (poster !== undefined) this.put({ href: poster });
    this.put({ ...(title !== '' && { caption: title }), ...said, contenttype });
    return [];
  }

  private put(association: Association): void {
    const { href } = association;
    if (this.found.size < MOST && !this.found.has(href)) this.found.set(href, association);
  }

  /**
   * Those there were, in document order and once each, with what the markup says of them: size in pixels, type,
   * alternative text, caption and credit.
   */
  all(): Association[] {
    return [...this.found.values()];
  }
}

/** What the markup says of one picture, beside its address. */
export function saidOf(img: Element): Omit<Association, 'href'> {
  const { href: _href, ...said } = associationOf('', img.attribs, new Figures().underneath(img));
  return said;
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

function associationOf(
  href: string,
  written: Readonly<Record<string, string>>,
  { caption, credit }: Underneath = { caption: '', credit: '' },
): Association {
  const alt = lineOfText(written['alt'] ?? '').slice(0, LONGEST);
  const [width, height] = [pixels(written['width']), pixels(written['height'])];
  const contenttype = written[SOURCE_TYPE]?.trim().toLowerCase();
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

/** Figures and what content systems have for them; each is looked through once, however many pictures it has. */
class Figures {
  private readonly around = new Map<ParentNode, Element | undefined>();
  private readonly read = new Map<Element, Underneath>();

  /** What the figure around a picture says; undefined if there is none. */
  underneath(image: Element): Underneath | undefined {
    const figure = this.figureAround(image.parent);
    if (figure === undefined) return undefined;
    const known = this.read.get(figure);
    if (known !== undefined || this.read.size >= MOST) return known;
    const under = captionOf(figure);
    this.read.set(figure, under);
    return under;
  }

  private figureAround(parent: ParentNode | null): Element | undefined {
    if (parent === null || !isTag(parent)) return undefined;
    if (this.around.has(parent)) return this.around.get(parent);
    const isFigure = parent.name === 'figure' || CAPTIONED.test(naming(parent));
    const figure = isFigure ? parent : this.figureAround(parent.parent);
    this.around.set(parent, figure);
    return figure;
  }
}

/** The caption of a figure, and the credit in or beside it. */
function captionOf(figure: Element): Underneath {
  const isCredit = (element: Element): boolean => CREDIT.test(naming(element));
  const credited = findAll(isCredit, figure.children)[0];
  const captioned = findAll(
    (element) => element.name === 'figcaption' || CAPTION.test(naming(element)),
    figure.children,
  ).find((element) => !isCredit(element));
  const credit = credited === undefined ? '' : withoutLabel(textOf([credited]));
  const text = captioned === undefined ? '' : textOf(captioned.children, credited);
  if (credit !== '') return { caption: text, credit };
  const { before = text, credit: named = '' } = creditAtEnd(text) ?? {};
  return { caption: before, credit: named };
}

function naming({ attribs }: Element): string {
  return `${attribs['class']?.slice(0, NAMING) ?? ''} ${attribs['itemprop']?.slice(0, NAMING) ?? ''}`;
}

const withoutLabel = (text: string): string => creditAtEnd(text)?.credit ?? text;

/** The text of a caption or credit on one line, without that of `omitted`. Every element but a line break ends a word. */
function textOf(nodes: readonly ChildNode[], omitted?: Element): string {
  const text = textOfNodes(nodes, {
    separates: (name) => name !== 'br',
    omits: (element) => element === omitted,
  });
  return lineOfText(text).slice(0, LONGEST);
}
