/** The words of a list written as text, parted by blanks: keeps long tables readable. */
export function words(list: string): string[] {
  return list.split(/\s+/u).filter((word) => word !== '');
}

/** The same for phrases, parted by bars or line ends. */
export function phrases(list: string): string[] {
  return list
    .split(/[|\n]/u)
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '');
}
