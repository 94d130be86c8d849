import type { Element } from 'domhandler';
import { textContent } from 'domutils';
import type { Sign } from '../../item/signs.ts';
import { localName } from '../xml-document.ts';

/** Types of items in an export of WordPress that hold articles. */
const ARTICLES = new Set([
  'post',
  'page',
  'article',
  'articles',
  'news',
  'story',
  'stories',
  'press-release',
  'press_release',
  'blog',
  'blogpost',
]);

/** Types of items in such an export that are parts of the website: menus, files, older versions, settings. */
const PARTS_OF_SITE =
  /^(?:nav_menu_item|attachment|revision|wp_\w+|custom_css|customize_changeset|oembed_cache|user_request|acf[-_]\w+(?:[-_]\w+)*|elementor_\w+|wpcf7_\w+|wpforms\w*|shop_\w+|feedback|scheduled-action|jp_\w+|amp_\w+|mc4wp-form|popup|comment|settings|template)$/;

/** The `term` with which Blogger says what an entry of its export is. */
const BLOGGER_KIND = /^https?:\/\/schemas\.google\.com\/blogger\/2008\/kind#(\w{1,40})$/;

/**
 * What an export of WordPress or Blogger says about the type of an item. `name`: the type of an item that is not an
 * article. `sign`: a type that is not known, which puts the item in doubt. Undefined for an article.
 */
export function typeOfItem(children: readonly Element[]): { name?: string; sign?: Sign } | undefined {
  for (const element of children) {
    const isType = localName(element) === 'post_type' || /^blogger:type$/i.test(element.name);
    const kind =
      localName(element) === 'category' ? BLOGGER_KIND.exec(element.attribs['term'] ?? '')?.[1] : undefined;
    const type = isType ? textContent(element).trim() : kind;
    const plain = type?.toLowerCase();
    if (type === undefined || plain === undefined || ARTICLES.has(plain)) continue;
    const name = `${element.name}: ${type.slice(0, 60)}`;
    return PARTS_OF_SITE.test(plain)
      ? { name }
      : { sign: { kind: 'status', name: element.name, value: `type ${type}` } };
  }
  return undefined;
}
