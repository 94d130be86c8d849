/** What XML documents of kinds that are not read are, by the local name of the root element in lower case. */
const KINDS: ReadonlyMap<string, string> = new Map([
  ['opml', 'OPML, a list of feeds'],
  ['urlset', 'a sitemap, a list of pages'],
  ['sitemapindex', 'an index of sitemaps'],
  ['error', 'an error message of a server'],
  ['fault', 'an error message of a server'],
  ['errors', 'an error message of a server'],
  ['listbucketresult', 'a list of files in a bucket'],
  ['multistatus', 'an answer of a WebDAV server'],
  ['envelope', 'a SOAP message'],
  ['methodresponse', 'an XML-RPC message'],
  ['methodcall', 'an XML-RPC message'],
  ['publication', 'APPL, AP’s XML; send NewsML-G2 with embedded NITF'],
  ['article', 'an article of a journal (JATS) or DocBook'],
  ['book', 'a book (DocBook)'],
  ['tei', 'TEI'],
  ['document', 'a document of a word processor or a CMS'],
  ['package', 'a part of an office document or a book'],
  ['workbook', 'a workbook of a spreadsheet'],
  ['worksheet', 'a sheet of a spreadsheet'],
  ['document-content', 'a part of an OpenDocument file'],
  ['svg', 'a picture (SVG)'],
  ['kml', 'places on a map (KML)'],
  ['gpx', 'places on a map (GPX)'],
  ['plist', 'a property list of Apple'],
  ['tt', 'subtitles (TTML)'],
  ['xliff', 'texts for translation (XLIFF)'],
  ['smil', 'SMIL'],
  ['math', 'a formula (MathML)'],
  ['schema', 'an XML Schema'],
  ['stylesheet', 'a style sheet (XSLT)'],
  ['transform', 'a style sheet (XSLT)'],
  ['project', 'a build file'],
  ['crossdomain-policy', 'a policy file'],
  ['service', 'an AtomPub service document'],
  ['categories', 'an AtomPub category document'],
  ['opensearchdescription', 'an OpenSearch description'],
  ['entitydescriptor', 'SAML metadata'],
  ['mediawiki', 'an export of a wiki'],
  ['osm', 'a map (OpenStreetMap)'],
]);

/** The detail of the rejection XML_ROOT: the root element, and what such a document is. `name` may have a prefix. */
export function rootDetail(name: string): string {
  const local = name.slice(name.indexOf(':') + 1).toLowerCase();
  const kind = KINDS.get(local);
  const detail = `the root element is ${name.slice(0, 60)}`;
  return kind === undefined ? detail : `${detail}: ${kind}`;
}
