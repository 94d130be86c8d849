import { lineOfText } from '../domain/text.ts';

/** The people in a line such as `By Ada Lovelace and Charles Babbage`, without what introduces them. */
export function namesIn(line: string): string[] {
  return lineOfText(line)
    .replace(/^(?:by|von|par|por|di)\s+/iu, '')
    .split(/\s*(?:,|;|、|，|&|\band\b)\s*/iu)
    .filter((name) => name !== '');
}
