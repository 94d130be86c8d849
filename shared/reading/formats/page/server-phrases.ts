/**
 * What servers, proxies and websites write instead of an article. The titles are whole titles, without the name of the
 * site: a headline that goes on after one of them is that of a story. Phrases are parts of sentences.
 */

/** Reason phrases of HTTP (RFC 9110 section 15 and the IANA registry), and the titles of error pages. */
const ERROR_TITLES = `
(?:page |file |document |resource |article |content |site |object |the page |url )?(?:not|was not|could not be|cannot be|can't be) found(?: on this server)?
|(?:sorry|oops|uh[ -]?oh|whoops|error|ooops)[!,.…: -]{0,4}(?:(?:this|the|that) )?(?:page|something went wrong|an error occurred)?(?: (?:is |was )?(?:not|can[’']?t be|could ?n[o’']t be|cannot be) found| (?:does ?n[o’']t|does not) exist)?
|page (?:unavailable|missing|doesn[’']?t exist|does not exist|has (?:moved|been (?:moved|removed|deleted)))
|(?:this|the|that) page (?:isn[’']?t|is not|is no longer) available
|(?:bad request|unauthori[sz]ed|authori[sz]ation required|payment required|forbidden|method not allowed|not acceptable|proxy authentication required|request timeout|request time-out|conflict|gone|length required|precondition failed|payload too large|request entity too large|uri too long|unsupported media type|too many requests|unavailable for legal reasons)
|(?:internal server error|not implemented|bad gateway|service (?:temporarily )?unavailable|(?:the )?service is unavailable|gateway time-?out|http version not supported|web server is (?:down|returning an unknown error)|connection timed out|origin (?:is unreachable|dns error)|a timeout occurred|ssl handshake failed|invalid ssl certificate|temporarily unavailable)
|(?:access|permission|request) (?:denied|forbidden|blocked|rejected|restricted)|(?:you have been|you[’']re|sorry, you have been|this request has been|your (?:request|ip|access) (?:has been|was|is)) (?:blocked|denied|banned)
|(?:server|application|runtime|database|unexpected|fatal|unknown|general|http|system|internal) error(?: in .{1,40} application)?|error|an error (?:has )?occurred|something went wrong|we[’']?ll be right back|error establishing a database connection|database error|this site (?:can[’']?t be reached|is experiencing technical difficulties)
|default (?:web site )?page|welcome to nginx!?|apache2? (?:ubuntu |debian )?default page(?:: it works)?|it works!?|iis windows(?: server)?|index of /.{0,100}|test page for .{1,40}|domain (?:for sale|parked)|(?:this )?(?:account|domain) (?:has been )?suspended|site (?:not found|suspended|disabled)|coming soon|under construction|parked domain
|seite nicht (?:gefunden|verfügbar|vorhanden)|nicht gefunden|die(?:se)? (?:angeforderte )?seite (?:wurde nicht gefunden|existiert nicht)(?: mehr)?|zugriff (?:verweigert|nicht erlaubt)|fehler|interner serverfehler|dienst nicht verfügbar|server ?fehler|kein zugriff
|page (?:non trouvée|introuvable|inexistante)|(?:cette|la) page (?:n[’']existe pas|est introuvable|n[’']a pas été trouvée)|accès (?:refusé|interdit)|erreur(?: interne)?(?: du serveur)?|service (?:temporairement )?indisponible
|página no (?:encontrada|disponible|existe)|no encontrado|no se (?:ha encontrado|encontró|encuentra) la página|acceso (?:denegado|prohibido)|error (?:interno )?(?:del|de) servidor|servicio no disponible|la página (?:que buscas )?no existe
|página não (?:encontrada|existe|disponível)|não encontrad[oa]|acesso (?:negado|proibido)|erro(?: interno)?(?: do servidor)?|serviço indisponível
|pagina non (?:trovata|disponibile)|non trovat[oa]|accesso (?:negato|vietato)|errore(?: interno)?(?: del server)?|servizio non disponibile|la pagina non esiste
|pagina niet (?:gevonden|beschikbaar)|niet gevonden|toegang (?:geweigerd|verboden)|interne serverfout|fout
|страница не (?:найдена|существует)|не найден[оа]?|доступ (?:запрещ[её]н|закрыт|ограничен)|ошибка(?: сервера)?|внутренняя ошибка сервера|сервис (?:временно )?недоступен
|sidan (?:hittades inte|finns inte|kunde inte hittas)|siden (?:blev ikke fundet|findes ikke|finnes ikke)|sivua ei löytynyt|strona nie (?:została znaleziona|istnieje)|nie znaleziono(?: strony)?|odmowa dostępu|sayfa bulunamadı|erişim engellendi
|(?:您|你)?(?:要|所|想)?(?:找|訪問|访问|查找|瀏覽|浏览|請求|请求)?的?(?:頁面|页面|網頁|网页|文章|內容|内容|文件)(?:不存在|未找到|找不到|找不到了|無法顯示|无法显示|無法訪問|无法访问|已(?:被)?(?:刪除|删除|移除|下架)|走丟了|走丢了|丢失了?)(?:了|啦)?|(?:抱歉|對不起|对不起|很抱歉|非常抱歉)?[,，!！ ]{0,2}(?:找不到|無法找到|无法找到|未找到)(?:該|该|此|您(?:要|所)?(?:找|訪問|访问)?的)?(?:頁面|页面|網頁|网页|內容|内容|文章)|(?:訪問|访问|存取|權限|权限)(?:被)?(?:拒絕|拒绝|受限|不足)|(?:禁止|拒絕|拒绝)(?:訪問|访问|存取)|(?:服務器|服务器|伺服器)(?:內部|内部)?(?:錯誤|错误)|(?:系統|系统)?(?:出錯|出错|錯誤|错误)(?:了|提示)?
|ページが?(?:見つかりません|見つかりませんでした|存在しません)|お探しのページ(?:は|が)(?:見つかりません|見つかりませんでした|存在しません)(?:でした)?|アクセス(?:が)?(?:拒否|禁止|できません)(?:されました)?|サーバー?(?:内部)?エラー|エラー(?:が発生しました)?
|페이지를? 찾을 수 없(?:습니다|음)|(?:존재하지 않는|없는) 페이지(?:입니다)?|접근(?:이)? (?:거부|금지|제한)(?:되었습니다|됨)?|서버 (?:내부 )?오류|오류(?:가 발생했습니다)?
|(?:الصفحة|المحتوى) (?:غير موجودة?|غير متاحة?)|لم يتم العثور على الصفحة|تم رفض الوصول|الوصول مرفوض|خطأ(?: في الخادم)?|הדף לא נמצא|صفحه یافت نشد|ไม่พบหน้า(?:ที่ต้องการ)?|không tìm thấy trang|halaman tidak ditemukan|पृष्ठ नहीं मिला`;

