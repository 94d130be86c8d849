import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { ALLOWED_ATTRIBUTES, ALLOWED_TAGS } from '../../../shared/normalise/html/allow-list.ts';

const SAFE_ADDRESS = /^(?:https?|mailto|tel):/;
const ADDRESSES = new Set(['href', 'src', 'cite']);

/** What a browser would find in stored HTML that should not be there, by the HTML Standard's own parser. */
export function active(html: string): string[] {
  return problems(parseFragment(html));
}

function problems(node: DefaultTreeAdapterTypes.ParentNode): string[] {
  return node.childNodes.flatMap((child) => {
    if (child.nodeName === '#text') return [];
    if (!('tagName' in child)) return [`a ${child.nodeName}`];
    const { tagName, attrs, namespaceURI } = child;
    const own = [
      // A table's parts may be added by the parser; they carry nothing.
      ...(ALLOWED_TAGS.includes(tagName) || tagName === 'colgroup' ? [] : [`<${tagName}>`]),
      ...(namespaceURI === 'http://www.w3.org/1999/xhtml' ? [] : [`<${tagName}> in ${namespaceURI}`]),
      ...attrs.flatMap(({ name, value }) => {
        const allowed = [...(ALLOWED_ATTRIBUTES['*'] ?? []), ...(ALLOWED_ATTRIBUTES[tagName] ?? [])];
        if (!allowed.includes(name)) return [`${tagName} ${name}`];
        return ADDRESSES.has(name) && !SAFE_ADDRESS.test(value) ? [`${tagName} ${name}=${value}`] : [];
      }),
    ];
    return [...own, ...problems(child)];
  });
}
