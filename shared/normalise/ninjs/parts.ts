import type { Association, Byline, Subject } from '../../domain/article.ts';
import { lineOfText } from '../../domain/text.ts';
import { absoluteAddress } from '../html/address.ts';
import { blocksOf } from '../html/blocks.ts';
import { parseWithinBounds } from '../html/bounds.ts';
import { reduced } from '../html/reduce.ts';
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

/** What stands before names in a byline, and between two of them, in the languages that wires write. */
const BEFORE_NAMES = /^(?:by|por|von|par|文|記者|记者)(?:\s+|[:：]\s*|(?=\p{Script=Han}))/iu;
const BETWEEN_NAMES = /\s*[,;、，；&/／]\s*|\s+(?:and|und|y|et|e|och|en|with|con|mit|avec)\s+/iu;

/** `by` as one byline a name. */
export function bylinesOf({ by = '' }: Ninjs): Byline[] {
  return lineOfText(by)
    .replace(BEFORE_NAMES, '')
    .split(BETWEEN_NAMES)
    .filter((name) => name !== '')
    .map((name) => ({ name }));
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
 * The widest rendition of each associated picture, with its headline as alternative text and its caption; first of the
 * item itself, where it is a picture.
 */
export function picturesOf(item: Ninjs): Association[] {
  const associated = (item.associations ?? [])
    .filter(({ type }) => PICTURE_TYPES.has(type))
    .flatMap((association) => {
      const picture = ninjs.safeParse(fromNinjs1(association));
      return picture.success ? pictureOf(picture.data) : [];
    });
  return PICTURE_TYPES.has(item.type) ? [...pictureOf(item), ...associated] : associated;
}

function pictureOf({ renditions, headlines, descriptions, by }: Ninjs): Association[] {
  const best = (renditions ?? [])
    .filter(
      ({ href, contenttype }) =>
        href !== undefined && (contenttype === undefined || /^image\//i.test(contenttype)),
    )
    .toSorted((a, b) => (b.width ?? 0) - (a.width ?? 0))[0];
  const href = absoluteAddress(best?.href ?? '');
  if (best === undefined || href === undefined) return [];
  const { contenttype, width, height } = best;
  const alt = lineWithRole(headlines, ['main']);
  const caption = lineWithRole(descriptions, ['caption', 'text', 'main']);
  const credit = lineOfText(by ?? '');
  return [
    {
      href,
      ...(contenttype !== undefined && { contenttype }),
      ...(width !== undefined && { width }),
      ...(height !== undefined && { height }),
      ...(alt !== undefined && { alt }),
      ...(caption !== undefined && { caption }),
      ...(credit !== '' && { credit }),
    },
  ];
}
