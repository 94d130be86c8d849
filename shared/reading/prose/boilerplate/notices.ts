/**
 * Whether a paragraph that begins like a notice is a notice as a whole. A line such as `© Provided by The Example`
 * may have lost its line end, so that the first paragraph of the story follows in the same line.
 */

/** The words of a copyright notice, in the languages that have rules. */
const NOTICE = new RegExp(
  [
    'rights? reserved|may not be|without .{0,40}(?:permission|consent)|reproduc|republish|redistribut|rewritten|copyright|trademark|licen[sc]ed (?:under|to)|(?:used|reprinted) (?:with|by|under) |first published|originally published|creative commons',
    'derechos|prohib|autorizaci|rechte|vorbehalten|nachdruck|vervielf|genehmigung|urheber|droits|réserv|interdit|autorisation',
    'direitos|reservad|reprodu|proibi|diritti|riservat|riproduzione|vietat|rechten|voorbehouden|overname|overgenomen|toestemming|auteursrecht',
    'права? |защищен|защищён|перепечат|копирован|использован|гиперссылк|حقوق|محفوظ|إعادة|저작권|무단|전재|배포|복제',
    '版[權权]|著作[權权]|[轉转][載载]|侵[權权]|授[權权]|未[經经]|所有|必究|無断|転載|複製|禁',
  ].join('|'),
  'iu',
);

const EACH_NOTICE = new RegExp(NOTICE.source, 'giu');

/** The notices that are a sentence without a verb, after which a story may go on with a verb. */
const RIGHTS =
  /^\W{0,4}(?:©\s*)?(?:all rights|alle rechte|todos (?:los|os) d|tous droits|tutti i diritti|все права|reproduction |reproducci|reprodu[cç]ão|riproduzione|nachdruck|overname|права|حقوق|جميع الحقوق|prohibida|proibida|vietata|copyright)/iu;

/** What a copyright line names besides names: signs, years, and the short words inside a name. */
const SMALL_WORD =
  /^(?:by|provided|from|via|and|of|the|for|in|on|to|a|und|der|die|das|des|dem|für|von|et|de|du|la|le|les|y|e|el|los|las|do|da|dos|das|di|del|della|dei|van|het|en|voor|и|в|на|dpa(?:-[\w-]+)?|epd|kna|sid|©|\(c\)|ⓒ|copyright|photo|foto|image|\p{Ll}[\w-]*\.(?:com|org|net|info|[a-z]{2}))$/iu;
/** A word of a name, or a number such as a year or the key of a report. */
const NAME_LIKE = /^[\p{P}\p{S}]*[\p{Lu}\p{Lt}\p{N}]|\d/u;
const CASED = /[\p{Lu}\p{Ll}]/u;

/** Maximum length, in characters, of a copyright line without any words of a notice. */
const LONGEST_NAMES = { cased: 90, uncased: 40 };

