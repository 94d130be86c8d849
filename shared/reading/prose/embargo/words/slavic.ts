import type { HoldWords } from './hold-words.ts';

const RUSSIAN: Partial<HoldWords> = {
  forbid:
    '(?:не|просьба не|прошу не|просим не|нельзя|запрещено|запрещается)(?: (?:для|к|подлежит|разрешается|раньше))? ?(?:публиков~|публикац~|публикуйте|опубликов~|печат~|печатать|распростран~|разглаша~|обнародов~|эфира|эфир~|использовать до|использовать ранее|передавать|размещать|открытой печати)(?: (?:и|или) (?:не )?(?:публиковать|распространять|использовать|передавать|разглашать))?|(?:публикация|распространение|обнародование|публикацию) (?:запрещен~|запрещена|не допускается|не разрешается|только после|не ранее|ранее)|без права публикации',
  embargoed:
    'под эмбарго|(?:информационное|строгое) эмбарго|эмбарго (?:до|на публикацию|на информацию|действует|снимается|истекает)|(?:материал|информация|новость) под эмбарго|публикация под запретом до',
  embargo: 'эмбарго',
  release:
    '(?:для |время |дата |дата и время |срок )(?:публикации|печати|выхода|опубликования|эфира|распространения|обнародования|релиза)(?: (?:с|после|не ранее))?|(?:публикация|опубликование|публиковать|обнародовать|выпуск)(?: (?:разрешена|разрешается|возможна|можно|только))?(?: (?:с|после|не ранее|не раньше))?|не (?:ранее|раньше)|только после|к публикации',
  held: '(?:только |исключительно )?для (?:внутреннего|служебного) (?:пользования|использования|применения)|дсп|не использовать|(?:новость|сообщение|заметка|материал|текст|статья) (?:аннулирован~|аннулируется|отозван~|отменяется|отменен~|снят~|снимается)|(?:аннулировать|отозвать|снять|аннулируйте) (?:новость|сообщение|материал|заметку|текст)?|аннуляция|отмена сообщения|отзыв (?:сообщения|новости|материала)|придержать(?: до)?|задержать до|ждет (?:согласования|одобрения|подтверждения)|на согласовани~|не (?:согласован~|утвержден~|вычитан~|отредактирован~|проверен~)|рабочая версия|черновик не',
  label: 'черновик',
  mark: 'служебная информация|набросок|аннулировано|аннулирована|отозвано|снято|отменено|задержано|конфиденциально|отложено|заготовка|рыба|(?:строго )?конфиденциально(?: до)?|(?:это|рабочий|первый) (?:черновик|черновой вариант)|черновой вариант|предварительная версия|запрет на публикацию',
  until: 'до|ранее|раньше|прежде|без|пока|после|не ранее|кроме|с',
  self: '(?:данн~|эт~|настоящ~) (?:материал~|текст~|новост~|сообщени~|информаци~|пресс_релиз~|документ~|стать~|заметк~|доклад~)|содержание (?:данного|этого)',
  around:
    'внимание|важно|пятниц~|сред~|суббот~|четверг~|вторник~|понедельник~|воскресень~|соблюдать|просьба|пожалуйста|прошу|редакци~|редактор~|редакторам|журналист~|сми|пресса|пресс|пресс_релиз|релиз|сообщение|новость|материал|текст|статья|информация|публикация|публикации|печати|строго|строгое|полное|и|или|в|на|к|для|до|по|с|от|это|данный|час~|ч|мин|время|времени|московск~|местн~|киевск~|мск|г|года|год|утра|вечера|дня|ночи|полудня|полуночи|завтра|сегодня|следующ~|недели|дата|особого|распоряжения|указания|не|всем',
  ended: 'снято|отменено|истекло|закончилось|завершено|сняли',
  none: '(?:можно|разрешается|разрешено) (?:публиковать|использовать) (?:сразу|немедленно)|к немедленной публикации|без эмбарго|(?:для )?немедленн(?:ой|ая) публикаци~|для немедленного распространения',
  topic:
    'эмбарго (?:на поставки|на экспорт|на импорт|на нефть|на оружие)|нефтяное эмбарго|торговое эмбарго|продуктовое эмбарго',
};

