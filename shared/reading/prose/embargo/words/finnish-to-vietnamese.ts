import type { HoldWords } from './hold-words.ts';

const FINNISH: Partial<HoldWords> = {
  forbid:
    '(?:ei|älä|älkää|ei saa|ei vielä)(?: (?:saa|ole))? ?(?:julkais~|julki|julkisuu~|julkistettavaksi|levit~|levittää|jaettavaksi|jaella|käyttää ennen|lähetettäväksi)|(?:julkaiseminen|julkaisu|levittäminen) (?:kielletty|sallittu)',
  embargoed:
    'embargo (?:asti|päättyy|voimassa)|embargossa|embargon alai~|vapaa julkaistavaksi|vapautuu julkaistavaksi|julkaisuvapaa|julkistamisvapaa|julkaistavissa',
  embargo: 'embargo|vientikielto',
  release:
    '(?:julkaisuaika|julkaisupäivä|julkaisuajankohta|julkaistaan|julkaistavaksi|julkaisu|julkistus~|saa julkaista|julkaista)(?: (?:aikaisintaan|vasta|vapaa))?|aikaisintaan|ei ennen',
  held: '(?:vain |ainoastaan )?sisäiseen käyttöön|vain sisäi~|odottaa (?:hyväksyntää|vahvistusta)|pidä(?:tä)? (?:asti|toistaiseksi)|(?:juttu|uutinen|tiedote|artikkeli) (?:perutaan|peruttu|vedetty pois|vedetään pois|mitätöity|on peruttu)|(?:perukaa|poistakaa) (?:juttu|uutinen|tiedote)|ei (?:hyväksytty|valmis|tarkistettu)|alustava versio|raakaversio|työversio',
  label: 'luonnos',
  mark: 'peruttu|peruutus|mitätöity|vedetty pois|luottamuksellinen|sisäinen|alustava|odottaa|luottamuksellinen|salassa pidettävä|keskeneräinen|julkaisukielto~',
  until: 'ennen|asti|saakka|vasta|ilman|kunnes|jälkeen|mennessä|klo',
  self: '(?:tämä|tätä|tämän) (?:teksti~|juttu~|uuti~|tiedot~|artikkeli~|materiaali~|aineisto~|sisältö~)',
  around:
    'huom|huomio|tärkeää|pyydämme|toimituksille|toimitus|toimitukselle|medialle|media|lehdistö~|lehdistötiedote|tiedote|uutinen|juttu|artikkeli|teksti|julkaisu|julkaisuun|ehdoton|tiukka|on|ja|tai|klo|kello|aika|aikaa|suomen|päivänä|huomenna|tänään|aamulla|aamuun|iltapäivällä|illalla|keskiyö~|ensi|viikolla|viikko~|toistaiseksi|pvm|saa|voi|ei',
  ended: 'päättynyt|purettu|poistettu|kumottu',
  none: '(?:vapaa|vapaasti) (?:julkaistavaksi|julkaistavissa|käytettäväksi) (?:heti|välittömästi|saman tien)|(?:heti|välittömästi) vapaa (?:julkaistavaksi|käytettäväksi)|ei embargoa|ilman embargoa|heti julkaistavissa|julkaistavissa heti|välittömästi julkaistavissa|vapaa heti',
  topic: '',
};

