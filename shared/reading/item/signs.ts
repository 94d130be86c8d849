/**
 * A statement of a document about whether, or when, its article may be shown. `value` is as the sender wrote it; an
 * empty value means that the document has the name and no value.
 */
export interface Sign {
  kind: SignKind;
  /** The name of the element, attribute or member, for the notes. */
  name: string;
  value: string;
}

/**
 * - `status`: a word such as draft. An unknown word puts the article in doubt.
 * - `signal`: a word that may be about other things as well. An unknown word means nothing.
 * - `held`, `killed`: yes withholds or cancels the article.
 * - `shown`: no withholds the article.
 * - `embargo`: the article must not be shown before this date.
 * - `expiry`: the article must not be shown after this date.
 * - `dated`: the date of the article. In the future, it is when the article is scheduled.
 * - `published`: like `dated`, but a text that is no date puts the article in doubt: `publish_date: tomorrow`.
 * - `period`: the time in which the article may be shown, as a DCMI period or an interval of ISO 8601.
 */
export type SignKind =
  'status' | 'signal' | 'held' | 'killed' | 'shown' | 'embargo' | 'expiry' | 'dated' | 'published' | 'period';

/**
 * The kind of a member by its name, without case, hyphens and underscores. The first pattern that fits counts. Names
 * are those of content management systems, static site generators, PRISM, Dublin Core and newsrooms.
 */
const NAMES: readonly { kind: SignKind; name: RegExp }[] = [
  {
    kind: 'embargo',
    name: /embarg|sperrfrist|エンハーコ|解禁|禁運|禁运|限时发布|엠바고|эмбарго/u,
  },
  { kind: 'embargo', name: /^(?:hold|held|withh[eo]ld)(?:until|till|to|date|release|forrelease)$/ },
  {
    kind: 'embargo',
    name: /^(?:not|dont|donot)(?:for)?(?:publish|publication|release|use|show)?(?:before|until)$/,
  },
  {
    kind: 'embargo',
    name: /^(?:publish|publication|release|live|visible|available|show|display|golive|goeslive|airs?|valid|active|start)(?:ing|ed)?(?:after|from|starting|not?before|start|startdate|starttime|fromdate)$/,
  },
  {
    kind: 'embargo',
    name: /^(?:golive|goeslive)(?:at|on|date|time|datetime)?$|^(?:publish|release|unhide)(?:at|on)$|^release(?:d)?(?:date|time|datetime)$|^on(?:sale|air)(?:at|on|date|time)$/,
  },
  {
    kind: 'embargo',
    name: /^(?:is)?(?:publish|publication|publishing|post)?schedul(?:e|ed|ing)(?:at|on|for|date|time|datetime|publish|publishing|publication|publishdate|publishat|publishedat|release|start)?$/,
  },
  {
    kind: 'expiry',
    name: /^(?:content)?expir(?:es?|y|ed|ation)(?:at|on|date|time|datetime|dateat)?$|^(?:unpublish|offline|offair|takedown|hide|remove|archive|kill|offsale|delist)(?:at|on|after|date|time)$|^(?:valid|visible|available|publish|show|display|live|active)(?:until|till|to|through|thru|end|enddate|todate|before)$/,
  },
  {
    kind: 'published',
    name: /^(?:publish|publication|published|pub|posted|post|issue|issued)(?:date|time|datetime|timestamp|ts|dategmt|dateutc)$|^(?:date(?:time)?)(?:published|publish|publication|posted|issued)$|^(?:published|posted)(?:at|on|when)$/,
  },
  {
    kind: 'status',
    name: /^(?:pub|publish|published|publishing|publication|workflow|post|page|article|story|item|news|content|document|doc|entry|node|editorial|moderation|review|release|approval|management|blog|record|object|embargo)?(?:status|state|stage)$|^(?:visibility|estado|estatus|situacao|situacion|statut|etat|stato|stan|stav|tila|tilstand|tillstand|durum|durumu|allapot|trangthai|tinhtrang|κατασταση|статус|состояние|สถานะ|סטטוס|स्थिति|وضعیت|状态|狀態|ステータス|状態|상태|الحالة|workflow|κατάσταση|стан)$/u,
  },
  {
    kind: 'signal',
    name: /^(?:signals?|changetype|updatetype|action|operation|(?:msg|message)type|disposition)$/,
  },
  {
    kind: 'killed',
    name: /^(?:is|was)?(?:deleted|killed|kill|retracted|withdrawn|cancell?ed|revoked|recalled|removed)$/,
  },
  {
    kind: 'held',
    name: /^(?:is|as|in)?(?:drafts?|predraft|private|(?:legal|editorial|editors?|press|news|admin|embargo|publication|publishing|compliance|lawyers?)?hold|onhold|held|withh[eo]ld|unpublished|unlisted|hidden|confidential|internal|secret|wip|workinprogress|pending|pendingreview|inreview|needsreview|needreview|unapproved|unreleased|trash|trashed|spiked|archived|expired|disabled|inactive|donotpublish|dontpublish|nopublish|notforpublication|notforrelease|markedfornotpublication|markedforlegal|passwordprotected|previewonly|internalonly|delayed|forinternaluse|fortesting|testonly|test(?:item|article|story|message|content)|entwurf|borrador|brouillon|bozza|rascunho|черновик|مسودة|草稿|下書き|非公開|초안|비공개|hold|minuta|concept|klad|utkast|udkast|kladde|kladd|luonnos|szkic|brudnopis|koncept|navrh|ciorna|piszkozat|vazlat|taslak|draf|bannhap|чернетка|προχειρο|προσχεδιο|טיוטה|मसद|初稿)$/u,
  },
  { kind: 'held', name: /^istest$/ },
  {
    kind: 'shown',
    name: /^(?:is|be|to)?(?:ready(?:for|to)?(?:publish|publication|publishing|release|web|print|live)?|cleared|signedoff|publish|published|publishable|public|visible|listed|released|release|approved|enabled|active|online|usable|publicado|publicada|publie|pubblicato|veroffentlicht|опубликовано|公開|发布|發布|發佈|공개|publiee|pubblicata|gepubliceerd|freigegeben|publicerad|publicerat|publisert|publiceret|julkaistu|opublikowane|opublikowany|publikovano|publikovat|yayinda|yayında|yayinlandi|yayınlandı|опубліковано)$/u,
  },
];

