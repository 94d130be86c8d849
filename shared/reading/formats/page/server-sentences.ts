/** Sentences and markup of error pages and of pages that ask the reader for something first. */

/** Sentences that stand on no other page. */
const CERTAIN = String.raw`
(?:the |this )?(?:requested )?(?:page|url|resource|file|document|article|link)s?,? (?:that )?(?:you(?:[’']re| are)? (?:look(?:ing|ed)?|search(?:ing|ed)?|requested|asked|tried|attempting|trying)[^.!?]{0,40}|/\S{0,200} )?(?:was not found|were not found|could not be found|cannot be found|can[’']?t be found|couldn[’']?t be found|does not exist|doesn[’']?t exist|is not here|is not available|isn[’']?t available|is no longer available|has been (?:moved|removed|deleted)|may have been (?:moved|removed|deleted)|might have been (?:moved|removed|deleted)|no longer exists)
|(?:we|i) (?:can[’']?t|cannot|could ?n[o’']t|couldn[’']?t|are unable to|were unable to) (?:seem to )?find (?:the|that|this) (?:page|article|content|url)
|you (?:don[’']?t|do not) have (?:permission|access|authori[sz]ation) to (?:access|view|open)|your (?:request|access|ip)(?: address)? (?:has been|was|is) (?:blocked|denied|refused)|access to this (?:page|resource|site|server) (?:has been |is |was )?(?:denied|forbidden|restricted|blocked)|you have been blocked
|the server (?:encountered|is temporarily|was unable|returned|cannot|could not|is unable|did not)[^.!?]{0,80}|the server is not (?:there|available|responding)|internal server error|bad gateway|upstream (?:connect|server|request)[^.!?]{0,40}|gateway time-?out
|(?:please )?(?:enable|turn on|activate|allow) (?:javascript|cookies)(?: and (?:cookies|javascript))?[^.!?]{0,30}(?:to continue|to run|to view|to use|in your browser|to proceed|and then)|(?:you need to|please) enable javascript|requires javascript|javascript is (?:required|disabled)|(?:verify|confirm|prove|make sure) (?:that )?you(?:[’']re| are) (?:a )?(?:human|not a (?:ro)?bot)|ray id|cloudflare[^.!?]{0,60}(?:security|protect)|needs to review the security of your connection|complete the (?:captcha|security check)
|die (?:von ihnen )?(?:angeforderte|gesuchte|aufgerufene)n? (?:seite|datei|url)[^.!?]{0,40}(?:nicht|existiert)|sie haben keine (?:berechtigung|zugriffsrechte)
|la page (?:que vous (?:recherchez|demandez|cherchez)|demandée|recherchée)[^.!?]{0,40}(?:existe|trouv|disponible)|vous n[’']avez pas (?:l[’']autorisation|accès|la permission)
|la página (?:que (?:buscas?|est[aá]s? buscando|busca|solicitó|solicita)|solicitada)[^.!?]{0,40}(?:no|exist)
|a página (?:que (?:você|procura)[^.!?]{0,20}|solicitada|procurada)[^.!?]{0,40}(?:não|existe)|la pagina (?:che (?:cerchi|stai cercando)|richiesta|cercata)[^.!?]{0,40}(?:non|esiste)|de (?:opgevraagde|gevraagde) pagina[^.!?]{0,40}(?:niet|bestaat)
|(?:запрашиваем|запрошенн)[а-яё]{1,4} (?:вами )?страниц[^.!?]{0,60}
|(?:您|你)(?:所)?(?:訪問|访问|要找|查找|請求|请求|瀏覽|浏览|尋找|寻找)的?(?:頁面|页面|網頁|网页|內容|内容|文章)[^。！？]{0,20}(?:不存在|找不到|已|刪除|删除)
|お探しのページ[^。]{0,30}(?:見つかり|存在|削除|移動)|(?:ご指定の|指定された)(?:ページ|URL)[^。]{0,20}(?:見つかり|存在)|(?:요청하신|찾으시는) 페이지[^.]{0,30}|(?:الصفحة التي (?:تبحث|طلبت)[^.]{0,40})`;

