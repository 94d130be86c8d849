import { foldedLetters, plainLine } from './fold.ts';
import type { Statement } from './statement.ts';

/**
 * Finds marks that a newsroom writes into a field of a few words: a slug line, a working title, a keyword, a category.
 * Such a field has no sentence, so the rules for lines do not fit: `HOLD-MUSEUM`, `museum-embargoed-friday`, `draft`.
 */

/**
 * A field of a few words: `slug` names the story inside the newsroom, `keyword` is one of a list of topics, `title` is
 * a headline, in which only a mark in capitals or in brackets before or after the headline counts.
 */
export type Field = 'slug' | 'keyword' | 'title';

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/u).map(bare));

/** A text without case, accents, blanks and signs: `On Hold` and `on-hold` are one word. */
function bare(text: string): string {
  return foldedLetters(text).replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}

/** Words that name an embargo on a text, and never one on goods. */
const EMBARGOED = words(`
  embargoed embargoeduntil underembargo strictembargo pressembargo mediaembargo newsembargo sperrfrist sendesperrfrist
  sperrvermerk presseembargo unterembargo sousembargo embargoté embargado embargada bajoembargo sobembargo
  sottoembargo embargato onderembargo underembargo sperrefrist klausuleret embargossa podembargiem подэмбарго
  підембарго подембарго ambargolu υπόεμπάργκο 報道解禁 報道解禁前 情報解禁前 解禁前 엠바고 تحتالحظر`);

/** Words that a keyword is for a text that is not ready. As one of a list they may be a topic, such as the NFL draft. */
const DRAFT = words(`
  draft entwurf rohfassung brouillon ébauche borrador bozza rascunho concept klad kladversie utkast udkast kladde
  luonnos szkic brudnopis koncept návrh ciorna piszkozat vázlat taslak черновик чернетка чернова черновa πρόχειρο טיוטה
  مسودة 草稿 初稿 下書き 下書 초안 ड्राफ्ट draf`);

const HELD = words(`
  hold onhold legalhold holdforrelease holdforpublication holdforlegal hfr withheld unpublished donotpublish
  donotrelease donotuse donotrun dontpublish nopublish notforpublication notforrelease notready notyetapproved
  notapproved unapproved pendingreview pendingapproval awaitingapproval awaitingreview needsreview needsapproval
  readyforreview inreview underreview workinprogress wip spiked killed kill withdrawn retracted internalonly
  nichtveröffentlichen nichtfreigegeben zurückgehalten nepaspublier nonpublié nopublicar nopublicado nãopublicar
  nonpubblicare nietpubliceren nepubliceraej ejpublicera måikkeoffentliggøres eijulkaista niepublikować nepublikovat
  enespera enattente inattesa emespera aguardando inafwachting wartet påhold påvent väntar odottaa wstrzymane pozastaveno
  приостановлено задержано відкладено beklemede 保留 保留中 待发 待發 보류
  непубликовать непублікувати данесепубликува yayımlamayın yayınlamayın 非公開 未公開 掲載見合わせ 勿发 勿發 请勿发布
  請勿發佈 暂不发布 暫不發布 撤稿 비공개 보도금지`);

/** Topics beside which `draft` and `hold` are topics too: sport, military service, beer, a ban on goods. */
const TOPIC =
  /(?:^|\P{L})(?:n(?:ba|fl|hl)|wnba|mlb|mls|afl|ufc|wwe|sports?|basketball|football|hockey|baseball|soccer|rugby|wrestling|poker|rook(?:ie|ies)|lottery|picks?|league|athletes?|military|army|conscription|soldiers?|beers?|brew(?:ery|eries|ing)|ales?|pubs?|horses?|bill|law|legislation|parliament|embargo(?:es)?|music)(?!\p{L})/iu;

const found = (kind: Statement['kind']): Statement => ({
  kind,
  whole: true,
  isClear: false,
  isDated: false,
  isReleaseDay: false,
  isSure: true,
});

/** The mark that a field is or contains. `beside`: the other texts of the same list. Undefined if it has none. */
export function markInField(
  text: string,
  field: Field,
  beside: readonly string[] = [],
): Statement | undefined {
  const line = plainLine(text.slice(0, LONGEST));
  const whole = wholeMark(line, beside);
  if (whole !== undefined || field === 'keyword') return whole;
  return field === 'slug' ? markInSlug(line) : markAtEdge(line, true);
}

/** A slug has a few words. */
const LONGEST = 200;

function wholeMark(line: string, beside: readonly string[]): Statement | undefined {
  const word = bare(line);
  if (EMBARGOED.has(word) || (line === 'EMBARGO' && beside.some((other) => /\p{Ll}/u.test(other))))
    return found('embargo');
  const isTopic = beside.some((other) => other !== line && TOPIC.test(other));
  return !isTopic && (DRAFT.has(word) || HELD.has(word)) ? found('hold') : undefined;
}

