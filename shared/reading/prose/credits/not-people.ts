import { phrases, words } from '../words.ts';

/**
 * Words of authors' fields that name no person: accounts, newsrooms, outlets, job titles. The lists cover many
 * languages at once, because the language of a feed says little about the language of its author field.
 */

/** A whole field, or a whole part of it, that names nobody. Lower case, without accents. */
export const NOBODY: ReadonlySet<string> = new Set(
  phrases(`
    admin | administrator | site admin | super user | superuser | root | webmaster | web master | wordpress
    blogger | user | guest | guest author | guest post | guest contributor | guest writer | gast | gastautor
    gastbeitrag | invitado | invite | convidado | ospite | anonymous | anonymus | anonym | anonyme | anonimo
    anoniem | unknown | unknown author | unbekannt | inconnu | desconocido | desconhecido | sconosciuto
    onbekend | null | undefined | none | nil | nan | false | true | n/a | n.a. | na | no author | noauthor
    author | authors | author name | autor | autore | auteur | test | tester | demo | default | noreply
    no-reply | donotreply | info | contact | staff | staff report | staff reports | staff reporter
    staff reporters | staff writer | staff writers | staff correspondent | our correspondent
    our correspondents | our reporter | our reporters | special correspondent | special to us | web desk
    news desk | newsdesk | web team | web editor | online editor | editor | editors | the editor | the editors
    editorial | editorial team | editorial staff | editorial board | editorial desk | newsroom | news room
    news team | newswire | news agencies | agencies | agency | wire | wires | wire report | wire reports
    wire services | wire service | press release | press releases | pressrelease | press office | advertorial
    sponsored | sponsored content | partner content | contributor | contributors | reporter | correspondent
    columnist | redaktion | die redaktion | unsere redaktion | online-redaktion | onlineredaktion | redaktor
    redakteur | pressestelle | pressemitteilung | agentur | agenturen | redaction | la redaction | notre redaction
    redaccion | la redaccion | redaccion central | redaccion digital | agencias | agencia | redacao
    da redacao | a redacao | redazione | la redazione | redazione web | redactie | de redactie | webredactie
    onze redactie | onze verslaggever | van onze redactie | van een onzer verslaggevers | redakcja | redakce
    redakcia | redactia | szerkesztoseg | toimitus | redaksjonen | redaktionen | redaksi | redaktsioon
    haber merkezi | bbt | toa soan | ban bien tap | редакция | от редакции | админ | администратор | гость
    автор | корреспондент | наш корреспондент | собкор | редакція | редакцията | συντακτικη ομαδα
    管理员 | 管理員 | 佚名 | 未知 | 匿名 | 编辑部 | 編輯部 | 本报讯 | 本報訊 | 本网讯 | 本站 | 记者 | 記者 | 小编 | 小編
    編集部 | 管理人 | 관리자 | 편집부 | 편집국 | 운영자 | 기자 | 익명 | 미상 | 온라인뉴스팀 | 디지털뉴스팀 | 뉴스팀
    المحرر | هيئة التحرير | فريق التحرير | التحرير | مراسلنا | وكالات | الوكالات | مدير الموقع | غير معروف | مجهول
    תחריר | מערכת | מערכת האתר
  `),
);

/** Agencies that occur alone as an author, and are written like a name or in capitals. */
export const AGENCIES: ReadonlySet<string> = new Set(
  phrases(`
    afp | ap | associated press | the associated press | reuters | thomson reuters | dpa | epd | kna | sid | apa
    sda | keystone-sda | efe | agencia efe | europa press | ansa | agi | adnkronos | lusa | agencia brasil
    agencia lusa | estadao conteudo | folhapress | anp | belga | tass | interfax | ria novosti | xinhua | yonhap
    kyodo | pti | ani | ians | upi | bloomberg | aap | ptc | anadolu | anadolu ajansi | iha | dha | aa | pap
    ctk | mti | tt | ntb | ritzau | stt | stt-lehtikuva | agerpres | tanjug | hina | bta | ukrinform | unian
    тасс | интерфакс | риа новости | укринформ | 新华社 | 新華社 | 中新社 | 中央社 | 法新社 | 路透社 | 共同通信 | 時事通信
    연합뉴스 | 뉴시스 | 뉴스1 | رويترز | أ ف ب | أ.ف.ب | واس | وام | الأناضول | وكالات
  `),
);

