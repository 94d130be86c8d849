/** The words of a text, separated by white space. Keeps long tables readable. */
export function words(list: string): string[] {
  return list.split(/\s+/u).filter((word) => word !== '');
}

/** The phrases of a text, separated by bars or line ends. */
export function phrases(list: string): string[] {
  return list
    .split(/[|\n]/u)
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '');
}
