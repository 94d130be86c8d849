import { words } from './words.ts';

/**
 * Abbreviations by language, written without their full stop. The full stop after an abbreviation does not end a
 * sentence. Single letters (M., U.S., z. B.) need no entry: a full stop after a single letter never counts as an end.
 */
export const ABBREVIATIONS: Readonly<Record<string, readonly string[]>> = {
  en: words(`
    mr mrs ms mx dr prof sr jr st mt ft lt col gen sgt capt cmdr maj cpl pvt adm rev hon gov sen rep pres supt no nos vs etc
    inc ltd co corp bros dept univ assn fig vol pp ed eds est approx ave blvd rd sq messrs mss ph.d
    jan feb mar apr jun jul aug sept sep oct nov dec mon tue wed thu fri sat sun
  `),
  de: words(`
    dr prof hr fr frl str bzw ca etc usw usf nr abs art bd evtl geb gest ggf inkl exkl jh jhd mio mrd tsd max min sog st tel chr
    vgl zzgl abzgl dipl ing hl kap mag med phil jur rer nat vorm nachm allg bes betr bspw dgl einschl entspr ev kath lt od
    jan feb mär apr jun jul aug sept okt nov dez mo di mi do fr sa so
  `),
  es: words(`
    sr sra sres sras srta dr dra prof profa lic ing arq gral cnel cap tte sgto núm nº nro págs pág pp art arts etc aprox av avda
    ctra pl pza ej tel mons dña ud uds vd vds ee uu ff aa rr jj oo cía ltda vol cf máx mín
    ene feb mar abr jun jul ago sept set oct nov dic
  `),
  fr: words(`
    mm mme mmes mlle mlles dr drs pr me mgr st ste sts av apr env etc ex art cf fig no n° vol tél bd boul éd éds chap réf min max hab
    janv févr fév avr juil juill sept oct nov déc lun mar mer jeu ven sam dim
  `),
  it: words(`
    sig sigg sig.ra sig.na dott dott.ssa dr prof prof.ssa ing avv arch geom rag on sen gen col cap ten mons don art artt ecc pag pagg
    tel es cfr vol ca fig tab cit ss st n° nr num min max sec sez lett ed red trad int c.so p.za v.le
    genn gen feb febbr mar apr mag giu lug ago set sett ott nov dic lun mar mer gio ven sab dom
  `),
  pt: words(`
    sr sra srs sras srta dr dra drs prof profa profª eng engª arq gen cel cap ten sgt dep gov sen min art arts etc pág págs pg tel ex
    exmo exma av núm nº aprox vol séc fl fls cia lda ltda r trav tv est rod km ed org obs jr d. v.exa ss máx mín
    jan fev mar abr mai jun jul ago set out nov dez seg ter qua qui sex sáb dom
  `),
  nl: words(`
    dhr mevr mw dr drs prof ir ing mr mrs jhr ds past burg weth nr nrs blz enz bijv bv ca etc st tel jl vgl incl excl resp max min
    ong afb hfst art lid jr sr gem prov str ln mld mln mrd zgn evt
    jan feb febr mrt apr jun jul aug sep sept okt nov dec ma di wo do vr za zo
  `),
  ru: words(`
    гг ул им др пр руб коп тыс млн млрд трлн обл респ край р-н пос дер стр рис табл кв корп пл пер просп пр-т наб бул ш ст проф акад доц
    канд инж тел напр ок см ср ред изд вып гл п.п пп экз чел кг км сек мин макс св о-в о-ва
    янв фев февр мар апр июн июл авг сен сент окт ноя нояб дек пн вт чт пт сб вс
  `),
};

/** Languages that write ordinal numbers with a full stop: am 13. April, Ludwig XIV. */
export const DOTTED_ORDINALS: ReadonlySet<string> = new Set([
  'de',
  'da',
  'nb',
  'no',
  'fi',
  'cs',
  'sk',
  'hu',
  'pl',
  'hr',
]);

/**
 * The length of a summary, in characters. Whole sentences are added up to `most`. After a paragraph that brings the
 * summary to `enough`, no further paragraph is used. A summary of one sentence may have up to `longest`.
 */
export const SUMMARY_LENGTH = {
  han: { enough: 60, most: 120, longest: 240 },
  other: { enough: 140, most: 300, longest: 600 },
} as const;