const TURKISH: Partial<HoldWords> = {
  forbid:
    '(?:yayımlan~|yayınlan~|yayımla~|yayınla~|paylaş~|kullanıl~|basıl~|duyurul~|servis edil~)?(?:yayımlanma|yayınlanma|yayımlama|yayınlama)(?:yın|yınız|yiniz|malı|malıdır|sın|z|yacak)~|(?:yayımlanamaz|yayınlanamaz|yayımlanmasın|yayınlanmasın|yayımlanmamalı~|yayınlanmamalı~|yayımlamayın~|yayınlamayın~|yayımlanmaz|yayınlanmaz|kullanmayın~|paylaşmayın~|dağıtmayın~|servis etmeyin~)|(?:yayımlanması|yayınlanması|yayın|paylaşılması) (?:yasak~|uygun değil~)|yayın(?:a|lanmak) (?:için )?(?:uygun )?değil~|yayımlanmak için değil~',
  embargoed:
    'ambargolu~|ambargo (?:altında|süresi|bitiş|saati|tarihi)|basın ambargosu|haber ambargosu|(?:kadar|dek) (?:ambargolu~|ambargo)',
  embargo: 'ambargo|ambargosu',
  release:
    '(?:yayın|yayım|yayınlanma|yayımlanma|açıklanma) (?:tarihi|saati|zamanı|tarihi ve saati)|(?:yayımlanabilir|yayınlanabilir|yayımlanacak|yayınlanacak|yayımlanmak üzere|yayınlanmak üzere)|(?:önce|evvel) değil',
  held: '(?:yayın~|yayım~|kullanım~)(?: için)? (?:henüz )?hazır değil~|(?:sadece |yalnızca )?(?:kurum içi|iç|dahili|hizmete) (?:kullanım|kullanıma|özel|kullanım içindir|yazışma)(?: (?:için~|mahsus~|özel~))?|hizmete özel|(?:haber|metin|yazı) (?:iptal~|geri çek~|iptal edil~)|(?:haberi|metni) (?:iptal~|geri çek~|kullanmayın|bekletin)|onay (?:bekliyor|bekleniyor|bekleyen)|onaylanmadı|onaysız|beklet(?:in|iniz|iliyor)|(?:ilk|bu bir) taslak~|taslak (?:metin|haber|sürüm|halindedir)|düzenlenmemiş',
  label: 'taslak|taslaktır|taslaktir',
  mark: 'iptal|geri çekildi|iptal edildi|bekletilsin|gizli|bekletiniz|gizli(?:dir)?|beklemede|(?:yayın|yayım|basın|haber) yasağı',
  until: 'kadar|önce|evvel|dek|olmadan|sonra|itibaren',
  self: 'bu (?:haber|metin|bülten|içerik|bilgi~|belge|yazı|rapor|basın bülteni|açıklama)~',
  around:
    'dikkat|önemli|uyarı|not|lütfen|rica|ederiz|editör~|redaksiyon~|gazeteci~|medya~|basın|basın bülteni|bülten|haber|metin|bilgi|yayın|saat|saatinden|saatine|tarih|tarihinden|tarihine|tarihli|günü|gününe|gününden|türkiye|yerel|saatiyle|sabah|sabahı|öğle|akşam|gece|gece yarısı|yarın|bugün|gelecek|hafta|ve|veya|bir|ikinci|emre|emir|a|e|ya|ye|da|de|den|dan|ten|tan|na|ne|kesinlikle|sıkı|için',
  ended: 'kalktı|kaldırıldı|sona erdi|bitti',
  none: '(?:hemen|derhal|anında) (?:yayımlanabilir|yayınlanabilir|kullanılabilir|yayın için)|hemen yayına hazır|ambargosuz|ambargo yok|hemen yayımlanabilir|derhal yayımlanabilir',
  topic: 'silah ambargosu|ticaret ambargosu|petrol ambargosu',
};

const HUNGARIAN: Partial<HoldWords> = {
  forbid:
    '(?:nem|ne|tilos)(?: (?:szabad|lehet))? ?(?:közölhető~|közöl~|nyilvános~|publikál~|publikálható~|hozható nyilvánosságra|hozzák nyilvánosságra|közzétehető|jelentessék|terjeszthető|terjessz~|megjelentethető|közlésre|közölni|publikálni)|(?:közlése|közzététele|publikálása) (?:tilos|nem engedélyezett)',
  embargoed: 'embargó (?:alatt|alá|érvényes|lejár|vége)|embargós|embargóval|hírzárlat~|embargo alatt',
  embargo: 'embargó|embargo|embargója',
  release:
    '(?:közölhető|publikálható|nyilvánosságra hozható|megjelenés|megjelentethető|közzététel)(?: (?:ideje|időpontja))?|legkorábban|nem korábban',
  held: '(?:hír|cikk|anyag) (?:törölve|visszavonva|visszavonjuk)|jóváhagyásra vár|visszatartani|munkaváltozat|nem végleges',
  label: 'vázlat|piszkozat',
  mark: 'tervezet|törölve|visszavonva|bizalmas|(?:csak |kizárólag )?belső (?:használatra|használat)|bizalmas~|közlési tilalom',
  until: 'előtt|ig|után|nélkül|amíg',
  self: '(?:ez|ezt|a jelen) (?:az? )?(?:anyag~|cikk~|hír~|közlemény~|szöveg~)',
  around:
    'figyelem|fontos|kérjük|kérem|szerkesztő~|sajtó~|sajtóközlemény|közlemény|hír|cikk|anyag|szöveg|szigorú|szigorúan|a|az|és|vagy|óra|órától|óráig|órakor|perc|án|én|ig|reggel|este|dél|éjfél|holnap|ma|holnapig|jövő|hét|idő|szerint|nap|további|értesítésig',
  ended: 'feloldva|lejárt|megszűnt',
  none: 'embargó nélkül|azonnal közölhető|azonnali közlésre|nincs embargó',
  topic: '',
};