const UKRAINIAN: Partial<HoldWords> = {
  forbid:
    '(?:не|прохання не|просимо не|заборонено|забороняється)(?: (?:для|підлягає|раніше))? ?(?:публікув~|публікац~|оприлюдн~|друк~|друкувати|поширюв~|розповсюдж~|розголош~|ефір~|опубліков~|використовувати до)|(?:публікація|поширення|оприлюднення) (?:заборонен~|не дозволяється|не раніше)',
  embargoed: 'під ембарго|ембарго (?:до|на публікацію|діє)|інформаційне ембарго|суворе ембарго',
  embargo: 'ембарго',
  release:
    '(?:для |час |дата )(?:публікації|друку|оприлюднення)(?: (?:з|після|не раніше))?|(?:публікація|публікувати|оприлюднення)(?: (?:дозволена|можлива))?(?: (?:з|після|не раніше))?|не раніше',
  held: '(?:тільки |лише |виключно )?для (?:внутрішнього|службового) (?:користування|використання)|не використовувати|(?:новина|новину|повідомлення|матеріал|текст) (?:анульовано|відкликано|скасовано|знято)|(?:анулювати|відкликати|зняти) (?:новину|матеріал|повідомлення)|притримати(?: до)?|очікує (?:погодження|підтвердження)|на погодженні|не (?:погоджено|затверджено|вичитано|відредаговано)|чорновий варіант|робоча версія',
  label: 'чернетка|чорновик',
  mark: 'анульовано|відкликано|скасовано|конфіденційно|відкладено|заготовка|конфіденційно(?: до)?|заборона на публікацію',
  until: 'до|раніше|перш ніж|без|поки|після',
  self: '(?:цей|ця|це|цю|даний|дана) (?:матеріал|текст|новин~|повідомлення|інформаці~|пресреліз|документ|статт~)',
  around:
    'увага|важливо|п.ятниц~|серед~|субот~|четверг~|вівтор~|понеділ~|неділ~|прохання|будь ласка|будь_ласка|просимо|редакці~|редактор~|журналіст~|змі|преса|пресреліз|прес_реліз|реліз|повідомлення|новина|матеріал|текст|інформація|публікація|публікації|суворо|суворе|і|та|або|в|у|на|для|до|за|з|о|об|це|год~|годин~|час|часом|київськ~|києвом|року|рік|ранку|вечора|дня|ночі|завтра|сьогодні|наступн~|тижня|дата|окремого|розпорядження|не|всім',
  ended: 'знято|скасовано|закінчилося|завершено',
  none: 'без ембарго|для негайної публікації|негайна публікація',
  topic: 'ембарго на (?:поставки|експорт|імпорт|нафту|зброю)|нафтове ембарго|торговельне ембарго',
};

const POLISH: Partial<HoldWords> = {
  forbid:
    '(?:nie|jeszcze nie|proszę nie|prosimy nie|zakaz)(?: (?:do|należy|można|wolno|może być|mogą być|przed))? ?(?:publikow~|publikacji|publikuj~|opublikow~|rozpowszechni~|upubliczni~|ujawni~|udostępni~|emitow~|emisji|druku|drukow~|wykorzystywać przed|rozpowszechniać)|(?:publikacja|rozpowszechnianie|publikowanie) (?:zabronion~|zakazan~|niedozwolon~|dozwolone od|dozwolona od)|niepublikować',
  embargoed:
    'pod embargiem|(?:objęte|objęty|objęta|materiał objęty|informacja objęta) (?:ścisłym )?embargiem|embargo (?:do|na publikację|obowiązuje|informacyjne|prasowe|dziennikarskie)|objęte embargo',
  embargo: 'embargo|embarga|embargiem',
  release:
    '(?:do |data |czas |termin |godzina )(?:publikacji|emisji|druku)(?: (?:od|po|w|dnia))?|(?:publikacja|publikować|publikowanie|emisja)(?: (?:od|po|możliwa|dozwolona|najwcześniej))?|nie (?:przed|wcześniej niż|wcześniej)|najwcześniej',
  held: '(?:tylko |wyłącznie )?do (?:użytku|wykorzystania) (?:wewnętrznego|służbowego)|do wewnętrznego użytku|nie (?:używać|wykorzystywać)|wstrzymać(?: do)?|wstrzymane do|(?:depesza|informacja|tekst|materiał|wiadomość) (?:anulowan~|wycofan~|unieważnion~)|(?:anulować|wycofać|anulujcie|prosimy anulować|anulujemy) (?:depeszę|informację|materiał|tekst)?|anulacja|oczekuje na (?:akceptację|zatwierdzenie)|do akceptacji|niezatwierdzone|nieautoryzowane|niezredagowane|(?:pierwszy|to jest) szkic',
  label: 'szkic|brudnopis',
  mark: 'anulowano|anulowane|wycofano|wycofane|wstrzymane|poufne|robocze|wstępne|roboczy|dokument wewnętrzny|(?:ściśle )?poufne(?: do)?|wersja robocza|wersja wstępna|zakaz publikacji',
  until: 'do|przed|bez|zanim|dopóki|po|od|wcześniej',
  self: '(?:ten|ta|to|niniejszy|niniejsza|tego|tej) (?:materiał|tekst|informacj~|artykuł|komunikat|depesza|dokument|wiadomość|raport)(?: prasow~)?',
  around:
    'uwaga|ważne|piątk~|środ~|sobot~|niedziel~|czwartk~|wtork~|poniedział~|proszę|prosimy|o|do|redakcj~|redaktor~|dziennikarz~|prasa|media|mediów|komunikat|komunikat prasowy|informacja|informacja prasowa|tekst|artykuł|materiał|publikacja|publikacji|ścisłe|ścisły|całkowite|i|lub|w|na|z|dla|od|po|jest|są|godz|godzin~|g|r|roku|dnia|czas~|lokaln~|polskiego|warszawskiego|jutro|jutra|dziś|dzisiaj|rano|ranem|południ~|wieczor~|północ~|następn~|przyszł~|tygodni~|data|odwołania|nie|obowiązuje|prasowe',
  ended: 'zniesione|wygasło|zdjęte|zakończone|uchylone',
  none: '(?:do publikacji|można publikować|do wykorzystania) (?:od zaraz|natychmiast|od razu)|bez embarga|do natychmiastowej publikacji|natychmiastowa publikacja',
  topic: 'embargo na (?:broń|ropę|dostawy|import|eksport|gaz)|embargo handlowe',
};

