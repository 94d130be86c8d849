import type { HoldWords } from './hold-words.ts';

const GERMAN: Partial<HoldWords> = {
  forbid: `
    (?:nicht|noch nicht|keinesfalls|auf keinen fall|niemals)(?: (?:zur|zum|fur die|fur den|zu|fur))? (?:veroffentlich~|veroeffentlich~|publik~|publizier~|verbreit~|senden|sendung|druck~|freigegeben|verwend~|verwert~|weitergeb~|weiterleit~|weiterverbreit~|ausstrahl~|bestimmt fur die)
    (?:veröffentlichung|veroeffentlichung|verbreitung|sendung|abdruck|publikation|verwendung|weitergabe|berichterstattung)(?:ssperre| (?:ist )?(?:bis|vor|erst|nicht|verboten|untersagt|nicht gestattet|nicht erlaubt|gesperrt))
    keine (?:veröffentlichung|veroeffentlichung|verbreitung|publikation|berichterstattung|verwendung|weitergabe|sendung)|nichtveröffentlichen
    (?:veröffentlichen|publizieren|senden|verwenden) verboten|nicht_veröffentlichen|veröffentlichen sie (?:dies~ |diesen text |diese meldung |bitte )?nicht`,
  embargoed: `(?:sende|presse|medien|veroffentlichungs|publikations|bild|online)sperrfrist~|sperrfrist~|sperr_frist~|mit sperrvermerk|sperrvermerk|gesperrt bis|gesperrt fur|unter embargo|nachrichtensperre bis|embargofrist|embargo_frist|presseembargo|es gilt das gesprochene wort|es gilt das gesprochene|veröffentlichungssperre`,
  embargo: 'embargo~|nachrichtensperre',
  release: `
    (?:frei|freigabe|freigegeben|verwendbar|veröffentlichbar)(?:_?(?:zeit|zeitpunkt|termin|datum|gabe))?(?: (?:ab|am|zum|fur|erst|nach|zur veröffentlichung))?|(?:zur|fur die) (?:veröffentlichung|verwendung|sendung|publikation)(?: (?:ab|am|erst|frei|freigegeben|nach|frühestens))?|(?:veröffentlichung|veröffentlichen|publikation|publizieren|verwendung|senden|veröffentlichungstermin|veröffentlichungsdatum|erscheinungstermin|sendetermin)(?: (?:erst|ab|frühestens|am|nicht vor))?|(?:erst|frühestens|nicht|nicht vor) (?:ab|am|vor|nach)|nicht vor|erst ab`,
  held: '(?:nur )?(?:zum|fur den|fur|zur|nur fur) (?:den )?(?:internen?|rein internen|innerbetrieblichen|dienst|redaktionsinternen|redaktionellen) (?:gebrauch|dienstgebrauch|verwendung|zwecke?|information)|nur (?:fur |zum |zur )?(?:den |die )?(?:intern~|dienstgebrauch|redaktion)|nur intern|nicht fur die öffentlichkeit|nicht fur dritte|(?:zurück)?(?:gezogen|ziehung) (?:der|die) meldung|meldung (?:wird |wurde |ist )?(?:zurückgezogen|gestrichen|storniert|annulliert)|(?:bitte )?(?:meldung|text|beitrag|artikel) (?:nicht (?:verwenden|veröffentlichen)|streichen|sperren|löschen|zurückhalten|zurückziehen)|streichung der meldung|wird zurückgezogen|eilmeldung zurückgezogen|(?:noch )?nicht (?:final|freigegeben|abgenommen|redigiert|autorisiert|abgestimmt|lektoriert)|(?:erster|zweiter|grober|unkorrigierter|interner) entwurf|unredigiert~|unkorrigierte fassung|zur freigabe|freigabe (?:ausstehend|steht aus|fehlt)|wartet auf freigabe|zurückstellen|nicht verwenden|testartikel|testmeldung|blindtext|nur entwurf|zur internen (?:verwendung|abstimmung|prüfung)',
  label: 'entwurf',
  mark: 'annulliert|streichen|gestrichen|löschen|vorläufige fassung|storniert|zurückgezogen|gesperrt|stehsatz|vorab|intern|sperre|warteschleife|ungeprüft|interne?s? (?:dokument|mitteilung|papier|vermerk|information|verwendung|fassung)|vertraulich(?: bis)?|streng vertraulich|storno|annullierung|entwurfsfassung|rohfassung|arbeitsfassung|arbeitsversion|vorabfassung|vorabversion|in arbeit|in bearbeitung|zurückhalten|bitte zurückhalten|platzhalter',
  until: 'bis|vor|ohne|erst|ab|solange|sofern|außer|nach|frühestens|bevor|ehe',
  self: 'dies(?:e|er|es|en|em) (?:text|meldung|artikel|beitrag|mitteilung|pressemitteilung|information~|bericht|material|inhalt~|rede|manuskript|dokument|nachricht|sperrfrist|studie)|(?:die|der) (?:inhalt~|nachfolgende~|folgende~) (?:text|meldung|mitteilung|pressemitteilung|information~)?',
  around: `
    achtung|wichtig|nachricht|stand|respektieren|sie|hinweis|bitte|beachten|an die|redaktion~|redaktionen|liebe|kolleg~|presse~|pressemitteilung|presseinformation|pressemeldung|medienmitteilung|meldung|mitteilung|text|artikel|beitrag|bericht|rede|veröffentlichung|veröffentlichen|veröffentlicht|publikation|verwendung|freigabe|frei|freigegeben|uhr|zeit|zeitpunkt|datum|termin|beginn|redebeginn|ende
    der|die|das|den|dem|des|und|oder|fur|zu|zum|zur|am|um|im|in|an|von|vom|mit|ist|wird|sind|darf|dürfen|werden|nur|nicht|noch|kein~|erst|ab|streng|strikt|strenge|strikte|unbedingt|absolut|absolute|gilt|auf|weiteres|weiter|heute|morgen|gestern|abend|früh|mittag|mittags|mitternacht|nachts|morgens|abends|vormittags|nachmittags|nächst~|kommend~|woche|ortszeit|mitteleuropäisch~|sommerzeit|winterzeit|berliner|wiener|schweizer|jetzt`,
  ended: 'aufgehoben|abgelaufen|beendet|entfällt|verstrichen|aufgehobene|gefallen',
  none: 'kein embargo|keine sperrfrist|ohne sperrfrist|ohne embargo|(?:zur |fur die )?(?:sofortigen|sofortige) (?:veröffentlichung|verwendung|freigabe)|zur sofortigen (?:veröffentlichung|freigabe)|ab sofort frei|ab sofort (?:verwendbar|zur veröffentlichung)|sofort frei|frei zur veröffentlichung(?! (?:ab|am|erst|nach|um|bis))|honorarfrei~|abdruck honorarfrei|frei ab sofort|veröffentlichung (?:honorarfrei|kostenlos)',
  topic: 'waffenembargo|handelsembargo|ölembargo|gasembargo',
};

