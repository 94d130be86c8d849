import { wellCased } from '../domain/language-tag.ts';
import { openDocument, type Submission } from './open/open-document.ts';
import { type Drafted, type SourceDefaults, rejected } from './draft/draft.ts';
import { insteadOfFeed } from './formats/feed/instead-of-feed.ts';
import { fromXmlFeed } from './formats/feed/xml-feed.ts';
import { fromHtml } from './body/html.ts';
import { fromJson, fromNdjson } from './formats/json.ts';
import { fromMarkdown } from './formats/markdown.ts';
import { fromNewsml } from './formats/newsml.ts';
import { fromNitf } from './formats/nitf.ts';
import { fromPage } from './formats/page/page.ts';
import type { DocumentForm } from './open/sniff.ts';
import { withStatedEmbargo } from './finish/stated-embargo.ts';
import { withSummary } from './finish/summarise.ts';
import { broken, shownBroken } from './open/broken.ts';
import { withinPartBounds } from './finish/part-bounds.ts';
import { fromText } from './body/text.ts';

export type { Submission };

/**
 * The articles in a submission, each cleaned or refused with a code. A submission that cannot be read at all is one
 * refusal; one bad article among several never costs the others.
 */
export function readSubmission(submission: Submission, defaults: SourceDefaults): Drafted[] {
  const opened = openDocument(submission);
  if (!opened.ok) return [opened];
  const drafted = READERS[opened.form](opened.text, defaults);
  return (drafted.length > 0 ? drafted : [rejected('FEED_EMPTY', '')]).map((item) =>
    whole(finished(insteadOfFeed(item, opened.format, opened.form), opened.notes), opened.encoding),
  );
}

/** One reader a form: each takes the decoded document apart into articles. */
const READERS: Record<DocumentForm, (text: string, defaults: SourceDefaults) => Drafted[]> = {
  text: (text, defaults) => [fromText(text, defaults)],
  fragment: (text, defaults) => [fromHtml(text, defaults)],
  json: fromJson,
  ndjson: fromNdjson,
  feed: fromXmlFeed,
  markdown: (text, defaults) => [fromMarkdown(text, defaults)],
  page: (text, defaults) => [fromPage(text, defaults)],
  newsml: fromNewsml,
  nitf: fromNitf,
  xml: fromXmlFeed,
};

function finished(read: Drafted, notes: readonly string[]): Drafted {
  const drafted = read.ok ? withStatedEmbargo(read.draft) : read;
  if (!drafted.ok) return drafted;
  const { content, ...draft } = withSummary(drafted.draft);
  const language = wellCased(content.language);
  const noted = { ...draft, content: { ...content, language }, notes: [...notes, ...draft.notes] };
  return { ok: true, draft: withinPartBounds(noted) };
}

/** Refuses what holds bytes that are no characters: nobody wants a � published. Items beside it are whole. */
function whole(drafted: Drafted, encoding: string): Drafted {
  const { declaredId = '' } = drafted.ok ? drafted.draft : drafted;
  const named = declaredId === '' || broken(declaredId) > 0 ? {} : { declaredId };
  if (!drafted.ok) {
    const { code, detail } = drafted.rejection;
    return { ...rejected(code, shownBroken(detail)), ...named };
  }
  const count = broken(JSON.stringify(drafted.draft));
  if (count === 0) return drafted;
  return {
    ...rejected('ENCODING_INVALID', `sequences of bytes in it that are not ${encoding}: ${count}`),
    ...named,
  };
}
