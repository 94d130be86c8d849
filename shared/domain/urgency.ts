/** News urgency (ninjs and NewsML-G2 `urgency`, NITF `ed-urg`): 1 is the highest, 9 the lowest. */
export const URGENCY = { highest: 1, lowest: 9 } as const;

/** The urgency, if the number is from 1 to 9; undefined for any other number, NaN included. */
export function urgencyOf(declared: number | undefined): number | undefined {
  const isUrgency = declared !== undefined && declared >= URGENCY.highest && declared <= URGENCY.lowest;
  return isUrgency ? declared : undefined;
}
