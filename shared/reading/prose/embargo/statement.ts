import { plainLine } from './fold.ts';
import { orderedStatement, withoutOver } from './short-line.ts';
import { isSign, mayHaveSign, type Token, tokensOf } from './tokens.ts';

/** A notice to editors that a line states. */
export interface Statement {
  /** `embargo`: the text must wait for an instant; `hold`: it is a draft, is killed, or must not be published. */
  kind: 'embargo' | 'hold';
  /** Whether the line has nothing else, so that it is no part of the article. */
  whole: boolean;
  /** Whether the notice has only words that are understood. */
  isClear: boolean;
  /** Whether the line names a day, a time or another condition. */
  isDated: boolean;
  /** Whether the only sign is a label such as `release date`, and the line has no time of day. */
  isReleaseDay: boolean;
}

/** Where a line is. In a note to editors, one sign among other words is enough. */
export type Place = 'line' | 'note';

/** Maximum length of a line that is searched, in characters. Of a longer text, its beginning and its end are. */
const LONGEST_LINE = 220;
const LONGEST_EDGE = 150;

/** A run of parts between two edges. */
interface Segment {
  tokens: Token[];
  isBracketed: boolean;
  /** The edge after the segment. */
  end: string;
}

const SURE = new Set<Token['kind']>(['forbid', 'embargoed', 'held']);
const isSure = ({ kind }: Token): boolean => SURE.has(kind);
const isOther = ({ kind }: Token): boolean => kind === 'other' || kind === 'topic';
const has = (tokens: readonly Token[], kind: Token['kind']): boolean => tokens.some((t) => t.kind === kind);

/** Finds a notice in a line. Undefined if the line has none, or only tells about one. */
export function statementIn(text: string, place: Place = 'line'): Statement | undefined {
  const line = plainLine(text.slice(0, 20 * LONGEST_LINE));
  if (line.length <= LONGEST_LINE && text.length <= 20 * LONGEST_LINE) return statementOf(line, place);
  const start = `${line.slice(0, LONGEST_EDGE)} …x`;
  const end = `x… ${plainLine(text.slice(-LONGEST_EDGE))}`;
  return statementOf(start, place) ?? statementOf(end, place);
}

