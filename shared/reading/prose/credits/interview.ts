/**
 * Printed interviews put the speaker before a colon as credits put the role: 記者：您怎麼看？ Where a speaker's
 * lines are mostly no credits, a line of theirs that could be one is speech too.
 */
const SPEAKER = /^(記者|记者|問|问|答|主持人|主持|作者|編輯|编辑|小編|小编|Q|A)\s*[:：]/u;

/** By paragraph: whether it is a line of a speaker rather than a credit. `credit` says which could be one. */
export function isInterview(texts: readonly string[], credit: readonly boolean[]): boolean[] {
  const spoken = new Set<string>();
  const speakers = texts.map((text) => SPEAKER.exec(text)?.[1]);
  speakers.forEach((speaker, at) => {
    if (speaker !== undefined && !credit[at]) spoken.add(speaker);
  });
  const last = texts.length - 1;
  return speakers.map((speaker, at) => {
    if (speaker === undefined || !spoken.has(speaker) || credit[at] !== true) return false;
    // A byline under the title or at the foot of an interview is a credit all the same.
    return at > 2 && at < last - 2;
  });
}
