import { words } from '../words.ts';

/**
 * Words that show that a run of capitalised words is a phrase and not a name: `By Doing Nothing At All`, `By Popular
 * Demand`. Words that are also names of people (An, Per, Mas, Day) are left out.
 */

/** Words that no name contains, in lower case. */
const NEVER: ReadonlySet<string> = new Set(
  words(`
    standards the at all nothing of by with without from only every everything everyone another into onto upon not never
    ever about after before because while what which whose how why where when is was were been being am their your
    his its our they them than less more most least too very just then there here once twice again still yet
    together apart away back instead otherwise something anything someone anyone nobody none each both either
    neither such same own themselves yourself himself itself ourselves through during between among against
    nicht nichts ohne auch nur noch oder aber wird sind wurde beim durch unter über nach seit mehr alle allem
    wieder immer nie niemals einfach keine kein
    para pero cuando donde este esta estos estas todo todos toda todas siempre nunca mucho muy supuesto acaso
    primera vez favor sans avec dans mais tout tous toute rien jamais toujours plus moins cette
    isso isto tudo sempre muito enquanto senza più tutto tutti niente questo questa molto bene meglio
    niet zonder niets altijd ook naar deze iedereen
    без для при под все ничего всегда после это этот чтобы или как что почему
  `),
);

/** First words of phrases that say how something is done. */
const GERUNDS: ReadonlySet<string> = new Set(
  words(`
    doing being having going making getting taking working eating drinking sleeping walking running writing asking
    trying moving standing sitting staying saying thinking talking listening waiting looking watching playing paying
    buying selling spending saving using losing winning living leaving learning teaching keeping letting putting
    setting sharing giving finding following building breaking bringing changing choosing closing opening cutting
    cooking cleaning driving flying riding swimming dancing singing laughing loving fighting stopping starting
    turning planning planting growing helping holding hiding knowing adding allowing avoiding becoming believing
    burning calling carrying catching checking combining creating cycling dividing dropping failing falling feeling
    fixing focusing forgetting getting handing hearing ignoring improving joining jumping lifting lighting limiting
    meeting mixing offering ordering picking pretending pulling pushing raising reaching reducing refusing removing
    replacing resting returning sending showing signing skipping smiling speaking splitting stealing studying
    switching telling throwing touching training travelling traveling treating understanding visiting voting wearing
  `),
);

/** Common words. A run of capitalised words that contains nothing else is a phrase. */
const COMMON: ReadonlySet<string> = new Set(
  words(`
    popular demand numbers number accident mistake default design means chance force hand hands air sea land water
    rail road train car bus boat ferry plane foot bike bicycle phone email mail post nature request special
    invitation appointment royal public private night day morning evening noon midnight weekend week month year
    years time times hour minute century today tomorrow yesterday contrast comparison definition order orders proxy
    word words mouth hook crook leaps bounds trial error luck sheer pure divine right rights remote control high
    low speed candle light hard harder better best worse worst smart smarter fast faster slow slowly nicely
    quietly early late long short big small new old first second third last next good bad free easy simple more
    house home work play money people person men women children world city town state government law laws
    unanimous vote majority consent choice popular general common mutual agreement any other name hidden open
    book books letter letters story stories news paper report end start begin stealth surprise degrees stages
    turns rote heart virtue reason way far extension association implication inference osmosis product products
  `),
);

/** Whether a run of capitalised words reads as a phrase. */
export function isPhrase(text: string): boolean {
  const found = text
    .toLowerCase()
    .split(/[^\p{L}\p{M}’'-]+/u)
    .filter((word) => word !== '');
  if (found.length < 2) return false;
  return (
    GERUNDS.has(found[0] ?? '') ||
    found.some((word) => NEVER.has(word)) ||
    found.every((word) => COMMON.has(word))
  );
}
