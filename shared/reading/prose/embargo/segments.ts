import { isSign, type Token } from './tokens.ts';

/** A run of parts between two edges. */
export interface Segment {
  tokens: Token[];
  isBracketed: boolean;
  /** The edge after the segment. */
  end: string;
}

const SURE = new Set<Token['kind']>(['forbid', 'embargoed', 'held']);
export const isSure = ({ kind }: Token): boolean => SURE.has(kind);
export const isOther = ({ kind }: Token): boolean => kind === 'other' || kind === 'topic' || kind === 'event';
export const has = (tokens: readonly Token[], kind: Token['kind']): boolean =>
  tokens.some((t) => t.kind === kind);

export const dated = (tokens: readonly Token[]): boolean =>
  has(tokens, 'name') ||
  tokens.some(({ kind, folded }) => kind === 'number' && !/^(?:19|20)\d\d\.?$/u.test(folded));

/** The words of `until` at the end of a sign, as in `embargo until`. */
export const UNTIL_END =
  / (?:until|till?|bis|tot|jusqu\S{0,6}|hasta|fino|sino|ate|pana|do|till|til|indtil|до|hingga|sampai|den|εως|μεχρι|עד|حتى)$/u;

export function segmentsOf(tokens: readonly Token[]): Segment[] {
  const segments: Segment[] = [];
  let current: Token[] = [];
  let depth = 0;
  const finish = (end: string): void => {
    if (current.length > 0) segments.push({ tokens: current, isBracketed: depth > 0, end });
    current = [];
  };
  for (const token of tokens) {
    const isEdge = token.kind === 'edge' || token.kind === 'open' || token.kind === 'close';
    if (!isEdge) {
      current.push(token);
      continue;
    }
    finish(token.folded);
    if (token.kind === 'open') depth++;
    if (token.kind === 'close') depth = Math.max(0, depth - 1);
  }
  finish('');
  return segments;
}

/**
 * What must happen first belongs to a notice beside a sign and an `until`: embargoed until the speech ends. Elsewhere
 * these words are words of a story.
 */
export function withEvents(segment: Segment): Segment {
  const { tokens } = segment;
  if (!has(tokens, 'event')) return segment;
  const isMark = tokens.filter(isSign).every(({ kind }) => kind === 'mark' || kind === 'label');
  const kind = !isMark && (saysUntil(tokens) || has(tokens, 'held')) ? 'around' : 'other';
  return {
    ...segment,
    tokens: tokens.map((token) => (token.kind === 'event' ? { ...token, kind, isEvent: true } : token)),
  };
}

export const saysUntil = (tokens: readonly Token[]): boolean =>
  tokens.some((token) => token.kind === 'until' || (isSign(token) && UNTIL_END.test(token.folded)));

/** The longest runs of segments that have only words of notices. */
export function runsOf(segments: readonly Segment[]): Segment[][] {
  const runs: Segment[][] = [];
  let current: Segment[] = [];
  for (const segment of segments) {
    if (segment.tokens.some(isOther)) {
      if (current.length > 0) runs.push(current);
      current = [];
    } else current.push(segment);
  }
  if (current.length > 0) runs.push(current);
  return runs.filter((run) => run.some(({ tokens }) => tokens.some(isSign)));
}

/** Where a line is. In a note to editors, one sign among other words is enough. */
export type Place = 'line' | 'note';
