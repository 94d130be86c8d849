import { type ChildNode, isTag, isText } from 'domhandler';

const VOID = new Set(['br', 'hr', 'img']);
/** An attribute that says something by being there or being empty; any other without a value goes. */
const EMPTY: Readonly<Record<string, string>> = { alt: ' alt=""', reversed: ' reversed' };

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (character: string): string => ESCAPES[character] ?? character;
const text = (data: string): string => (/[&<>]/.test(data) ? data.replace(/[&<>]/g, escaped) : data);
const value = (data: string): string => (/[&<>"]/.test(data) ? data.replace(/[&<>"]/g, escaped) : data);

/**
 * A node's HTML in the form that the sanitiser writes, so that it finds nothing to change in it: `<br />`, only `&`,
 * `<`, `>` and in attributes `"` escaped.
 */
export function serialised(node: ChildNode): string {
  if (isText(node)) return text(node.data);
  if (!isTag(node)) return '';
  let tag = `<${node.name}`;
  for (const name in node.attribs) {
    const data = node.attribs[name] ?? '';
    tag += data === '' ? (EMPTY[name] ?? '') : ` ${name}="${value(data)}"`;
  }
  if (VOID.has(node.name)) return `${tag} />`;
  let inside = '';
  for (const child of node.children) inside += serialised(child);
  return `${tag}>${inside}</${node.name}>`;
}