/** The longest name that is looked at. */
const MAX_NAME = 60;

const PLAIN = /^[a-z\d]*$/;

/** A name without case, marks, spaces, hyphens and underscores. */
export function plainName(name: string): string {
  if (PLAIN.test(name)) return name;
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .normalize('NFC');
}

/** What a member of this name says. Undefined if the name is not about publication. */
export function kindOfName(name: string): SignKind | undefined {
  const plain = plainName(name.slice(0, MAX_NAME));
  return NAMES.find(({ name: pattern }) => pattern.test(plain))?.kind;
}

/** Names of members for messages to whoever works on the article, as parts of plain names. */
const NOTE_NAME = /note|comment|instruction|remark|message|memo|warning|hinweis|aviso|注意|備考|备注/u;

/** Whether a member of this name is for notes to editors. */
export const isForNotes = (name: string): boolean => NOTE_NAME.test(plainName(name.slice(0, MAX_NAME)));

/** Members whose members are about the article too, by plain name. A name that begins with `_` is an extension. */
const CONTAINERS =
  /^(?:meta|metadata|params|extra|extensions?|custom|cms|flags|attributes|workflow|publish|publishing|publication|embargo|schedule|scheduling|schedulesettings|visibility|settings|options|status|state)$/;

/** Members that are lists of marks on an article. Their words may be about other things as well. */
const MARKS =
  /^(?:article|story|item|content|editorial|workflow)?(?:flags?|marks?|markers?|labels?|states|statuses)$/;

/** How many marks of one list are read. */
const MAX_MARKS = 20;
/** Names that say something about publication only with a switch or with the word of a status. */
const AMBIGUOUS = /^(?:concept|koncept|minuta|klad|navrh|stav|tila|durum|workflow|freigegeben)$/;
/** Whether a value is a text, and neither a switch nor a status of a few words. */
const isProse = (value: string): boolean => value.length > 40 || value.trim().split(/\s+/).length > 3;

/** How many levels of containers are read. */
const MAX_LEVELS = 3;

/** The signs among members and in their containers. Members without a value (`null`, `undefined`) say nothing. */
export function signsIn(members: Iterable<readonly [string, unknown]>, level = 1): Sign[] {
  return [...members].flatMap(([name, value]): Sign[] => {
    if (value === null || value === undefined) return [];
    const isMap = typeof value === 'object' && !Array.isArray(value);
    const isContainer =
      isMap && (name.startsWith('_') || CONTAINERS.test(plainName(name.slice(0, MAX_NAME))));
    const inner = isContainer && level < MAX_LEVELS ? signsIn(Object.entries(value), level + 1) : [];
    const marks = isMap ? [] : marksIn(name, value);
    if (marks.length > 0) return marks;
    const kind = kindOfName(name);
    if (inner.length > 0 || kind === undefined) return inner;
    const text = textOf(value);
    // These words have other meanings too, and a workflow may be an object of a system that says nothing.
    if (AMBIGUOUS.test(plainName(name.slice(0, MAX_NAME))) && (isMap || isProse(text))) return [];
    return [{ kind, name, value: text }];
  });
}

/** The words of a list of marks: `flags: [draft, premium]`, `labels: draft, premium`. */
function marksIn(name: string, value: unknown): Sign[] {
  if (!MARKS.test(plainName(name.slice(0, MAX_NAME)))) return [];
  const words: unknown[] = Array.isArray(value)
    ? value
    : typeof value === 'string'
      ? value.split(/[,;]/)
      : [];
  return words
    .slice(0, MAX_MARKS)
    .flatMap((word): Sign[] =>
      typeof word === 'string' ? [{ kind: 'signal', name, value: word.trim() }] : [],
    );
}

/** A value as text. A list or a map is not understood, so its JSON is the text. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : JSON.stringify(value).slice(0, 500);
}
