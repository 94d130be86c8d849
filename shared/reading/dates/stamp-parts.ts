import { MONTH_NAME } from './months.ts';
import { FURTHER_PARTS } from './stamp-parts-further.ts';

/**
 * The parts of a stamp. A stamp is a line of a page that says when the page was published or how often it was read. A
 * line is a stamp if it consists of these parts only. A plain day is not enough, because stories begin with one
 * (4月13日). A `machine day` is in a form that content systems print: with the year and leading zeros, for example. A
 * `filler` is a sign or a short word between the other parts, such as `at`.
 */
export type StampPart = 'day' | 'machine day' | 'time' | 'weekday' | 'label' | 'count' | 'filler';

const WEEKDAYS =
  'mon(?:day)?|tue(?:sday)?|wed(?:nesday)?|thu(?:rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lunes|martes|miércoles|jueves|viernes|sábado|domingo|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche';
const SEPARATOR = String.raw`(?=[^\p{L}\p{N}]|$)`;

const part = (kind: StampPart, pattern: string): { kind: StampPart; test: RegExp } => ({
  kind,
  test: new RegExp(`^(?:${pattern})`, 'iu'),
});

/** The order matters: `stampOf` takes the first part that fits. */
export const STAMP_PARTS: readonly { kind: StampPart; test: RegExp }[] = [
  part('machine day', String.raw`(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}(?=\D|$)T?`),
  part('machine day', String.raw`(?:19|20)\d\d年\s?0\d月\s?\d\d日|(?:19|20)\d\d年\s?\d\d月\s?0\d日`),
  part('machine day', String.raw`\d{1,2}[./]\s?\d{1,2}[./]\s?(?:19|20)\d\d(?=\D|$)`),
  part(
    'machine day',
    String.raw`\d{1,2}(?:st|nd|rd|th|er|\.)? (?:de )?${MONTH_NAME}\.?,? (?:de )?(?:19|20)\d\d`,
  ),
  part('machine day', String.raw`${MONTH_NAME}\.? \d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\d\d`),
  part('day', String.raw`(?:19|20)\d\d年\s?\d{1,2}月\s?\d{1,2}日`),
  part('time', String.raw`\d{1,2}[:：]\d\d(?::\d\d(?:\.\d+)?)?(?:\s?(?:[ap]\.?m\.?))?${SEPARATOR}`),
  part('time', String.raw`\d{1,2}\.\d\d(?=\s?(?:[ap]\.?m|uhr|h|bst|gmt|utc|cest?)(?:[^\p{L}\p{N}]|$))`),
  part('time', String.raw`(?:上午|下午|晚上|凌晨|中午|午前|午後)\s?\d{1,2}[:：]\d\d${SEPARATOR}`),
  part('time', String.raw`(?:上午|下午|晚上|凌晨|午前|午後)?\s?\d{1,2}[时時](?:\d{1,2}分?)?(?:\d{1,2}秒)?`),
  part('time', String.raw`\d{1,2}\s?(?:h\s?(?:\d\d)?|uhr)${SEPARATOR}`),
  part(
    'weekday',
    String.raw`(?:星期|週|周|禮拜)[一二三四五六日天]|[（(][月火水木金土日][）)]|(?:${WEEKDAYS})\.?${SEPARATOR}`,
  ),
  part(
    'label',
    String.raw`(?:(?:發布|发布|發佈|發表|发表|更新|最後更新|最后更新|最終更新|初回公開|投稿|登録|出版|刊登|上載|建立|編輯|编辑|創建|公開|更新日|公開日|配信|掲載)(?:時間|时间|日期|日時|於|于)?|時間|时间|日期|日時)\s*[:：]|(?:發布|发布|發佈|發表|发表|更新|刊登)(?:於|于)?(?=\s|\d)|(?:公開|更新|配信|掲載)(?=$|\s|\d)`,
  ),
  part(
    'label',
    String.raw`(?:first |last )?(?:published|posted|updated|modified)(?: on| at)?\s*:?${SEPARATOR}|publicado(?: el)?|actualizado(?: el)?|publiée?(?: le)?|modifiée?(?: le)?|mise? à jour(?: le)?|veröffentlicht(?: am)?|aktualisiert(?: am)?|stand(?=\s*:)`,
  ),
  part(
    'count',
    String.raw`(?:瀏覽|浏览|閱讀|阅读|點閱|點擊|点击|評論|评论|人氣|人气|訪問|访问|參與|参与|跟貼|跟贴|views?|comments?)(?:次數|次数|量|數|数)?\s*[:：]?\s*\d[\d,.]*\s*[次万萬條条+人]*`,
  ),
  part(
    'count',
    String.raw`\d[\d,.]*\s*(?:次(?:瀏覽|浏览|閱讀|阅读)|(?:views|comments|min read|minute read|vistas|lectures)${SEPARATOR})`,
  ),
  part(
    'count',
    String.raw`(?:lesedauer|lesezeit|reading time|temps de lecture|tiempo de lectura)\s*:?\s*\d{1,3}\s*(?:min(?:uten|utes|utos)?)?\.?${SEPARATOR}`,
  ),
  part('count', String.raw`(?:会員限定|有料)(?:会員限定)?(?:記事)?(?=[^\p{L}]|$)|(?:残り)?\d{2,5}文字`),
  part('label', String.raw`(?:發布於|发布于|發佈於|IP屬地|IP属地)\s*[:：]\s*\p{Script=Han}{2,8}`),
  ...FURTHER_PARTS.map(({ kind, pattern }) => part(kind, pattern)),
  part(
    'filler',
    String.raw`(?:at|on|le|à|el|a las|um|am|uhr|hkt|gmt|utc|bst|[ecmp][sd]?t|cest?|cst|am|pm|h)${SEPARATOR}`,
  ),
  part('filler', String.raw`[\s|｜丨/·•,，、;；()（）[\]【】–—\-:：●■★@]+`),
];
