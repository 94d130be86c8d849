import { defined } from '../../draft/defined.ts';
import { parseJson } from '../../open/parse-json.ts';

/** The article in the structured data of a page (schema.org/NewsArticle and similar types). Texts are not cleaned. */
export interface StructuredArticle {
  id?: string;
  headline?: string;
  description?: string;
  published?: string;
  updated?: string;
  expires?: string;
  /** `creativeWorkStatus`, such as Draft or Published. */
  status?: string;
  /** Texts about who may use the article, and when. */
  terms?: string[];
  language?: string;
  link?: string;
  authors: string[];
  keywords: string[];
  section?: string;
  picture?: StructuredPicture;
}

interface StructuredPicture {
  href: string;
  width?: number;
  height?: number;
  caption?: string;
}

const ARTICLE = /(?:^|\/)(?:\w*NewsArticle|Article|ReportageNewsArticle|BlogPosting|LiveBlogPosting|Report)$/;
/** How many levels are searched for the article. Structured data of news pages is shallow. */
const MAX_JSON_LD_LEVELS = 4;

type Node = Record<string, unknown>;

const isNode = (value: unknown): value is Node =>
  value !== null && typeof value === 'object' && !Array.isArray(value);
const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];
const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== ''
    ? value
    : typeof value === 'number'
      ? String(value)
      : undefined;
const nameOf = (value: unknown): string | undefined => textOf(isNode(value) ? value['name'] : value);
const numberOf = (value: unknown): number | undefined => {
  const number = Number.parseInt(textOf(isNode(value) ? value['value'] : value) ?? '', 10);
  return Number.isNaN(number) ? undefined : number;
};

/** The first article in the JSON-LD scripts of a page. A script that is not JSON is skipped. */
export function structuredArticle(scripts: readonly string[]): StructuredArticle | undefined {
  for (const script of scripts) {
    const parsed = parseJson(jsonIn(script));
    const node = parsed.ok ? findArticle(parsed.value, MAX_JSON_LD_LEVELS) : undefined;
    if (node && parsed.ok) return read(node, namesById(parsed.value));
  }
  return undefined;
}

/**
 * The JSON of a script. XHTML pages write a script within a CDATA section or an HTML comment, whose marks are behind
 * comment signs of JavaScript: `//<![CDATA[`.
 */
function jsonIn(script: string): string {
  const text = script.replace('<![CDATA[', '').replace(']]>', '');
  const start = text.search(/[{[]/);
  return start === -1 ? text : text.slice(start, Math.max(text.lastIndexOf('}'), text.lastIndexOf(']')) + 1);
}

function findArticle(value: unknown, levels: number): Node | undefined {
  if (levels === 0) return undefined;
  if (Array.isArray(value)) {
    for (const inner of value as unknown[]) {
      const found = findArticle(inner, levels - 1);
      if (found) return found;
    }
    return undefined;
  }
  if (!isNode(value)) return undefined;
  if (listOf(value['@type']).some((type) => typeof type === 'string' && ARTICLE.test(type))) return value;
  return findArticle(value['@graph'] ?? value['mainEntity'], levels - 1);
}

/** The names of the nodes that have an id. An article may refer to its authors by id. */
function namesById(value: unknown): ReadonlyMap<string, string> {
  const nodes = listOf(value).flatMap((node) => (isNode(node) ? [node, ...listOf(node['@graph'])] : []));
  return new Map(
    nodes.filter(isNode).flatMap((node): [string, string][] => {
      const [id, name] = [textOf(node['@id']), textOf(node['name'])];
      return id === undefined || name === undefined ? [] : [[id, name]];
    }),
  );
}

function read(node: Node, names: ReadonlyMap<string, string>): StructuredArticle {
  const page = node['mainEntityOfPage'];
  return defined<StructuredArticle>({
    id: textOf(node['@id']),
    headline: textOf(node['headline']) ?? textOf(node['name']),
    description: textOf(node['description']),
    published: textOf(node['datePublished']) ?? textOf(node['dateCreated']),
    updated: textOf(node['dateModified']),
    expires: textOf(node['expires']),
    status: nameOf(node['creativeWorkStatus']),
    terms: ['conditionsOfAccess', 'usageInfo', 'license', 'copyrightNotice'].flatMap(
      (name) => textOf(node[name]) ?? [],
    ),
    language: nameOf(node['inLanguage']),
    link: textOf(node['url']) ?? textOf(isNode(page) ? page['@id'] : page),
    section: textOf(listOf(node['articleSection'])[0]),
    picture: pictureOf(listOf(node['image'])[0]),
    authors: listOf(node['author'] ?? node['creator']).flatMap((author) => {
      const id = isNode(author) ? textOf(author['@id']) : undefined;
      return nameOf(author) ?? names.get(id ?? '') ?? [];
    }),
    keywords: listOf(node['keywords']).flatMap((words) => textOf(words)?.split(',') ?? []),
  });
}

function pictureOf(image: unknown): StructuredPicture | undefined {
  const href = textOf(isNode(image) ? (image['url'] ?? image['contentUrl']) : image);
  if (href === undefined) return undefined;
  const node = isNode(image) ? image : {};
  return defined<StructuredPicture>({
    href,
    width: numberOf(node['width']),
    height: numberOf(node['height']),
    caption: textOf(node['caption']),
  });
}
