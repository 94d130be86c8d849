import { plainLine } from './fold.ts';
import { ARTICLE, inCapitals, looseNotice } from './loose-notice.ts';
import {
  dated,
  has,
  isOther,
  isSure,
  type Place,
  runsOf,
  saysUntil,
  type Segment,
  segmentsOf,
  withEvents,
} from './segments.ts';
import { isTold, orderedStatement, withoutOver } from './short-line.ts';
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
  /** Whether it has a phrase that few stories have: do not publish, Sperrfrist, for internal use only. */
  isSure: boolean;
}

/** Maximum length of a line that is searched, in characters. Of a longer text, its beginning and its end are. */
const LONGEST_LINE = 220;
const LONGEST_EDGE = 150;

/** Finds a notice in a line. Undefined if the line has none, or only tells about one. */
export function statementIn(text: string, place: Place = 'line'): Statement | undefined {
  if (place !== 'line') return read(text, place);
  // The rules for the edges of an article ask about the same line several times.
  if (known.has(text)) return known.get(text);
  if (known.size >= MOST_KNOWN) known.clear();
  const statement = read(text, place);
  known.set(text, statement);
  return statement;
}

const known = new Map<string, Statement | undefined>();
const MOST_KNOWN = 200;

function read(text: string, place: Place): Statement | undefined {
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
  const signed = signedStatement(line, place);
  if (signed !== undefined && !signed.isClear && !signed.whole && place === 'line' && isTold(line))
    return undefined;
  return signed ?? orderedStatement(line.replace(QUOTED, ' '));
}

function signedStatement(line: string, place: Place): Statement | undefined {
  const tokens = withoutReserved(withoutEnded(tokensUnquoted(line)), line);
  if (!tokens.some(isSign)) return undefined;
  const segments = segmentsOf(tokens).map(withEvents);
  const isCapitals = !/\p{Ll}/u.test(line);
  const whole = !segments.some((segment) => segment.tokens.some(isOther));
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
  const kind = isEmbargo && !isHeld ? 'embargo' : 'hold';
  return { kind, whole, isClear, isDated, isReleaseDay, isSure: stated.some(isSure) };
}

/** A time of day. */
const CLOCK = /\d\s?[:h]\s?\d|\d\s?(?:[ap]\.?m\b|uhr|uur|hrs|h\b|時|时|点|點|시)/iu;

/** The parts without the signs of an embargo that the line calls over. A line with a date may mean a later end. */
function withoutEnded(tokens: Token[]): Token[] {
  // `Until the speech is over` names the end of the speech, not of the embargo.
  const isOver = has(tokens, 'ended') && !dated(tokens) && !saysUntil(tokens);
  // `Free for publication from Monday` names a later time.
  const isFree =
    has(tokens, 'none') &&
    !tokens.some(({ kind }, at) => kind === 'none' && tokens[at + 1]?.kind === 'until');
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
    COPYRIGHT.test(line) ||
    (PERMISSION.test(line) &&
      tokens
        .slice(
          0,
          tokens.findIndex((t) => t.kind === 'forbid'),
        )
        .some((t) => t.kind !== 'around'));
  return isReserved
    ? tokens.map((t) => (t.kind === 'forbid' ? { ...t, kind: 'other' as const } : t))
    : tokens;
}

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