const DUTCH: Partial<HoldWords> = {
  forbid:
    '(?:niet|nog niet)(?: (?:voor|te|ter|om te))? (?:publicatie|publiceren|publicer~|gepubliceerd|verspreid~|verspreiding|openbaar|openbaarmaking|uitzenden|uitzending|gebruik~|gebruiken|delen|plaatsen|bekend te maken|vrijgeven|vrij te geven)(?: (?:voor|voordat|vóór))?|(?:mag|mogen) (?:nog )?niet (?:worden )?(?:gepubliceerd|verspreid|openbaar|gebruikt|gedeeld)|(?:publicatie|verspreiding|openbaarmaking) (?:is )?(?:verboten|niet toegestaan|niet eerder|pas)|geen publicatie',
  embargoed:
    'onder (?:strikt |een |streng )?embargo|strikt embargo|embargo (?:tot|t.?m|geldt|verloopt|eindigt|datum|tijd)|persembargo|gesproken woord geldt',
  embargo: 'embargo',
  release:
    '(?:voor|ter) publicatie(?: (?:op|vanaf|na|om))?|publicatie(?:_?(?:datum|tijdstip|moment))?(?: (?:op|vanaf|niet eerder|pas))?|publiceren (?:vanaf|na|op)|vrijgave(?: (?:op|om))?|vrij (?:vanaf|voor publicatie)|niet (?:eerder dan|voor|vóór)|pas (?:publiceren|vanaf)',
  held: '(?:alleen|uitsluitend|enkel)? ?voor intern gebruik|intern gebruik|vasthouden(?: tot)?|aanhouden tot|niet gebruiken|bericht (?:is )?(?:ingetrokken|vervallen)|(?:wordt|is) ingetrokken|nog niet (?:definitief|goedgekeurd|geredigeerd)|conceptversie|concepttekst|eerste concept|concept (?:niet|versie)|kladversie|ter goedkeuring|in afwachting van',
  label: 'concept|klad',
  mark: 'ingetrokken|intrekking|vasthouden|vertrouwelijk|voorlopig|intern|(?:strikt )?vertrouwelijk|publicatieverbod',
  until: 'tot|tot en met|voor|vóór|voordat|vanaf|zonder|pas|eerder dan|totdat|na',
  self: '(?:dit|deze) (?:bericht|artikel|persbericht|tekst|informatie|verhaal|materiaal|document|rapport|nieuws)|de inhoud van dit',
  around:
    'let op|attentie|dit|respecteer|belangrijk|aan de|redacties?|redactie|media|pers|persbericht|bericht|tekst|artikel|publicatie|noot|graag|aub|a.u.b.|alstublieft|gelieve|strikt|streng|het|een|van|op|om|te|ter|tot|is|niet|nog|mag|en|of|geldt|uur|tijd|datum|morgen|vandaag|ochtend|middag|avond|nacht|volgende|week|nader order|nader bericht|lokale|nederlandse|datum|einde|en|met',
  ended: 'opgeheven|verlopen|vervallen|voorbij',
  none: '(?:vrij|vrijgegeven) (?:voor|te) (?:publicatie|publiceren|gebruik) (?:per direct|direct|onmiddellijk|meteen)|onmiddellijk te publiceren|voor onmiddellijke publicatie|geen embargo|zonder embargo|per direct (?:vrij|te publiceren)|direct te publiceren|voor directe publicatie',
  topic: 'wapenembargo|olie_?embargo|handelsembargo',
};

