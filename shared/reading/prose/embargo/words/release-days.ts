/**
 * Parts of short lines that name the day or the edition before which a text must not appear: `Air date: not before
 * Friday`. The lists have the syntax of `hold-words.ts`; `../release-day.ts` says in which order the parts stand.
 */

/** How a line names the publication of its text. */
export const PUBLICATION = `
  publication|broadcast~|air date|airing|airs|to air|on air|transmission|tx|release(?: date)?|publishable|usable|for (?:publication|broadcast|release|use)|publication date|publish|printable
  ausstrahlung|sendung|sendetermin|erscheint|erscheinungstermin|erscheinungstag|abdruck|veröffentlichung|publikation|verwendung|verwendbar|verbreitung|onlinestellung
  diffusion|parution|publication|mise en ligne|passage à l'antenne|antenne|publiable|diffusable|à paraître
  emisión|publicación|difusión|salida al aire|al aire|publicable|se publica|se emite|messa in onda|in onda|pubblicazione|pubblicabile|diffusione|uscita|veiculação|publicação|exibição|divulgação|publicável|no ar
  uitzending|publicatie|verschijnt|publicabel|publicering|sändning|publiceras|sänds|udsendelse|offentliggørelse|publisering|sending|bringes|trykkes|julkaisu|lähetys|julkaistavissa
  emisja|publikacja|do publikacji|druk|vysílání|zveřejnění|publikace|otištění|vysielanie|zverejnenie|uverejnenie|emitiranje|emitovanje|objava|objavljivanje|емитовање|објављивање|објава
  выход в (?:эфир|печать|свет)|в эфир|эфир|антенна|в печать|публикация|к публикации|показ|вихід в (?:ефір|друк)|ефір|публікація|оприлюднення|публикуване|за публикуване|излъчване|в ефир
  αναμετάδοση|μετάδοση|προβολή|δημοσίευση|difuzare|publicare|apariție|közlés|közölhető|sugárzás|megjelenés|yayın|yayım
  (?:ال)?(?:نشر|بث)|שידור|פרסום|پخش|انتشار|प्रसारण|प्रकाशन|tayang|siaran|terbit|penayangan|phát sóng|phát hành|đăng tải|đăng|ออกอากาศ|เผยแพร่
  播出|刊发|刊發|刊登|刊出|见报|見報|发布|發布|放送|掲載|公開|報道|配信|보도|방송|게재|공개`;

/** What says that a day is the first one. */
export const NOT_BEFORE = `
  (?:is |are )?(?:not|never|no|none) (?:before|until|till|earlier than|prior to|sooner than|ahead of)|earliest|at the earliest
  (?:erst|nicht|keinesfalls) (?:vor|ab|am|in)|frühestens|erst|(?:pas|jamais) avant|au plus tôt|no antes|nunca antes|como pronto|non prima|al più presto|não antes|no mínimo
  niet (?:voor|vóór|eerder dan)|pas (?:vanaf|op)|op zijn vroegst|(?:inte|ej) (?:före|förrän)|tidigast|(?:ikke|ej) (?:før|inden)|tidligst|aikaisintaan|ei ennen
  nie (?:wcześniej|przed)(?: niż)?|najwcześniej|nejdříve|nejdřív|ne před|najskôr|nie pred|ne prije|ne pre|najranije|не пре|најраније|не (?:раньше|ранее|раніше|по_?-?рано)(?: от| чем| ніж)?|не до|не преди|не перед
  όχι (?:πριν|νωρίτερα)|το νωρίτερο|nu înainte|cel mai devreme|nem|legkorábban|en erken
  (?:ليس|لا) قبل|לא לפני|لا يسمح قبل|نه (?:پیش|قبل)|زودتر از|tidak sebelum|paling cepat|tak sebelum|không trước|sớm nhất|ไม่ก่อน
  不早于|不早於|最早|最快|不得早于|不得早於`;

/** Words that say that an edition is the first one. With a day alone, stories have them too. */
export const FROM = `
  from|as of|starting|with|in|only in|ab|erst in|in der|à partir|dès|dans|a partir|desde|en|dal~|da|a partire|nell'|vanaf|in de|från|fra|i|alkaen|od|ve|v|u|с|со|в|з|із|у|от|από|din|de la|mulai|dari|từ|از|من|مع|מ~`;

