/**
 * Printed interviews write the speaker before a colon, in the form in which credits write the role: 記者：您怎麼看？
 * (Reporter: What do you think?) If at least one line of a speaker does not look like a credit, all lines of this
 * speaker are speech, even those that look like credits.
 */
const SPEAKER = /^(記者|记者|問|问|答|主持人|主持|作者|編輯|编辑|小編|小编|Q|A)\s*[:：]/u;

/**
 * For each paragraph, whether it is speech although it looks like credits. `credit`: for each paragraph, whether it
 * looks like credits.
 */
export function isInterview(texts: readonly string[], credit: readonly boolean[]): boolean[] {
  const spoken = new Set<string>();
  const speakers = texts.map((text) => SPEAKER.exec(text)?.[1]);
  speakers.forEach((speaker, at) => {
    if (speaker !== undefined && !credit[at]) spoken.add(speaker);
  });
  const last = texts.length - 1;
  return speakers.map((speaker, at) => {
    if (speaker === undefined || !spoken.has(speaker) || credit[at] !== true) return false;
    // A line among the first three or the last three paragraphs is a byline of the interview and stays a credit.
    return at > 2 && at < last - 2;
  });
}