/** Sentences that a story, a notice or an advertisement may have as well. */
const POSSIBLE = String.raw`
(?:go|return|take me|get) back to (?:the )?(?:home ?page|start ?page|front page|home)|(?:back|return) to (?:the )?(?:home ?page|start ?page)
|additionally, a \d{3} [^.!?]{1,60}
|checking (?:if the site connection is secure|your browser)[^.!?]{0,60}|unusual (?:traffic|activity)|this process is automatic
|(?:log|sign) in to (?:continue|read|view|access|your)[^.!?]{0,30}|(?:forgot|reset) (?:your )?password|(?:don[’']?t|do not) have an account|subscribe (?:now )?to (?:continue|read|keep reading)|already a (?:subscriber|member)|(?:username|e-?mail(?: address)?) (?:and|or) password
|we (?:and our (?:\d{1,5} )?partners )?(?:use|store|value)[^.!?]{0,40}(?:cookies|your privacy)|(?:accept|reject|manage) (?:all )?cookies|by (?:clicking|continuing|using)[^.!?]{0,60}(?:cookies|consent|agree)|your (?:privacy|consent) (?:choices|preferences|settings)
|(?:we(?:[’']re| are)|site is|website is|page is|portal is) (?:currently |temporarily )?(?:down for|undergoing|under|performing)[^.!?]{0,20} maintenance|(?:we[’']?ll|we will) be back (?:soon|shortly|online|up)|(?:please )?(?:try|check) (?:again|back) (?:later|soon|shortly|in a (?:few|moment))|briefly unavailable
|zur (?:startseite|homepage)|bitte (?:melden sie sich an|aktivieren sie|versuchen sie es später)|wir verwenden cookies|wartungsarbeiten
|(?:retour|retourner|revenir) à (?:la page d[’'])?accueil|nous utilisons des cookies|veuillez (?:réessayer|activer|vous connecter)
|volver (?:al inicio|a la página)|no tiene[s]? (?:permiso|acceso)|utilizamos cookies|vuelva a intentarlo|int[eé]ntelo (?:de nuevo|más tarde)
|voltar (?:para|à|ao) (?:a )?(?:página|início)|torna alla (?:home|pagina)|terug naar (?:de )?(?:startpagina|homepage)
|вернуться на главную|у вас нет (?:прав|доступа)|попробуйте (?:позже|ещё раз)|мы используем (?:файлы )?cookie
|返回(?:首頁|首页|主頁|主页)|請稍(?:後|候)(?:再試|重試)?|请稍(?:后|候)(?:再试|重试)?|(?:正在)?(?:檢查|检查)(?:您|你)的(?:瀏覽器|浏览器)|請(?:先)?登[入錄]|请(?:先)?登[录陆]
|トップ(?:ページ)?(?:へ|に)戻る|アクセス(?:権|する権限)[^。]{0,10}(?:ありません)|홈으로 (?:돌아가기|이동)|العودة إلى (?:الصفحة )?الرئيسية`;

const oneOf = (patterns: string): string => patterns.replace(/\s*\n\s*/g, '');

export const CERTAIN_SENTENCE = new RegExp(oneOf(CERTAIN), 'iu');
export const SERVER_SENTENCE = new RegExp(`${oneOf(CERTAIN)}|${oneOf(POSSIBLE)}`, 'iu');

/** Words that name who said something. They stand in stories and not on error pages. */
export const ATTRIBUTION =
  /\b(?:said|says|told|according to|reported|announced|sagte|teilte|erklärte|zufolge|a (?:déclaré|annoncé|indiqué)|selon|dijo|según|anunció|afirmó|disse|segundo|ha detto|secondo|zei|volgens)\b|表示|指出|宣布|述べた|発表し|によると|밝혔|말했|따르면|сообщил|заявил|сказал|по словам|قال|أعلن/iu;

/** Markup of robot checks, logins and applications that show nothing without scripts. */
export const GATE_MARKUP =
  /cf[-_]chl|challenge-(?:form|platform|error)|cf-error-details|g-recaptcha|h-captcha|hcaptcha|_Incapsula_|px-captcha|datadome|type=["']?password|<meta[^>]{1,40}http-equiv=["']?refresh|id=["']?(?:root|app|__next)["']?>\s*<\/div>/i;

/** Whole answers of servers and proxies that are no page. */
export const SERVER_TEXT =
  /^(?:(?:error|http)[ :]{0,2})?(?:(?:[45]\d\d)[ :-]{0,3}(?:[a-z][a-z ’'-]{0,40})?|404 page not found|not found\.?|page not found\.?|forbidden\.?|unauthori[sz]ed\.?|bad (?:request|gateway)\.?|internal server error\.?|service (?:temporarily )?unavailable\.?|gateway time-?out\.?|access denied\.?(?:\s[^\n]{0,200})?|too many requests\.?|rate limit(?:ed| exceeded)[^\n]{0,100}|error code: \d{3,4}|cannot (?:get|post) \/\S{0,300}|no healthy upstream|upstream (?:connect error|request timeout)[^\n]{0,200}|default backend - 404|no such (?:key|app|bucket)[^\n]{0,100}|the page cannot be displayed[^\n]{0,200}|error establishing a database connection|moved permanently\.?[^\n]{0,100}|found\. redirecting to[^\n]{0,200}|please (?:log|sign) in[^\n]{0,60}|login required\.?|session expired\.?|(?:php )?(?:fatal error|warning|parse error|notice): [^\n]{1,300} in \S{1,300}(?: on line |:)\d+[^]{0,300}|traceback \(most recent call last\):[^]{0,400}|undefined|null|\[object object\])$/i;
