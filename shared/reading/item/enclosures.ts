import type { Association } from '../../domain/article.ts';
import { lineOfText } from '../../domain/text.ts';
import { typeByName } from '../markup/file-type.ts';
import { absoluteAddress } from '../markup/address.ts';
import { type Enclosure, defined, firstOf } from './upstream-item.ts';

const PICTURE = /\.(?:jpe?g|png|gif|webp|avif)(?:$|\?)/i;
/** Types that servers give to whatever they do not know. */
const VAGUE = /^(?:application|binary)\/(?:octet-stream|unknown|force-download)$/;
const MEDIA_TYPE = /^[a-z]+\/[a-z\d][a-z\d.+-]*$/;
/** What is said where no type is: `audio/*`, as Media RSS's `medium` is read, or the word alone. */
const KIND = /^(?:audio|video|document)(?=\/|$)/;
/** What a browser that opens it runs: pages, scripts, Flash. */
const RUNS = /html|(?:java|ecma)script|shockwave|x-msdo/;

/** Enclosures as associations, each address once with all that is said of it; what is left out is noted. */
export function associationsOf(enclosures: readonly Enclosure[]): {
  associations: Association[];
  notes: string[];
} {
  const byAddress = new Map<string, Association>();
  const notes: string[] = [];
  for (const enclosure of enclosures) {
    const read = associationOf(enclosure);
    if ('note' in read) notes.push(`${read.note} was left out: ${enclosure.href.slice(0, 200)}`);
    else byAddress.set(read.href, { ...read, ...byAddress.get(read.href) });
  }
  return { associations: [...byAddress.values()], notes };
}

function associationOf(enclosure: Enclosure): Association | { note: string } {
  const address = absoluteAddress(enclosure.href);
  const stated = enclosure.type?.trim().toLowerCase() ?? '';
  const isPicture =
    stated === '' || VAGUE.test(stated) ? PICTURE.test(enclosure.href) : stated.startsWith('image/');
  if (isPicture) return address === undefined ? UNPLACED : pictureOf(enclosure, address, stated);
  if (address === undefined || !/^https?:/.test(address))
    return { note: 'an enclosure without a web address' };
  const type = typeOf(stated, address);
  if (type === undefined) return { note: 'an enclosure of no known type' };
  if (RUNS.test(type)) return { note: `an enclosure that a browser would run (${type})` };
  const { length, width, height, credit } = enclosure;
  return defined<Association>({
    href: address,
    contenttype: type,
    length: Number.isSafeInteger(length) && Number(length) > 0 ? length : undefined,
    width,
    height,
    caption: line(firstOf(enclosure.caption, enclosure.alt)),
    credit: line(credit),
  });
}
const UNPLACED = { note: 'a picture without an absolute address' };

/** A picture's length says nothing that anybody is shown, and would make every picture that is sent again a change. */
function pictureOf(enclosure: Enclosure, href: string, stated: string): Association {
  const { width, height, alt, caption, credit } = enclosure;
  return defined<Association>({
    href,
    contenttype: stated.startsWith('image/') && !stated.endsWith('/*') ? stated : undefined,
    width,
    height,
    alt: line(alt),
    caption: line(caption),
    credit: line(credit),
  });
}

/** The type as stated, else as the file's name promises, else the kind alone, such as `video/*`. */
function typeOf(stated: string, address: string): string | undefined {
  const [type = ''] = stated.split(';', 1);
  const essence = type.trimEnd();
  if (MEDIA_TYPE.test(essence) && !VAGUE.test(essence)) return essence;
  const kind = KIND.exec(essence)?.[0];
  return typeByName(address) ?? (kind && `${kind}/*`);
}

const line = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : lineOfText(text);
