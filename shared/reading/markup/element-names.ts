import { nameInHtml } from './amp.ts';

/** Old and foreign names of elements, and the names that the allow-list has. */
const RENAMED: ReadonlyMap<string, string> = new Map([
  ['strike', 's'],
  ['acronym', 'abbr'],
  ['menu', 'ul'],
  ['dir', 'ul'],
]);
/** A namespace prefix for XHTML, as in `<xhtml:p>`. */
const XHTML_PREFIX = /^(?:x?html|xh|h):(?=[a-z])/;

/** The name that HTML has today for an element with a foreign name, or a name of the past. */
export function currentName(name: string): string {
  const bare = name.includes(':') ? name.replace(XHTML_PREFIX, '') : name;
  return nameInHtml(RENAMED.get(bare) ?? bare);
}
