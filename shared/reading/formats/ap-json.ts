import { legalText, lineOfText } from '../../domain/text.ts';
import { defined } from '../draft/defined.ts';
import { besidesAs, type Drafted, type SourceDefaults, rejected, withNotes } from '../draft/draft.ts';
import { draftOf } from '../item/draft-of-item.ts';
import { readWithinLimit } from '../item/item-limit.ts';
import { urgencyOf, withNewsMetadata } from '../item/news-metadata.ts';
import { type Sign, signsIn } from '../item/signs.ts';
import { type Enclosure, type RichText, type UpstreamItem, firstOf } from '../item/upstream-item.ts';
import { isMarkup } from '../markup/line-of-markup.ts';
import { withSigns } from '../item/with-signs.ts';
import { Members } from './members.ts';
import { nitfItem } from './nitf.ts';
import { parseXml, within } from './xml-document.ts';

/**
 * AP JSON: the item metadata of the AP Media API (developer.ap.org/ap-media-api, "Content metadata fields"), alone, in
 * `item`, or in the `data` of a feed or a search. The members of ninjs 1 that AP also has mean the same as there. The
 * text is in `stories`, `main` or `renditions`, as NITF. Without a text the item is rejected (FIELD_MISSING): AP's own
 * feeds have only the address of the text.
 */
export function fromApJson(value: unknown, defaults: SourceDefaults): Drafted[] {
  const items = itemsIn(new Members(value));
  if (items.length === 0) return [rejected('FEED_EMPTY', 'AP JSON without items')];
  return readWithinLimit(items, (item) => [fromItem(item, defaults)]);
}

function itemsIn(document: Members): Members[] {
  const data = document.has('data') ? document.inner('data') : document;
  if (data.has('items'))
    return data.all('items').map((member) => (member.has('item') ? member.inner('item') : member));
  if (data.has('item')) return [data.inner('item')];
  return data.isEmpty ? [] : [data];
}

function fromItem(item: Members, defaults: SourceDefaults): Drafted {
  const content = contentOf(item);
  const ids = idsOf(item);
  const [id, ...others] = ids;
  const named = id === undefined ? {} : { declaredId: id };
  const article = upstreamItem(item, { id, content });
  const type = item.text('type') ?? 'text';
  const read =
    content === undefined
      ? { ...rejected('FIELD_MISSING', missingText(item, type)), ...named }
      : draftOf(article, defaults);
  const drafted = withSigns(read, signsOf(item), defaults);
  if (!drafted.ok) return drafted;
  const { draft } = drafted;
  // A cancellation without a text still says which article it cancels.
  const headline =
    draft.content.headline === '' ? lineOfText(article.title?.value ?? '') : draft.content.headline;
  const complete = {
    ...draft,
    ...(others.length > 0 && { otherIds: others }),
    content: { ...draft.content, headline },
  };
  return withNewsMetadata(withNotes({ ok: true, draft: complete }, notesOf(item)), {
    version: item.text('version'),
    urgency: urgencyOf(item.number('urgency')),
    places: placesOf(item),
    genres: item.names('genre'),
    usageterms: firstOf(item.names('usageterms').join(' ')),
    ednotes: [item.text('ednote')],
  });
}

function missingText(item: Members, type: string): string {
  const href = item.inner('renditions').inner('nitf').text('href');
  const where = href === undefined ? '' : '; the text is only at renditions.nitf.href';
  return `AP JSON of type ${type.slice(0, 20)} without its text${where}. Send the NITF of the story, or NewsML-G2 with embedded NITF`;
}

