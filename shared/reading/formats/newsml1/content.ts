import render from 'dom-serializer';
import { type Element, isTag } from 'domhandler';
import { textContent } from 'domutils';
import { defined } from '../../draft/defined.ts';
import type { Enclosure, RichText, UpstreamItem } from '../../item/upstream-item.ts';
import { isMarkup } from '../../markup/line-of-markup.ts';
import { escapedText } from '../../markup/serialise.ts';
import { paragraphs } from '../../prose/paragraphs.ts';
import { nitfItem } from '../nitf.ts';
import { at, childrenOf, lineIn, within } from '../xml-document.ts';
import { lineOf } from './metadata.ts';

/** The text and the files of the components of an article. */
export interface Content {
  /** From a component whose role is to be the title. */
  title?: string;
  content?: RichText;
  enclosures: Enclosure[];
  /** The first NITF document in the content. */
  nitf?: UpstreamItem;
  notes: string[];
}

/** A piece of text, or the files of one component. */
interface Part {
  role: string;
  headline?: string;
  html?: string;
  plain?: string;
  nitf?: UpstreamItem;
  files: Enclosure[];
}

const TITLE = /^(?:title|headline|hl1)$/i;
const CAPTION = /caption|legend/i;

/** The content of all components. Equivalent components are other forms of the same text: the first one is taken. */
export function contentOf(components: readonly Element[]): Content {
  const parts = components.flatMap((component) => partsOf(component));
  const texts = parts.filter(({ html, plain }) => html !== undefined || plain !== undefined);
  const titles = texts.filter(({ role }) => TITLE.test(role));
  const captions = texts.filter(({ role }) => CAPTION.test(role));
  const body = texts.filter((part) => !titles.includes(part) && !captions.includes(part));
  const caption = captions.map(plainOf)[0];
  const enclosures = parts.flatMap(({ files }) => files);
  const captioned = enclosures.map((file) =>
    defined<Enclosure>({ ...file, caption: file.caption ?? caption }),
  );
  const unused = caption !== undefined && enclosures.length === 0 ? captions : [];
  return defined<Content>({
    title: titles.map(plainOf)[0],
    content: joined([...body, ...unused], lineOf(components, 'HeadLine')),
    enclosures: [...captioned, ...body.flatMap(({ nitf }) => nitf?.enclosures ?? [])],
    nitf: body.find(({ nitf }) => nitf !== undefined)?.nitf,
    notes: captions.length > 1 ? [`captions left out: ${captions.length - 1}`] : [],
  });
}

const plainOf = ({ html = '', plain }: Part): string =>
  (plain ?? html.replace(/<[^<>]{0,2000}>/g, ' ')).replace(/\s+/gu, ' ').trim();

/** All texts, one after the other. The headline of a part that is not the headline of the article stands before it. */
function joined(parts: readonly Part[], headline: string | undefined): RichText | undefined {
  const [only] = parts;
  if (only === undefined) return undefined;
  const isAlone = parts.length === 1 && (only.headline === undefined || only.headline === headline);
  if (isAlone && only.plain !== undefined) return { value: only.plain, type: 'text' };
  const html = parts.map((part) => {
    const own =
      part.html ??
      paragraphs(part.plain ?? '')
        .map((text) => `<p>${escapedText(text)}</p>`)
        .join('\n');
    const title = part.headline === headline ? undefined : part.headline;
    return title === undefined ? own : `<h2>${escapedText(title)}</h2>\n${own}`;
  });
  return { value: html.join('\n'), type: 'html' };
}

