import { type Drafted, type SourceDefaults, rejected } from './draft/draft.ts';
import { fromHtml } from './body/html.ts';
import { fromText } from './body/text.ts';
import { finish } from './finish/finish.ts';
import { signsOfElements } from './formats/element-signs.ts';
import { fromXmlFeed } from './formats/feed/xml-feed.ts';
import { fromJson, fromNdjson } from './formats/json.ts';
import { fromMarkdown } from './formats/markdown.ts';
import { fromNewsml } from './formats/newsml.ts';
import { fromNitf } from './formats/nitf.ts';
import { fromPage } from './formats/page/page.ts';
import { refuseServerPage } from './formats/page/server-page.ts';
import { refuseUnexpectedPage } from './formats/page/unexpected-page.ts';
import { withSigns } from './item/with-signs.ts';
import { type Opened, openDocument, type Submission } from './open/open-document.ts';

/**
 * Reads a submission, and returns one result for each of its articles: a draft, or a rejection with a code. If
 * nothing of the submission can be read, the result is a single rejection. The rejection of one article does not
 * affect the other articles of the submission.
 */
export function readSubmission(submission: Submission, defaults: SourceDefaults): Drafted[] {
  const opened = openDocument(submission);
  if (!opened.ok) return [opened];
  const drafted = readDocument(opened, defaults);
  const items = drafted.length > 0 ? drafted : [rejected('FEED_EMPTY', '')];
  return items.map((item) => finish(item, opened, defaults));
}

/** A fragment of HTML, and what its elements say about publication. */
const fromFragment = (html: string, defaults: SourceDefaults): Drafted =>
  withSigns(fromHtml(html, defaults), signsOfElements(html), defaults);

/** Calls the function that reads this kind of document and splits the document into articles. */
function readDocument(
  { document, format }: Extract<Opened, { ok: true }>,
  defaults: SourceDefaults,
): Drafted[] {
  switch (document.form) {
    case 'transmission':
      return [rejected('MEDIA_TYPE', document.kind)];
    case 'text':
      return [refuseServerPage(fromText(document.text, defaults), document.text)];
    case 'markdown':
      return [refuseServerPage(fromMarkdown(document.text, defaults), document.text)];
    case 'fragment':
      return [refuseServerPage(fromFragment(document.text, defaults), document.text)];
    case 'page': {
      const page = refuseUnexpectedPage(fromPage(document.text, defaults), format);
      return [refuseServerPage(page, document.text)];
    }
    case 'json':
      return fromJson(document.parsed, defaults);
    case 'ndjson':
      return fromNdjson(document.lines, defaults);
    case 'newsml':
    case 'newsml1':
      return fromNewsml(document.text, defaults);
    case 'nitf':
      return fromNitf(document.text, defaults);
    case 'feed':
    case 'xml':
      return fromXmlFeed(document.text, defaults);
  }
}
