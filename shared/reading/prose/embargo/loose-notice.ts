import { dated, has, isOther, isSure, type Place, type Segment, UNTIL_END } from './segments.ts';
import { isSign, type Token } from './tokens.ts';

const textOf = (tokens: readonly Token[]): string => tokens.map(({ text }) => text).join(' ');
export const inCapitals = (tokens: readonly Token[]): boolean => {
  // Only the first word of a sign: EMBARGO until the ruling.
  const text = textOf(
    tokens.filter(isSign).map((token) => ({ ...token, text: token.text.split(' ', 1)[0] ?? '' })),
  );
  return /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);
};

/** A notice among other words. Undefined if there is none. */
export function looseNotice(
  segments: readonly Segment[],
  place: Place,
  isCapitals: boolean,
): Token[] | undefined {
  const found = segments.find((segment) => {
    const { tokens, isBracketed } = segment;
    const at = tokens.findIndex(isSign);
    const sign = tokens[at];
    if (sign === undefined) return false;
    const sure = tokens.some(isSure);
    const before = tokens.slice(0, at);
    const isFirst = !before.some(isOther) && (before.length === 0 || !ARTICLE.test(before[0]?.folded ?? ''));
    const after = tokens.slice(at + 1);
    const next = after.find(({ kind }) => !['around', 'self', 'subject', 'forbid'].includes(kind));
    const others = tokens.filter(isOther).length;
    if (sure && (has(tokens, 'self') || isBracketed)) return true;
    if (has(tokens, 'self') && (has(tokens, 'mark') || has(tokens, 'label')) && others <= 1) return true;
    if (others <= MOST_AFTER && isAboutText(tokens, others)) return true;
    if (has(tokens, 'self') && has(tokens, 'embargo') && (dated(tokens) || has(tokens, 'until'))) return true;
    if (sure && isFirst && (next?.kind === 'until' || endsInUntil(sign))) return true;
    const isNearly =
      others <= 1 && has(tokens, 'until') && (sign.kind === 'embargo' || sign.kind === 'forbid');
    if (isNearly && isUnqualified(tokens, at) && !ARTICLE.test(tokens[0]?.folded ?? '')) return true;
    if (isFirst && others <= 2 && tokens.some(isImperative)) return true;
    if (isFirst && others <= 2 && isUntilEvent(tokens, at)) return true;
    if (sure && (tokens[at - 1]?.kind === 'until' || at === tokens.length - 1) && has(before, 'until'))
      return true;
    if (sure && inCapitals(tokens) && (!isCapitals || isFirst)) return true;
    if (isBracketed && (dated(tokens) || has(tokens, 'until')) && others <= 4) return true;
    if (place === 'note') return sure || isFirst || isUnqualified(tokens, at);
    return !isCapitals && isFirst && inCapitals(tokens) && has(tokens, 'until');
  });
  return found?.tokens;
}

/** Phrases that forbid to use something, which may be something else than the text: do not use phones. */
const USE =
  /(?:^| )(?:use|used|run|move|share|send|usar\p{L}*|use|utilice|utiliza\p{L}*|utilise[rz]|utilizzare|usare|utilize|verwenden|benutzen|nutzen|gebruiken|anvand|brug|bruk|использ\p{L}*|використ\p{L}*|uzywac|pouzivat\p{L}*|kayt\p{L}*|gunakan|pakai|digunakan|dipakai)$/u;
const isImperative = ({ kind, folded }: Token): boolean =>
  (kind === 'held' || kind === 'forbid') && !USE.test(folded);

/** A sentence that says that the text is withdrawn or held goes on for at most this many words. */
const MOST_AFTER = 4;

/** Whether a segment begins by saying about the text itself that it is withdrawn or held: this story is withdrawn. */
function isAboutText(tokens: readonly Token[], others: number): boolean {
  const rest = tokens.filter(({ kind }) => kind !== 'around');
  const [first, second] = rest;
  if (second?.kind !== 'mark') return false;
  return first?.kind === 'self' || (first?.kind === 'subject' && others === 0);
}

/** Whether an embargo lasts until something happens: embargo until the ruling. Not: embargo until 2030 on oil. */
function isUntilEvent(tokens: readonly Token[], at: number): boolean {
  const sign = tokens[at];
  if (sign?.kind !== 'embargo' || tokens.some(({ folded }) => ON.test(folded))) return false;
  const after = tokens.slice(at + 1);
  const isUntil = after[0]?.kind === 'until' || UNTIL_END.test(sign.folded);
  return isUntil && after.some((token) => token.isEvent === true);
}

/** An article begins a sentence of a story; a notice has none before its sign. */
export const ARTICLE =
  /^(?:the|an?|der|die|das|ein|eine|le|la|les|el|los|las|il|lo|un|una|o|os|as|het|de|een)$/u;

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
