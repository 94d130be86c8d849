/** Splits a text at white space. Long tables of words are easier to read as one text than as arrays. */
export function words(list: string): string[] {
  return list.split(/\s+/u).filter((word) => word !== '');
}

/** Splits a text into phrases at bars and line ends. */
export function phrases(list: string): string[] {
  return list
    .split(/[|\n]/u)
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '');
}
