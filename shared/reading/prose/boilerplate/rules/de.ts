import { phrases } from '../../words.ts';
import { pattern } from './rule.ts';
import type { BoilerplateSet } from './rule.ts';

export const de: BoilerplateSet = {
  related: phrases(`
    Lesen Sie auch | Lesen Sie dazu auch | Lesen Sie dazu | Lesen Sie mehr | Lies auch | Auch interessant
    Das könnte Sie auch interessieren | Mehr zum Thema | Weitere Meldungen | Mehr Nachrichten
    Mehr aus der Region | Mehr Nachrichten aus der Region | Auch lesenswert | Passend zum Thema
    Das könnte Sie interessieren | Die wichtigsten Nachrichten | Neueste Artikel | Beliebte Artikel
    Zum Thema | Weitere Artikel | Weitere Nachrichten | Ähnliche Artikel | Verwandte Artikel | Mehr dazu
    Siehe auch | Meistgelesen | Meistgelesene Artikel | Empfohlene Artikel | Lesetipp
    Das könnte dich auch interessieren | Weiterlesen
  `),
  buttons: phrases(`
    Teilen | Auf Facebook teilen | Auf Twitter teilen | Facebook | Twitter | X | WhatsApp | Telegram
    E-Mail | Email | Drucken | Merken | Impressum | Datenschutz | AGB | Kontakt | Nutzungsbedingungen
    Cookie-Einstellungen | Instagram | YouTube | Kommentare | Kommentieren | Link kopieren | Twittern
    Pocket | LinkedIn | Xing | Folgen | Vorlesen | Speichern
  `),
  anywhere: [
    pattern(
      'disclaimer',
      /^\W{0,3}(?:haftungsausschluss|hinweis der redaktion zum haftungsausschluss)\s*[:.–—-]/iu,
      1200,
    ),
    pattern(
      'copyright',
      /^(?:©|\(c\)\s|copyright\b|alle rechte vorbehalten|alle inhalte(?: dieser seite)? (?:sind|unterliegen)[^.]{0,30}urheberrecht|nachdruck, auch auszugsweise)/iu,
      300,
    ),
    pattern('advertisement', /^\W{0,4}(?:anzeige|werbung|gesponsert)\W{0,4}$/iu, 60),
    pattern(
      'continue',
      /^\W{0,3}(?:weiterlesen|jetzt weiterlesen|mehr lesen|artikel lesen|zum vollständigen artikel)\W{0,3}$/iu,
      60,
    ),
  ],
  lone: phrases(`
    Kommentare | Teilen | Drucken | Merken | Vorlesen | Artikel anhören | Artikel teilen | Artikel drucken
    Artikel merken | Artikel vorlesen | Zur Startseite | Zurück zur Startseite | Diesen Artikel teilen
    Impressum | Datenschutz | Empfohlener redaktioneller Inhalt | Externer Inhalt | Beitrag teilen
    Abonnieren | Nach oben | Zurück zur Übersicht | Per E-Mail teilen
  `),
  top: [
    pattern(
      'release',
      /^(?:presse(?:mitteilung|information|meldung)|medienmitteilung|zur sofortigen (?:veröffentlichung|freigabe))\W{0,3}$/iu,
      40,
    ),
  ],
  end: [
    pattern(
      'tags',
      /^(?:tags?|schlagwörter|schlagworte|stichwörter|themen in diesem artikel)\s*[:：]/iu,
      200,
    ),
    pattern(
      'share',
      /^(?:teilen sie (?:diesen|den) (?:artikel|beitrag|text)|diesen? (?:artikel|beitrag) (?:teilen|weiterempfehlen)|(?:artikel|beitrag) (?:auf|per|via) )/iu,
      80,
    ),
    pattern(
      'app',
      /^(?:noch )?(?:mehr|alle|aktuelle) (?:nachrichten|meldungen|infos)[^.]{0,40}\b(?:app|newsletter|whatsapp-kanal|kanal)\b/iu,
      160,
    ),
    pattern('stamp', /^stand: \d{1,2}\.\s?(?:\d{1,2}\.|\p{Lu}\p{L}+ \d{4})/iu, 60),
    pattern('comments', /^(?:\d+ kommentare?|kommentare? ?\(\d+\)|kommentar (?:schreiben|verfassen))$/iu, 40),
    pattern(
      'copyright',
      /^(?:abdruck|nachdruck|veröffentlichung)[^.]{0,40}(?:honorarfrei|belegexemplar|nur mit)/iu,
      160,
    ),
    pattern(
      'disclaimer',
      /^(?:die meinung (?:des autors|der autorin) (?:entspricht|gibt|spiegelt|muss)|(?:hinweis: )?dieser (?:beitrag|artikel|text) (?:(?:gibt|spiegelt) (?:nicht|ausschließlich|allein|die (?:meinung|ansicht))|erschien (?:zuerst|zunächst|ursprünglich))|die (?:hier )?(?:geäußerten|dargestellten) (?:meinungen|ansichten)|namentlich gekennzeichnete)/iu,
      400,
    ),
    pattern('related', /^[?▶►▷➤→»👉]\s*(?![^:：]{1,14}[:：])\S.*[^.;]$/u, 140),
    pattern(
      'follow',
      /^(?:folgen sie uns|folge uns|abonnieren sie|jetzt abonnieren|newsletter(?: (?:abonnieren|bestellen)|:)|jetzt (?:kostenlos|gratis) (?:testen|lesen|anmelden|registrieren|abonnieren)|jetzt (?:unseren? |den )?(?:newsletter |app |kanal )?(?:abonnieren|anmelden|registrieren|herunterladen|mitglied werden)(?: und [^.]{1,60})?[.!:]?$|melden sie sich (?:jetzt )?(?:für|zu|an)|laden sie (?:die|unsere) .{0,30}app|unsere app)/iu,
      200,
    ),
    pattern(
      'contact',
      /^(?:(?:presse)?kontakt(?: für (?:presse|medien|rückfragen))?(?: zur redaktion)?\s*[:：]|rückfragen (?:bitte )?an|(?:sie )?haben (?:sie )?(?:einen fehler|hinweise)|fehler (?:melden|gefunden)|schreiben sie uns)/iu,
      200,
    ),
  ],
};
