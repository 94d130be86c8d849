import { defined } from '../../draft/defined.ts';
import { type Drafted, rejected, type SourceDefaults, withNotes } from '../../draft/draft.ts';
import { draftOf } from '../../item/draft-of-item.ts';
import { signsIn } from '../../item/signs.ts';
import { type Enclosure, type UpstreamItem } from '../../item/upstream-item.ts';
import { escapedText } from '../../markup/serialise.ts';
import { markdownPart } from '../markdown.ts';
import { Members } from '../members.ts';

/** What the components of a document say. */
interface Parts {
  html: string[];
  title?: string;
  authors: string[];
  pictures: Enclosure[];
  /** Roles of components without a text that Wiredesk reads. */
  leftOut: Set<string>;
  /** Marks of Markdown in the components so far. */
  marks: number;
}

/**
 * An Apple News Format document (developer.apple.com/documentation/applenewsformat, `article.json`): the components
 * become the text, in their order.
 */
export function fromAppleNews(value: unknown, defaults: SourceDefaults): Drafted {
  const document = new Members(value);
  const metadata = document.inner('metadata');
  const parts: Parts = { html: [], authors: [], pictures: [], leftOut: new Set(), marks: 0 };
  collect(document.all('components'), parts, 0);
  const roles = [...parts.leftOut].slice(0, 8).join(', ').slice(0, 80);
  if (parts.html.length === 0) {
    const id = document.text('identifier');
    const refused = rejected('FIELD_MISSING', `Apple News without a text; components: ${roles}`);
    return { ...refused, ...(id !== undefined && { declaredId: id }) };
  }
  const title = document.text('title') ?? parts.title;
  const subtitle = document.text('subtitle') ?? metadata.text('excerpt');
  const authors = metadata.names('authors');
  const thumbnail = metadata.text('thumbnailURL') ?? '';
  const isWeb = /^https?:/i.test(thumbnail);
  const drafted = draftOf(
    defined<UpstreamItem>({
      id: document.text('identifier'),
      link: metadata.text('canonicalURL'),
      title: title === undefined ? undefined : { value: title, type: 'text' },
      summary: subtitle === undefined ? undefined : { value: subtitle, type: 'text' },
      content: { value: parts.html.join('\n'), type: 'html' },
      published: metadata.text('datePublished', 'dateCreated'),
      updated: metadata.text('dateModified'),
      authors: (parts.authors.length > 0 ? parts.authors : authors).map((byline) => ({ byline })),
      categories: metadata.names('keywords').map((name) => ({ name })),
      enclosures:
        isWeb && parts.pictures.length === 0 ? [{ href: thumbnail, type: 'image/*' }] : parts.pictures,
      language: document.text('language'),
      signs: [...signsIn(document.entries), ...signsIn(metadata.entries)],
    }),
    defaults,
  );
  return roles === '' ? drafted : withNotes(drafted, [`components of Apple News left out: ${roles}`]);
}

/** Roles of components that name the people of the article. */
const PEOPLE = /^(?:byline|author|illustrator|photographer)$/;
const PICTURES = /^(?:image|photo|figure|portrait|logo)$/;
const LISTS = /^(?:gallery|mosaic)$/;
/** Components inside components are at most this deep. */
const MAX_LEVELS = 12;

function collect(components: readonly Members[], parts: Parts, level: number): void {
  if (level > MAX_LEVELS) return;
  for (const component of components) {
    const role = component.text('role') ?? '';
    const html = component.text('html') ?? markupOf(component, parts);
    const inner = component.all('components');
    if (PEOPLE.test(role)) parts.authors.push(textOf(component.text('text')));
    else if (role === 'title') parts.title ??= textOf(component.text('text'));
    else if (PICTURES.test(role)) addPicture(component, parts);
    else if (LISTS.test(role)) component.all('items').forEach((item) => addPicture(item, parts));
    else if (html !== undefined) parts.html.push(asRole(role, html));
    else if (inner.length === 0 && role !== '' && !/^(?:divider|.*advertisement)$/.test(role))
      parts.leftOut.add(role);
    collect(inner, parts, level + 1);
  }
}

function asRole(role: string, html: string): string {
  const level = /^heading([1-6])?$/.exec(role);
  if (level !== null) return `<h${level[1] ?? '2'}>${inline(html)}</h${level[1] ?? '2'}>`;
  if (/^(?:pull)?quote$/.test(role)) return `<blockquote>${html}</blockquote>`;
  return html;
}

/** The text as HTML. `format` is `none`, `html` or `markdown`; paragraphs without HTML end with a line end. */
function markupOf(component: Members, parts: Parts): string | undefined {
  const text = component.text('text');
  const format = component.text('format');
  if (text === undefined || format === 'html') return text;
  if (format === 'markdown') {
    const { html, marks } = markdownPart(text, parts.marks);
    parts.marks = marks;
    if (html !== undefined) return html;
  }
  return text
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line) => `<p>${escapedText(line.trim())}</p>`)
    .join('\n');
}

const inline = (html: string): string => html.replace(/<\/?p>/g, '').trim();
const textOf = (text = ''): string => text.replace(/<[^<>]{0,2000}>/g, '').trim();

/** A picture by its web address. A picture inside the bundle of the document (`bundle://`) is noted as left out. */
function addPicture(component: Members, { pictures }: Parts): void {
  const href = component.text('URL', 'url');
  const caption = component.text('caption') ?? component.inner('caption').text('text');
  if (href !== undefined)
    pictures.push(
      defined<Enclosure>({ href, type: 'image/*', caption, alt: component.text('accessibilityCaption') }),
    );
}