function partsOf(component: Element, outer = ''): Part[] {
  const role = childrenOf(component, 'Role')[0]?.attribs['FormalName'] ?? outer;
  const isEquivalent = /^yes$/i.test(component.attribs['EquivalentsList'] ?? '');
  const inner = [
    ...childrenOf(component, 'NewsComponent').map((child) => partsOf(child, role)),
    // A news item in a component belongs to the article around it.
    ...childrenOf(component, 'NewsItem').flatMap((item) =>
      childrenOf(item, 'NewsComponent').map((child) => partsOf(child, role)),
    ),
  ];
  const headline = at(component, 'NewsLines', 'HeadLine');
  const own = childrenOf(component, 'ContentItem').map((item) =>
    partOf(item, { role, headline: lineIn(headline) }),
  );
  const texts = own.filter(({ html, plain }) => html !== undefined || plain !== undefined);
  const files = own.flatMap(({ files: each }) => each);
  const taken = isEquivalent ? texts.slice(0, 1) : texts;
  const nested = isEquivalent ? (inner.find((parts) => parts.some(isText)) ?? inner[0] ?? []) : inner.flat();
  return [...taken, { role, files: widestOf(files) }, ...nested];
}

const isText = ({ html, plain }: Part): boolean => html !== undefined || plain !== undefined;

/** The content items of one component are renditions of one file, in several sizes: the widest of each kind counts. */
function widestOf(files: readonly Enclosure[]): Enclosure[] {
  const byKind = new Map<string, Enclosure>();
  for (const file of files.toSorted((a, b) => (b.width ?? 0) - (a.width ?? 0))) {
    const kind = file.type?.split('/')[0] ?? '';
    if (!byKind.has(kind)) byKind.set(kind, file);
  }
  return [...byKind.values()];
}

/** Kinds of file by `MediaType`, a vocabulary of the IPTC. */
const FILE_TYPES: ReadonlyMap<string, string> = new Map([
  ['photo', 'image/*'],
  ['picture', 'image/*'],
  ['image', 'image/*'],
  ['graphic', 'image/*'],
  ['audio', 'audio/*'],
  ['video', 'video/*'],
]);

function partOf(item: Element, { role, headline }: { role: string; headline: string | undefined }): Part {
  const format = at(item, 'Format')?.attribs['FormalName'] ?? '';
  const mime = at(item, 'MimeType')?.attribs['FormalName']?.trim().toLowerCase();
  const media = at(item, 'MediaType')?.attribs['FormalName']?.trim().toLowerCase() ?? '';
  const href = item.attribs['Href']?.trim();
  const sizeOf = (name: string): number | undefined => Number(propertyOf(item, name)) || undefined;
  const kind = FILE_TYPES.get(media);
  const isFile =
    href !== undefined && href !== '' && (kind !== undefined || /^(?:image|audio|video)\//.test(mime ?? ''));
  const files = isFile
    ? [defined<Enclosure>({ href, type: mime ?? kind, width: sizeOf('Width'), height: sizeOf('Height') })]
    : [];
  const data = at(item, 'DataContent') ?? at(item, 'Encoding', 'DataContent');
  const text = kind === undefined && data !== undefined ? textOf(data, `${format} ${mime ?? ''}`) : {};
  return defined<Part>({ role, headline, ...text, files });
}

function propertyOf(item: Element, name: string): string | undefined {
  const property = childrenOf(at(item, 'Characteristics'), 'Property').find(
    ({ attribs }) => attribs['FormalName']?.toLowerCase() === name.toLowerCase(),
  );
  return property?.attribs['Value'];
}

/** The text of a `DataContent`: NITF, XHTML, HTML as text, or plain text, in base64 if the element around it says so. */
function textOf(data: Element, format: string): Pick<Part, 'html' | 'plain' | 'nitf'> {
  const nitf = within(data, 'nitf');
  if (nitf !== undefined) {
    const item = nitfItem(nitf);
    return { html: item.content?.value ?? '', nitf: item };
  }
  const body = within(data, 'body.content') ?? within(data, 'body') ?? data;
  if (body.children.some(isTag)) return { html: render(body.children, { encodeEntities: 'utf8' }) };
  const encoding = data.parent !== null && isTag(data.parent) ? data.parent.attribs['Notation'] : undefined;
  const written = textContent(data);
  const value = /base-?64/i.test(encoding ?? '') ? Buffer.from(written, 'base64').toString('utf8') : written;
  if (value.trim() === '') return {};
  const isHtml = /html|nitf/i.test(format) || /^\s*<(?:p|div|body|html|h\d)[\s>]/i.test(value);
  return isHtml && isMarkup(value) ? { html: value } : { plain: value };
}
