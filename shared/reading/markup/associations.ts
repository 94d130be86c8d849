import { type ChildNode, type Document, type Element, isTag, type ParentNode } from 'domhandler';
import { findAll, findOne } from 'domutils';
import type { Association } from '../../domain/article.ts';
import { lineOfText } from '../../domain/text.ts';
import { CAPTION, CAPTIONED, CREDIT, creditAtEnd, SOURCE_TYPE } from './caption-rules.ts';
import { PLAYERS, recordingIn } from './recordings.ts';
import { textOfNodes } from './text-of-markup.ts';

/**
 * At most this many pictures and recordings are listed for an article; a gallery has a few dozen. Further pictures
 * are only in the body.
 */
const MOST_ASSOCIATIONS = 100;

/** Maximum length of a caption, credit or alternative text, in characters. */
const LONGEST_CAPTION = 2000;

/** At most this many characters of the attribute `class`, and as many of `itemprop`, are examined in an element. */
const LONGEST_NAMES = 400;

/** The caption and the credit below a picture. Each is an empty text if the markup has none. */
interface Caption {
  caption: string;
  credit: string;
}

/**
 * Collects the pictures and recordings of a document while `reduced` (reduce.ts) removes elements from the document's tree. The
 * captions are read before the first change.
 */
export class Associations {
  private readonly found = new Map<string, Association>();
  private readonly captions = new Map<Element, Caption>();

  constructor(document: Document) {
    const figures = new Figures();
    const images = findAll(
      ({ name }) => name === 'img' || name === 'picture' || PLAYERS.has(name),
      document.children,
    );
    for (const image of images) {
      const caption = figures.captionOf(image);
      if (caption !== undefined) this.captions.set(image, caption);
    }
  }

  /** Adds an `img` with an absolute address. `written`: its attributes in the original markup. */
  add(img: Element, written: Readonly<Record<string, string>>): void {
    const href = img.attribs['src'];
    if (href !== undefined) this.put(associationOf(href, written, this.captions.get(img)));
  }

  /** Adds an `audio` or `video` and its poster. Returns a note if it has no web address. */
  addPlayer(player: Element, base: string | undefined): string[] {
    const recording = recordingIn(player, base);
    if ('note' in recording) return [recording.note];
    const { href, contenttype, poster } = recording;
    const captioned = associationOf(href, {}, this.captions.get(player));
    const title = lineOfText(player.attribs['title'] ?? player.attribs['aria-label'] ?? '').slice(
      0,
      LONGEST_CAPTION,
    );
    if (poster !== undefined) this.put({ href: poster });
    this.put({ ...(title !== '' && { caption: title }), ...captioned, contenttype });
    return [];
  }

  private put(association: Association): void {
    const { href } = association;
    if (this.found.size < MOST_ASSOCIATIONS && !this.found.has(href)) this.found.set(href, association);
  }

  /**
   * The pictures and recordings in document order, each address once, with size in pixels, media type, alternative
   * text, caption and credit as far as the markup has them.
   */
  all(): Association[] {
    return [...this.found.values()];
  }
}

/** The size, media type, alternative text, caption and credit of one picture, as far as the markup has them. */
export function detailsOf(img: Element): Omit<Association, 'href'> {
  const { href: _href, ...details } = associationOf('', img.attribs, new Figures().captionOf(img));
  return details;
}

/**
 * The associations of both lists, those of `declared` first. Two associations with the same address become one, in
 * which the members of `declared` take precedence.
 */
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
  { caption, credit }: Caption = { caption: '', credit: '' },
): Association {
  const alt = lineOfText(written['alt'] ?? '').slice(0, LONGEST_CAPTION);
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

/**
 * Finds captions in `figure` elements, and in the elements that content systems use instead. Searches each of them
 * once.
 */
class Figures {
  private readonly around = new Map<ParentNode, Element | undefined>();
  private readonly read = new Map<Element, Caption>();

  /** The caption in the figure around a picture; undefined if there is no figure. */
  captionOf(image: Element): Caption | undefined {
    const figure = this.figureAround(image.parent);
    if (figure === undefined) return undefined;
    const known = this.read.get(figure);
    if (known !== undefined || this.read.size >= MOST_ASSOCIATIONS) return known;
    const caption = captionIn(figure);
    this.read.set(figure, caption);
    return caption;
  }

  private figureAround(parent: ParentNode | null): Element | undefined {
    if (parent === null || !isTag(parent)) return undefined;
    if (this.around.has(parent)) return this.around.get(parent);
    const isFigure = parent.name === 'figure' || CAPTIONED.test(namesOf(parent));
    const figure = isFigure ? parent : this.figureAround(parent.parent);
    this.around.set(parent, figure);
    return figure;
  }
}

/** The caption of a figure, and the credit in it or next to it. */
function captionIn(figure: Element): Caption {
  const isCredit = (element: Element): boolean => CREDIT.test(namesOf(element));
  const isCaption = (element: Element): boolean =>
    element.name === 'figcaption' || CAPTION.test(namesOf(element));
  const credited = findOne(isCredit, figure.children);
  const captioned = findOne((element) => isCaption(element) && !isCredit(element), figure.children);
  const credit = credited === null ? '' : withoutLabel(textOf([credited]));
  const text = captioned === null ? '' : textOf(captioned.children, credited);
  if (credit !== '') return { caption: text, credit };
  const { before = text, credit: named = '' } = creditAtEnd(text) ?? {};
  return { caption: before, credit: named };
}

/** The values of an element's `class` and `itemprop`. */
function namesOf({ attribs }: Element): string {
  const { class: classes = '', itemprop = '' } = attribs;
  return `${classes.slice(0, LONGEST_NAMES)} ${itemprop.slice(0, LONGEST_NAMES)}`;
}

const withoutLabel = (text: string): string => creditAtEnd(text)?.credit ?? text;

/**
 * The text of a caption or credit on one line, without the text of `omitted`. A space is put where an element begins
 * or ends.
 */
function textOf(nodes: readonly ChildNode[], omitted: Element | null = null): string {
  const text = textOfNodes(nodes, {
    separates: () => true,
    omits: (element) => element === omitted || element.name === 's' || element.name === 'del',
  });
  return lineOfText(text).slice(0, LONGEST_CAPTION);
}
