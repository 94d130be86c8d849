/** Parts of stamps in Korean, Portuguese, Italian, Dutch, Russian and Arabic. See `stamp-parts.ts`. */

const MONTHS = [
  'janeiro|fevereiro|fev|março|abril|abr|maio|mai|junho|julho|agosto|ago|setembro|set|outubro|out|novembro|dezembro|dez',
  'gennaio|gen|febbraio|feb|marzo|aprile|apr|maggio|mag|giugno|giu|luglio|lug|settembre|ottobre|ott|novembre|nov|dicembre|dic',
  'januari|februari|maart|mrt|april|mei|juni|juli|augustus|aug|september|oktober|november|december',
  'января|янв|февраля|фев|февр|марта|мар|апреля|апр|мая|июня|июн|июля|июл|августа|авг|сентября|сен|сент|октября|окт|ноября|ноя|нояб|декабря|дек',
  'يناير|كانون الثاني|فبراير|شباط|مارس|آذار|أبريل|إبريل|ابريل|نيسان|مايو|أيار|يونيو|يونيه|حزيران|يوليو|يوليه|تموز|أغسطس|اغسطس|آب|سبتمبر|أيلول|أكتوبر|اكتوبر|تشرين الأول|نوفمبر|تشرين الثاني|ديسمبر|كانون الأول',
].join('|');

const WEEKDAYS = [
  '(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?|sábado|domingo',
  'lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica',
  'maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag',
  'понедельник|вторник|среда|четверг|пятница|суббота|воскресенье',
  '(?:ال)?(?:أحد|احد|إثنين|اثنين|ثلاثاء|أربعاء|اربعاء|خميس|جمعة|سبت)',
  '[월화수목금토일]요일',
].join('|');

const LABELS = [
  '(?:기사 ?)?(?:입력|수정|등록|승인|송고|게재|발행|업데이트|최종 ?수정|최종 ?입력|작성)(?: ?(?:일시|시간|일|날짜))?(?:\\s*[:：])?',
  '(?:publicad[oa]|atualizad[oa]|actualizad[oa]|criad[oa]|postad[oa]|última (?:atualização|actualização))(?: (?:em|a|há))?\\s*:?|modificad[oa](?: em)?\\s*:?',
  '(?:pubblicat[oa]|aggiornat[oa]|modificat[oa]|creat[oa]|ultimo aggiornamento|ultima modifica|data di pubblicazione)(?: (?:il|alle))?\\s*:?',
  '(?:gepubliceerd|geplaatst|bijgewerkt|gewijzigd|laatst (?:bijgewerkt|gewijzigd)|laatste (?:update|wijziging)|publicatiedatum|aangepast)(?: (?:op|om))?\\s*:?',
  '(?:опубликован[оаы]?|обновлен[оаы]?|обновлён|изменен[оа]?|дата публикации|время публикации|последнее обновление)\\s*:?',
  '(?:نشر(?:ت)?|نُشر|حدث|حُد[ّ]?ث|تحديث|آخر تحديث|تاريخ (?:النشر|التحديث)|تم (?:النشر|التحديث))(?: (?:في|بتاريخ|يوم))?\\s*[:：]?',
].join('|');

const SEPARATOR = String.raw`(?=[^\p{L}\p{N}]|$)`;
/** A digit, European or Arabic-Indic. */
const D = '[\\d٠-٩]';
const YEAR = `(?:(?:19|20)\\d\\d|[١٢][٠-٩]{3})`;

export const FURTHER_PARTS: readonly {
  kind: 'day' | 'machine day' | 'time' | 'weekday' | 'label' | 'count' | 'filler';
  pattern: string;
}[] = [
  { kind: 'label', pattern: `(?:${LABELS})${SEPARATOR}` },
  { kind: 'machine day', pattern: `(?:19|20)\\d\\d\\s?\\.\\s?\\d{1,2}\\s?\\.\\s?\\d{1,2}\\.?(?=\\D|$)` },
  {
    kind: 'machine day',
    pattern: `${D}{1,2}[-/.]${D}{1,2}[-/.]${YEAR}(?!${D})|${YEAR}[-/]${D}{1,2}[-/]${D}{1,2}(?!${D})`,
  },
  { kind: 'day', pattern: `(?:19|20)\\d\\d년 ?\\d{1,2}월 ?\\d{1,2}일` },
  {
    kind: 'machine day',
    pattern: `${D}{1,2}(?:º|°)?\\.? ?(?:de |d['’])?(?:${MONTHS})(?: ?/ ?(?:${MONTHS}))?\\.?[,،]? ?(?:de )?${YEAR}(?: ?г(?:\\.|ода)?)?${SEPARATOR}`,
  },
  {
    kind: 'time',
    pattern: `(?:오전|오후)\\s?\\d{1,2}[:시]\\s?(?:\\d{1,2}(?:[:분]\\s?(?:\\d\\d초?)?)?)?${SEPARATOR}`,
  },
  { kind: 'time', pattern: `\\d{1,2}시(?: ?\\d{1,2}분)?` },
  { kind: 'time', pattern: `${D}{1,2}[:٫]${D}{2}(?::${D}{2})?\\s?(?:صباحا?ً?|مساءً?|[صم]${SEPARATOR})?` },
  { kind: 'time', pattern: `\\d{1,2}h\\d\\d(?:min)?${SEPARATOR}|\\d{1,2}\\.\\d\\d uur` },
  { kind: 'weekday', pattern: `(?:${WEEKDAYS})${SEPARATOR}|\\(?[월화수목금토일]\\)` },
  {
    kind: 'count',
    pattern: `(?:조회(?: ?수)?|댓글|visualizações|visualizzazioni|letture|weergaven|просмотр(?:ов|ы)?|комментари(?:и|ев)|مشاهدات?|قراءات?|عدد المشاهدات)\\s*[:：]?\\s*\\d[\\d,.]*|\\d[\\d,.]*\\s*(?:visualizações|visualizzazioni|letture|weergaven|просмотр(?:ов|а)?|مشاهدة|قراءة)${SEPARATOR}`,
  },
  {
    kind: 'count',
    pattern: `(?:tempo (?:de|di) (?:leitura|lettura)|leestijd|время (?:на )?чтени[ея]|مدة القراءة|وقت القراءة)\\s*:?\\s*\\d{1,3}\\s*(?:min(?:utos|uti|uten|\\.)?|мин(?:ут[аы]?|\\.)?|دقائق|دقيقة)?${SEPARATOR}`,
  },
  {
    kind: 'filler',
    pattern: `(?:às|as|alle|ore|om|uur|в|мск|em|il|op|по|московскому времени|в|الساعة|بتوقيت|غرينتش|جرينتش|مكة المكرمة|م|ص|KST|MSK|BRT|WEST|WET)${SEPARATOR}|\\.(?=\\s|$)`,
  },
];
