/** The end of the item that starts at an offset: after its end tag, or before the next item if that comes first. */
export function endOfItem(xml: string, name: string, start: number): number | undefined {
  const escaped = name.replace(/[.-]/g, '\\$&');
  const pattern = new RegExp(`</${escaped}\\s*>|<${escaped}(?=[\\s/>])`, 'g');
  pattern.lastIndex = start + 1;
  const match = pattern.exec(xml);
  return match === null ? undefined : match[0].startsWith('</') ? pattern.lastIndex : match.index;
}

/** The start of the next item or entry at or after an offset. */
export function startOfItem(xml: string, from: number): number | undefined {
  const pattern = /<(?:[\w.-]{1,40}:)?(?:item|entry)(?=[\s/>])/gi;
  pattern.lastIndex = from;
  return pattern.exec(xml)?.index;
}