/** A mark at the beginning or the end of a slug. It is in capitals, in brackets, or divided by a sign. */
const WORD = '(?<mark>embargo(?:ed)?|hold|hfr|nfp|dnp|drafts?|kill(?:ed)?|spike[d]?|withheld|withdrawn)';
const BRACKETED = new RegExp(String.raw`[([{]\s*${WORD}\s*[)\]}]`, 'iu');
const FIRST = new RegExp(String.raw`^\W{0,3}${WORD}(?<sign>\s*[-–—:/|_.]+\s*|\s+)(?<rest>\S.*)$`, 'iu');
const LAST = new RegExp(String.raw`^(?<rest>.*\S)(?<sign>\s*[-–—:/|_,]+\s*)${WORD}\W{0,3}$`, 'iu');

/** Words after which `hold`, `draft` or `kill` is a word of the story: hold-em, hold on, draft law, Kill Bill. */
const OF_STORY =
  /^(?:'?em|on|the|up|out|off|my|your|our|me|us|him|her|them|fast|steady|music|law|bill|beer|pick|picks|lottery|class|day|night|order|treaty|budget|plan|plans|resolution|agreement|deal|rules?|switch|list|zone|ring|joy|time|a|against|over|auf|gegen|sur|contre|sobre|contra|su|contro|lifts?|lifted|ends?|ended|over)(?!\p{L})/iu;
/** Goods and places before or after an embargo on them. */
const GOODS =
  /(?:^|\P{L})(?:arms?|oil|trade|weapons?|gas|grain|food|fuel|coal|steel|chips?|cuba|iran|russia|israel|qatar|korea|china|us|eu|un|armes?|armas?|petrol\w{0,3}|pétrole|waffen|öl|import\w{0,2}|export\w{0,2}|sanctions?|anniversary)(?!\p{L})/iu;
/** What says that an embargo is one on a text: its end. */
const END =
  /(?:^|[^\p{L}\p{N}])(?:until|till?|bis|jusqu\p{L}{0,3}|hasta|fino|sino|até|tot|до|mon|tue|tues|wed|thur?s?|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|tomorrow|tonight|morgen|demain|mañana|midnight|noon|\d{1,2}(?:am|pm|h|uhr)|\d{4})(?!\p{L})/iu;

function markInSlug(line: string): Statement | undefined {
  const parts = line.split(/[-–—:/|_.,;()[\]{}\s]+/u).filter((part) => part !== '');
  if (parts.some((part) => EMBARGOED.has(bare(part)))) return found('embargo');
  const pairs = parts.slice(1).map((part, at) => bare(`${parts[at] ?? ''}${part}`));
  if (pairs.some((pair) => EMBARGOED.has(pair)) && !GOODS.test(line)) return found('embargo');
  if (pairs.some((pair) => HELD.has(pair) && pair !== 'onhold')) return found('hold');
  return markAtEdge(line, false) ?? dated(line);
}

/** A mark in brackets, at the beginning or at the end. `inCapitals`: whether a mark in small letters is none. */
function markAtEdge(line: string, inCapitals: boolean): Statement | undefined {
  const bracketed = BRACKETED.exec(line)?.groups?.['mark'];
  if (bracketed !== undefined) return of(bracketed);
  const marks = [FIRST, LAST].map((form) => markOf(form.exec(line)?.groups, form === FIRST, inCapitals));
  return marks.find((mark) => mark !== undefined);
}

const of = (mark: string): Statement => found(/embargo/iu.test(mark) ? 'embargo' : 'hold');

function markOf(
  groups: Partial<Record<string, string>> | undefined,
  isFirst: boolean,
  inCapitals: boolean,
): Statement | undefined {
  const { mark, sign = '', rest = '' } = groups ?? {};
  if (mark === undefined || TOPIC.test(rest.replaceAll('-', ' '))) return undefined;
  if (isFirst ? OF_STORY.test(rest) : /(?:^|\P{L})(?:on|to|and|a)$/iu.test(rest)) return undefined;
  const isCapitals = !/\p{Ll}/u.test(mark);
  // A headline in capitals throughout tells nothing by its capitals.
  if (inCapitals && !(isCapitals && /\p{Ll}/u.test(rest))) return undefined;
  // In a slug with blanks, all in capitals or all in small letters, the first word may belong to the next.
  if (isBlank(sign) && !(isCapitals && /\p{Ll}/u.test(rest))) return undefined;
  // Kill-Bill-reunion, draft-evasion: only a slug in small letters throughout, or a mark in capitals, is marked so.
  if (!isCapitals && !/^hold$/iu.test(mark) && !/^[:/|]/u.test(sign.trim())) return undefined;
  if (!isCapitals && /^hold$/iu.test(mark) && (!isFirst || /\p{Lu}/u.test(mark))) return undefined;
  if (/^embargo/iu.test(mark) && GOODS.test(rest)) return undefined;
  if (/^kill/iu.test(mark) && !/\p{Ll}/u.test(rest) && sign.trim() === '-') return undefined;
  return of(mark);
}

const isBlank = (sign: string): boolean => sign.trim() === '';

/** An embargo and its end in one slug: musee-embargo-vendredi. */
function dated(line: string): Statement | undefined {
  const isDated = /(?:^|\P{L})embargo(?!\p{L})/iu.test(line) && END.test(line.replace(/embargo/iu, ' '));
  return isDated && !GOODS.test(line) ? found('embargo') : undefined;
}
