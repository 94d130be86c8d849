import type { HoldWords } from './hold-words.ts';

const BULGARIAN = {
  forbid:
    '(?:не|да не|моля не|забранено)(?: (?:се|е|за|подлежи на))* ?(?:публикув~|публикация|разпространя~|разпространение|огласява~|оповестява~|излъчва~|печат|използва преди)|(?:публикуването|разпространението|публикацията) (?:е )?забранен~|забрана за публикуване',
  embargoed: 'под ембарго|ембарго до|информационно ембарго',
  embargo: 'ембаргото?',
  release: '(?:за |дата на |час на )(?:публикуване|излъчване|разпространение)(?: (?:от|след|на))?|не преди',
  held: '(?:само |единствено )?за (?:вътрешно|служебно) ползване|(?:новината|материалът|текстът|съобщението) (?:е )?(?:анулиран~|отменен~|оттеглен~|изтеглен~)|не използвайте|работна версия|очаква одобрение|не е (?:одобрен~|редактиран~|окончателен)|чернова',
  label: 'чернова',
  mark: 'анулирано|анулирана|оттеглена|оттеглено|поверително|задържано',
  until: 'преди|докато|без|след',
  self: '(?:този|тази|това) (?:материал|текст|новина|съобщение|информация|прессъобщение)',
  around:
    'внимание|вниманието|редакциите|редактори|моля|второ|нареждане|нов|час|часа|година|г|прессъобщение|новина|материал|публикуване|строго|българско|време|е|се|за|на|от|и|или|утре|днес',
  ended: 'вдигнато|отменено|изтекло',
  none: '(?:може да се публикува|свободно за публикуване) (?:веднага|незабавно)|за незабавна публикация|без ембарго|(?:за )?незабавно публикуване|ембаргото е вдигнато',
  topic: 'оръжейното ембарго|петролното ембарго|ембарго (?:на|върху) (?:оръжи~|петрол~)',
};

const SOUTH_SLAVIC = {
  forbid:
    '(?:nije|nisu|ne|ni|zabranjeno|nemojte|molimo ne|prosimo ne)(?: (?:za|je|se|smije|smeti|sme))* ?(?:objav~|objavljiv~|objavu|objavo|distribu~|emitira~|dijeliti|dijelite|deliti|delite|širiti|širite|razširjati|javnost|koristiti prije|koristiti pre|uporab~ pred)|zabrana objave|prepoved objave|objava (?:je )?(?:zabranjena|prepovedana)|(?:није|не)(?: за| сме се)? ?(?:објав~|дељење)|забрањено (?:је )?објав~',
  embargoed: 'pod embargom|embargo do|под ембаргом',
  embargo: 'embarga|ембарго',
  release:
    '(?:za |datum |vrijeme |vreme |čas )(?:objave|objavu|objavo|emitiranje)(?: (?:od|nakon|posle|po))?|ne prije|ne pre|ne pred',
  held: '(?:samo |isključivo |le )?za (?:internu|unutarnju|interno|službenu) (?:uporabu|upotrebu|uporabo)|(?:vijest|vest|članak|tekst|novica) (?:je )?(?:povučen~|poništen~|storniran~|umaknjen~|preklican~)|ne (?:koristite|koristiti|rabite)|radna verzija|delovna različica|čeka odobrenje|čaka na odobritev|nije (?:odobren~|konačn~|uređen~)|ni (?:potrjen~|odobren~|končn~)|само за интерну употребу|вест је повучена',
  label: 'nacrt|skica|osnutek|нацрт',
  mark: 'povučeno|poništeno|povjerljivo|poverljivo|zaupno|zadržano|umaknjeno|повучено|поверљиво',
  until: 'prije|pre|dok|dokler|nakon|posle|pred|bez',
  self: '(?:ovaj|ova|ovo|ta|to) (?:tekst|vijest|vest|članak|materijal|priopćenje|saopštenje|novica|besedilo)',
  around:
    'pažnja|pozor|redakcije|redakcijama|urednici|urednicima|molimo|prosimo|hitno|važno|dalnjega|daljnjeg|daljnjega|daljeg|nadaljnjega|preklica|sati|sata|uri|ura|godine|sutra|danas|jutri|danes|po|lokalnom|vremenu|objava|vijest|vest|priopćenje|strogo',
  ended: 'ukinut|ukinuto|istekao|skinut|preklican|укинут',
  none: 'bez embarga|brez embarga|za (?:trenutnu|trenutačnu|hitnu) objavu|za takojšnjo objavo|slobodno za objavu|за тренутну објаву',
  topic: 'embargo na (?:oružje|naftu|orožje|nafto)|naftni embargo|trgovinski embargo',
};

