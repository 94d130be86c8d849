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
  it: words('sig sigg sig.ra dott dott.ssa prof ing avv on sen gen col art ecc pag pagg tel es cfr vol ca'),
  pt: words('sr sra dr dra prof profa eng arq gen cel art etc pág págs tel ex av núm aprox vol'),
  nl: words('dhr mevr mw dr prof ir ing drs mr nr blz enz bijv ca etc st tel jl vgl incl excl'),
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