function isRunOfNames(sentence: string): boolean {
  if (!CASED.test(sentence.replace(/\(c\)|copyright/giu, '')))
    return sentence.length <= LONGEST_NAMES.uncased && !sentence.endsWith('。');
  const words = sentence.split(/[\s/|]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  return (
    sentence.length <= LONGEST_NAMES.cased &&
    words.every((word) => NAME_LIKE.test(word) || SMALL_WORD.test(word.replace(/[.,;:]+$/u, '')))
  );
}

/** The longest sentence, in characters, in which a word of a notice is evidence. */
const LONGEST_NOTICE_SENTENCE = 320;

const sentences = (text: string): string[] =>
  text
    .split(/(?<=[.!?。！？]["”’)）]?)\s+(?=[\p{Lu}\p{Lo}])/u)
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));

function isCopyright(text: string): boolean {
  return sentences(text).every(
    (sentence) =>
      isRunOfNames(sentence) ||
      (sentence.length <= LONGEST_NOTICE_SENTENCE && NOTICE.test(sentence) && !tellsOfNotice(sentence)),
  );
}

/** What a sentence says about a notice that it quotes: `All rights reserved, the sign says, and nobody knows why.` */
const AFTER_NOTICE = /^[\p{L}\p{M}]*["”’»'『』」]?(?<sign>[,，،:–—-]|\s[–—-])?\s*(?<rest>.*)$/su;
/** More words than these after the words of a notice tell something of their own. */
const MOST_AFTER_NOTICE = { behindSign: 2, other: 7 };
/** Notices in Korean are polite (금합니다). Stories are not: 다투고 있다. */
const KOREAN_STORY = /\p{Script=Hangul}.*(?<!니)다\.?["”’]?$/su;
/** What Chinese and Japanese stories say of words that they quote. */
const SAYS_IN_HAN =
  /[写寫][着著道]|[这這][样樣][写寫]|[书書]かれ|[书書]いて(?:あ|い)|と(?:いう|の|する)|看板|[牌标標][子语語示]|[说說][:：]/u;

/** Whether a sentence begins with the words of a notice and goes on as a story does. */
function tellsOfNotice(sentence: string): boolean {
  if (KOREAN_STORY.test(sentence)) return true;
  if (/[\p{Script=Han}\p{Script=Hiragana}]/u.test(sentence)) return SAYS_IN_HAN.test(sentence);
  const at = [...sentence.matchAll(EACH_NOTICE)].at(-1);
  const behind = at === undefined ? '' : sentence.slice(at.index + at[0].length);
  const { sign, rest = '' } = AFTER_NOTICE.exec(behind)?.groups ?? {};
  const words = rest.split(/\s+/u).filter((word) => /\p{L}/u.test(word));
  if (/^[\p{P}\p{Lu}]/u.test(rest) || /@|https?:|www\./u.test(rest)) return false;
  const told = words.filter((word) => !NAME_LIKE.test(word));
  const isRights = RIGHTS.test(sentence);
  return (
    isRights && told.length > (sign === undefined ? MOST_AFTER_NOTICE.other : MOST_AFTER_NOTICE.behindSign)
  );
}

/**
 * What the writer of a story discloses about himself, often because the law demands it: shares, money, travel. It
 * belongs to the story, even under the label `Disclaimer`.
 */
const DISCLOSURE =
  /\b(?:owns?|holds?|held|owned) (?:no |any |a |some )?(?:\w+ )?(?:shares?|stocks?|stake|positions?|bitcoin|securities|crypto\w*|tokens?|units|bonds?)\b|\b(?:shareholder|stockholder|has (?:a |no )?(?:position|stake|interest)s? in|paid for (?:by|the)|travel(?:l)?ed (?:as|to .{1,40} as) |guest of|received (?:no )?(?:payment|funding|money|a grant)|(?:is|was|are|were) (?:partly |fully )?(?:funded|sponsored|employed|paid) by|works? for|worked (?:for|as)|consult(?:s|ed|ant)|married to|(?:board )?member of|financial interest)\b|hält (?:anteile|aktien)|besitzt (?:anteile|aktien)|beteiligt an|finanziert (?:von|durch)|auf einladung|détient des (?:actions|parts)|possède des (?:actions|parts)|à l['’]invitation|financé par|posee (?:acciones|títulos)|tiene acciones|invitad[oa] por|financiad[oa] por|possui ações|detém ações|a convite|possiede azioni|detiene azioni|su invito|bezit aandelen|op uitnodiging|владеет акциями|по приглашению|يملك أسهم|يمتلك أسهم|주식을 (?:보유|소유)|보유하고 있|持有.{0,12}(?:股|基金|代[幣币]|比特)|持股|[資资]助|[贊赞]助|受[雇僱][於于]?|利益[衝冲]突|株(?:式)?を(?:保有|所有)|協賛/iu;

/** What the disclaimer of an outlet says: whose views these are, what the outlet is not liable for. */
const STANDARD =
  /\b(?:views?|opinions?|liab|responsib|informational|information purposes|advice|accura|necessarily|endorse|warrant|syndicated|feed|third[- ]part|auto-?generated|errors? (?:or|and) omissions|terms of)|meinung|haftung|haftet|gewähr|verantwort|beratung|ansicht|opini[oó]n|responsab|asesor|garant|avis|conseil|propos|engage|mentions|verantwoordelijk|aansprakelijk|advies|mening|consulenza|parere|мнени|ответственн|рекомендац|آراء|رأي|مسؤول|책임|의견|견해|투자 (?:조언|권유)|[觀观][點点]|立[場场]|[責责]任|免[責责]|[聲声]明|建[議议]|[參参]考|版[權权]|侵[權权]|[轉转][載载]|来源|來源|保[證证]|責任|保証|見解|意見|목적/iu;

const BEGINS_WITH_SIGN = /^[\s\p{P}]{0,3}(?:©|\(c\)|ⓒ|copyright\b)/iu;
const BEGINS_WITH_LABEL =
  /^\W{0,3}(?:disclaimer|haftungsausschluss|aviso legal|descargo|advertencia|avertissement|clause|mentions|isenção|avviso|avvertenza|vrijwaring|отказ)/iu;

/** Whether a rule of this kind explains the whole paragraph, and not only its first words. */
export function isExplained(kind: string, text: string): boolean {
  if (kind === 'copyright')
    return BEGINS_WITH_SIGN.test(text) ? isCopyright(text) : !sentences(text).some(tellsOfNotice);
  if (kind === 'disclaimer')
    return !DISCLOSURE.test(text) && (!BEGINS_WITH_LABEL.test(text) || STANDARD.test(text));
  return true;
}
