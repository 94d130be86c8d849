import { type ChildNode, type Document, Element, isTag, isText, Text } from 'domhandler';
import { findAll, findOne } from 'domutils';
import { lineOfText } from '../../domain/text.ts';
import { embeddedAddress, isUnknownAmpEmbed } from './amp.ts';
import { BLOCK_LEVEL, RAW_TEXT } from './element-kinds.ts';
import { currentName } from './element-names.ts';
import { emojiOf } from './emoji.ts';
import { afterForeign, isForeign } from './foreign.ts';
import { formulaText } from './formula.ts';
import { hidingOf, showsAgain } from './hidden.ts';
import { type Declarations, styleOf } from './inline-style.ts';
import { blocksBeginningWith, isFromWord, type Mark, markOf } from './marks.ts';
import { NO_RULES, signsIn } from './signs-in.ts';
import { SuggestedDeletions } from './suggested-deletions.ts';
import { isTrackingPixel } from './small-pictures.ts';
import { AS_SHOWN, textOfMarkup, textOfNodes } from './text-of-markup.ts';

/** What was taken out of a document, because its sender does not show it to readers. */
export interface Prepared {
  /** The texts that were taken out, each on one line. */
  removed: string[];
  notes: string[];
}

const STRUCK = new Set(['s', 'del']);

/** The same formula once more, drawn with fonts (KaTeX, MathJax) or as a picture. */
const DRAWN_FORMULA =
  /(?:^|\s)(?:katex-html|mjx-chtml|mjx-math|mathjax_?(?:display|preview)?|mwe-math-fallback-image-\w+)(?:$|\s)/i;

/** What holds for a node because of the elements around it. */
interface Around {
  isTextHidden: boolean;
  isStruck: boolean;
  isDecoration: boolean;
}

/**
 * Takes out of a document what its sender does not show to readers: hidden elements, editors' comments and deletions.
 * Writes formulas and emoji as text, and AMP elements under their names in HTML. Changes the document's tree; doing it
 * again changes nothing. `isPage`: rules of style sheets hide nothing, because scripts of a page show such elements.
 */
export function prepared(document: Document, isPage = false): Prepared {
  return new Preparing(document, isPage).run();
}

class Preparing {
  private readonly removed: string[] = [];
  private readonly notes = new Set<string>();
  private readonly document: Document;
  private readonly isPage: boolean;
  private readonly rules: ReadonlyMap<string, Declarations>;
  private readonly comments: ReadonlySet<Element>;
  private readonly deletions: SuggestedDeletions;
  private fromWord: boolean | undefined;
  private hasArticle: boolean | undefined;

  constructor(document: Document, isPage: boolean) {
    this.document = document;
    this.isPage = isPage;
    const { backLinks, suggestionEnds, rules } = signsIn(document);
    this.comments = blocksBeginningWith(backLinks);
    this.deletions = new SuggestedDeletions(suggestionEnds);
    this.rules = rules;
  }

  run(): Prepared {
    const around = { isTextHidden: false, isStruck: false, isDecoration: false };
    this.document.children = this.walk(this.document.children, this.document, around);
    return { removed: this.removed.filter((text) => text !== ''), notes: [...this.notes] };
  }

  private walk(nodes: readonly ChildNode[], parent: Document | Element, around: Around): ChildNode[] {
    const into: ChildNode[] = [];
    for (const node of nodes) {
      if (isTag(node)) this.deletions.start(node);
      const kept = isText(node)
        ? this.text(node, around)
        : isTag(node)
          ? this.element(node, around)
          : NOTHING;
      if (isTag(node)) this.deletions.end(node);
      for (const child of kept) {
        child.parent = parent;
        into.push(child);
      }
    }
    return into;
  }

  private text(node: Text, { isTextHidden, isStruck }: Around): ChildNode[] {
    if (!isTextHidden && !isStruck && !this.deletions.isOpen) return [node];
    const isBlank = node.data.trim() === '';
    if ((isTextHidden || this.deletions.isOpen) && !isBlank) {
      this.remove([node]);
      return [];
    }
    return isStruck && !isBlank ? [new Element('s', {}, [node])] : [node];
  }

  private element(element: Element, around: Around): ChildNode[] {
    const { attribs } = element;
    element.name = currentName(element.name);
    if (element.name === 'head' || (RAW_TEXT.has(element.name) && element.name !== 'iframe'))
      return [element];
    const style = styleOf(attribs, this.rules);
    const mark = this.markOf(element, style);
    if (mark === 'comment' || mark === 'deleted') return this.remove([element]);
    if (isForeign(element)) return this.foreign(element, around);
    const hiding = hidingOf(element, this.isPage ? styleOf(attribs, NO_RULES) : style);
    if (hiding === 'all' || isEmptyFrame(element)) return this.hidden(element, around);
    if (element.name === 'iframe') return this.frame(element);
    if (attribs['aria-hidden'] === 'true' && DRAWN_FORMULA.test((attribs['class'] ?? '').slice(0, 200)))
      return this.remove([element]);
    const isDecoration = around.isDecoration || attribs['aria-hidden']?.toLowerCase() === 'true';
    const inside: Around = {
      isDecoration,
      isTextHidden: (around.isTextHidden && !showsAgain(style)) || hiding === 'text',
      isStruck: around.isStruck || isLineThrough(style),
    };
    if (element.name === 'img') return this.deletions.isOpen ? [] : this.picture(element, isDecoration);
    if (isUnknownAmpEmbed(element)) this.note(`an embed was left out: ${element.name}`);
    const address = embeddedAddress(element);
    if (address !== undefined) return [new Element('iframe', { src: address, ...titleOf(attribs) })];
    // A browser strikes out the paragraphs inside `del` too; the element itself cannot stay around paragraphs.
    if (STRUCK.has(element.name) && (around.isStruck || holdsBlocks(element)))
      return this.walk(element.children, element, { ...inside, isStruck: true });
    if (mark === 'added') return this.walk(element.children, element, inside);
    if (STRUCK.has(element.name)) inside.isStruck = false;
    element.children = this.walk(element.children, element, inside);
    return [element];
  }