/** `altids.itemid` is the same in all versions. The address in `uri` has a query that differs between requests. */
function idsOf(item: Members): string[] {
  const uri = item.text('uri');
  const ids = [item.inner('altids').text('itemid'), uri?.replace(/[?#].*$/su, ''), uri];
  return [...new Set(ids.filter((id): id is string => id !== undefined))];
}

function signsOf(item: Members): Sign[] {
  const words = ['editorialtypes', 'editorialrole', 'signals', 'function'].flatMap((name) =>
    item.names(name).map((value): Sign => ({ kind: 'signal', name, value })),
  );
  const own = item.entries.filter(([name]) => !/^(?:editorialrole|version.*|firstcreated)$/.test(name));
  return [...signsIn(own), ...words];
}

function upstreamItem(
  item: Members,
  { id, content }: { id: string | undefined; content: Story | undefined },
): UpstreamItem {
  const title = firstOf(
    item.text('headline'),
    content?.nitf?.title?.value,
    item.text('headline_extended'),
    item.text('title'),
  );
  const summary = firstOf(item.text('description_summary'), item.text('headline_extended'));
  const bylines = item.all('bylines').flatMap((byline) => {
    const line = byline.text('by', 'name', 'byline');
    const role = byline.text('title');
    // AP writes its own name as the title of its reporters.
    const isOutlet = /^(?:the )?associated press$/i.test(role ?? '');
    return line === undefined ? [] : [defined({ byline: line, role: isOutlet ? undefined : role })];
  });
  return defined<UpstreamItem>({
    id,
    title: title === undefined ? undefined : { value: title, type: 'text' },
    summary: summary === undefined || summary === title ? undefined : { value: summary, type: 'text' },
    content: content?.rich,
    link: item.text('link'),
    published: item.text('firstcreated'),
    updated: item.text('versioncreated'),
    authors: bylines.length > 0 ? bylines : (content?.nitf?.authors ?? []),
    categories: ['subject', 'person', 'organisation'].flatMap((name) => item.all(name).flatMap(conceptOf)),
    enclosures: [...associated(item), ...(content?.nitf?.enclosures ?? [])],
    language: item.text('language'),
    rights: item.text('copyrightnotice'),
    besides: [
      // The `title` of AP is the slug of the story.
      ...besidesAs('slug', [item.text('title'), ...item.names('slugline')]),
      ...besidesAs('keyword', item.names('keywords')),
      ...besidesAs('terms', [...item.names('rightsline'), ...item.names('limitations')]),
    ],
  });
}

function conceptOf(concept: Members): { name: string; uri?: string }[] {
  const [name, scheme, code] = [concept.text('name'), concept.text('scheme'), concept.text('code')];
  // AP's one-letter category codes repeat the code as the name.
  if (name === undefined || name === code) return [];
  return [scheme === undefined || code === undefined ? { name } : { name, uri: scheme + code }];
}

function placesOf(item: Members): string[] {
  const located = item.inner('datelinelocation').text('city', 'name');
  const places = item.names('place');
  return [...new Set([...(located === undefined ? [] : [located]), ...places])];
}

/** The widest picture or recording of each association that has a web address. AP's feeds often have none. */
function associated(item: Members): Enclosure[] {
  return item.inner('associations').entries.flatMap(([, value]) => {
    const other = new Members(value);
    const kind = { picture: 'image', photo: 'image', graphic: 'image', audio: 'audio', video: 'video' }[
      other.text('type') ?? ''
    ];
    const files = other.inner('renditions').entries.map(([, rendition]) => new Members(rendition));
    const widest = files
      .filter((file) => kind !== undefined && file.text('href') !== undefined)
      .toSorted((a, b) => (b.number('width') ?? 0) - (a.number('width') ?? 0))[0];
    if (widest === undefined || kind === undefined) return [];
    return [
      defined<Enclosure>({
        href: widest.text('href') ?? '',
        type: widest.text('mimetype') ?? `${kind}/*`,
        width: widest.number('width'),
        height: widest.number('height'),
        caption: other.text('caption', 'description_caption', 'description_summary', 'headline'),
        credit: other.text('description_creditline', 'creditline', 'byline'),
      }),
    ];
  });
}

function notesOf(item: Members): string[] {
  const line = item.text('located');
  return line === undefined ? [] : [`dateline: ${line.slice(0, 80)}`];
}

interface Story {
  rich: RichText;
  nitf?: UpstreamItem;
}

/** Where the story may be, the best first: each is a text, or an object with the text in one of `TEXTS`. */
const STORIES: readonly (readonly string[])[] = [
  ['stories', 'nitf'],
  ['stories', 'main'],
  ['stories'],
  ['main', 'nitf'],
  ['main'],
  ['renditions', 'nitf'],
  [],
];
const TEXTS = [
  'nitf',
  'body_nitf',
  'body_html',
  'body_xhtml',
  'html',
  'value',
  'content',
  'body',
  'body_text',
  'text',
];

function contentOf(item: Members): Story | undefined {
  for (const path of STORIES) {
    const [name = '', ...outer] = path.toReversed();
    const parent = outer.toReversed().reduce((members, part) => members.inner(part), item);
    const inside = path.length === 0 ? item : parent.inner(name);
    const text = (path.length === 0 ? undefined : parent.text(name)) ?? inside.text(...TEXTS);
    if (text !== undefined && !/^https?:\/\/\S+$/.test(text)) return storyOf(text);
  }
  return undefined;
}

/** A story as a NITF document, as the blocks of one, as HTML or as plain text. */
function storyOf(text: string): Story {
  if (!isMarkup(text)) return { rich: { value: text, type: 'text' } };
  const isDocument = /<nitf[\s>]/i.test(text.slice(0, 2000));
  const xml = isDocument ? text : `<nitf><body><body.content>${text}</body.content></body></nitf>`;
  const parsed = parseXml(legalText(xml.trim()));
  const nitf = parsed.ok
    ? parsed.root.name === 'nitf'
      ? parsed.root
      : within(parsed.root, 'nitf')
    : undefined;
  const item = nitf === undefined ? undefined : nitfItem(nitf);
  // A block that has other elements at its top than NITF has is HTML.
  return item?.content === undefined
    ? { rich: { value: text, type: 'html' } }
    : { rich: item.content, nitf: item };
}
