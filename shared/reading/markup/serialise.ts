import { type ChildNode, isTag, isText } from 'domhandler';

const VOID = new Set(['br', 'hr', 'img']);
/** Attributes that have a meaning without a value. Other attributes without a value are removed. */
const KEPT_WITHOUT_VALUE: Readonly<Record<string, string>> = { alt: ' alt=""', reversed: ' reversed' };

/**
 * Text as HTML, in the form that the sanitiser writes. Plain searches and replacements are faster than regular
 * expressions here, because most text has none of the characters.
 */
export const escapedText = (data: string): string =>
  data.includes('&') || data.includes('<') || data.includes('>')
    ? data.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    : data;
const escapedValue = (data: string): string =>
  data.includes('"') ? escapedText(data).replaceAll('"', '&quot;') : escapedText(data);

/**
 * The HTML of a node, in the form that the sanitiser writes, so that the sanitiser does not change it: `<br />`, and
 * only `&`, `<`, `>`, and in attributes `"`, are escaped.
 */
export function serialised(node: ChildNode): string {
  if (isText(node)) return escapedText(node.data);
  if (!isTag(node)) return '';
  let tag = `<${node.name}`;
  for (const name in node.attribs) {
    const data = node.attribs[name] ?? '';
    tag += data === '' ? (KEPT_WITHOUT_VALUE[name] ?? '') : ` ${name}="${escapedValue(data)}"`;
  }
  if (VOID.has(node.name)) return `${tag} />`;
  let inside = '';
  for (const child of node.children) inside += serialised(child);
  return `${tag}>${inside}</${node.name}>`;
}
