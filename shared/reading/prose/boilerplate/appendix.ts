/**
 * What press offices and agencies send below the end of a story: notes to editors, a portrait of the company, contacts.
 * A mark or a heading says where it begins, and it reaches to the end of the text.
 */

const SIGNS_BEFORE = String.raw`^[\s#*_(（【\[]{0,6}`;
/** A line that says that what follows is not to be published. */
const NEXT_IS_INTERNAL = new RegExp(
  String.raw`${SIGNS_BEFORE}(?:(?:the )?(?:following|information below|notes? below)[^.]{0,40}\bnot (?:intended )?for publication|(?:die )?(?:folgenden?|nachfolgenden?)[^.]{0,40} nicht zur (?:veröffentlichung|publikation)|(?:les )?(?:informations?|éléments?) (?:qui suivent|ci-dessous|suivantes?)[^.]{0,40}(?:pas|non) destinée?s? à (?:la publication|être publiée?s?)|(?:la )?(?:siguiente|información siguiente)[^.]{0,40}no (?:es|está)[^.]{0,20} para (?:su )?publica|以下(?:內容|内容|資料|资料)[^。]{0,8}(?:不|請勿|请勿)[^。]{0,6}(?:刊登|發[佈布]|发布|對外|对外)|以下[^。]{0,12}(?:掲載|公開)(?:しない|不可|なさらない))`,
  'iu',
);
/** A heading that only a news desk uses, or a line that forbids to publish. */
const NOT_FOR_READERS = new RegExp(
  String.raw`${SIGNS_BEFORE}(?:(?:dpa-)?notizblock\s*$|dpa-notizblock\b|not for publication\b(?! (?:before|until|or broadcast)))`,
  'iu',
);

/**
 * Whether a line that was cut out of an article forbids to publish what follows it. Since all that follows was cut as
 * well, the line says nothing about the article.
 */
export const isAboutAppendix = (line: string): boolean => line.length <= 200 && NEXT_IS_INTERNAL.test(line);

