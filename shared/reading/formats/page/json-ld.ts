import { parseJson } from '../json.ts';

/** What a page's structured data says of its article (schema.org/NewsArticle and its kin). Texts as they stand. */
export interface StructuredArticle {
  id?: string;
  headline?: string;
  description?: string;
  published?: string;
  updated?: string;
  language?: string;
  link?: string;
  authors: string[];
  keywords: string[];
  section?: string;
  picture?: { href: string; width?: number; height?: number; caption?: string };
}

const ARTICLE = /(?:^|\/)(?:\w*NewsArticle|Article|ReportageNewsArticle|BlogPosting|LiveBlogPosting|Report)$/;
/** Structured data is shallow; what nests more is not ours to walk. */
const LEVELS = 4;

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

/** The first article in the page's JSON-LD scripts; a script that is no JSON says nothing. */
export function structuredArticle(scripts: readonly string[]): StructuredArticle | undefined {
  for (const script of scripts) {
    const parsed = parseJson(script);
    const node = parsed.ok ? findArticle(parsed.value, LEVELS) : undefined;
    if (node && parsed.ok) return read(node, namesById(parsed.value));
  }
  return undefined;
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

/** People who stand beside the article in its graph, by what it calls them. */
function namesById(value: unknown): ReadonlyMap<string, string> {
  const nodes = listOf(value).flatMap((one) => (isNode(one) ? [one, ...listOf(one['@graph'])] : []));
  return new Map(
    nodes.filter(isNode).flatMap((node): [string, string][] => {
      const [id, name] = [textOf(node['@id']), textOf(node['name'])];
      return id === undefined || name === undefined ? [] : [[id, name]];
    }),
  );
}

function read(node: Node, names: ReadonlyMap<string, string>): StructuredArticle {
  const page = node['mainEntityOfPage'];
  const members = {
    id: textOf(node['@id']),
    headline: textOf(node['headline']) ?? textOf(node['name']),
    description: textOf(node['description']),
    published: textOf(node['datePublished']) ?? textOf(node['dateCreated']),
    updated: textOf(node['dateModified']),
    language: nameOf(node['inLanguage']),
    link: textOf(node['url']) ?? textOf(isNode(page) ? page['@id'] : page),
    section: textOf(listOf(node['articleSection'])[0]),
    picture: pictureOf(listOf(node['image'])[0]),
  };
  return {
    ...(Object.fromEntries(
      Object.entries(members).filter(([, value]) => value !== undefined),
    ) as Partial<StructuredArticle>),
    authors: listOf(node['author'] ?? node['creator']).flatMap((author) => {
      const id = isNode(author) ? textOf(author['@id']) : undefined;
      return nameOf(author) ?? names.get(id ?? '') ?? [];
    }),
    keywords: listOf(node['keywords']).flatMap((words) => textOf(words)?.split(',') ?? []),
  };
}

function pictureOf(image: unknown): StructuredArticle['picture'] {
  const href = textOf(isNode(image) ? image['url'] : image);
  if (href === undefined) return undefined;
  const node = isNode(image) ? image : {};
  const [width, height, caption] = [
    numberOf(node['width']),
    numberOf(node['height']),
    textOf(node['caption']),
  ];
  return {
    href,
    ...(width !== undefined && { width }),
    ...(height !== undefined && { height }),
    ...(caption !== undefined && { caption }),
  };
}
