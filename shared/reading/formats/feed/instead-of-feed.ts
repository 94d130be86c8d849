import type { InputFormat } from '../../../domain/media-type.ts';
import { type Drafted, rejected } from '../../draft/draft.ts';
import type { DocumentForm } from '../../open/sniff.ts';

/** Formats that machines fetch: what a server says to a person in their place is no article. */
const FETCHED: readonly InputFormat[] = ['feed', 'xml', 'newsml', 'nitf'];

/** Characters of text from which on a page is an article by itself; Readability tries harder below as many. */
const ENOUGH = 500;

/** 404 Not Found, Error 502: a status of HTTP heads a page about it. */
const STATUS = /^(?:(?:http\s+)?error\s*:?\s*)?[45]\d\d\b/i;

/** A page that came in a feed's place, refused (XML_ROOT) unless an article stands out in it: by length or by its date. */
export function insteadOfFeed(drafted: Drafted, format: InputFormat, form: DocumentForm): Drafted {
  if (form !== 'page' || !FETCHED.includes(format) || !drafted.ok) return drafted;
  const { content, versioncreated } = drafted.draft;
  const characters = content.body.replace(/<[^<>]*>/g, '').trim().length;
  const isDated = content.firstcreated !== undefined || versioncreated !== undefined;
  const standsOut = (characters >= ENOUGH || isDated) && !STATUS.test(content.headline);
  return standsOut ? drafted : rejected('XML_ROOT', 'an HTML page in which no article stands out');
}
