/** The words of a list written as text, parted by blanks: keeps long tables readable. */
export function words(list: string): string[] {
  return list.split(/\s+/u).filter((word) => word !== '');
}
