import { pattern } from './rule.ts';
import type { BoilerplateSet } from './rule.ts';

export const de: BoilerplateSet = {
  related: [
    ...[
      'Lesen Sie auch',
      'Lesen Sie dazu auch',
      'Lesen Sie dazu',
      'Lesen Sie mehr',
      'Lies auch',
      'Auch interessant',
      'Das könnte Sie auch interessieren',
    ],
    ...[
      'Mehr zum Thema',
      'Zum Thema',
      'Weitere Artikel',
      'Weitere Nachrichten',
      'Ähnliche Artikel',
      'Verwandte Artikel',
      'Mehr dazu',
      'Siehe auch',
    ],
    ...[
      'Meistgelesen',
      'Meistgelesene Artikel',
      'Empfohlene Artikel',
      'Lesetipp',
      'Das könnte dich auch interessieren',
      'Weiterlesen',
    ],
  ],
  buttons: [
    ...[
      'Teilen',
      'Auf Facebook teilen',
      'Auf Twitter teilen',
      'Facebook',
      'Twitter',
      'X',
      'WhatsApp',
      'Telegram',
      'E-Mail',
      'Email',
      'Drucken',
    ],
    ...[
      'Merken',
      'Kommentare',
      'Kommentieren',
      'Link kopieren',
      'Twittern',
      'Pocket',
      'LinkedIn',
      'Xing',
      'Folgen',
      'Vorlesen',
      'Speichern',
    ],
  ],
  anywhere: [
    pattern(
      'disclaimer',
      /^\W{0,3}(?:haftungsausschluss|hinweis der redaktion zum haftungsausschluss)\s*[:.–—-]/iu,
      1200,
    ),
    pattern(
      'copyright',
      /^(?:©|\(c\)\s|copyright\b|alle rechte vorbehalten|nachdruck, auch auszugsweise)/iu,
      300,
    ),
    pattern('advertisement', /^\W{0,4}(?:anzeige|werbung|gesponsert)\W{0,4}$/iu, 60),
    pattern(
      'continue',
      /^\W{0,3}(?:weiterlesen|jetzt weiterlesen|mehr lesen|artikel lesen|zum vollständigen artikel)\W{0,3}$/iu,
      60,
    ),
  ],
  end: [
    pattern('related', /^[?▶►▷➤→»👉]\s*(?![^:：]{1,14}[:：])\S.*[^.;]$/u, 140),
    pattern(
      'follow',
      /^(?:folgen sie uns|folge uns|abonnieren sie|jetzt abonnieren|newsletter (?:abonnieren|bestellen)|laden sie (?:die|unsere) .{0,30}app|unsere app)/iu,
      200,
    ),
    pattern(
      'contact',
      /^(?:kontakt(?: zur redaktion)?\s*[:：]|haben sie (?:einen fehler|hinweise)|fehler (?:melden|gefunden)|schreiben sie uns)/iu,
      200,
    ),
  ],
};
