import type { Mentions } from './row.ts';

/** Stories that only mention embargoes, drafts, holds, kills, releases and publishing: Western Europe. */
export const MENTIONS_WEST: Mentions = {
  en: [
    [
      'Trade embargo until 2027: what it means for the harbour',
      'The trade embargo stays in force until 1 March 2027, the ministry said.',
    ],
    [
      'Embargo on arms sales lifted after nine years',
      'The council lifted the arms embargo on Tuesday after nine years.',
    ],
    [
      'Draft law would hold landlords to new rules',
      'The draft law is not final and will be debated in parliament on Friday.',
    ],
    [
      'Draft picks: who goes first in the NBA this year',
      'The first round of the draft begins on Thursday at 8 p.m. in Brooklyn.',
    ],
    [
      'Army draft returns after a decade',
      'Young people born in 2008 will receive their draft letters in May.',
    ],
    [
      'Killed in action: a village remembers',
      'Two soldiers were killed near the bridge in 1944, and the village remembers them every March.',
    ],
    [
      'Kill switch law goes before the senate',
      'The bill would require a kill switch in every electric scooter.',
    ],
    [
      'Hold the front page, says the retiring editor',
      'In forty years she shouted hold the front page only twice.',
    ],
    [
      'Hold for ransom: hackers lock hospital files',
      'The hackers hold the files for ransom and have set a deadline of Friday.',
    ],
    [
      'Bridge works on hold until spring',
      'The works were put on hold in November and will resume when the river falls.',
    ],
    [
      'Release of two sailors expected on Friday',
      'The two sailors are to be released on Friday at 6 a.m. local time.',
    ],
    [
      'For release on bail, the judge asks 5,000 pounds',
      'The judge set conditions for release on bail and adjourned the case until Monday.',
    ],
    [
      'Album released a day early by mistake',
      'The label had planned the release for Friday and apologised to shops.',
    ],
    [
      'Concert cancelled after storm damage',
      'The concert was cancelled on Wednesday, and tickets remain valid.',
    ],
    [
      'Withdrawn from sale: baby food recalled',
      'The product was withdrawn from sale after a customer found glass in a jar.',
    ],
    [
      'Deleted posts cost the mayor her seat',
      'The mayor deleted the posts, but screenshots had been published by then.',
    ],
    [
      'Publish or perish: young researchers tell their stories',
      'Journals decide what to publish, and researchers wait for years.',
    ],
    [
      'Newspaper told: do not publish the photos',
      '“Do not publish these pictures,” the lawyer wrote to the editor in 1998.',
    ],
    [
      'How embargoes work in medical journals',
      'Reporters receive the paper under embargo several days before it appears.',
    ],
    [
      'Confidential files left on a train',
      'The files were marked confidential and not for publication, a passenger said.',
    ],
    ['Pending cases pile up in the courts', 'More than 9,000 cases were pending at the end of the year.'],
    ['Private beach must stay open to all', 'The private owner had fenced off the beach in January.'],
    [
      'Scheduled flights resume between the islands',
      'Scheduled flights resume on 20 March 2026 with two departures a day.',
    ],
    ['Expired vaccines thrown away', 'The vaccines had expired in February and were thrown away.'],
  ],
  de: [
    [
      'Embargo gegen Russland: Was jetzt gilt',
      'Das Embargo gilt bis zum 31. Dezember 2026 und kann verlängert werden.',
    ],
    ['Entwurf für neues Rathaus gefällt den Bürgern', 'Der Entwurf liegt bis Freitag im Rathaus aus.'],
    [
      'Sperrung der Brücke bis Freitag verlängert',
      'Die Brücke bleibt bis Freitag, 6 Uhr, für den Verkehr gesperrt.',
    ],
    [
      'Zeitung verstößt gegen Sperrfrist und entschuldigt sich',
      'Die Zeitung hatte die Sperrfrist nicht beachtet und den Bericht zu früh gedruckt.',
    ],
    [
      'Konzert abgesagt: Karten bleiben gültig',
      'Das Konzert am Samstag wurde abgesagt, die Karten bleiben gültig.',
    ],
    ['Freigabe für Impfstoff erwartet', 'Die Behörde will den Impfstoff im April freigeben.'],
    ['Rückruf: Hersteller zieht Babynahrung zurück', 'Der Hersteller zog das Produkt am Montag zurück.'],
    [
      'Veröffentlichung der Akten beschlossen',
      'Der Ausschuss will die Akten nicht vor dem Sommer veröffentlichen.',
    ],
    ['Gesperrte Konten: Bank entschuldigt sich bei Kunden', 'Tausende Konten waren am Wochenende gesperrt.'],
    [
      'Nicht zur Veröffentlichung bestimmt: Briefe einer Dichterin',
      'Die Briefe waren nie zur Veröffentlichung bestimmt, sagt die Herausgeberin.',
    ],
  ],
  fr: [
    [
      'Embargo sur les armes : ce que change le vote',
      'L’embargo sur les armes restera en vigueur jusqu’au 1er mars 2027.',
    ],
    [
      'Le brouillon retrouvé d’un roman célèbre',
      'Le brouillon du roman dormait depuis soixante ans dans un grenier.',
    ],
    [
      'Concert annulé à cause de la tempête',
      'Le concert de vendredi est annulé et les billets seront remboursés.',
    ],
    [
      'Projet de loi : les députés retiennent leur souffle',
      'Le projet de loi sera examiné vendredi à 18 heures.',
    ],
    [
      'Ne pas publier, disait la note du directeur',
      '« Ne pas publier », avait écrit le directeur en marge du manuscrit de 1954.',
    ],
    ['Diffusion du match : les bars se préparent', 'Le match sera diffusé vendredi soir en direct.'],
    [
      'Retiré de la vente, un fromage inquiète',
      'Le fromage a été retiré de la vente lundi dans toute la région.',
    ],
    ['Embargo levé sur le bœuf après dix ans', 'L’embargo sur le bœuf a été levé l’an dernier.'],
    [
      'Publié trop tôt, le rapport fait débat',
      'Le rapport avait été publié avant la fin de l’embargo, reconnaît le journal.',
    ],
    ['Otages libérés vendredi à l’aube', 'Les otages ont été libérés vendredi à 6 heures du matin.'],
  ],
  es: [
    [
      'Embargo de armas hasta 2027: qué significa',
      'El embargo de armas sigue en vigor hasta el 1 de marzo de 2027.',
    ],
    ['Embargada la vivienda de un concejal', 'El juzgado embargó la vivienda por una deuda de 40.000 euros.'],
    [
      'El borrador de la renta ya se puede pedir',
      'El borrador estará disponible desde el viernes a las 9 de la mañana.',
    ],
    [
      'Cancelado el concierto por la lluvia',
      'El concierto del viernes fue cancelado y se devolverá el dinero.',
    ],
    [
      'Publicar sin permiso: un juicio pendiente',
      'La revista decidió publicar las fotos sin permiso de la actriz.',
    ],
    [
      'Retenidos en el aeropuerto durante dos días',
      'Los pasajeros fueron retenidos hasta el viernes por la nieve.',
    ],
    [
      'Retirado del mercado un juguete peligroso',
      'El juguete fue retirado del mercado por sus piezas pequeñas.',
    ],
    [
      '«No publicar»: la orden que paró una novela',
      'La censura escribió «no publicar» en la primera página del manuscrito.',
    ],
    ['Anulada la multa por falta de señales', 'El tribunal anuló la multa porque la señal estaba oculta.'],
    ['Liberado el navegante tras cuatro días', 'El navegante fue liberado el viernes antes del amanecer.'],
  ],
  it: [
    [
      'Embargo sulle armi fino al 2027: che cosa cambia',
      'L’embargo sulle armi resterà in vigore fino al 1º marzo 2027.',
    ],
    ['Bozza della riforma in parlamento', 'La bozza della riforma sarà discussa venerdì in commissione.'],
    [
      'Concerto annullato per il maltempo',
      'Il concerto di venerdì è stato annullato e i biglietti saranno rimborsati.',
    ],
    ['Ritirato dal commercio un lotto di latte', 'Il lotto è stato ritirato dal commercio lunedì mattina.'],
    [
      'Pubblicare le intercettazioni: il dibattito',
      'Il giornale ha deciso di non pubblicare le intercettazioni.',
    ],
    ['Liberati venerdì i due marinai', 'I due marinai sono stati liberati venerdì alle 6 del mattino.'],
  ],
  pt: [
    [
      'Embargo comercial até 2027: o que muda',
      'O embargo comercial mantém-se em vigor até 1 de março de 2027.',
    ],
    ['Rascunho de um poema encontrado num baú', 'O rascunho do poema estava guardado desde 1931.'],
    [
      'Concerto cancelado devido à tempestade',
      'O concerto de sexta-feira foi cancelado e os bilhetes serão devolvidos.',
    ],
    ['Obra embargada pela câmara', 'A obra foi embargada pela câmara por falta de licença.'],
    ['Retirado do mercado um lote de queijo', 'O lote foi retirado do mercado na segunda-feira.'],
    ['Publicar ou não: o dilema dos editores', 'Os editores decidiram não publicar as fotografias.'],
  ],
  nl: [
    [
      'Embargo tegen wapens tot 2027: wat betekent dat',
      'Het wapenembargo blijft tot 1 maart 2027 van kracht.',
    ],
    ['Conceptalbum verschijnt na dertig jaar', 'Het conceptalbum wordt vrijdag uitgebracht.'],
    ['Concert afgelast door storm', 'Het concert van vrijdag is afgelast, kaartjes blijven geldig.'],
    ['Ingetrokken rijbewijs terug na fout', 'Het rijbewijs was in januari ten onrechte ingetrokken.'],
    ['Publiceren of niet: krant in de knel', 'De krant besloot de foto’s niet te publiceren.'],
    ['Conceptwet ligt klaar voor de Kamer', 'Het concept is nog niet definitief en wordt vrijdag besproken.'],
  ],
};
