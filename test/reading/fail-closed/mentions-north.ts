import type { Mentions } from './row.ts';

/** Stories that only mention such words: the North, the East of Europe, Turkey. */
export const MENTIONS_NORTH: Mentions = {
  sv: [
    ['Embargo mot vapen till 2027: det gäller', 'Vapenembargot gäller till den 1 mars 2027.'],
    ['Utkast till ny lag får kritik', 'Utkastet till ny lag diskuteras i riksdagen på fredag.'],
    [
      'Konserten inställd efter stormen',
      'Konserten på fredag är inställd och biljetterna gäller fortfarande.',
    ],
    ['Återkallad leksak var farlig', 'Leksaken återkallades i måndags efter en olycka.'],
    ['Tidningen valde att inte publicera bilderna', 'Redaktören ville inte publicera bilderna före valet.'],
    ['Frisläppt på fredag efter fyra år', 'Sjömannen släpps på fredag klockan 6.'],
  ],
  da: [
    ['Embargo mod våben til 2027: det betyder det', 'Våbenembargoen gælder indtil den 1. marts 2027.'],
    ['Udkast til ny lov møder kritik', 'Udkastet til loven drøftes i Folketinget på fredag.'],
    ['Koncerten aflyst efter stormen', 'Koncerten på fredag er aflyst, og billetterne refunderes.'],
    ['Trukket tilbage fra butikkerne: farligt legetøj', 'Legetøjet blev trukket tilbage i mandags.'],
    [
      'Avisen valgte ikke at offentliggøre billederne',
      'Redaktøren ville ikke offentliggøre billederne før valget.',
    ],
    ['Løsladt på fredag efter fire år', 'Sømanden løslades på fredag klokken 6.'],
  ],
  no: [
    ['Embargo mot våpen til 2027: dette betyr det', 'Våpenembargoen gjelder til 1. mars 2027.'],
    ['Utkast til ny lov får kritikk', 'Utkastet til loven behandles i Stortinget på fredag.'],
    ['Konserten avlyst etter stormen', 'Konserten på fredag er avlyst, og billettene refunderes.'],
    ['Trukket fra markedet: farlig leketøy', 'Leketøyet ble trukket tilbake på mandag.'],
    ['Avisen ville ikke publisere bildene', 'Redaktøren ville ikke publisere bildene før valget.'],
    ['Løslates på fredag etter fire år', 'Sjømannen løslates på fredag klokken 6.'],
  ],
  fi: [
    ['Asevientikielto jatkuu vuoteen 2027', 'Asevientikielto on voimassa 1.3.2027 asti.'],
    [
      'Luonnos uudesta laista herättää kritiikkiä',
      'Luonnos uudesta laista käsitellään perjantaina eduskunnassa.',
    ],
    ['Konsertti peruttu myrskyn takia', 'Perjantain konsertti on peruttu, ja liput hyvitetään.'],
    ['Lelu vedetty pois myynnistä', 'Lelu vedettiin pois myynnistä maanantaina.'],
    ['Lehti ei halunnut julkaista kuvia', 'Päätoimittaja ei halunnut julkaista kuvia ennen vaaleja.'],
    [
      'Kauppasaarto ja embargo: mitä sanat tarkoittavat',
      'Embargo tarkoittaa kauppasaartoa, kertoo sanakirja.',
    ],
  ],
  pl: [
    ['Embargo na broń do 2027 roku: co to oznacza', 'Embargo na broń obowiązuje do 1 marca 2027 roku.'],
    ['Projekt ustawy trafi do Sejmu', 'Projekt ustawy będzie omawiany w piątek o godzinie 6.'],
    ['Koncert odwołany z powodu burzy', 'Piątkowy koncert został odwołany, a bilety zachowują ważność.'],
    ['Wycofano ze sprzedaży partię sera', 'Partię sera wycofano ze sprzedaży w poniedziałek.'],
    ['Gazeta postanowiła nie publikować zdjęć', 'Redaktor nie chciał publikować zdjęć przed wyborami.'],
    ['Anulowane loty: pasażerowie czekają', 'W piątek anulowano dwanaście lotów.'],
  ],
  cs: [
    ['Embargo na zbraně do roku 2027: co to znamená', 'Embargo na zbraně platí do 1. března 2027.'],
    ['Koncept nového mostu budí rozpaky', 'Koncept mostu představí architekti v pátek.'],
    ['Koncert zrušen kvůli bouři', 'Páteční koncert je zrušen a vstupenky zůstávají v platnosti.'],
    ['Hračka stažena z prodeje', 'Hračka byla stažena z prodeje v pondělí.'],
    ['Noviny odmítly zveřejnit snímky', 'Redaktor nechtěl snímky zveřejnit před volbami.'],
    ['Návrh zákona míří do sněmovny', 'Návrh zákona projednají poslanci v pátek v 6 hodin.'],
  ],
  ru: [
    [
      'Утечка доклада рассердила министра',
      'На каждой странице доклада стояло «Под эмбарго до пятницы», сказал министр.',
    ],
    [
      'Эмбарго на оружие до 2027 года: что это значит',
      'Эмбарго на поставки оружия действует до 1 марта 2027 года.',
    ],
    ['Черновик повести нашли на чердаке', 'Черновик повести пролежал на чердаке шестьдесят лет.'],
    ['Концерт отменён из-за бури', 'Концерт в пятницу отменён, билеты остаются действительными.'],
    ['Отозвана из продажи партия сыра', 'Партию сыра отозвали из продажи в понедельник.'],
    ['Газета решила не публиковать снимки', 'Редактор не хотел публиковать снимки до выборов.'],
    ['Законопроект рассмотрят в пятницу', 'Проект закона рассмотрят в пятницу в 6 часов утра.'],
    ['Под эмбарго попали фрукты из трёх стран', 'Под эмбарго попали яблоки, груши и виноград.'],
  ],
  uk: [
    [
      'Ембарго на зброю до 2027 року: що це означає',
      'Ембарго на постачання зброї діє до 1 березня 2027 року.',
    ],
    ['Чернетку повісті знайшли на горищі', 'Чернетка повісті пролежала на горищі шістдесят років.'],
    ['Концерт скасовано через бурю', 'Концерт у п’ятницю скасовано, квитки залишаються дійсними.'],
    ['Партію сиру відкликали з продажу', 'Партію сиру відкликали з продажу в понеділок.'],
    ['Газета вирішила не публікувати знімки', 'Редактор не хотів публікувати знімки до виборів.'],
    ['Законопроєкт розглянуть у п’ятницю', 'Проєкт закону розглянуть у п’ятницю о 6 ранку.'],
  ],
  tr: [
    ['Silah ambargosu 2027’ye kadar sürecek', 'Silah ambargosu 1 Mart 2027’ye kadar yürürlükte kalacak.'],
    ['Taslak yasa mecliste tartışılıyor', 'Yasa taslağı cuma günü mecliste görüşülecek.'],
    ['Konser fırtına nedeniyle iptal edildi', 'Cuma günkü konser iptal edildi, biletler geçerli kalacak.'],
    ['Tehlikeli oyuncak piyasadan çekildi', 'Oyuncak pazartesi günü piyasadan geri çekildi.'],
    ['Gazete fotoğrafları yayımlamadı', 'Yazı işleri müdürü fotoğrafları seçimden önce yayımlamak istemedi.'],
    ['Ambargo kalkınca liman canlandı', 'Ambargo geçen yıl kaldırıldı ve liman yeniden doldu.'],
  ],
};
