import type { Mentions } from './row.ts';

/** Stories that only mention embargoes, drafts, holds, kills, releases and publishing: the rest of Western Europe. */
export const MENTIONS_WEST: Mentions = {
  de: [
    [
      'Vorab bekannter Bericht verärgert Minister',
      'Auf jeder Seite des Berichts stand „Sperrfrist: Freitag“, sagte ein Minister.',
    ],
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
      'Un rapport trop bavard',
      'Chaque page du rapport portait la mention « sous embargo jusqu’à vendredi », selon un ministre.',
    ],
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
      'Un informe filtrado enfada al gobierno',
      'Cada página del informe llevaba las palabras «embargado hasta el viernes», según un ministro.',
    ],
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
      'Un rapporto trapelato irrita il governo',
      'Ogni pagina del rapporto recava la scritta «sotto embargo fino a venerdì», dice un ministro.',
    ],
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