/** Words that only names of outlets and organisations contain. Lower case, without accents. */
const OUTLET_WORDS = words(`
    news newsroom newspaper newspapers newswire times herald gazette tribune chronicle observer telegraph
    magazine journal media agency network radio tv television broadcasting broadcast daily weekly monthly online
    bureau department team desk institute university college council ministry foundation association society
    inc ltd llc gmbh corp corporation company limited publishing centre center committee publications podcast blog website portal
    zeitung nachrichten rundfunk anzeiger tageblatt rundschau verlag agentur pressestelle redaktion institut
    universitat presse journaux agence television hebdo quotidien diario noticias agencia periodico prensa
    universidad jornal agencia redacao redaccion giornale corriere gazzetta quotidiano agenzia notizie redazione
    universita krant dagblad nieuws redactie omroep persbureau universiteit gazeta wiadomosci tidning nyheter
    ajansi gazetesi газета новости агентство редакция журнал телеканал правда известия 日报 日報 新闻 新聞 時報 时报
    통신 신문 뉴스 일보 방송 وكالة صحيفة جريدة قناة تلفزيون موقع أخبار
`);

/** Words of outlets that are also names of people: Emily Post. They count only after a person and a comma. */
const WEAK_OUTLET_WORDS = words(`
    post press courier star mirror globe standard express mail record review wire channel sky group today world guardian
    independent echo argus examiner inquirer ledger sentinel tribune monitor union union-tribune bild spiegel
    kurier blick monde figaro echos liberation croix pais mundo razon nacion globo folha estado
    publico expresso repubblica stampa sole messaggero volkskrant telegraaf trouw parool
`);

/** Words of job titles. Lower case, without accents. */
const POSITION_WORDS = words(`
    writer reporter reporters correspondent correspondents editor editors columnist columnists contributor
    contributors photographer photographers producer freelancer freelance journalist journalists intern analyst
    critic anchor presenter host director manager chief head president ceo founder professor lecturer
    researcher fellow economist historian lawyer minister secretary spokesman spokeswoman spokesperson
    videographer illustrator designer translator specialist staff blogger commentator strategist consultant
    redakteur redakteurin korrespondent korrespondentin reporterin journalistin volontar volontarin
    chefredakteur chefredakteurin redaktionsleiter redaktionsleiterin fotograf fotografin kolumnist kolumnistin
    leiter leiterin mitarbeiter mitarbeiterin gastautor gastautorin sprecher sprecherin
    journaliste correspondant correspondante redacteur redactrice chroniqueur chroniqueuse envoye envoyee
    photographe editorialiste stagiaire
    periodista corresponsal redactor redactora enviado enviada columnista fotografo fotografa becario becaria
    editora colaborador colaboradora jornalista correspondente reporterfotografico colunista enviado
    estagiario estagiaria giornalista corrispondente inviato inviata redattore redattrice direttore direttrice
    verslaggever verslaggeefster correspondente redacteur hoofdredacteur columniste fotograaf
    dziennikarz dziennikarka redaktor korespondent journalisten reporterka skribent muhabir muhabiri editoru
    корреспондент журналист журналистка обозреватель редактор фотограф собкор спецкор колумнист репортер
    репортёр корреспондентка главред
    기자 특파원 편집위원 논설위원 선임기자 인턴기자 사진기자 교수 칼럼니스트 مراسل مراسلة صحفي صحفية محرر محررة مصور مصورة رئيس
    记者 記者 编辑 編輯 主编 主編 통신원 संवाददाता पत्रकार संपादक
`);

const OUTLETS: ReadonlySet<string> = new Set(OUTLET_WORDS);
const WEAK_OUTLETS: ReadonlySet<string> = new Set([...OUTLET_WORDS, ...WEAK_OUTLET_WORDS]);
const POSITIONS: ReadonlySet<string> = new Set(POSITION_WORDS);

const MARKS = /\p{M}+/gu;

/** Lower case without accents, so that one spelling of a word is enough in a list. */
export const plain = (text: string): string =>
  /^[\p{Script=Latin}\p{P}\p{N}\p{Z}\p{M}\p{S}]*$/u.test(text)
    ? text.normalize('NFD').replace(MARKS, '').toLowerCase()
    : text.toLowerCase();

const wordsOf = (text: string): string[] =>
  plain(text)
    .split(/[^\p{L}\p{M}\p{N}-]+/u)
    .filter((word) => word !== '');

export const hasPosition = (text: string): boolean => wordsOf(text).some((word) => POSITIONS.has(word));
/** `isAfterPerson`: whether the text comes after a person, where a word such as `Post` is an outlet. */
export const hasOutlet = (text: string, isAfterPerson: boolean): boolean =>
  wordsOf(text).some((word) => (isAfterPerson ? WEAK_OUTLETS : OUTLETS).has(word));
export const isPositionWord = (word: string): boolean => POSITIONS.has(plain(word).replace(/[:.,]$/u, ''));

/** Whether a whole text names nobody: an account, a newsroom, an agency. */
export function isNobody(text: string): boolean {
  const folded = plain(text)
    .replace(/^[\s"'“”«»([{<*_-]+|[\s"'“”«»)\]}>*_.:-]+$/gu, '')
    .replace(/^(?:by|von|par|por|di|door) /u, '');
  return NOBODY.has(folded) || AGENCIES.has(folded);
}
