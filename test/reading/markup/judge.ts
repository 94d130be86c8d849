import { type DefaultTreeAdapterTypes, html as standard, parseFragment } from 'parse5';
import { ALLOWED_ATTRIBUTES, ALLOWED_TAGS } from '../../../shared/reading/markup/allow-list.ts';

const SAFE_ADDRESS = /^(?:https?|mailto|tel):/;
const ADDRESSES = new Set(['href', 'src', 'cite']);

/**
 * Tags and attributes that must never be allowed. They are listed here apart from the allow-list, so that the tests
 * also find a mistake in the allow-list.
 */
const ACTIVE_TAG =
  /^(?:script|style|iframe|frame|object|embed|applet|form|input|button|select|textarea|link|meta|base|template|noscript|title|video|audio|source|xmp|plaintext|marquee)$/;
const ACTIVE_ATTRIBUTE =
  /^(?:on.*|style|srcdoc|srcset|action|formaction|poster|background|data|xlink:.*|ping|id|name|is)$/;

/** The forbidden elements and attributes that a browser would find in HTML. parse5 parses HTML as a browser does. */
export function active(html: string): string[] {
  return problems(parseFragment(html));
}

function problems(node: DefaultTreeAdapterTypes.ParentNode): string[] {
  return node.childNodes.flatMap((child) => {
    if (child.nodeName === '#text') return [];
    if (!('tagName' in child)) return [`a ${child.nodeName}`];
    const { tagName, attrs, namespaceURI } = child;
    const own = [
      // The parser itself may add `colgroup`, which has no contents.
      ...((ALLOWED_TAGS.includes(tagName) && !ACTIVE_TAG.test(tagName)) || tagName === 'colgroup'
        ? []
        : [`<${tagName}>`]),
      ...(namespaceURI === standard.NS.HTML ? [] : [`<${tagName}> in ${namespaceURI}`]),
      ...attrs.flatMap(({ name, value }) => {
        const allowed = [...(ALLOWED_ATTRIBUTES['*'] ?? []), ...(ALLOWED_ATTRIBUTES[tagName] ?? [])];
        if (!allowed.includes(name) || ACTIVE_ATTRIBUTE.test(name)) return [`${tagName} ${name}`];
        return ADDRESSES.has(name) && !SAFE_ADDRESS.test(value) ? [`${tagName} ${name}=${value}`] : [];
      }),
    ];
    return [...own, ...problems(child)];
  });
}