const SLOVAK = {
  forbid:
    '(?:nie je|nesmie|nie|zákaz|prosíme ne)(?: (?:sa|určené|na|smie|byť))* ?(?:publikova~|zverejn~|zverejňova~|uverejn~|šíriť|šírenie|vysielať|vysielanie)|ne(?:publik~|zverej~|uverej~|šír~|vysiela~)|zákaz (?:zverejnenia|publikovania)|(?:zverejnenie|publikovanie) (?:je )?zakázané',
  embargoed: 'pod embargom|embargo (?:do|platí|končí)|tlačové embargo',
  release: '(?:na |dátum |čas )(?:zverejnenie|zverejnenia|publikovanie)(?: (?:od|po))?|najskôr|nie skôr ako',
  held: '(?:iba |len )?(?:pre|na) (?:interné|internú|vnútornú|vnútorné|služobné) (?:potreby|potrebu|použitie|účely)|nepoužívať|(?:správa|text|článok) (?:je )?(?:zrušen~|stiahnut~)|zrušenie správy|čaká na schválenie|neschválen~|pracovný návrh|pracovná verzia',
  label: 'návrh textu',
  mark: 'zrušené|stiahnuté|dôverné|zadržané|prísne dôverné',
  until: 'pred|kým|po|bez',
  self: '(?:tento|táto|toto) (?:text|správa|článok|materiál|tlačová správa)',
  around:
    'pozor|upozornenie|redakciám|redakcie|prosíme|odvolania|tlačová správa|správa|hodín|hod|zajtra|dnes|ráno|večer',
  ended: 'zrušené|skončilo|uplynulo',
  none: 'bez embarga|na okamžité zverejnenie|okamžité zverejnenie',
  topic: 'embargo na (?:zbrane|ropu|dovoz)|zbrojné embargo|obchodné embargo',
};

const THAI = {
  forbid: 'ห้าม(?:เผยแพร่|ตีพิมพ์|ออกอากาศ|นำเสนอ|แชร์)|ไม่ใช่เพื่อ(?:การ)?เผยแพร่|งดเผยแพร่|โปรดอย่าเผยแพร่',
  embargoed: 'ติดเอ็มบาร์โก|เอ็มบาร์โกข่าว',
  held: 'ใช้ภายในเท่านั้น|ยกเลิกข่าว|ถอนข่าว|ระงับการเผยแพร่|รออนุมัติ',
  label: 'ฉบับร่าง|ร่างข่าว',
  mark: 'ลับเฉพาะ',
  until: 'จนกว่า|จนถึง|ก่อน',
  none: 'เผยแพร่ได้ทันที',
};

/** Words that the lists of these languages do not have yet. */
const MORE = {
  forbid: `
    μη προς δημοσίευση|όχι για (?:δημοσίευση|διανομή|μετάδοση)|να μην? (?:δημοσιευ~|αναμεταδο~|κοινοποιη~)|μην? (?:το |τη |την )?(?:δημοσιεύσετε|χρησιμοποιήσετε)
    (?:nem|ne) (?:hozható nyilvánosságra|közölhető|terjeszthető|terjesszék|publikálják|adják tovább)|közlésre nem (?:alkalmas|szánt)
    nu (?:este destinat~ publicării|distribuiți|publicați|difuzați)|a nu se (?:publica|difuza|distribui)
    (?:برای|جهت) انتشار نیست|از انتشار (?:آن )?خودداری (?:کنید|شود|فرمایید)|انتشار (?:تا .{2,20} )?ممنوع`,
  held: `
    (?:η )?είδηση (?:ακυρώνεται|αποσύρεται|έχει ακυρωθεί)|(?:a )?hír visszavonva|csak belső használatra|(?:știrea|articolul) (?:este )?(?:anulat~|retras~)|(?:این )?خبر (?:باطل|لغو) (?:شد|شده است)|فقط برای استفاده داخلی
    réservée? (?:à un |à l'|à )usage interne|reservad[oa] (?:al |para |a )uso interno|riservat[oa] (?:all'|ad |a )uso interno|reservad[oa] (?:ao |a )uso interno|reserved for internal use`,
  label: 'munkapéldány|draft version',
  around:
    'previously|formerly|originally|zuvor|ursprünglich|bisher|précédemment|initialement|previamente|originalmente|precedentemente|inizialmente|anteriormente|eerder|tidigare|tidligere|aiemmin|wcześniej|původně|ранее|раніше|νεωτέρας|νεοτέρας|visszavonásig|értesítésig|dispoziții|noi',
  topic:
    "embargo (?:until|till|bis|jusqu'en|hasta|fino al|até|tot|till|til|do) (?:19|20)[0-9][0-9](?![0-9./-])|embargo (?:extended|extends|renewed|prolonged)|embargo (?:verlängert|prolongé|prorrogado|prorogato|verlengd|förlängt|forlænget|forlenget|przedłużone|prodlouženo)",
  none: `
    (?:now |is |are |copy is )*(?:cleared|free|released|available) (?:for|to) (?:publication|use|release|broadcast|publish|all)(?! (?:on|at|from|after|until|only|when|once|in|as|[0-9]))|cleared (?:for publication )?now`,
};

export const FURTHER_LANGUAGES: readonly Partial<HoldWords>[] = [BULGARIAN, SOUTH_SLAVIC, SLOVAK, THAI, MORE];