/** Titles of pages that ask the reader for something first: a robot check, a login, consent, payment. */
const GATE_TITLES = `
just a moment(?:\\.{3}|…)?|attention required!?(?: ?\\| ?cloudflare)?|checking your browser.{0,60}|please wait(?:\\.{3}|…)?(?: ?\\| ?cloudflare)?|one moment,? please(?:\\.{3}|…)?|ddos[ -]guard|ddos protection by .{1,20}|security check(?: required)?|verif(?:y|ying) (?:that )?you are (?:a )?human.{0,40}|are you (?:a )?(?:robot|human)\\??|human verification|captcha|robot check|bot (?:verification|check)|pardon our interruption(?:\\.{3}|…)?|(?:please )?enable javascript.{0,60}|javascript (?:is )?(?:required|disabled).{0,30}|unsupported browser|browser not supported|your browser is (?:out of date|not supported)|(?:you are being )?redirect(?:ing|ed)(?: (?:you )?to .{0,10}https?:.{1,100})?(?:\\.{3}|…)?|loading(?:\\.{3}|…)?
|(?:please )?(?:log|sign)[ -]?(?:in|on)(?: (?:to (?:your|continue|read|access|view)|or (?:register|sign|create|subscribe)|with (?:google|facebook|apple|your)|required|page).{0,40})?|login(?: (?:page|required|form))?|user login|member login|subscribe(?: now)?(?: to (?:read|continue|keep reading|access|view|unlock).{0,40})?|(?:create|register) (?:an |your )?account|session (?:expired|timed out).{0,30}|authentication required|single sign-on|reset (?:your )?password
|(?:your |our |we value your |about your )?privacy(?: (?:choices|settings|matters|preferences))?|(?:cookie|consent) (?:consent|settings|preferences|notice|policy|wall)|before you continue(?: to .{1,40})?|(?:we )?(?:use|value) .{0,20}(?:cookies|your privacy)|consent|manage (?:consent|cookies)
|(?:(?:the |this |our )?(?:site|website|server|page|system|portal) )?(?:is )?(?:currently |temporarily )?(?:down for|under|undergoing) (?:scheduled |planned |site )?maintenance|(?:site |website |server |scheduled |planned |down for |under |temporarily down for |we(?:[’']re| are) (?:down for|undergoing|currently under) ?|undergoing )(?:scheduled |site |a bit of )?maintenance(?: mode)?|maintenance(?: mode| page| break| in progress)?|(?:we[’']?ll|we will) be (?:right )?back(?: (?:soon|shortly))?!?|be right back|briefly unavailable for scheduled maintenance.{0,60}
|einen (?:augenblick|moment) bitte.{0,20}|nur einen moment.{0,10}|sicherheits(?:überprüfung|prüfung)|anmelde[ns]?|anmeldung|einloggen|login erforderlich|wartungs(?:arbeiten|modus)|wegen wartungsarbeiten (?:nicht (?:verfügbar|erreichbar)|offline)|cookie-?einstellungen|datenschutz-?einstellungen|bitte aktivieren sie javascript.{0,40}
|un instant(?:\\.{3}|…)?(?: s[’']il vous plaît.{0,5})?|un momento(?:\\.{3}|…)?(?:,? por favor.{0,5})?|(?:site )?en maintenance|maintenance en cours|connexion|se connecter|s[’']identifier|identifiez-vous|vérification de sécurité|en mantenimiento|sitio en mantenimiento|mantenimiento(?: programado)?|iniciar sesión|inicio de sesión|acceder|comprobación de seguridad|(?:site )?em manutenção|entrar|iniciar sessão|fazer login|in manutenzione|sito in manutenzione|accedi|accesso|inloggen|aanmelden|onderhoud
|подождите(?:,? пожалуйста)?(?:\\.{3}|…)?|один момент.{0,10}|проверка (?:безопасности|браузера)|вход(?: в систему| на сайт)?|войти|авторизация|техническ(?:ие работы|ое обслуживание)(?: на сайте)?|сайт на обслуживании
|請稍候.{0,6}|请稍候.{0,6}|安全(?:驗證|验证|檢查|检查)|(?:人機|人机)(?:驗證|验证)|(?:會員|会员|用戶|用户|使用者|帳號|账号)?(?:登入|登錄|登录|登陆)(?:頁面|页面)?|(?:系統|系统|網站|网站|站点)?(?:正在)?(?:維護|维护)(?:中|公告)?|驗證碼|验证码
|しばらくお待ちください.{0,4}|(?:ただいま)?(?:サイト|システム)?(?:は)?(?:メンテナンス)(?:中|のお知らせ)?(?:です)?|(?:会員)?ログイン(?:ページ|画面)?|セキュリティ(?:チェック|確認)|잠시만 기다려 ?(?:주세요|주십시오).{0,4}|로그인|(?:서비스|시스템|사이트)? ?점검 ?중(?:입니다)?|보안 확인|لحظة من فضلك.{0,5}|تسجيل الدخول|(?:الموقع )?تحت الصيانة|صيانة`;

const oneOf = (patterns: string): string => patterns.replace(/\s*\n\s*/g, '');

/** A number of an HTTP status before or after the words: `404`, `Error 404:`, `HTTP 500 –`. */
const NUMBER = String.raw`(?:(?:http|https|error|errors|err|status|code|error code|http error|http status|fehler|erreur|errore?|erro|ошибка|fout|fel|hata|błąd|错误|錯誤|エラー|오류|에러|خطأ)[ :#-]{0,3}){0,3}[(\[]?[45]\d\d[)\]]?`;
const SEPARATOR = String.raw`[\s:：.,!！|｜–—·•_/-]{0,5}`;

/** A whole title that is an HTTP status with or without words, or the words of one. */
export const ERROR_TITLE = new RegExp(
  String.raw`^(?:${NUMBER}${SEPARATOR}(?:error|page|fehler|erreur|${oneOf(ERROR_TITLES)})?|(?:${oneOf(ERROR_TITLES)})${SEPARATOR}(?:${NUMBER})?)[\s.!?！。…(（)）:-]{0,6}$`,
  'iu',
);

export const GATE_TITLE = new RegExp(String.raw`^(?:${oneOf(GATE_TITLES)})[\s.!?！。…]{0,4}$`, 'iu');