const QUOTED =
  /“[^“”]{1,200}[”"]|"[^"]{1,200}"|«[^«»]{1,200}»|»[^«»]{1,200}«|„[^„“”]{1,200}[“”"]|「[^「」]{1,100}」|『[^『』]{1,100}』|‘[^‘’]{3,150}’(?!\p{L})|(?<![\p{L}\p{N}])'[^']{3,150}'(?!\p{L})|‹[^‹›]{1,200}›/gu;

/** Notices do not quote themselves: words in quotation marks count only if nothing else is told around them. */
function tokensUnquoted(line: string): Token[] {
  if (!mayHaveSign(line)) return [];
  const all = tokensOf(line);
  if (!all.some(isSign)) return [];
  const outside = line.replace(QUOTED, ' ');
  if (outside === line) return all;
  const unquoted = tokensOf(outside);
  return unquoted.some(isOther) ? tokensOf(line.replace(QUOTED, ' x ')) : all;
}

function statementOf(whole: string, place: Place): Statement | undefined {
  const line = withoutOver(whole);
  return signedStatement(line, place) ?? orderedStatement(line.replace(QUOTED, ' '));
}

function signedStatement(line: string, place: Place): Statement | undefined {
  const tokens = withoutReserved(withoutEnded(tokensUnquoted(line)), line);
  if (!tokens.some(isSign)) return undefined;
  const segments = segmentsOf(tokens);
  const isCapitals = !/\p{Ll}/u.test(line);
  const words = tokens.filter(isOther).length;
  const whole = words === 0;
  const found = runsOf(segments).find((run) =>
    isNotice(run, { whole, isCapitals, first: run[0] === segments[0] }),
  );
  const isClear = found !== undefined;
  const stated = found?.flatMap((segment) => segment.tokens) ?? looseNotice(segments, place, isCapitals);
  if (stated === undefined) return undefined;
  const isDated = dated(stated) || has(stated, 'until') || (whole && dated(tokens));
  const isEmbargo =
    has(stated, 'embargoed') ||
    has(stated, 'release') ||
    has(stated, 'embargo') ||
    (has(stated, 'forbid') &&
      isDated &&
      !has(stated, 'held') &&
      !has(stated, 'mark') &&
      !has(stated, 'label'));
  const isReleaseDay = !stated.some((t) => isSign(t) && t.kind !== 'release') && !CLOCK.test(line);
  const isHeld =
    has(stated, 'held') || has(stated, 'mark') || has(stated, 'label') || (has(stated, 'forbid') && !isDated);
  return { kind: isEmbargo && !isHeld ? 'embargo' : 'hold', whole, isClear, isDated, isReleaseDay };
}

/** A time of day. */
const CLOCK = /\d\s?[:h]\s?\d|\d\s?(?:[ap]\.?m\b|uhr|uur|hrs|h\b|時|时|点|點|시)/iu;

/** The parts without the signs of an embargo that the line calls over. A line with a date may mean a later end. */
function withoutEnded(tokens: Token[]): Token[] {
  const isOver = has(tokens, 'ended') && !dated(tokens);
  const isFree = has(tokens, 'none');
  if (!isOver && !isFree) return tokens;
  return tokens.map((token) =>
    (isOver && (token.kind === 'embargo' || token.kind === 'embargoed')) ||
    (isFree && token.kind === 'release')
      ? { ...token, kind: 'around' as const }
      : token,
  );
}

/** Words of a copyright notice, which forbids publication too. */
const COPYRIGHT =
  /©|ⓒ|℗|\(c\)|copyright|rights reserved|all rights|tous droits|droits d'auteur|alle rechte|derechos reservados|diritti riservati|riproduzione|direitos reservados|rechten voorbehouden|prawa zastrze|všechna práva|с разрешения|все права|права защищены|усі права|حقوق|זכויות|हक|अधिकार सुरक्षित|bản quyền|hak cipta|telif|转载|轉載|転載|版权|版權|著作|無断|저작권|무단|재배포|전재/iu;
/** Words of a condition that also stands in a copyright notice. */
const PERMISSION =
  /permission|consent|licen[cs]e|authori[sz]ation|genehmigung|zustimmung|erlaubnis|autori[sz]a|autorizza|accord préalable|toestemming|zgody|souhlas|разрешени|дозвол|tillstånd|tilladelse|tillatelse|إذن|اذن|izin|授权|授權|许可|許可|허락|동의/iu;

/** The parts without the phrases that forbid publication, if the line is a copyright notice. */
function withoutReserved(tokens: Token[], line: string): Token[] {
  if (!has(tokens, 'forbid')) return tokens;
  const isReserved =
    COPYRIGHT.test(line) || (PERMISSION.test(line) && tokens.findIndex((t) => t.kind === 'forbid') > 0);
  return isReserved
    ? tokens.map((t) => (t.kind === 'forbid' ? { ...t, kind: 'other' as const } : t))
    : tokens;
}

const dated = (tokens: readonly Token[]): boolean =>
  has(tokens, 'name') ||
  tokens.some(({ kind, folded }) => kind === 'number' && !/^(?:19|20)\d\d\.?$/u.test(folded));

function segmentsOf(tokens: readonly Token[]): Segment[] {
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

/** The longest runs of segments that have only words of notices. */
function runsOf(segments: readonly Segment[]): Segment[][] {
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

const textOf = (tokens: readonly Token[]): string => tokens.map(({ text }) => text).join(' ');
const inCapitals = (tokens: readonly Token[]): boolean => {
  const text = textOf(tokens.filter(isSign));
  return /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);
};

/** A line that is a mark has at most this many words before it. The story of a draft is a headline. */
const MOST_BEFORE = 3;

/** Whether a run that has only words of notices is a notice, and not the beginning of a headline. */
function isNotice(
  run: readonly Segment[],
  { whole, isCapitals, first }: { whole: boolean; isCapitals: boolean; first: boolean },
): boolean {
  const tokens = run.flatMap((segment) => segment.tokens);
  const isBracketed = run.some((segment) => segment.isBracketed && segment.tokens.some(isSign));
  if (tokens.some(isSure)) return true;
  if (tokens.some(({ kind }) => kind === 'embargo' || kind === 'label' || kind === 'mark')) {
    const isSubject = !whole && !isCapitals && ARTICLE.test(tokens[0]?.folded ?? '');
    if (isBracketed || (dated(tokens) && !isSubject) || (whole && tokens.findIndex(isSign) <= MOST_BEFORE))
      return true;
    if (!isCapitals && inCapitals(tokens)) return true;
    // Draft: …, Entwurf – …: a label that few stories have. Stories do begin with Embargo: … or Hold: …
    return has(tokens, 'label') && first && /^[:—–-]/u.test(run.at(-1)?.end ?? '');
  }
  return (dated(tokens) && (whole || isBracketed || first)) || (whole && has(tokens, 'until'));
}

/** A notice among other words. Undefined if there is none. */
function looseNotice(segments: readonly Segment[], place: Place, isCapitals: boolean): Token[] | undefined {
  const found = segments.find((segment) => {
    const { tokens, isBracketed } = segment;
    const at = tokens.findIndex(isSign);
    const sign = tokens[at];
    if (sign === undefined) return false;
    const sure = tokens.some(isSure);
    const before = tokens.slice(0, at);
    const isFirst = !before.some(isOther) && (before.length === 0 || !ARTICLE.test(before[0]?.folded ?? ''));
    const after = tokens.slice(at + 1);
    const next = after.find(({ kind }) => kind !== 'around');
    const others = tokens.filter(isOther).length;
    if (sure && (has(tokens, 'self') || isBracketed)) return true;
    if (has(tokens, 'self') && (has(tokens, 'mark') || has(tokens, 'label')) && others <= 1) return true;
    if (has(tokens, 'self') && has(tokens, 'embargo') && (dated(tokens) || has(tokens, 'until'))) return true;
    if (sure && isFirst && (next?.kind === 'until' || endsInUntil(sign))) return true;
    const isNearly =
      others <= 1 && has(tokens, 'until') && (sign.kind === 'embargo' || sign.kind === 'forbid');
    if (isNearly && isUnqualified(tokens, at) && !ARTICLE.test(tokens[0]?.folded ?? '')) return true;
    if (sign.kind !== 'embargoed' && sure && isFirst && others <= 2) return true;
    if (sure && (tokens[at - 1]?.kind === 'until' || at === tokens.length - 1) && has(before, 'until'))
      return true;
    if (sure && inCapitals(tokens) && (!isCapitals || isFirst)) return true;
    if (isBracketed && (dated(tokens) || has(tokens, 'until')) && others <= 4) return true;
    if (place === 'note') return sure || isFirst || isUnqualified(tokens, at);
    return !isCapitals && isFirst && inCapitals(tokens) && has(tokens, 'until');
  });
  return found?.tokens;
}

/** An article begins a sentence of a story; a notice has none before its sign. */
const ARTICLE = /^(?:the|an?|der|die|das|ein|eine|le|la|les|el|los|las|il|lo|un|una|o|os|as|het|de|een)$/u;

const endsInUntil = ({ folded }: Token): boolean =>
  / (?:before|until|vor|voor|avant|bis|prima|antes)$/u.test(folded);

/** Words between an embargo and what it is on. */
const ON = /^(?:on|against|auf|gegen|sur|contre|sobre|contra|su|contro|tegen|op|na|mot|på|на|против)$/u;

/** Whether no other word belongs to the sign: not `arms embargo`, not `embargo on oil`. */
function isUnqualified(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  if (tokens[at]?.kind === 'embargo') {
    return (before === undefined || !isOther(before)) && !ON.test(after?.folded ?? '');
  }
  return (before === undefined || !isOther(before)) && (after === undefined || !isOther(after));
}