/** The words with which a story ends, alone on their line in capitals, or between signs: ENDS, -30-, (Ende), <끝> */
const BARE_MARK = /^(?:ENDS?|ENDE|FINE?|FIM|EINDE|КОНЕЦ|끝|以上|انتهى|النهاية)[.。]?$/u;
const SIGNED_MARK =
  /^[-–—=*#/(（[【<〈]{1,5}\s*(?:ends?|30|ende|fine?|fim|einde|конец|끝|이상|以上|終わり|انتهى|end of (?:press |news |media )?release|ende der (?:presse)?mitteilung|einde (?:pers)?bericht|完|全文完|fin du communiqué|fin del comunicado|fine comunicato)\s*[-–—=*#/)）\]】>〉]{1,5}$/iu;
const SIGNS = /^(?:(?:# ?){3,8}|(?:\* ?){3,12}|_{3,80}|-o-|oOo)$/u;

/** Maximum length of an end mark and of a heading, in characters. */
const LONGEST_MARK = 80;
const LONGEST_HEADING = 90;

/** The headings of an appendix. They count only below an end mark. */
const HEADING = new RegExp(
  `^[\\s#*_【\\[■◆●▼<(（]{0,6}(?:${[
    "notes? (?:to|for) (?:the )?editors?|editors?['’]?s? notes?|about\\b|(?:media|press) (?:contacts?|enquiries|inquiries|office|information)|contacts?\\b|for (?:more|further|additional|media|press|all)\\b|further information|background\\b|notes?\\b|forward[- ]looking statements?|source\\b",
    'hinweise?(?: an| für) die (?:redaktion|redaktionen|medien)|redaktionelle hinweise|über\\b|pressekontakt|kontakt\\b|ansprechpartner|rückfragen|weitere informationen|hintergrund\\b|pressestelle',
    "note aux (?:rédactions|éditeurs)|notes? à l['’]attention|à propos\\b|contacts? (?:presse|média)|contact\\b|pour (?:plus|de plus|toute)\\b",
    'notas? (?:para|a) (?:los |as |os )?(?:editores|medios|redaç|redac)|acerca de|sobre\\b|contacto|contato|para (?:más|mais)\\b|informações (?:à|para a) imprensa|assessoria|gabinete de (?:prensa|comunica)',
    'note (?:per|ai|alla) (?:la )?(?:redazion|giornalist|editor|stampa)|informazioni su|chi (?:è|siamo)|contatti|ufficio stampa|per (?:ulteriori|maggiori|informazioni)',
    'noot (?:voor|aan) (?:de )?redactie|(?:niet voor publicatie)|over\\b|perscontact|contact(?:gegevens|informatie)|voor meer|meer informatie',
    'о компании|об\\b|о\\s|контакт|пресс-служб|для (?:сми|справки|прессы|дополнительной)|дополнительная информация|справка',
    'ملاحظات? (?:للمحررين|إلى المحررين)|نبذة|عن\\s|حول\\s|للتواصل|للاتصال|للمزيد|لمزيد',
    '문의|보도자료|언론 ?(?:문의|연락)|연락처|담당|회사 ?소개|참고|.{1,30}(?:에 대하여|소개)$',
    '本件に関する|お?問い?合わ?せ|報道関係|会社概要|.{1,30}について|關於|关于|聯[繫絡]|联系|媒[體体]|新聞聯|新闻联|.{1,20}(?:簡介|简介)$',
  ].join('|')})`,
  'iu',
);

/** Whether a line is a mark with which press offices and agencies end a text. */
export const isEndMark = (text: string): boolean =>
  text.length <= LONGEST_MARK && (BARE_MARK.test(text) || SIGNED_MARK.test(text) || SIGNS.test(text));

/** The heading of the contacts for journalists, alone on its line or with the first contact behind a colon. */
const PRESS_CONTACT = new RegExp(
  `^[\\s#*_【\\[■◆●▼◇<(（-]{0,6}(?:${[
    '(?:media|press|pr|news desk) (?:contacts?|enquiries|inquiries|office|relations)(?: details)?|contacts? for (?:the )?(?:media|press|journalists)|for (?:media|press) (?:enquiries|inquiries)',
    'presse-?kontakt(?:e)?|medien-?kontakt(?:e)?|kontakt für (?:die )?(?:presse|medien)|ansprechpartner(?:in)? (?:für )?(?:die )?(?:presse|medien)',
    'contacts? (?:de )?(?:presse|médias?)|contact(?:o|os) (?:de |para (?:la )?)?(?:prensa|medios|imprensa)|contatos? (?:de |para a? ?)?imprensa|assessoria de imprensa',
    'contatti (?:per la )?stampa|ufficio stampa|perscontact(?:en)?|perswoordvoerder|контакты для (?:сми|прессы)|пресс-служба',
    '(?:للتواصل|جهة الاتصال|الاتصال) (?:الإعلامي|الإعلامية|الصحفي|الصحفية)|(?:언론|보도|취재) ?문의(?:처)?|보도 ?관련 ?문의(?:처)?',
    '(?:本件|この件|本リリース|報道|取材|リリース)[^。]{0,16}(?:問い?合わ?せ|連絡)先?|報道関係[^。]{0,12}(?:窓口|問い?合わ?せ)[^。]{0,4}|(?:媒[體体]|新[聞闻]|傳媒|传媒|[記记]者)(?:[聯联][絡络繫系]|查[詢询])(?:人|方式)?',
  ].join('|')})[^。:：】\\]]{0,30}(?:[】\\]>)）]?\\s*$|[】\\]>)）]?\\s*[:：].{0,160}$)`,
  'iu',
);
/** A telephone number or an address. */
const REACHED_BY = /@|https?:|www\.|\d[\d\s()/.-]{5,}\d/u;
/** Maximum number of lines of a block of contacts. */
const LONGEST_CONTACTS = 15;

/** The start of the block of contacts at the end of the text. */
function contactsOf(texts: readonly string[], isProse: (text: string) => boolean): number | undefined {
  const start = Math.max(1, texts.length - LONGEST_CONTACTS);
  // Most articles name no contacts, and the pattern of the headings is slow.
  if (!texts.slice(start).some((text) => REACHED_BY.test(text))) return undefined;
  for (let at = start; at < texts.length; at++) {
    if (!PRESS_CONTACT.test((texts[at] ?? '').slice(0, 260))) continue;
    const block = texts.slice(at);
    const plain = block.every((text, line) => line === 0 || REACHED_BY.test(text) || !isProse(text));
    return plain && block.some((text) => REACHED_BY.test(text)) ? at : undefined;
  }
  return undefined;
}

const isInternal = (text: string): boolean =>
  text.length <= 200 && (NEXT_IS_INTERNAL.test(text) || NOT_FOR_READERS.test(text));

/** The first paragraph of the appendix; undefined if there is none. */
export function appendixOf(texts: readonly string[], isProse: (text: string) => boolean): number | undefined {
  const internal = texts.findIndex((text, at) => at > 0 && isInternal(text));
  if (internal !== -1) return internal;
  const mark = texts.findIndex((text, at) => at > 1 && isEndMark(text) && isHeading(texts[at + 1] ?? ''));
  return mark === -1 ? contactsOf(texts, isProse) : mark;
}

const isHeading = (text: string): boolean =>
  text !== '' && (text.length <= LONGEST_HEADING || text.includes(':')) && HEADING.test(text);