const GREEK: Partial<HoldWords> = {
  forbid:
    '(?:να μην|μη|μην|δεν|όχι|οχι)(?: (?:προς|για|πρέπει να|επιτρέπεται η|είναι για))? ?(?:δημοσι~|κοινοποι~|μεταδο~|αναπαρ~|διαρρ~|χρησιμοποιηθεί πριν|διανομή~)|(?:απαγορεύεται|απαγόρευση) (?:η )?(?:δημοσίευση~|μετάδοση|κοινοποίηση)|(?:δημοσίευση|μετάδοση) (?:απαγορεύεται|μόνο μετά)',
  embargoed:
    'υπό εμπάργκο|σε εμπάργκο|εμπάργκο (?:έως|μέχρι|ως|δημοσίευσης)|με εμπάργκο|embargo (?:έως|μέχρι)',
  embargo: 'εμπάργκο',
  release:
    '(?:για |προς |ημερομηνία |ώρα )(?:δημοσίευση|δημοσίευσης|μετάδοση)|δημοσίευση(?: (?:μετά|από))?|όχι πριν|μετά τις',
  held: '(?:μόνο |αποκλειστικά )?για εσωτερική χρήση|εσωτερικό έγγραφο|(?:είδηση|κείμενο) (?:ακυρώνεται|αποσύρεται)|ακύρωση είδησης|εκκρεμεί έγκριση|σε αναμονή|μη οριστικό',
  label: 'πρόχειρο|προσχέδιο',
  mark: 'σχέδιο|ακυρώνεται|ακυρωμένο|αποσύρθηκε|εμπιστευτικό|(?:άκρως )?εμπιστευτικό',
  until: 'πριν|πριν από|έως|μέχρι|ως|χωρίς|μετά|από',
  self: '(?:το|η|αυτό το|το παρόν|η παρούσα) (?:κείμενο|δελτίο|είδηση|ανακοίνωση|υλικό|άρθρο)',
  around:
    'να|π.μ|μ.μ|προσοχή|σημείωση|παρακαλούμε|παρακαλώ|προς|συντάκτες|αρχισυντάκτες|μμε|δελτίο|τύπου|δελτίο τύπου|είδηση|κείμενο|δημοσίευση|αυστηρό|αυστηρά|το|η|ο|της|του|τις|στις|στη|την|και|ή|από|για|ώρα|ώρας|ελλάδος|ελλάδας|τοπική|πμ|μμ|αύριο|σήμερα|πρωί|βράδυ|μεσημέρι|μεσάνυχτα|νεότερης|ειδοποίησης',
  ended: 'αίρεται|άρθηκε|έληξε',
  none: 'χωρίς εμπάργκο|άμεση δημοσίευση|για άμεση δημοσίευση',
  topic: '',
};

const INDONESIAN: Partial<HoldWords> = {
  forbid:
    '(?:jangan|dilarang|tidak untuk|tidak boleh|belum boleh|bukan untuk|mohon tidak|mohon jangan|harap tidak|harap jangan|belum untuk|tidak)(?: (?:dulu|dahulu|untuk|boleh))*? ?(?:di|mem|me)?(?:publikasi~|terbit~|siar~|nyiar~|sebar~|nyebar~|muat|rilis|edar~|tayang~|umumkan|pakai sebelum|gunakan sebelum)|(?:publikasi|penyiaran|penyebaran) (?:dilarang|tidak diizinkan)|tidak untuk (?:publikasi|disiarkan|umum)',
  embargoed:
    'diembargo|dalam embargo|di bawah embargo|embargo (?:hingga|sampai|sd|berakhir|berlaku|berita|media|sebelum)|embargo hingga',
  embargo: 'embargo',
  release:
    '(?:untuk |waktu |tanggal |jadwal )(?:publikasi|rilis|tayang|siar|terbit|disiarkan|penayangan|penerbitan)(?: (?:pada|setelah|mulai))?|(?:boleh|dapat) (?:dipublikasikan|disiarkan|dimuat|ditayangkan|terbit) (?:setelah|mulai|pada)|(?:terbit|tayang|siar|rilis) (?:setelah|mulai|pada)|tidak sebelum|paling cepat',
  held: '(?:hanya |khusus )?untuk (?:penggunaan |keperluan |kalangan )?(?:internal|terbatas|kalangan sendiri|intern)(?: saja)?|tahan (?:hingga|sampai|dulu|berita)|menunggu (?:persetujuan|konfirmasi)|belum (?:disetujui|final|diedit|disunting)|(?:berita|naskah|artikel) (?:dibatalkan|ditarik|dicabut)|(?:batalkan|tarik|cabut) (?:berita|naskah|artikel)(?: ini)?|pembatalan berita|ralat pencabutan|(?:draf|draft|naskah) (?:awal|jangan|belum|pertama)|ini (?:adalah )?(?:draf|draft)|jangan (?:dipakai|digunakan)',
  label: 'draf',
  mark: 'konsep|dibatalkan|ditarik|dicabut|ditahan|rahasia|internal|dokumen internal|rahasia(?: hingga| sampai)?|konfidensial|ditahan (?:hingga|sampai)|larangan (?:publikasi|siar)',
  until: 'sebelum|hingga|sampai|tanpa|setelah|mulai|sd|kecuali',
  self: '(?:berita|naskah|artikel|siaran pers|informasi|materi|dokumen|rilis|tulisan|konten|isi) (?:ini|tersebut)',
  around:
    'perhatian|penting|catatan|mohon|harap|tolong|redaksi|redaktur|editor|wartawan|jurnalis|media|pers|siaran pers|rilis|berita|naskah|artikel|informasi|teks|publikasi|ketat|yang|untuk|di|ke|pada|dari|dan|atau|ini|pukul|jam|wib|wita|wit|waktu|setempat|jakarta|tanggal|hari|besok|hari ini|pagi|siang|sore|malam|tengah malam|minggu|depan|pemberitahuan|lebih lanjut|lanjut|lebih|kepada|tidak',
  ended: 'dicabut|berakhir|selesai',
  none: 'tanpa embargo|untuk segera dipublikasikan|segera disiarkan|untuk disiarkan segera|publikasi segera',
  topic: 'embargo (?:senjata|minyak|dagang|perdagangan|ekonomi)',
};

