import type { Subject } from '../../../domain/article.ts';
import { lineOfText } from '../../../domain/text.ts';
import { type Enclosure, defined, firstOf } from '../../item/upstream-item.ts';
import { absoluteAddress } from '../../markup/address.ts';
import { blocksOf } from '../../markup/blocks.ts';
import { parseWithinBounds } from '../../markup/bounds.ts';
import { reduced } from '../../markup/reduce.ts';
import { type Concept, fromNinjs1, type Ninjs, ninjs, PICTURE_TYPES, type Valued } from './model.ts';

/** The parts of a ninjs object in the model's terms. */

/** The value of the first of these roles, else of the first value there is, as one line of plain text. */
export function lineWithRole(values: readonly Valued[] = [], roles: readonly string[]): string | undefined {
  const best = values.find(({ role }) => role !== undefined && roles.includes(role)) ?? values[0];
  if (best === undefined) return undefined;
  const line = lineOfText(/html/i.test(best.contenttype ?? '') ? textOf(best.value) : best.value);
  return line === '' ? undefined : line;
}

function textOf(html: string): string {
  const parsed = parseWithinBounds(html);
  return parsed.ok
    ? blocksOf(reduced(parsed.document).nodes)
        .map(({ text }) => text)
        .join(' ')
    : '';
}

export function subjectsOf(concepts: readonly Concept[] | undefined): Subject[] {
  if (concepts === undefined) return [];
  return concepts.flatMap(({ name, uri }) => {
    const label = lineOfText(name ?? '');
    return label === '' ? [] : [{ name: label, ...(uri !== undefined && { uri }) }];
  });
}

export function namesOf(concepts: readonly Concept[] | undefined): string[] {
  return subjectsOf(concepts).map(({ name }) => name);
}

/** The article's own address: `link`, else a uri that is one. */
export function addressOf({ link, uri }: Ninjs): string | undefined {
  const candidate = link ?? (/^https?:/i.test(uri ?? '') ? uri : undefined);
  return candidate === undefined ? undefined : absoluteAddress(candidate);
}

/**
 * The widest rendition of each associated picture, recording or document, with its headline and caption; first of the
 * item itself, where it is one.
 */
export function enclosuresOf(item: Ninjs): Enclosure[] {
  const associated = (item.associations ?? []).flatMap((association) => {
    const one = ninjs.safeParse(fromNinjs1(association));
    return one.success ? widestOf(one.data) : [];
  });
  return [...widestOf(item), ...associated];
}

function widestOf({ type, renditions, headlines, descriptions, by }: Ninjs): Enclosure[] {
  const kind = PICTURE_TYPES.has(type) ? 'image' : type;
  // Of anything else, such as a text, what may be printed.
  const [is, otherwise] =
    kind === 'image' || kind === 'audio' || kind === 'video'
      ? [`${kind}/`, `${kind}/*`]
      : ['application/pdf', ''];
  const best = (renditions ?? [])
    .filter(({ contenttype = otherwise, href }) => href && contenttype.toLowerCase().startsWith(is))
    .toSorted((a, b) => (b.width ?? 0) - (a.width ?? 0))[0];
  if (best?.href === undefined) return [];
  return [
    defined<Enclosure>({
      href: best.href,
      type: best.contenttype ?? otherwise,
      length: best.sizeinbytes,
      width: best.width,
      height: best.height,
      alt: lineWithRole(headlines, ['main']),
      caption: lineWithRole(descriptions, ['caption', 'text', 'main']),
      credit: firstOf(by),
    }),
  ];
}
