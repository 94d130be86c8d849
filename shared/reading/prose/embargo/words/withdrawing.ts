import type { HoldWords } from './hold-words.ts';

/**
 * More phrases of all languages, by what a sender asks for: `forbid` not to use a text, `held` a text that waits for
 * approval or is withdrawn, `mark` and `around` the words of such sentences, `subject` what a notice calls the text.
 */
export const WITHDRAWING: readonly Partial<HoldWords>[] = [
  {
    forbid: `(?:do not|don't|dont|must not|please do not) (?:be )?(?:publish~|release~|use|used|run|post~|print~|broadcast~|distribute~|circulate~|tweet~|air|aired|upload~|syndicate~|redistribute~|transmit~|go live|put online|make public)(?:,? (?:publish|release|use|run|share|post|print|broadcast|distribute|circulate|tweet|air|upload|forward|or|and|nor|either|online|otherwise))*
      (?:not|never) (?:to be |for )(?:tweeted|shared|posted|forwarded|reproduced|syndicated|online use|web use|air|airing|sharing|posting)
      (?:strictly )?no (?:publication|broadcast|release|posting|sharing|use|distribution|coverage|reporting|tweets?|tweeting) (?:before|until|prior to|ahead of|till|without)`,
    held: `(?:please )?(?:remove|delete|pull|discard|disregard|scrap|take down|ignore|spike|kill) (?:this|the (?:above|following|previous|attached)) (?:story|article|item|release|press release|report|text|copy|dispatch|version)|hold (?:this |it |copy |this one )?(?:until|till|pending)|on hold (?:for|until|till|pending)|(?:awaiting|awaits|needs|requires|pending|subject to|waiting for|waiting on) (?:legal|lawyers?|final|editorial|editors?|client|management|desk|sign|a |the |our |your )*(?:approval|clearance|review|sign_off|signoff|go_ahead|green light|confirmation|okay|ok|check|checks|read|legalling|edit)`,
    mark: 'pulled|rescinded|voided|advance (?:copy|text)',
    release:
      '(?:adv|advance) (?:for )?(?:use|release|publication|papers)|(?:publication|broadcast|release|use|distribution|posting) (?:only|not) (?:before|after|once|until|when)|(?:publish|release|use|run|post) only (?:after|once|when|from)',
    around:
      'thereafter|and later|or later|papers?|newspapers?|editions?|weeklies|magazines?|supplements?|sundays|mondays|use|used|using|it|them|immediate|effect|void|null|null and void|remove|delete|systems?|archives?|websites?|sites?|any|all|platforms?|channels?|social media|post|share|tweet|publish|further|anything|before then|beforehand|repeat|repeats|urgently|at once|with immediate effect|instead|errors?|error|same|previous|earlier|versions?',
    subject: 'story|article|item|dispatch|press release|news release',
  },
  {
    forbid:
      '(?:nicht|keinesfalls|auf keinen fall|keineswegs)(?: (?:mehr|weiter|langer|vorher|vorab|fruher))? (?:veroffentlichen|verwenden|verwendet|nutzen|benutzen|senden|gesendet|drucken|posten|teilen|publizieren|publiziert|verbreiten|verbreitet|weitergeben|bringen|ubernehmen|online stellen|ausstrahlen|melden)|(?:darf|durfen|soll|sollte|sollen) (?:vorher |noch |so |bis dahin )?nicht (?:veroffentlicht|verwendet|gesendet|gedruckt|publiziert|verbreitet|gebracht|genutzt)(?: werden)?',
    release: '(?:veröffentlichung|verwendung|verbreitung|sendung|freigabe) (?:erst|nur) (?:nach|wenn|mit|ab)',
    held: '(?:bitte )?(?:löschen|entfernen|streichen|ignorieren) (?:sie )?(?:bitte )?(?:diese|diesen|dieses|die vorstehende|die obige) (?:meldung|artikel|beitrag|text|mitteilung|pressemitteilung)|(?:diese|diesen|dieses) (?:meldung|artikel|beitrag|text|mitteilung|pressemitteilung) (?:bitte )?(?:umgehend |sofort )?(?:löschen|entfernen|streichen|ignorieren|zurückhalten)|(?:bitte )?(?:zurückhalten|zurück_?halten|zurückgehalten|zurück_?stellen|liegen lassen)|(?:warten|wartet|wartend) auf (?:die )?(?:freigabe|genehmigung|zustimmung|bestätigung|abnahme|rückmeldung)|(?:freigabe|genehmigung|zustimmung|abnahme) (?:steht (?:noch )?aus|noch nicht erteilt|noch ausstehend|erforderlich|abwarten)|(?:meldung|text|beitrag|artikel|pressemitteilung) (?:ist |wird |wurde |hiermit )*(?:zurückgezogen|gesperrt|ungültig|hinfällig|zu streichen|zu löschen|gegenstandslos)',
    mark: 'ungültig|hinfällig|gegenstandslos|vorabmeldung|vorabexemplar|vorab_?information',
    around:
      'sonntagszeitung~|zeitung~|ausgabe~|sonntagsausgabe~|montagsausgabe~|wochenend~|danach|sofort|umgehend|unverzüglich|nicht mehr|mehr|weiter|daher|deshalb|fehler~|irrtum|irrtümlich|entfernen|vorher|vorab|medien|online|print|mez|mesz|posten|teilen|senden|noch|bereits|sie|ihn|es|man|bis|dann',
    subject: 'meldung|artikel|mitteilung|pressemitteilung',
  },
  {
    forbid:
      '(?:niet|nog niet|nooit)(?: (?:meer|eerder|vooraf|verder|te))* (?:gebruiken|gebruikt|publiceren|plaatsen|delen|verspreiden|uitzenden|overnemen|brengen|doorsturen)',
    held: '(?:graag |gelieve |aub |nog )?(?:even )?(?:vast_?houden|aan_?houden|achterhouden)|wacht(?:en|end)? op (?:de )?(?:goedkeuring|akkoord|toestemming|vrijgave|bevestiging)|(?:bericht|artikel|persbericht|tekst|verhaal) (?:is |wordt |werd |hierbij )*(?:ingetrokken|vervallen|geschrapt|teruggetrokken)',
    mark: 'geschrapt|vervallen|teruggetrokken|werkversie|concept versie',
    around:
      'zondagskranten|kranten|krant|zondagseditie|edities?|daarna|direct|onmiddellijk|per direct|niet meer|meer|verder|fout~|verwijderen|wij|u|vragen|hierbij|dit|deze',
    subject: 'artikel|persbericht',
  },
  {
    forbid:
      '(?:använd|brug|bruk|publicera|publiser|offentliggør|sprid|spred|del|dela|sänd|send|tryck|trykk|bring) (?:den |det |denne |denna |dette |detta |saken |artikel~ )?(?:inte|ikke|ej)|(?:inte|ikke|ej)(?: (?:længere|lenger|längre|mer))? (?:användas|brukes|bruges|anvendes|benyttes|publiceras|publiseres|offentliggøres|bringes|sendes|deles|delas|trykkes)',
    held: '(?:väntar|venter|afventer|avventer|inväntar) (?:på )?(?:godkännande|godkjenning|godkendelse|klartecken|klarsignal|bekräftelse|bekreftelse)|(?:artikeln|artikkelen|artiklen|saken|nyheten|nyheden|historien|meldingen|meddelelsen|texten|teksten) (?:är |er |har |blir |bliver |blitt |blevet |trukket |trekkes |trækkes |dras )*(?:tillbakadragen|tilbakekalt|tilbagekaldt|återkallad|trukket|trukket tilbake|trukket tilbage|tilbake|tilbage|tillbaka|makulert|annullert|annulleret)',
    mark: 'tillbakadragen|tilbagetrukket|tilbaketrukket|arbetsversion|arbeidsversjon|arbejdsversion|arbeidsutkast',
    around:
      'søndagsaviser~|søndagsavis~|söndagstidning~|tidning~|avis~|derefter|deretter|därefter|omedelbart|umiddelbart|omgående|straks|mer|den|det|fel|feil|fejl|slett|slet|radera|ta bort|ber|vi|om|at|att',
    subject: 'artikeln|artikkelen|artiklen|nyheten|nyheden|meldingen|meddelandet|meddelelsen|texten|teksten',
  },
  {
    forbid:
      'ne (?:plus |surtout )?(?:pas )?(?:publier|publiez|diffuser|diffusez|utiliser|utilisez|reprendre|reprenez|relayer|relayez|imprimer|poster|postez|exploiter|transférer)(?: (?:pas|plus))?',
    release: '(?:publication|diffusion|parution|utilisation) (?:uniquement|seulement|possible)',
    held: "(?:supprimez|retirez|ignorez|supprimer|retirer|annulez|veuillez supprimer|veuillez retirer) (?:cette |cet |ce )(?:dépêche|article|communiqué|texte|information)|(?:à |merci de |prière de )?(?:conserver|garder|retenir|mettre|laisser) (?:sous le coude|en attente|au frigo|sous embargo)|(?:attend|en attente|dans l'attente|sous réserve) (?:de |d'|du |de la |de l')?(?:validation|accord|approbation|feu vert|autorisation|relecture|confirmation)|(?:dépêche|article|information|communiqué|texte|papier) (?:est |a été |sera |doit être |désormais |ainsi )*(?:annulé~|retiré~|supprimé~|caduc|caduque|nul~)",
    mark: 'annulée et retirée|caduc|caduque|version de travail',
    around:
      "journaux|quotidiens|dimanche|éditions?|ensuite|immédiatement|sans délai|immédiat|effet|plus|erreur|désormais|utiliser|retirer|doit|doivent|être|nous|vous|demandons|avis|lui|elle|il|s'agit|qui|supports|sites?",
    subject: 'dépêche|article|communiqué|information|papier|texte',
  },
  {
    forbid:
      'no (?:debe |deben |se debe |puede |se puede |se podrá )?(?:ser )?(?:usar~|usarse|usad[ao]|utilizar~|utilizarse|utilizad[ao]|publicarse|difundirse|emitirse|divulgarse)',
    release: '(?:publicación|difusión|publicar|difundir) (?:sólo|solo|únicamente)',
    until: 'tras',
    held: '(?:favor de |por favor |ruego |rogamos )?(?:retener|retengan|reservar|guardar|esperar|esperen)(?= (?:hasta|esta|este|la|el)|$)|(?:espera|esperando|a la espera|en espera|pendiente|sujeto a) (?:de |del |a |la |el )*(?:aprobación|visto bueno|autorización|confirmación|validación|revisión|luz verde)|(?:noticia|nota|información|artículo|texto|despacho|comunicado) (?:queda |quedó |ha sido |fue |está |es |debe ser )*(?:anulad[ao]|retirad[ao]|cancelad[ao]|eliminad[ao]|sin efecto)',
    mark: 'sin efecto|cancelada?|suspendid[ao]|versión de trabajo',
    around:
      'periódicos|diarios|dominicales|ediciones|edición|después|inmediatamente|inmediato|de inmediato|efecto|más|error|debe|deben|retirarse|retirar|retiren|eliminar|eliminarse|usar|queda|quedan|ha|sido|fue|medios|y|e|les|que|posterior|ella|él|plataformas',
    subject: 'noticia|nota|información|artículo|texto|despacho|comunicado|teletipo',
  },
  {
    forbid:
      'non (?:deve |va |può |devono |vanno )?(?:essere )?(?:usat[ao]|usare|usatel[ao]|utilizz~|pubblicat~|diffus[ao]|diffond~|ripres[ao]|riprendere|trasmess[ao]|inoltrare|divulg~)',
    release: '(?:pubblicazione|diffusione|pubblicabile|diffondibile) (?:solo|soltanto|esclusivamente)',
    until: 'previa|previo',
    held: '(?:si prega di |da |per favore )?(?:trattenere|tenere in sospeso|tenere fermo|non rilasciare|sospendere)|(?:in attesa|attende|soggett[ao]|subordinat[ao]) (?:di|del|della|dell.|a|all.)? ?(?:approvazione|via libera|autorizzazione|conferma|ok|revisione|benestare)|(?:notizia|articolo|testo|lancio|comunicato|nota) (?:è |è stat[ao] |viene |va |deve essere |da )*(?:annullat[ao]|ritirat[ao]|cancellat[ao]|eliminat[ao]|considerarsi null[ao])',
    mark: 'cancellat[ao]|bozza di lavoro|null[ao]',
    around:
      'giornali|quotidiani|domenicali|edizion[ei]|domenica|successivamente|immediatamente|immediato|effetto|errore|deve|devono|essere|rimuovere|usarl[ao]|utilizzarl[ao]|più|viene|è|stata|stato|vi|preghiamo|chiediamo|e|ed',
    subject: 'notizia|articolo|testo|lancio|comunicato',
  },
  {
    forbid:
      'não (?:deve |devem |pode |podem |se deve )?(?:ser )?(?:usar|usad[ao]|utilizar|utilizad[ao]|utilizem|usem|publicad[ao]|divulgad[ao]|veicul~|reencaminhar)',
    release: '(?:publicação|divulgação|publicar|divulgar) (?:só|somente|apenas)',
    held: '(?:favor |por favor )?(?:reter|segurar|aguardar|aguardem|segurem)(?= (?:até|esta|este|a|o)|$)|(?:aguarda|aguardando|à espera|pendente|sujeito a) (?:de |da |do |a |o )*(?:aprovação|aval|autorização|confirmação|validação|revisão|liberação|luz verde)|(?:notícia|nota|matéria|artigo|texto|despacho|comunicado|reportagem) (?:foi |está |fica |é |deve ser |ficou )*(?:anulad[ao]|retirad[ao]|cancelad[ao]|eliminad[ao]|sem efeito|suspens[ao])',
    mark: 'sem efeito|suspens[ao]|versão de trabalho|cancelado',
    around:
      'jornais|domingo|dominicais|edições|edição|depois|imediatamente|imediato|efeito|mais|erro|deve|devem|remover|usar|fica|foi|sido|pedimos|e|ela|ele|veículos|ser',
    subject: 'notícia|nota|matéria|artigo|texto|despacho|comunicado|reportagem',
  },
  {
    forbid:
      '(?:не|нельзя|просьба не|просим не|прошу не|прохання не)(?: (?:подлежит|підлягає))? ?(?:использов~|використов~|размеща~|розміщ~|пересыл~|пересил~|цитиров~|цитув~|выпуск~|выдава~|использу~|використову~|публікуйте|поширюйте|показыв~|показув~)',
    release: '(?:публикация|публикации|публікація) (?:только|лише|тільки|возможна|разрешена|дозволена)',
    held: '(?:удалите|удалить|снимите|снять|видаліть|зніміть) (?:это |эту |этот |данный |данную |це |цю |цей )(?:сообщение|новость|материал|текст|статью|повідомлення|новину|матеріал)|(?:просьба |просим |прохання )?(?:придержать|попридержать|задержать|притримати|затримати)|(?:ждёт|ждет|ожидает|ожидается|чекає|очікує) (?:на )?(?:согласования|одобрения|подтверждения|утверждения|визы|погодження|схвалення|підтвердження|затвердження)|(?:новость|сообщение|материал|текст|статья|заметка|новина|повідомлення|матеріал|стаття) (?:был~? |была |было |є |була |було )?(?:отозван~|аннулирован~|отменен~|снят~|удален~|відкликан~|анульован~|скасован~|знят~|видален~)',
    mark: 'отозван~|аннулирован~|отменён~|відкликан~|анульован~|рабочий вариант|робочий варіант',
    around:
      'газет~|воскресн~|недільн~|выпуск~|немедленно|негайно|срочно|терміново|больше|більше|ошибк~|помилк~|его|ее|её|їх|його|её|была|было|был|удалите|видаліть|просим|вас|ваш~|отзывается|и',
    subject:
      'новость|сообщение|материал|текст|статья|заметка|новина|новину|повідомлення|матеріал|стаття|публикация',
  },
  {
    forbid:
      '(?:nie|ne|prosimy nie|proszę nie|prosíme ne)(?: (?:należy|wolno|wykorzystywać|może być|smí být|smí se))? ?(?:używać|używaj~|wykorzyst~|udostępnia~|przekazyw~|cytow~|powiela~|použív~|použit~|sdílet|sdílejte)|(?:nepoužív~|nesdíl~|nešiřte|nezveřejňujte|nepublikujte|nevydávejte|nevydávat|neotiskovat)',
    release: '(?:publikacja|publikować|zveřejnění|zveřejnit) (?:dopiero|tylko|wyłącznie|až|pouze|jen)',
    held: '(?:prosimy |proszę |prosíme )?(?:wstrzymać|wstrzymajcie|zatrzymać|przytrzymać|podržet|podržte|pozdržte|zadržte)(?: (?:publikację|zveřejnění))?|(?:czeka|oczekuje|czekamy|čeká|čeká se|čekáme) na (?:akceptację|zatwierdzenie|zgodę|autoryzację|potwierdzenie|schválení|souhlas|potvrzení|autorizaci)|(?:depesza|informacja|tekst|materiał|artykuł|wiadomość|komunikat|zpráva|text|článek|materiál) (?:został~? |jest |zostaje |byl~? |je |była |był )*(?:anulowan~|wycofan~|unieważnion~|zrušen~|stažen~|vzat~ zpět)',
    mark: 'wycofan~|anulowan~|unieważnion~|zrušen~|stažen~',
    label: 'wersja robocza|pracovní verze|pracovní návrh',
    around:
      'gazet~|niedzieln~|niedziel~|wydani~|vydání|nedělní~|noviny|novin|potem|natychmiast|pilne|okamžitě|ihned|více|błąd|omyl~|jej|go|ją|ji|ho|jí|została|został|byla|byl|było|usunąć|odstraňte|seč|selč|i|ani|prosíme|či',
    subject: 'depesza|tekst|materiał|artykuł|komunikat|zpráva|článek',
  },
  {
    forbid:
      '(?:älä|älkää|ei saa|ei pidä) (?:käyt~|jakaa|jakako|julkaise|julkaisko|lähettää|lähettäkö|levittäkö)',
    held: '(?:juttu|uutinen|tiedote|artikkeli|teksti) (?:on |oli |nyt )?(?:vedetty pois|vedetty takaisin|peruttu|poistettu|mitätöity|perutaan|vedetään pois)|(?:odottaa|odotetaan|odotamme) (?:hyväksyn~|vahvistus~|lupa~|kuittau~)|(?:pidättäkää|pitäkää|pidä)(?= )',
    mark: 'vedetty takaisin|poistettu',
    around:
      'sanomaleh~|sunnuntaileh~|sunnuntain|lehdet|lehtiin|sitä|sen|heti|virhe~|enää|poistakaa|jälkeen|ei',
    subject: 'juttu|uutinen|tiedote|artikkeli',
  },
  {
    forbid:
      '(?:yayımlanmama|yayınlanmama|kullanılmama|paylaşılmama|dağıtılmama|yayımlama|yayınlama|kullanma|paylaşma|dağıtma|basma)(?:lı|lıdır|sı|sın|yın|yınız|yalım|sını|sı gerekir|sı rica olunur)~?|(?:kullanılamaz|paylaşılamaz|dağıtılamaz|basılamaz|duyurulamaz|kullanılmasın|paylaşılmasın|kullanılmaz)',
    held: '(?:haber|bu haber|metin|bülten|yazı) (?:geri çekil~|geri alın~|iptal edil~|kaldırıl~|yayından kaldır~|geçersiz~)|(?:onay|izin|teyit|hukuk onayı) (?:bekleniyor|bekliyor|beklemede|bekleyen)|(?:lütfen )?bekletin|(?:hukuk )?onayı(?:na)? (?:bekleniyor|bekliyor|tabi~)',
    mark: 'geçersiz~|kaldırıldı|çalışma taslağı',
    until:
      'bitmeden|olmadan|başlamadan|açıklanmadan|verilmeden|gelmeden|alınmadan|onaylanmadan|yapılmadan|tamamlanmadan|ermeden|edilmeden|bitene|bitinceye|sonrasına|sonrasında',
    around: 'gazete~|pazar|sayı~|hemen|derhal|acil|hata~|yanlış~|kullan~|kaldır~|onu|bunu|artık|daha|yeni',
    subject: 'haber|metin|bülten',
  },
  {
    forbid:
      '(?:nem|ne|kérjük ne)(?: szabad)? ?(?:használ~|használják|használható~|közöljék|adják tovább|tegyék közzé|osszák meg)|(?:μην|μη|να μην|δεν πρέπει να)(?: το)? ?(?:χρησιμοποι~|δημοσιε~|μοιρα~|προωθ~)',
    held: 'jóváhagyásra (?:vár~)|(?:a )?(?:hír|cikk|közlemény) (?:visszavon~|törölve|érvénytelen)|αναμένεται (?:έγκριση|επιβεβαίωση)|σε αναμονή (?:έγκρισης|επιβεβαίωσης)|(?:είδηση|κείμενο|δελτίο) (?:ακυρώθηκε|αποσύρθηκε|αποσύρεται)|αποσύρεται (?:η είδηση|το κείμενο|το δελτίο)',
    mark: 'visszavonva|érvénytelen|αποσύρεται|ακυρώθηκε|άκυρο',
    around: 'azonnal|vasárnapi|lapok|újságok|εφημερίδες|κυριακάτικες|άμεσα|λάθος|hiba|τον|την|αυτή|αυτό',
    subject: 'hír|cikk|közlemény|είδηση|δελτίο',
  },
  {
    forbid:
      '(?:jangan|dilarang|tidak boleh|mohon tidak|mohon jangan|harap tidak|harap jangan|tidak untuk|belum boleh|agar tidak|tidak) (?:di)?(?:gunakan|pakai|sebarkan|sebar|bagikan|kutip|muat|unggah|teruskan|publikasikan|siarkan|terbitkan|tayangkan)|(?:đừng|xin đừng|vui lòng không|đề nghị không|xin không) (?:dùng|sử dụng|chia sẻ|phát tán|phát|đăng lại|chuyển tiếp|trích dẫn)',
    held: '(?:berita|naskah|artikel|siaran pers|rilis|tulisan)(?: (?:ini|tersebut))? (?:telah |sudah |resmi |kami )*(?:ditarik|ditarik kembali|dibatalkan|dicabut|dinyatakan batal)|(?:menunggu|masih menunggu) (?:persetujuan|izin|konfirmasi|lampu hijau|review)|(?:mohon |harap )?(?:tahan|ditahan|simpan)(?= (?:dulu|hingga|sampai|berita|sebelum))|(?:bài|tin|bài viết|bản tin|thông cáo)(?: này| trên)? (?:đã |đã bị |bị |được |nay )*(?:hủy|huỷ|rút|rút lại|thu hồi|gỡ|gỡ bỏ|hủy bỏ)|(?:đang |còn )?chờ (?:phê duyệt|duyệt|xác nhận|ý kiến|pháp chế|chấp thuận)|(?:tạm )?giữ (?:lại|bài|tin)|(?:đang |còn )?chờ (?:bộ phận |phòng |ban )?(?:pháp lý|pháp chế|lãnh đạo|giám đốc|tổng biên tập|tòa soạn)(?: (?:phê )?duyệt| cho ý kiến| xác nhận| đồng ý)?',
    mark: 'ditarik kembali|batal|rút lại|gỡ bỏ|hủy bỏ',
    around:
      'koran|edisi|minggu|segera|kesalahan|lagi|kembali|telah|sudah|dan|karena|hapus|mohon|báo|chủ nhật|số|ngay|ngay lập tức|lỗi|bị|này|đã|nay|lại|bỏ|xoá|xóa|không|đừng',
    subject: 'berita|naskah|artikel|bài viết|bản tin|thông cáo',
  },
  {
    forbid:
      '(?:يرجى عدم|نرجو عدم|الرجاء عدم|برجاء عدم|يمنع|ممنوع|يحظر|وعدم|ويرجى عدم|لا يجوز) (?:ال)?(?:استخدام~|استعمال~|نقله|نقلها|مشاركته|تداوله|تداولها|نشرها|نشره|بثها|بثه)|لا (?:تستخدموه|تستخدموها|تنشروه|تنشروها|تستعملوه)|(?:استفاده|منتشر|بازنشر|به اشتراك گذاری) (?:نكنيد|نکنید|نشود|نفرمایید|ممنوع)|(?:לא|אין|אסור|נא לא|נא שלא) ?(?:ל|ה)?(?:להשתמש|השתמש|שימוש|לשתף|להעביר|לצטט|להדפיס|לעשות שימוש|להשתמש בה|להשתמש בו|לפרסמה|לפרסמו)',
    held: '(?:تم|جرى|قد) (?:سحب|الغاء|حذف|ابطال) (?:هذا |هذه )?(?:ال)?(?:خبر|مادة|تقرير|بيان|نص|مقال|قصة)|(?:سحب|الغاء|حذف) (?:هذا|هذه) (?:ال)?(?:خبر|مادة|تقرير|بيان|نص|مقال|قصة)|(?:بانتظار|في انتظار|رهن|ينتظر) (?:ال)?(?:موافقة|الموافقة|مراجعة|تاكيد|اعتماد|اذن|اجازة)|(?:این )?(?:خبر|مطلب|گزارش) (?:پس گرفته|لغو|حذف|ابطال) ?(?:شد|شده|می شود|گردید)?|در انتظار (?:تایید|تاييد|مجوز|موافقت)|(?:ה)?(?:ידיעה|כתבה|הודעה|כתבה זו|ידיעה זו) (?:בוטלה|הוסרה|נמשכה|נגנזה|מבוטלת|מושהית)|(?:ממתין|ממתינה|בהמתנה|מחכה) ל(?:אישור|אישורו|אישורה|יועץ|ייעוץ)|נא להמתין',
    mark: 'سحب|سحبت|ابطال|لاغ|لاغیة|لاغية|ملغاة|ابطال شد|נגנזה|בוטלה|הוסרה|מבוטלת',
    around:
      'الاحد|صحف|الصحف|فورا|حالا|خطا|ويرجى|و يرجى|عنه|عنها|نهائيا|تعديله|حذفه|وحذفه|شكرا|فوري|اشتباه|فورا|روزنامه ها|بها|بعيتوني|עיתוני|שבת|מיד|מיידי|לאלתר|טעות|בה|בו|אותה|יותר|למחוק|נא|ב',
    subject: 'الخبر|المادة|التقرير|البيان|النص|المقال|خبر|مطلب|הידיעה|הכתבה|ההודעה',
  },
  {
    forbid:
      '(?:इस्तेमाल|उपयोग|प्रयोग|साझा|शेयर|प्रकाशन|प्रसारण|पोस्ट|फॉरवर्ड) (?:न करें|ना करें|नहीं करें|न किया जाए|नहीं किया जाए|मत करें|न करे|न किया जाये|वर्जित|मना)',
    held: '(?:खबर|समाचार|रिपोर्ट|लेख|विज्ञप्ति|यह खबर|यह समाचार) (?:वापस ली|वापस ले ली|वापस|रद्द|निरस्त|हटा दी)(?: (?:गई|गया|जाती|है|की))*|(?:मंजूरी|स्वीकृति|अनुमति|पुष्टि|अनुमोदन) (?:की प्रतीक्षा|का इंतजार|बाकी|लंबित)|(?:रोक कर|रोककर|रोके) (?:रखें|रखिए)',
    mark: 'वापस|निरस्त',
    around: 'अखबार~|रविवार~|तुरंत|तत्काल|गलती|त्रुटि|इसका|इसकी|इसे|ली|गई|गया|जाती|है|हैं|ले|कर|दी|रखें|हटाएं',
    subject: 'खबर|समाचार|रिपोर्ट|विज्ञप्ति',
  },
  {
    forbid:
      '(?:请|請|敬请|敬請|切|暂|暫)?(?:勿|不要|不得|不可|禁止|严禁|嚴禁|谢绝|謝絕|停止)(?:再|继续|繼續|提前|擅自|对外|對外)?(?:使用|采用|採用|引用|转载|轉載|外传|外傳|外泄|外洩|分享|扩散|擴散|推送|上线|上線|上传|上傳|播报|播報|签发|簽發|刊用|流传|流傳)|(?:公開|配信|掲載|報道|放送|使用|利用|転載|引用|発表|公表|投稿|共有|拡散|出稿)(?:は|を)?(?:し|なさら|行わ|せ)(?:ないこと|ないで|ぬこと|ないよう|ず|ないでください)|(?:使わ|使用し|利用し|載せ|出さ|流さ)(?:ないこと|ないで|ぬよう|ないよう)(?:ください|下さい|お願いします)?|(?:公開|配信|掲載|報道|放送|使用)(?:は)?(?:お待ちください|待った|ストップ|見合わせ|待て|不可)|(?:사용|보도|게재|공개|배포|방송|공유|전재|인용|유포)_?(?:하지_?(?:마|말|않)|금지|불가|중단|말_?것)[가-힣]*',
    embargoed: '禁发期(?:内|间|間)?|禁發期(?:内|內|间|間)?|禁刊期|禁報期|保密期|静默期|靜默期',
    held: '(?:此|本|该|該)(?:稿|稿件|新闻|新聞|消息|报道|報道|報導|文)(?:已|现已|現已|业已|業已|即日|现|現)?(?:被|予以|经)?(?:撤回|撤销|撤銷|作废|作廢|取消|收回|撤稿|删除|刪除|停用)|(?:等待|等候|静候|靜候|尚待|有待|待)(?:法务|法務|法律|主编|主編|总编|總編|领导|領導|客户|客戶|部门|部門|上级|上級|审核|審核)*(?:批准|审核|審核|确认|確認|同意|审批|審批|签发|簽發|定稿)|(?:请|請)?(?:立即|尽快|盡快)?(?:删除|刪除|撤下|撤回|停用)(?:此|本|该|該)(?:稿|稿件|新闻|新聞|消息|报道|報道|報導|文)|(?:この|本|当該)(?:記事|原稿|リリース)(?:を|は)(?:削除|破棄|取り下げ|差し止め)(?:し|て|ください|下さい|願います|お願いします)*|(?:请|請)?(?:先)?(?:扣住|压住|壓住|留住|按住|暂存|暫存|暂留|暫留|保留)(?:不发|不發|此稿|本稿)?(?=.{0,12}(?:直到|直至|待|等|至))|(?:法務|法務部|編集長|上長|広報|先方|クライアント|当局|弁護士)?(?:の)?(?:確認|承認|許可|了承|校閲|決裁|チェック)(?:待ち|中|前|が済むまで|が取れるまで|が出るまで|後に)|保留(?:中|扱い|します|してください|とします|願います|をお願いします)?|(?:本|この|当)(?:記事|原稿|リリース|配信)は(?:取り消|撤回|取消|差し止め|無効)(?:し|します|いたします|となり)?|(?:법무|법무팀|데스크|편집장|부장|대표|홍보팀)?_?(?:확인|승인|검토|허가|결재)_?(?:대기_?중?|중|전|후_?(?:보도|공개|배포))|(?:이|본|해당)_?(?:기사|자료|보도자료)(?:는|은|를|을)?_?(?:철회|취소|삭제|폐기|무효)[가-힣]*',
    until: '시_?까지|시점까지',
    around:
      '内|內|日报|日報|报纸|報紙|周日版|星期日|马上|馬上|立刻|立即|错误|錯誤|再|继续|繼續|它|并|並|已|被|此后|此後|日曜版|日曜紙|新聞|直ちに|至急|速やかに|誤り|誤配信|以後|中|こと|お待ち|일요판|일요일자|즉시|오류|삭제|하여|주시|이미|더_?이상|해_?주|십시오',
  },
];