const NORDIC: Partial<HoldWords> = {
  forbid: `(?:publicera|publisera|sprid|använd|publiser|offentliggør|offentliggjør|bring|bruk|brug|del|distribuer|distribuera) (?:inte|ikke|ej)|(?:inte|ej|far ej|får inte|ikke|ikkje|må ikke|må ikkje|skal ikke)(?: (?:for|för|til|till|å))? (?:publicer~|publiceras|publicering|publiser~|publiseres|offentlig~|offentlighed~|spridning|spridas|spred~|distribuer~|distribution|anvend~|användas|använd|brug~|bruk~|brukes|bringes|trykkes|udgives|utgis|dele~|frigiv~|släpp~|sändas|sendes|offentliggöras)|(?:publicering|publisering|offentliggørelse|offentliggöring)(?:sförbud| (?:är )?(?:förbjuden|forbudt))`,
  embargoed:
    'under (?:strengt |strikt )?embargo|embargo (?:till|til|gäller|gjelder|gælder|frem til|fram till|indtil|ophører|utløper|löper)|embargotid|pressestopp~|sperrefrist|sperret (?:til|frem til)|spärrtid|klausulert (?:til|frem til|fram til)?|klausul(?:eret)? (?:til|indtil)|klausuleret|spärrad till|det talte ord gjelder|det talte ord gælder|det talade ordet gäller',
  embargo: 'embargo|embargot|embargoen|klausul',
  release:
    '(?:för|for|til|till) (?:publicering|publisering|offentliggørelse|offentliggöring)(?: (?:den|fra|från|kl|tidigast|tidligst))?|(?:publiceras|publiseres|offentliggøres|offentliggöras|frigives|frigis|släpps|frisläpps|kan publiseres|får publiceras|må offentliggøres)(?: (?:den|fra|från|tidigast|tidligst|først|först|efter|etter))?|(?:publicering|publisering|publicerings~|publiserings~|offentliggørelse|frigivelse|frigivning)(?:stid|sdato|sdatum|stidspunkt)?|(?:tidigast|tidligst|ikke før|inte före|inte förrän|ej före|ej förrän)',
  held: '(?:endast |kun |bare )?(?:för|til|for) (?:internt|intern|internal) (?:bruk|brug|användning)|internt (?:bruk|brug)|kun til intern~|håll tills|hålls till|avvakta publicering|holdes tilbage|hold tilbage|hold igjen|vent med publisering|vänta med publicering|(?:artikkelen|artikeln|artiklen|meldingen|saken|nyheten) (?:er |är |trekkes |dras |trukket |har )?(?:tilbake|tillbaka|tilbage|trukket|annulleret|makulert|återkallad|tilbagekaldt)|(?:trekkes|trækkes|dras) (?:tilbake|tilbage|tillbaka)|ikke ferdig|ikke godkendt|ikke godkjent|ej godkänd|inte godkänd|första utkast~|første udkast|arbejdsudkast|råmanus|utkast (?:inte|ej|ikke)|udkast (?:ikke)|makuler~',
  label: 'utkast|udkast|kladde|kladd',
  mark: 'återkallad|annulleret|tilbakekalt|tilbagekaldt|återkallas|konfidensielt|foreløpig|preliminär|intern|internt|konfidentiel+~|fortrolig(?:t)?|fortroligt|strengt fortrolig|tilbagehold~',
  until:
    'till|til|tills|indtil|inntil|frem til|fram til|før|före|förrän|innan|inden|utan|uden|uten|fra|från|etter|efter|tidigast|tidligst',
  self: '(?:denna|denne|detta|dette|den här|det här) (?:artikel~|artikkel~|text|tekst|tekst~|nyhet~|pressmeddelande~|pressemelding~|pressemeddelelse~|melding~|information~|informasjon~|sak~|historie~|materiale~|rapport~)|innehållet i (?:detta|denna)|indholdet af denne|innholdet i denne',
  around:
    'obs|observera|først|först|respektera|bemærk|merk|viktigt|viktig|vigtigt|vänligen|venligst|vennligst|till|til|redaktion~|redaksjon~|redaktör~|redaktør~|pressmeddelande|pressemelding|pressemeddelelse|media|medier|press|presse|artikel|artikkel|text|tekst|publicering|publisering|offentliggørelse|strikt|strengt|streng|den|det|en|ett|et|och|og|eller|av|af|på|i|om|är|er|får|må|skal|kan|kl|klockan|klokken|klokka|tid|tidspunkt|dato|datum|imorgon|i morgon|i morgen|idag|i dag|morgon|morgen|kväll|kveld|aften|middag|nästa|neste|næste|vecka|uke|uge|vidare|videre|svensk|norsk|dansk|lokal|tid|ikke|inte|ej|nu',
  ended: 'hävt|hävd|upphävt|hävts|opphevet|ophævet|utløpt|udløbet|löpt ut|borte',
  none: '(?:fri|fritt|frit|klar|får publiceras|kan offentliggøres|kan publiseres) (?:för|til|till|for)? ?(?:publicering|publisering|offentliggørelse|användning)? ?(?:omedelbart|direkt|straks|umiddelbart|med en gång|omgående)|inget embargo|ingen embargo|uden embargo|utan embargo|uten embargo|för omedelbar publicering|for umiddelbar publisering|til umiddelbar offentliggørelse|fri for publisering|oljeembargo~',
  topic: 'vapenembargo~|våpenembargo~|våbenembargo~|handelsembargo~|olieembargo~',
};

export const GERMANIC: readonly Partial<HoldWords>[] = [GERMAN, DUTCH, NORDIC];
