import type { HoldWords } from './hold-words.ts';

/**
 * Plain requests of one editor to another, in languages in which they differ much from the set phrases: do not run it
 * yet, keep it back, it may go out from Friday on.
 */
const RUSSIAN_AND_UKRAINIAN: Partial<HoldWords> = {
  forbid: `
    (?:пока |еще |просьба |просим |прошу )?не (?:выпускать|ставить|ставим|выпускаем|давать|даем|сдавать|показывать|выдавать|отправлять|запускать|выкладывать|випускати|ставити|показувати|викладати|давати)(?: (?:в|на|у) (?:печать|эфир|ленту|номер|сайт|полосу|газету|друк|ефір|стрічку))?(?: никому)?|никому не (?:показывать|передавать|отправлять)
    (?:в печать|в эфир|в ленту|в номер|на сайт) (?:пока )?не (?:давать|ставить|выпускать|сдавать|отправлять|пускать)|(?:просим |просьба |прошу |просимо )?(?:воздержаться|воздержитесь|утриматися) (?:от|від) (?:публикац~|распространени~|упоминани~|выпуска|публікаці~|поширення)`,
  embargoed:
    '(?:материал~|информация|текст|новость|сообщение|данные|матеріал~|інформація) (?:пока )?(?:закрыт[аоы]?|закрит[аоі]?|под запретом|під забороною)(?: до)?',
  release:
    '(?:выход в эфир|выпуск в эфир)(?: и публикация)?|(?:ставить|выпускать|размещать|выкладывать|запускать|выдавать)(?: (?:в ленту|в эфир|на сайт|в номер))? (?:после|с|не ранее|не раньше)|вихід в ефір',
  held: '(?:текст|материал|заметка|статья|новость|сообщение|релиз|матеріал|стаття) (?:еще |пока |ще )?(?:не готов~|в работе|в роботі|ошибочн[аоы]?|помилков~|не вычитан~|сырой)|отбой|(?:после|до|ждем|без) отмашки|просьба (?:удалить|игнорировать|не ставить)|прохання видалити',
  mark: 'закрыто',
  around: 'ленту|эфир|номер|сайт|выход|отмашки|текст|заметка|просим|до|редактора|редакторов',
};

const TURKISH: Partial<HoldWords> = {
  forbid:
    'yayına (?:vermeyin~|verilmesin|verilmemesi|sokmayın~|koymayın~|almayın~|girmesin)|servis (?:edilmesin|edilmemesi|edilmemeli~|edilmez)|(?:yayımlanmaması|yayınlanmaması|kullanılmaması|paylaşılmaması|duyurulmaması)|onaysız (?:kullanmayın~|yayımla~|yayınla~|kullanılamaz)',
  embargo: 'ambargonun|ambargoya',
  release: '(?:yayımlanma|yayınlanma|servis|kullanım) (?:saati|tarihi|zamanı)',
  held: '(?:haber|metin|yazı|bülten) (?:henüz )?(?:hazır|tamam|bitmiş) değil~|(?:lütfen )?bekleyin(?:iz)?|(?:sadece|yalnızca) editörler(?:e|in)?(?: için)?',
  until: 'itibarıyla|itibariyle|başlayarak',
  around:
    'haberin|metnin|haberi|metni|rica olunur|rica ederiz|ancak|henüz|kalkacak~|kalkıyor|kalkar|sona erecek~|cumaya|cumartesiye|pazara|pazartesiye|salıya|çarşambaya|perşembeye|günü|saat|toplantısından|toplantısı',
};

const BULGARIAN: Partial<HoldWords> = {
  forbid:
    '(?:моля )?не (?:пускайте|пускай|качвайте|давайте|показвайте|я използвайте|го използвайте|ги използвайте)|да не се (?:пуска|излъчва|качва|използва|показва|разгласява)(?: преди)?',
  embargoed: '(?:информацията|новината|материалът|текстът|съобщението) е под ембарго',
  release:
    '(?:за )?публикуване(?: (?:след|от|на|не по рано от|не преди))?|(?:може да се публикува|може да излезе) (?:след|от|на)|не по рано от',
  held: '(?:моля )?задръжте(?: до)?|(?:текстът|материалът|новината|статията) (?:още )?не е (?:готов~|завършен~|проверен~)|(?:само )?за вътрешна употреба|работен вариант|чака (?:одобрение|редакция)|(?:новината|информацията|материалът|текстът) се (?:оттегля|анулира|отменя)',
  until: 'до|от|не по рано от',
  around: 'сутринта|вечерта|обед|обяд|края|събота|неделя|понеделник|вторник|сряда|четвъртък|петък|я|го',
};

const JAPANESE: Partial<HoldWords> = {
  forbid:
    '記事(?:化|に)(?:は|を)?(?:しない|なさらない|せぬ)(?:で|よう|こと)[ぁ-ん]{0,10}(?:お願い[ぁ-ん]{0,6})?|(?:まだ|絶対に)?(?:載せ|出さ|流さ|上げ|アップし|配信し|公開し|出稿し)ない(?:で|よう|こと)[ぁ-ん]{0,10}(?:お願い[ぁ-ん]{0,6})?',
  held: 'オフレコ|デスク(?:未了|未確認|確認前|待ち|未済)|出稿前|仮原稿|未校了',
};

const FURTHER: Partial<HoldWords> = {
  forbid:
    'nie (?:puszczać|puszczajcie|wypuszczać|drukować|dawać na stronę)|출고_?(?:금지|불가)|ليست? (?:معدة? )?للنشر|غير معدة? للنشر',
  release:
    '(?:조간|석간|방송)?_?부터_?(?:보도|사용|게재)_?(?:가능|바랍니다|요망)?|(?:보도|게재)_?가능_?(?:시각|시점)?',
  held: 'tekst do (?:akceptacji|korekty|autoryzacji)|(?:czeka na|do) autoryzacj[ię]|출고_?보류|승인_?전|(?:مادة |نص |خبر )?قيد المراجعة',
  around: '조간|석간|مادة',
};

export const PLAIN_REQUESTS: readonly Partial<HoldWords>[] = [
  RUSSIAN_AND_UKRAINIAN,
  TURKISH,
  BULGARIAN,
  JAPANESE,
  FURTHER,
];