/** Newspapers, and other editions that a day has. */
export const EDITIONS = `
  papers?|newspapers?|editions?|issue|(?:[a-zà-ü]{3,12})?(?:ausgabe|zeitung)~|édition~|edición|edizione|edição|[a-z]{3,12}editie|editie|(?:[a-zåäö]{3,12})?(?:tidning|avis|udgave|utgåva)~|lehte~|wydani~|vydání|vydania|izdanj~|издањ~|выпуск~|номер~|випуск~|броя?|брой|έκδοση~|φύλλο|ediți~|szám~|edisi|ấn bản|số báo`;

/** The days of languages that decline their names, write them in several words, or without a blank before them. */
export const DAYS = `
  (?:segunda|terça|quarta|quinta|sexta)_?-?_?feira|понедельник~|вторник~|сред(?:а|ы|у|е)|четверг~|пятниц~|суббот~|субот~|воскресень~|понеділ~|вівтор~|серед(?:а|и|у|і)|четвер~|п'?ятниц~|неділ~|понедел~|четвърт~|петък|петка|петак|недел~|понедељ~|уторак|уторка|сред~
  poniedział~|wtor~|środ~|czwart~|piąt~|sobot~|niedziel~|ponděl~|úter~|střed~|čtvrt~|pát(?:ek|ku)|neděl~|pondel~|utor~|stred~|štvrt~|piat~|nedeľ~|ponedjelj~|ponedelj~|srijed~|sred(?:a|e|u)|četvrt~|petak|petk~|subot~|nedjelj~|δευτέρα~|τρίτη~|τετάρτη~|πέμπτη~|παρασκευή~|σάββατο~|κυριακή~
  (?:thứ )(?:hai|ba|tư|năm|sáu|bảy)|chủ nhật|(?:ב|ל)?(?:יום )?(?:ראשון|שני|שלישי|רביעי|חמישי|שישי|שבת)|(?:يوم )?(?:ال)?(?:جمعة|سبت|احد|اثنين|ثلاثاء|اربعاء|خميس)|(?:سه|چهار|پنج|دو|یک)?‌?شنبه|جمعه|(?:वार )?(?:सोमवार|मंगलवार|बुधवार|गुरुवार|शुक्रवार|शनिवार|रविवार)|วัน(?:จันทร์|อังคาร|พุธ|พฤหัสบดี|ศุกร์|เสาร์|อาทิตย์)
  (?:本|下|这|這)?(?:周|週|星期|禮拜|礼拜)[一二三四五六日天]|[月火水木金土日]曜日?|[월화수목금토일]요일(?:자)?`;

/** What follows the day, in languages that say `not before` or `from` after it. */
export const AFTER_DAY = `
  से पहले नहीं|के बाद|önce değil|sonra|önce yok|előtt nem|előtt ne|-?tól|-?től|onwards|أو بعده|以降|以後|以后|之后|之後|起|から|より|부터|이후`;

/** Languages in which the publication is said last: from the Saturday morning paper, publication is possible. */
export const DAY_FIRST = `
  (?:[월화수목금토일]요일|토|일|월|화|수|목|금)(?:자)? ?(?:조간|석간|신문|방송|아침|저녁|오전|오후)?_?(?:부터|이후|이후에)_?(?:보도|게재|공개|방송|사용|배포)_?(?:가능|허용|바람|바랍니다|할 수 있음|해주세요|요망)
  [月火水木金土日]曜?日?(?:付|の)?_?(?:朝刊|夕刊|紙面|号|放送|正午|朝|夜)?_?(?:から|より|以降|以後)(?:に|の)?_?(?:掲載|報道|公開|放送|配信|使用)(?:可能?|できます|解禁|してください|願います|のこと|開始)
  (?:本|下|这|這)?(?:周|週|星期|禮拜|礼拜)[一二三四五六日天](?:早报|早報|晚报|晚報|日报|日報|版|晨报|晨報|见报|見報)?_?(?:起|以后|以後|之后|之後|后|後)?_?(?:可|方可|才可|才能|始可|再)_?(?:刊发|刊發|发布|發布|播出|刊登|使用|报道|報道|見報|见报)
  (?:本|下|这|這)?(?:周|週|星期|禮拜|礼拜)[一二三四五六日天](?:之?前|以前)_?(?:不得|不可|请勿|請勿|勿|不要|不准|禁止)_?(?:刊发|刊發|发布|發布|播出|刊登|使用|报道|報道|见报|見報)
  for (?:use in |publication in |the )?(?:mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?|weekend)(?:'s)? (?:morning |evening )?(?:papers?|newspapers?|editions?)(?: and onwards?| onwards?)?`;
