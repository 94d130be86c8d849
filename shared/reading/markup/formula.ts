import { type ChildNode, type Element, isTag, isText } from 'domhandler';
import { lineOfText } from '../../domain/text.ts';

/** A formula in TeX that is longer than this is not read easily; then the formula is written from its parts. */
const LONGEST_TEX = 120;
const TEX = /^application\/x-tex$|^(?:la)?tex$/i;

/** Elements of a formula that are not shown as part of it, or that HTML parsers treat in a special way. */
const LEFT_OUT = new Set(
  'annotation annotation-xml script style iframe textarea title xmp noscript'.split(' '),
);

/**
 * A MathML formula on one line (MathML 3, sections 2.2.1, 3 and 5.1): the alternative text that its author gave or its
 * TeX source, if people can read it, or else its parts with signs for powers, indices, fractions and roots: `E=mc^2`,
 * `(a+b)/2`, `√(x+1)`.
 */
export function formulaText(math: Element): string {
  const sources = [math.attribs['alttext'] ?? '', texIn(math.children) ?? ''].map(plainTex);
  const readable = sources.find((tex) => tex !== '' && tex.length <= LONGEST_TEX && !tex.includes('\\'));
  if (readable !== undefined) return readable;
  const parts = lineOfText(partOf(math));
  return parts === '' ? (sources.find((tex) => tex !== '') ?? '') : parts;
}

/** TeX without the command that Wikipedia writes around every formula, and without brackets around one character. */
function plainTex(tex: string): string {
  const line = lineOfText(tex.slice(0, 2000));
  const inner = /^\{\\displaystyle\s(.*)\}$/.exec(line)?.[1] ?? line;
  return inner.trim().replace(/([_^])\{(\w)\}/g, '$1$2');
}

function texIn(nodes: readonly ChildNode[]): string | undefined {
  for (const node of nodes) {
    if (!isTag(node)) continue;
    if (node.name === 'annotation' && TEX.test(node.attribs['encoding'] ?? '')) return written(node.children);
    const found = texIn(node.children);
    if (found !== undefined) return found;
  }
  return undefined;
}

const written = (nodes: readonly ChildNode[]): string => nodes.map(partOf).join('');

function partOf(node: ChildNode): string {
  if (isText(node)) return node.data;
  if (!isTag(node) || LEFT_OUT.has(node.name)) return '';
  const parts = node.children.filter((child) => isTag(child) || (isText(child) && child.data.trim() !== ''));
  const [first, second, third] = parts.map((child) => partOf(child).trim());
  switch (node.name) {
    case 'msup':
    case 'mover':
      return `${first ?? ''}^${grouped(second)}`;
    case 'msub':
    case 'munder':
      return `${first ?? ''}_${grouped(second)}`;
    case 'msubsup':
    case 'munderover':
      return `${first ?? ''}_${grouped(second)}^${grouped(third)}`;
    case 'mfrac':
      return `${grouped(first)}/${grouped(second)}`;
    case 'msqrt':
      return `√(${written(node.children).trim()})`;
    case 'mroot':
      return `${grouped(second)}√(${first ?? ''})`;
    case 'mtd':
    case 'mtr':
    case 'mspace':
      return ` ${written(node.children)} `;
    case 'mtext':
    case 'semantics':
      return written(node.children);
    default:
      // White space between elements is only the layout of the source.
      return parts.map(partOf).join('').trim();
  }
}

/** The text in brackets if it is more than one name or number. */
function grouped(text = ''): string {
  return /^[\p{L}\p{N}.,]*$/u.test(text) ? text : `(${text})`;
}
