import { describe, expect, test } from 'vitest';
import { outcomes, read, readOne } from '../../drafted.ts';

const page = (title: string, body: string, head = ''): string =>
  `<!DOCTYPE html><html><head><title>${title}</title>${head}</head><body>${body}</body></html>`;
const same = (title: string, text: string): string => page(title, `<h1>${title}</h1><p>${text}</p>`);
const STORY =
  'The harbour master said that the ferry would sail again from Thursday, after five months in dock. ';

describe('what a website shows instead of an article', () => {
  test.each([
    page('403 Forbidden', '<center><h1>403 Forbidden</h1></center><hr><center>nginx</center>'),
    page('Error 503 Service Unavailable', '<h1>Error 503</h1><p>Service Unavailable</p>'),
    page('500', '<pre>Internal Server Error</pre>'),
    same('HTTP Status 404 – Not Found', 'The requested resource is not available.'),
    same('Page not found | The Example', 'Return to the homepage.'),
    same('Access Denied', "You don't have permission to access this page on this server."),
    page('The Example', '<h1>Oops! That page can’t be found.</h1><p>It looks like nothing was found.</p>'),
    page('The Example', '<h1>Sorry</h1><p>The page you are looking for has been removed.</p>'),
    page('Just a moment...', '<p>Enable JavaScript and cookies to continue</p>'),
    same('Attention Required! | Cloudflare', 'Sorry, you have been blocked. Ray ID: 7d.'),
    same('Verify you are human', 'Complete the security check to continue.'),
    page('Sign in', '<h1>Sign in</h1><form><input type="password"></form><p>Forgot your password?</p>'),
    same('Subscribe to read | The Example', 'Already a subscriber? Log in to continue reading.'),
    same('We value your privacy', 'We and our 812 partners use cookies. Accept all cookies.'),
    same('Site under maintenance', 'We’ll be back soon.'),
    page('Index of /news/', '<h1>Index of /news/</h1><pre><a href="../">../</a></pre>'),
    same('Welcome to nginx!', 'If you see this page, the web server is working.'),
    page('The Example', '<div id="root"></div><p>You need to enable JavaScript to run this app.</p>'),
    page('The Example', '<div id="app"></div>'),
    same('Seite nicht gefunden', 'Die angeforderte Seite existiert nicht.'),
    same('Wartungsarbeiten', 'Bitte versuchen Sie es später noch einmal.'),
    same('Page introuvable', 'La page que vous recherchez n’existe pas.'),
    same('Página no encontrada', 'La página que busca no existe.'),
    same('Página não encontrada', 'A página que você procura não existe.'),
    same('Pagina non trovata', 'La pagina richiesta non esiste.'),
    same('Pagina niet gevonden', 'De opgevraagde pagina bestaat niet.'),
    same('Страница не найдена', 'Вернуться на главную'),
    same('找不到網頁', '您要找的網頁不存在。'),
    same('页面不存在', '返回首页'),
    same('404 - ページが見つかりません', 'トップページへ戻る'),
    same('페이지를 찾을 수 없습니다', '홈으로 이동'),
    same('الصفحة غير موجودة', 'العودة إلى الرئيسية'),
  ])('is refused: %s', (html) => {
    expect(outcomes(read(html, 'text/html; charset=utf-8'))).toEqual(['PAGE_KIND']);
  });

  test.each([
    ['<center><h1>502 Bad Gateway</h1></center><hr><center>nginx</center>', 'text/html'],
    ['error code: 1020', 'text/html'],
    ['Cannot GET /stories/5', 'text/plain'],
    ['404 page not found\n', 'text/plain'],
    ['Service Unavailable', 'text/plain'],
    ['no healthy upstream', 'text/plain'],
    ['# 404 Not Found\n\nThe page you are looking for does not exist.', 'text/markdown'],
  ])('is refused without a page around it: %s', (text, type) => {
    expect(outcomes(read(text, type))).toEqual(['PAGE_KIND']);
  });

  test('is refused as before in the place of a feed', () => {
    expect(outcomes(read(same('404 Not Found', 'Not here.'), 'application/rss+xml'))).toEqual(['XML_ROOT']);
  });
});

describe('a page that may be a story', () => {
  test.each([
    same('404 Not Found', STORY.repeat(7)),
    same('Access denied', 'The minister said on Monday that the files stay closed.'),
    same('Conflict', 'Two councils argue over the bridge.'),
    same('Anmelden | Beispiel', 'Bitte melden Sie sich an.'),
    same('Boat trips', 'The trips are booked out. Please check back soon.'),
  ])('with the title of an error page waits for a person: %s', (html) => {
    const draft = readOne(html, 'text/html');
    expect(draft).toMatchObject({ pubstatus: 'withheld', doubt: { code: 'STATUS_UNKNOWN' } });
    expect(draft.doubt?.detail).toContain('may be no article: an error page');
  });

  test.each([
    same('404 Not Found: how a lost page became an art project', STORY.repeat(6)),
    same(
      'Why web pages say 404',
      'The number stands for a page that could not be found, the museum said on Monday.',
    ),
    same('Ferry sails again', 'The ferry sailed.'),
    same('403 people apply for the ferry job', 'The harbour counted them.'),
    same('500 attend opening of bridge', 'The council counted them.'),
    same('Bridge closed for maintenance', 'The bridge is closed until Friday. Drivers use the tunnel.'),
    same(
      'Bad Gateway errors hit thousands of sites',
      'Readers saw the message on Monday. The company said it was sorry.',
    ),
    same('New rules for cookies', 'Websites must ask before they use cookies, the ministry said.'),
    same('Forbidden fruit: apples return to market', 'The growers are pleased.'),
    same('Redirecting traffic on Mill Bridge', 'Drivers use the tunnel.'),
    same('Loading dock fire hurts two', 'The fire is out.'),
    same('Log in to the new tax portal from Monday', 'Citizens need their card.'),
    same('Wegen Wartungsarbeiten gesperrt: Brücke zu', 'Die Brücke öffnet am Freitag.'),
    same('Bridge closed', 'The bridge is under maintenance until Friday.'),
    same('Ferry out of service', 'The ferry will be back soon.'),
    same('Gone fishing', 'The mayor is away until Friday.'),
    same('How to log in to the new tax portal', 'Citizens log in with their card from Monday.'),
    same('Privacy law passes', 'Parliament passed the law on Monday evening.'),
    same('維護工程下周展開', '橋樑維護工程將於下周一展開。'),
    same('Fehler bei der Auszählung', 'Die Stadt zählt neu.'),
    page('A picture', '<article><h1>A picture</h1><img src="https://example.com/a.jpg" alt="x"></article>'),
    page('Members', `<h1>Members vote</h1><p>${STORY}</p><form><input type="password"></form>`),
  ])('about such a page, or with words of one, is published: %s', (html) => {
    expect(readOne(html, 'text/html; charset=utf-8').pubstatus).toBe('usable');
  });

  test.each([
    'Error in the count\n\nThe council corrected an error in the count on Monday.',
    'Warning: storm expected on Friday\n\nThe weather office warned of a storm.',
    'Notice: the library is closed',
    '500 attend opening of bridge\n\nThe council counted them.',
    'Boat trips\n\nThe trips are booked out. Please check back soon.',
    'Bridge closed\n\nThe site is under maintenance until Friday.',
    'Please sign in at the door\n\nVisitors of the town hall sign a book.',
  ])('in plain text is published: %j', (text) => {
    expect(readOne(text, 'text/plain').pubstatus).toBe('usable');
  });
});
