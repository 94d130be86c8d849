import { phrases } from '../../words.ts';
import { pattern } from './rule.ts';
import type { BoilerplateSet } from './rule.ts';

export const it: BoilerplateSet = {
  related: phrases(`
    Leggi anche | Leggi pure | Leggi di più | Per saperne di più | Per approfondire | Approfondisci | Vedi anche | Guarda anche | Ascolta anche | Potrebbe interessarti | Potrebbe interessarti anche
    Ti potrebbe interessare | Ti potrebbe interessare anche | Potrebbe piacerti | Articoli correlati | Articolo correlato
    Notizie correlate | Contenuti correlati | Correlati | Sullo stesso argomento | Sullo stesso tema | Dello stesso autore
    I più letti | Le più lette | Più letti | Ultime notizie | Le ultime notizie | Altre notizie | Altri articoli
    Articoli consigliati | Consigliati | Consigliati per te | Raccomandati
    Articolo precedente | Articolo successivo | Leggi tutto | Sugli stessi argomenti
  `),
  buttons: phrases(`
    Condividi | Condividi su Facebook | Condividi su Twitter | Condividi su X | Condividi su WhatsApp | Facebook | Twitter
    X | WhatsApp | Telegram | LinkedIn | Instagram | YouTube | E-mail | Email | Invia | Stampa | Salva | Commenta
    Commenti | Copia link | Copia il link | Segui | Ascolta | Home | Contatti | Pubblicità | Privacy | Cookie
    Privacy policy | Cookie policy | Chi siamo | Note legali | Abbonati | Redazione | Termini e condizioni
  `),
  lone: phrases(`
    Condividi | Condividi questo articolo | Condividi l'articolo | Condividi l’articolo | Commenti | Commenta
    Lascia un commento | Mostra commenti | Vedi i commenti | Stampa | Stampa articolo | Salva | Ascolta
    Ascolta l'articolo | Ascolta l’articolo | Torna su | Torna all'inizio | Torna alla home | Copia link | Abbonati
    Iscriviti | Seguici | Contattaci | Segnala un errore | Note legali | Privacy policy
  `),
  anywhere: [
    pattern(
      'disclaimer',
      /^\W{0,3}(?:avvertenza|avviso legale|note legali|esclusione di responsabilità|clausola di esclusione)\s*[:.–—-]/iu,
      1200,
    ),
    pattern(
      'copyright',
      /^\W{0,3}(?:©|\(c\)\s|copyright\b|(?:©\s*)?riproduzione (?:riservata|vietata)|tutti i diritti (?:sono )?riservati|è vietata la riproduzione|vietata la riproduzione)/iu,
      300,
    ),
    pattern(
      'advertisement',
      /^\W{0,4}(?:pubblicità|annuncio|adv|contenuto sponsorizzato|messaggio promozionale|continua dopo la pubblicità)\W{0,4}$/iu,
      60,
    ),
    pattern(
      'continue',
      /^\W{0,3}(?:continua a leggere|continua la lettura|leggi (?:tutto|l['’]articolo completo|la notizia completa))\W{0,3}$/iu,
      60,
    ),
  ],
  top: [
    pattern(
      'release',
      /^(?:comunicato stampa|nota stampa|per (?:diffusione|pubblicazione) immediata)\W{0,3}$/iu,
      50,
    ),
  ],
  end: [
    pattern(
      'tags',
      /^(?:tags?|argomenti|parole chiave|temi|etichette|pubblicato in|archiviato in)\s*[:：]/iu,
      200,
    ),
    pattern(
      'follow',
      /^(?:seguici|segui (?:la |il |le |tutte |i nostri|[^.]{1,30} su )|iscriviti|iscrivetevi|abbonati|ricevi (?:le |la |ogni|gratis|nella)|scarica (?:la |l['’]|gratis)[^.]{0,20}app|resta (?:aggiornato|connesso)|entra nel (?:canale|gruppo)|clicca qui|metti (?:un )?mi piace)[^.]{0,160}[.!]?$/iu,
      200,
    ),
    pattern('share', /^condividi (?:quest[oa]|l['’]|la |su |con )[^.]{0,60}[.!]?$/iu, 90),
    pattern(
      'contact',
      /^(?:contatti(?: stampa)?|contatto|ufficio stampa|per (?:ulteriori |maggiori )?informazioni|per contattarci|scrivi(?:ci)?|info)\s*[:：|].{0,200}$/iu,
      240,
    ),
    pattern(
      'contact',
      /^(?:hai (?:trovato|notato) un errore|hai una (?:segnalazione|storia|notizia)|segnalaci|inviaci|scrivi a(?:lla redazione)?\b)/iu,
      160,
    ),
    pattern('comments', /^(?:\d+ comment[oi]|comment[oi] ?\(\d+\))$/iu, 40),
    pattern(
      'disclaimer',
      /^(?:le opinioni (?:espresse|contenute)|(?:quest[oa] )?(?:articolo|testo) (?:non )?(?:riflette|rispecchia|esprime) (?:solo |soltanto |necessariamente )?(?:le|il|l['’]))/iu,
      400,
    ),
    pattern(
      'source note',
      /^(?:quest[oa] |l['’])?(?:articolo|testo|notizia|contenuto) (?:è )?(?:stat[oa] )?(?:originariamente |inizialmente )?(?:pubblicat[oa]|appars[oa]|uscit[oa]) (?:originariamente |per la prima volta |prima )?(?:su|in|da)\b/iu,
      240,
    ),
    pattern('related', /^[?▶►▷➤→»👉]\s*(?![^:：]{1,14}[:：])\S.*[^.;]$/u, 140),
  ],
};