const VIETNAMESE: Partial<HoldWords> = {
  forbid:
    '(?:không|cấm|đừng|chưa|vui lòng không|xin không|đề nghị không|không được|chưa được|không được phép|xin đừng)(?: (?:được|phép|để))*? ?(?:đăng|đăng tải|đăng phát|công bố|phát hành|phổ biến|xuất bản|phát sóng|đưa tin|tiết lộ|phát tán|chia sẻ|sử dụng trước|lưu hành)(?: (?:hoặc|hay|và) (?:đăng|công bố|phát sóng|phát hành))?|(?:nghiêm cấm|cấm) (?:đăng|công bố|phát hành)',
  embargoed:
    'tin cấm vận|embargo (?:đến|tới|cho đến)|cấm đăng~|thông tin cấm công bố|cấm công bố|lệnh cấm đăng|tin hạn chế công bố|bị cấm công bố',
  embargo: 'embargo|cấm vận thông tin',
  release:
    '(?:thời gian|thời điểm|ngày|giờ) (?:đăng|đăng tải|công bố|phát hành|được đăng|được công bố|phát sóng)|(?:chỉ )?(?:được )?(?:đăng|công bố|phát hành|phát sóng|đăng tải)(?: (?:sau|từ|vào))|không trước|để đăng (?:vào|sau)',
  held: '(?:chỉ )?(?:lưu hành|sử dụng|dùng|phục vụ) nội bộ|giữ (?:bài|tin)(?: (?:đến|tới|lại))?|(?:đang )?chờ (?:duyệt|phê duyệt|xác nhận)|chưa (?:duyệt|được duyệt|biên tập|hoàn thiện|chính thức)|(?:tin|bài)(?: này)? (?:bị |đã |được )?(?:hủy|huỷ|thu hồi|rút|gỡ)|(?:hủy|huỷ|thu hồi|rút|gỡ) (?:tin|bài)(?: này)?|không sử dụng|bản dự thảo tin',
  label: 'bản nháp|nháp',
  mark: 'hủy tin|thu hồi|tạm giữ|nội bộ|tài liệu nội bộ|tài liệu mật|tối mật|(?:bản|bài) nháp(?: (?:không|chưa))?',
  until: 'trước|cho đến|đến|tới|cho tới|sau|khi chưa|nếu|từ',
  self: '(?:tin|bài|thông cáo|nội dung|thông tin|tài liệu|bài viết|bản tin|thông cáo báo chí)(?: báo chí)? (?:này|dưới đây|sau đây)',
  around:
    'chú ý|lưu ý|quan trọng|vui lòng|xin|đề nghị|tòa soạn|ban biên tập|biên tập viên|phóng viên|nhà báo|báo chí|thông cáo báo chí|thông cáo|truyền thông|tin|bài|bài viết|thông tin|nội dung|đăng|công bố|phát hành|lúc|vào|giờ|ngày|tháng|năm|sáng|trưa|chiều|tối|nửa đêm|mai|ngày mai|hôm nay|thứ|tuần|tới|sau|hà nội|việt nam|địa phương|theo|và|hoặc|của|cho|được|khi|thông báo|mới|tuyệt đối|nghiêm ngặt|hai|ba|tư|năm|sáu|bảy|nhật|chủ|các|không',
  ended: 'hết hiệu lực|đã gỡ|kết thúc',
  none: 'phát hành ngay|đăng ngay|công bố ngay|không embargo',
  topic: 'cấm vận (?:vũ khí|dầu mỏ|thương mại)',
};

export const FINNISH_TO_VIETNAMESE: readonly Partial<HoldWords>[] = [
  FINNISH,
  TURKISH,
  HUNGARIAN,
  GREEK,
  INDONESIAN,
  VIETNAMESE,
];