const CZECH: Partial<HoldWords> = {
  forbid:
    '(?:ne|není|nesmí|neni|zákaz|prosíme ne|zákaz)(?: (?:se|určeno|k|ke|pro|být|smí))* ?(?:publikov~|zveřej~|zveřejn~|uveřejn~|šíř~|šíření|vysíl~|otisknout|distribu~)|(?:nepublik~|nezveřej~|neuveřej~|nešíř~|nevysíl~|nepublikovat|nezverejňovať|nezverejn~|nepublikovať)|(?:zveřejnění|publikace|publikování) (?:zakázán~|není dovolen~|nejdříve|až od)|zákaz (?:zveřejnění|publikace)',
  embargoed:
    'pod embargem|embargo (?:do|platí|na zveřejnění|končí)|embargováno(?: do)?|informační embargo|tiskové embargo|pod embargom',
  embargo: 'embargo|embarga',
  release:
    '(?:k |ke |pro |datum |čas |termín )(?:zveřejnění|publikaci|publikování|vydání|vysílání)(?: (?:od|po|dne|až))?|(?:zveřejnění|zveřejnit|publikovat|publikace|vydání)(?: (?:od|po|až|nejdříve|možné))?|nejdříve|ne (?:dříve|dřív) než|ne před',
  held: '(?:pouze |jen |výhradně )?(?:pro|k) (?:interní|vnitřní|internímu|vnitřnímu|služební) (?:potřebu|potřeby|použití|potřebě|účely)|nepoužívat|zadržet(?: do)?|pozdržet(?: do)?|(?:zpráva|zprávu|text|článek) (?:zrušen~|stažen~|se ruší|rušíme|je zrušena)|(?:zrušte|stáhněte|rušíme) (?:zprávu|text|článek)|zrušení zprávy|čeká na (?:schválení|potvrzení)|ke schválení|neschválen~|neautorizován~|neredigován~|pracovní návrh',
  label: 'koncept',
  mark: 'interní|náčrt|zrušeno|staženo|zadrženo|důvěrné|pracovní|předběžné|stornováno|storno|interní (?:dokument|materiál|použití)|(?:přísně )?důvěrné(?: do)?|pracovní verze|první verze|předběžná verze',
  until: 'do|před|než|bez|dokud|po|od|dříve',
  self: '(?:tento|tato|toto|tuto) (?:text|zpráv~|článek|materiál|informac~|dokument|tiskov~ zpráv~|obsah)',
  around:
    'pozor|důležité|pátk~|střed~|sobot~|neděl~|čtvrtk~|úter~|ponděl~|upozornění|prosím|prosíme|redakc~|redaktor~|novinář~|tisk|média|médiím|tisková zpráva|zpráva|text|článek|materiál|informace|zveřejnění|publikace|přísné|přísně|a|nebo|v|ve|na|s|z|pro|k|ke|od|po|je|jsou|hod|hodin~|h|čas~|místního|letního|dne|zítra|dnes|ráno|rána|poledn~|večer~|půlnoc~|příští~|týdn~|datum|odvolání|platí|se|ne|tiskové',
  ended: 'zrušeno|skončilo|vypršelo|ukončeno',
  none: '(?:lze|možno) (?:zveřejnit|publikovat) (?:ihned|okamžitě)|ke zveřejnění (?:ihned|okamžitě)|bez embarga|k okamžitému zveřejnění|okamžité zveřejnění',
  topic: 'embargo na (?:zbraně|ropu|dovoz|vývoz|plyn)|obchodní embargo|zbrojní embargo',
};

export const SLAVIC: readonly Partial<HoldWords>[] = [RUSSIAN, UKRAINIAN, POLISH, CZECH];
