import { type ChildNode, isTag, isText } from 'domhandler';

const VOID = new Set(['br', 'hr', 'img']);
/** An attribute that says something by being there or being empty; any other without a value goes. */
const EMPTY: Readonly<Record<string, string>> = { alt: ' alt=""', reversed: ' reversed' };

/** Text as HTML, as the sanitiser would write it. One replacement a sign: a call for each is what a text of signs costs. */
export const escapedText = (data: string): string =>
  /[&<>]/.test(data) ? data.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;') : data;
const escapedValue = (data: string): string => escapedText(data).replaceAll('"', '&quot;');

/**
 * A node's HTML in the form that the sanitiser writes, so that it finds nothing to change in it: `<br />`, only `&`,
 * `<`, `>` and in attributes `"` escaped.
 */
export function serialised(node: ChildNode): string {
  if (isText(node)) return escapedText(node.data);
  if (!isTag(node)) return '';
  let tag = `<${node.name}`;
  for (const name in node.attribs) {
    const data = node.attribs[name] ?? '';
    tag += data === '' ? (EMPTY[name] ?? '') : ` ${name}="${escapedValue(data)}"`;
  }
  if (VOID.has(node.name)) return `${tag} />`;
  let inside = '';
  for (const child of node.children) inside += serialised(child);
  return `${tag}>${inside}</${node.name}>`;
}
