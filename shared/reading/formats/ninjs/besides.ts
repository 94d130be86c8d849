import { type Beside, besidesAs } from '../../draft/draft.ts';
import { lineOfField } from '../../markup/line-of-markup.ts';
import { plainName } from '../../item/signs.ts';
import { textsIn } from '../members.ts';
import type { Ninjs } from './schema.ts';

/**
 * Properties in which a sender may write to editors, beside `ednote`. ninjs has only the slug line and the keywords;
 * the others are of content management systems, such as `annotations` of Superdesk.
 */
const PROPERTIES = {
  slug: ['slugline', 'slug', 'anpatakekey'],
  keyword: ['keywords', 'tags'],
  note: [
    'instructions',
    'specialinstructions',
    'editorialnote',
    'ednotes',
    'advisory',
    'annotations',
    'annotation',
  ],
  terms: ['rightsinfo', 'rights', 'rightsline', 'usagerights', 'embargotext'],
} as const;

/** The keywords in a text: `hold, mill`. */
const parts = (as: Beside['as'], text: string): string[] =>
  as === 'keyword' ? text.split(/[,;，、]/u) : [text];

/** Lines and fields beside the article in which a sender may write to editors. */
export function besidesOf(item: Ninjs): Beside[] {
  const members = new Map<string, unknown>(
    Object.entries(item).map(([name, value]) => [plainName(name), value]),
  );
  const own = (['slug', 'keyword', 'note', 'terms'] as const).flatMap((as) =>
    besidesAs(
      as,
      PROPERTIES[as].flatMap((name) =>
        textsIn(members.get(name)).flatMap((text) => parts(as, lineOfField(text))),
      ),
    ),
  );
  const lines = [item.headlines, item.descriptions].flatMap((list) => list ?? []);
  const slugs = lines.filter(({ role = '' }) => /slug|working/i.test(role));
  return [
    ...own,
    ...besidesAs(
      undefined,
      lines.map(({ value }) => value),
    ),
    ...besidesAs(
      'slug',
      slugs.map(({ value }) => value),
    ),
  ];
}
