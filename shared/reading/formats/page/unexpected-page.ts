import type { InputFormat } from '../../../domain/media-type.ts';
import { type Drafted, rejected } from '../../draft/draft.ts';

/**
 * Formats that programs fetch from servers. If an HTML page comes instead, it is usually an error message of the
 * server and not an article.
 */
const MACHINE_FORMATS: readonly InputFormat[] = ['feed', 'xml', 'newsml', 'nitf'];

/** A text with at least this many characters is taken for an article. Readability first tries the same limit. */
const MIN_ARTICLE_CHARACTERS = 500;

/** A headline that is an HTTP error status: `404 Not Found`, `Error 502`. */
const ERROR_STATUS = /^(?:(?:http\s+)?error\s*:?\s*)?[45]\d\d\b/i;

/**
 * Rejects an HTML page that was sent under the media type of a feed or news document (XML_ROOT), unless it is clearly
 * an article: its text is long enough or it has a date, and its headline is not an error status.
 */
export function refuseUnexpectedPage(drafted: Drafted, format: InputFormat): Drafted {
  if (!MACHINE_FORMATS.includes(format) || !drafted.ok) return drafted;
  const { content, versioncreated } = drafted.draft;
  const characters = content.body.replace(/<[^<>]*>/g, '').trim().length;
  const isDated = content.firstcreated !== undefined || versioncreated !== undefined;
  const isArticle = (characters >= MIN_ARTICLE_CHARACTERS || isDated) && !ERROR_STATUS.test(content.headline);
  return isArticle ? drafted : rejected('XML_ROOT', 'an HTML page in which no article was found');
}
