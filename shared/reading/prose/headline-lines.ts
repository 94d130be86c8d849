import { isDateLine } from '../dates/date-line.ts';
import { stampOf } from '../dates/stamp.ts';
import { columns, isFull, WIDE } from './line-width.ts';

/**
 * The lines at the top of a plain text that no blank line separates: the headline, a second line of the headline, a
 * byline, a date. They may be as long as wrapped prose, so each line end is judged by what is on both sides of it.
 */

/** At most this many lines at the top are judged. */
const MOST_LINES = 6;
const LONGEST_BYLINE = 90;

const BYLINE =
  /^(?:by|written by|story by|words by|text by|reporting by|von|text von|par|texte de|por|texto de|de|di|a cura di|testo di|door|tekst(?: door)?|автор|текст|كتب[ت]?|بقلم|إعداد)\s*[:：]?\s+["“«]?\p{Lu}|^(?:كتبت?|بقلم|إعداد)\s*[:：]?\s+\p{L}|^[^。，,]{0,20}(?:[記记]者|文\s?[/／]|作者|取材|기자)[^。]{0,30}$/iu;
const BEGINS_IN_CAPITALS = /^\S+(?:\s\p{Ll}+)?\s*[:：]?\s+["“«]?\p{Lu}/u;
/** A person and a post: Jane Roe, Maritime correspondent */
const PERSON_AND_POST =
  /^\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]*){1,3}\s*[,|/–—-]\s*.{0,40}(?:correspondent|reporter|editor|writer|staff|columnist|desk|korrespondent|redakt|reporter|journalist|correspond|rédact|redac|giornalist|inviat|repórter|jornalist|verslaggever|redacteur|корреспондент|обозреватель)/iu;
const LABEL =
  /^(?:subtitle|subhead|deck|dek|standfirst|kicker|byline|author|date|place|location|published|updated|untertitel|autor|datum|ort|sous-titre|auteur|date|lieu|subtítulo|autora?|fecha|lugar|data|sottotitolo|autore|luogo|ondertitel|plaats|подзаголовок|дата|место|副标题|副標題|日期|作者|부제|날짜)\s*[:：]\s/iu;
/** BERLIN (dpa) – …, PORT TOWN, March 12 - … */
const DATELINE = /^\p{Lu}{2}[\p{Lu} .'’-]{1,30}(?:,? [^.!?]{1,30})?(?: ?\([^()]{2,24}\))?\s*[-–—]{1,2}\s+\S/u;
/** A word after which no line of a headline ends. */
const LEADS_ON =
  /(?:^|\s)(?:a|an|the|of|to|in|on|at|by|for|from|with|and|or|as|but|that|der|die|das|des|dem|den|ein|eine|und|oder|mit|von|für|im|am|zu|auf|le|la|les|du|de|des|et|ou|à|en|pour|el|los|las|y|o|con|por|para|do|da|dos|das|e|em|com|il|lo|gli|di|del|della|per|het|een|van|voor|met|и|в|на|с|по|для|из|от|к|о|في|من|على|إلى|عن)$|[,–—:-]$/iu;
const FINAL = /[.!?。！？…][”"’»)]*$/u;

/** Two lines that are longer together than this, in columns, are a headline and a second headline below it. */
const LONGEST_HEADLINE = 100;
/** Whether two lines are no headline of two lines. A name may be divided between them: `… to meet Jane` and `Roe …`. */
const isTooLong = (line: string, next: string): boolean =>
  columns(line) + columns(next) > LONGEST_HEADLINE && /(?:^|\s)\p{Ll}[^\s]*$/u.test(line);

export interface Top {
  /** The lines at the top in groups. A headline of two lines is one group. */
  head: string[][];
  rest: string[];
}

const letters = (line: string): string => line.replace(/[^\p{L}]+/gu, '');
const isCapitals = (line: string): boolean =>
  letters(line).length >= 4 && line === line.toUpperCase() && line !== line.toLowerCase();

const isFact = (line: string): boolean =>
  (line.length <= LONGEST_BYLINE &&
    !FINAL.test(line.replace(/\b\p{Lu}\.$/u, '')) &&
    ((BYLINE.test(line) && (BEGINS_IN_CAPITALS.test(line) || !/^[\p{Script=Latin}]/u.test(line))) ||
      PERSON_AND_POST.test(line))) ||
  isDateLine(line) ||
  stampOf(line) !== undefined ||
  LABEL.test(line);

/**
 * Splits the first block of a text. `wrap`: the width at which the rest of the text is wrapped; 0 if it is not.
 * `longest`: the columns of the longest line of the text.
 */
export function topOf(lines: readonly string[], { wrap, longest }: { wrap: number; longest: number }): Top {
  const endsAsProse = FINAL.test(lines.at(-1) ?? '');
  const fact = lines.slice(0, MOST_LINES).findIndex(isFact);
  const isBreak = (at: number): boolean => {
    const [line = '', next = ''] = [lines[at], lines[at + 1]];
    if (isFact(line) || isFact(next) || DATELINE.test(next)) return true;
    // Prose does not end without a full stop above a line that begins a sentence.
    if (FINAL.test(line) || LEADS_ON.test(line)) return false;
    if (isCapitals(line) !== isCapitals(next) && isCapitals(line)) return true;
    if (!/^["“«¿¡(]?[\p{Lu}\p{Lo}\p{N}]/u.test(next)) return false;
    // Old systems wrap a headline in capitals at a width of its own.
    if (isCapitals(next) && (wrap > 0 || columns(next) * 2 > columns(line))) return false;
    if (WIDE.test(line.at(-1) ?? '')) return false;
    if (wrap > 0) {
      // Lines above a byline, and a block without a full stop, are no prose. They use the whole width.
      const isProse = endsAsProse && at >= fact;
      const room = columns(line) + 1 + columns(/^\S{1,80}/u.exec(next)?.[0] ?? '');
      return isProse
        ? !isFull(line, next, { width: wrap, wide: false })
        : room <= wrap || isTooLong(line, next);
    }
    // The text is not wrapped: other lines are much longer than both.
    return longest > Math.max(columns(line), columns(next)) * 1.25;
  };
  const judged = Math.min(lines.length - 1, MOST_LINES);
  const breaks = Array.from({ length: Math.max(0, judged) }, (_, at) => isBreak(at));
  // A line that ends a sentence begins the prose. A break below it is not at the top.
  const prose = lines.findIndex((line) => FINAL.test(line) && !isFact(line));
  const last = breaks.findLastIndex((found, at) => found && (prose === -1 || at < prose));
  if (last === -1) return { head: [], rest: [...lines] };
  const head: string[][] = [[]];
  for (let at = 0; at <= last; at++) {
    head.at(-1)?.push(lines[at] ?? '');
    if (breaks[at] && at < last) head.push([]);
  }
  return { head, rest: lines.slice(last + 1) };
}