  private markOf(element: Element, style: Declarations): Mark {
    if (this.comments.has(element)) return 'comment';
    return markOf(element, style, () => {
      this.fromWord ??= isFromWord(this.document);
      return this.fromWord;
    });
  }

  /** A formula as text. A drawing is left out; its texts are kept on record. */
  private foreign(element: Element, around: Around): ChildNode[] {
    const after = this.walk(afterForeign(element), element, around);
    if (element.name === 'math') {
      const formula = formulaText(element);
      if (formula === '') return after;
      this.notes.add('formulas were written as text');
      return [...this.text(new Text(formula), around), ...after];
    }
    const text = lineOfText(textOfNodes(textsOf(element, 'text'), SPACED));
    const title = element.attribs['aria-label'] ?? textOfNodes(textsOf(element, 'title').slice(0, 1), SPACED);
    // A sign without a role and without text, such as an arrow, is not noted.
    if (text !== '' || element.attribs['role'] === 'img') {
      const label = lineOfText(title);
      this.note(`a drawing was left out${label === '' ? '' : `: ${label}`}`);
      this.removed.push(text);
    }
    return after;
  }

  /** Only MathML stays of an element that is hidden because browsers of the past could not show MathML. */
  private hidden(element: Element, around: Around): ChildNode[] {
    const maths = findAll(({ name }) => name === 'math', element.children);
    const [first] = maths;
    if (first !== undefined && lineOfText(textOfNodes(element.children, WITHOUT_MATH)) === '')
      return maths.flatMap((math) => this.foreign(math, around));
    const media = findOne(({ name }) => name === 'img' || name === 'iframe' || name === 'video', [element]);
    const source = media?.attribs['src'];
    if (
      media !== null &&
      source !== undefined &&
      !source.startsWith('data:') &&
      (media.name !== 'img' || !isTrackingPixel(media))
    )
      this.note(`left out, because the sender's page hides it: ${source}`);
    return this.remove([element]);
  }

  private frame(iframe: Element): ChildNode[] {
    this.removed.push(lineOfText(textOfMarkup(textOfNodes(iframe.children, RAW), AS_SHOWN)));
    iframe.children = [];
    return [iframe];
  }

  private picture(img: Element, isDecoration: boolean): ChildNode[] {
    const emoji = emojiOf(img);
    if (emoji !== undefined) {
      if (emoji === '') this.note(`an emoji was left out: ${img.attribs['src'] ?? ''}`);
      return emoji === '' ? [] : [new Text(emoji)];
    }
    img.children = [];
    if (!isDecoration) return [img];
    if (!DRAWN_FORMULA.test((img.attribs['class'] ?? '').slice(0, 200)))
      this.note(`a picture that is marked as a decoration was left out: ${img.attribs['src'] ?? ''}`);
    return [];
  }

  private remove(nodes: readonly ChildNode[]): ChildNode[] {
    if (!this.isPage || nodes.some((node) => this.isInArticle(node)))
      this.removed.push(lineOfText(textOfNodes(nodes, SPACED)));
    return [];
  }

  /** Whether a node of a page is part of the article, and not of a menu. A page may not say where its article is. */
  private isInArticle(node: ChildNode): boolean {
    this.hasArticle ??= findOne(isArticle, this.document.children) !== null;
    if (!this.hasArticle) return true;
    for (let parent = node.parent; parent !== null; parent = parent.parent) {
      if (isTag(parent) && isArticle(parent)) return true;
    }
    return false;
  }

  private note(text: string): void {
    this.notes.add(text.slice(0, 200));
  }
}

const NOTHING: readonly ChildNode[] = [];

const isArticle = ({ name, attribs }: Element): boolean =>
  name === 'article' || name === 'main' || attribs['itemprop'] === 'articleBody';

const RAW = { separates: () => false };
const SPACED = {
  separates: AS_SHOWN.separates,
  omits: ({ name }: { name: string }) => name === 'script' || name === 'style',
};
const WITHOUT_MATH = { separates: () => false, omits: ({ name }: { name: string }) => name === 'math' };

/** The elements of a drawing that have one name. */
function textsOf(svg: Element, tag: 'text' | 'title'): Element[] {
  return findAll(({ name }) => name === tag, svg.children);
}

/** Whether a frame has no size, as frames that only count readers. */
const isEmptyFrame = ({ name, attribs }: Element): boolean =>
  name === 'iframe' && /^[01]$/.test(attribs['width'] ?? '') && /^[01]$/.test(attribs['height'] ?? '');

const isLineThrough = (style: Declarations): boolean =>
  style.size > 0 &&
  ['text-decoration', 'text-decoration-line'].some((name) => style.get(name)?.includes('line-through'));

const holdsBlocks = ({ children }: Element): boolean =>
  findOne(({ name }) => BLOCK_LEVEL.has(name), children) !== null;

const titleOf = ({ title = '' }: Readonly<Record<string, string>>): Record<string, string> =>
  title === '' ? {} : { title };
