/** Small documents of each format, which the fuzzers damage. */
export const SEEDS: readonly Buffer[] = [
  '<rss version="2.0"><channel><title>F</title><item><title>One &amp; two</title><description>&lt;p&gt;Text <![CDATA[<b>x</b>]]></description><pubDate>Mon, 13 Apr 2026 09:30:00 GMT</pubDate></item><item><title>Two</title><link>https://example.com/2</link></item></channel></rss>',
  '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://example.com/"><entry><id>1</id><title type="html">A &lt;b&gt;</title><updated>2026-04-13T00:00:00Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>x <img src="a.png"/></p></div></content></entry></feed>',
  '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><item rdf:about="https://example.com/"><title>One</title></item></rdf:RDF>',
  '{"version":"https://jsonfeed.org/version/1.1","title":"F","items":[{"id":"1","title":"One","content_html":"<p>x</p>","tags":["a"]}]}',
  '[{"uri":"x:1","headlines":[{"role":"main","value":"One"}],"bodies":[{"contenttype":"text/html","value":"<p>x</p>"}],"versioncreated":"2026-04-13T00:00:00Z"}]',
  '{"id":"1","content_text":"One"}\n{"uri":"x","headlines":[{"value":"Two"}]}\n',
  '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>One</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"One"}</script></head><body><article><h1>One</h1><p>A paragraph, with commas, of a page.</p><picture><source srcset="a.webp 1x"><img data-src="a.jpg"></picture><iframe src="https://www.youtube.com/embed/abcdef"></iframe></article></body></html>',
  '<h1>One</h1><p>By Ada Lovelace</p><p>A <a href="https://example.com/?utm_source=x">link</a>, <b>bold</b>.</p><table><tr><td>1</td></tr></table><noscript><img src="n.jpg"></noscript>',
  '# One\n\nSome *text* with a [link](https://example.com/) and `code`.\n\n* a\n* b\n\n| a | b |\n|---|---|\n| 1 | 2 |\n',
  '<newsItem guid="x:1" version="2" xml:lang="en"><itemMeta><versionCreated>2026-04-13T00:00:00Z</versionCreated><pubStatus qcode="stat:usable"/></itemMeta><contentMeta><headline>One</headline></contentMeta><contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body><p>x</p></body></html></inlineXML></contentSet></newsItem>',
  '<nitf><head><docdata><doc-id id-string="1"/></docdata></head><body><body.head><hedline><hl1>One</hl1></hedline></body.head><body.content><p>x <em>y</em></p></body.content></body></nitf>',
  '橋梁繼續封閉\n\n市議會星期一表示，橋梁將繼續封閉，直至另行通知。\n記者：王小明\n',
  'The bridge stays closed\n\nBy Ada Lovelace\n\nThe council said on Monday that the bridge stays closed.\n',
].map((text) => Buffer.from(text));
