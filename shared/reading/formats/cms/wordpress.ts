import { defined } from '../../draft/defined.ts';
import { type Drafted, type SourceDefaults, rejected } from '../../draft/draft.ts';
import { draftOf } from '../../item/draft-of-item.ts';
import { type Sign, signsIn } from '../../item/signs.ts';
import { type Enclosure, type RichText, type UpstreamItem } from '../../item/upstream-item.ts';
import { Members } from '../members.ts';

/** Types of WordPress that are no articles. Other types are those of plugins: `article`, `news`, `event`. */
const OTHER_TYPES =
  /^(?:attachment|revision|nav_menu_item|custom_css|customize_changeset|oembed_cache|user_request|wp_\w+)$/;

/**
 * A post of the WordPress REST API (developer.wordpress.org/rest-api/reference/posts), with or without `_embedded`.
 * Its id is the `guid`, as in the RSS feed of the same site.
 */
export function fromWordpress(value: unknown, defaults: SourceDefaults): Drafted {
  const post = new Members(value);
  const guid = rendered(post, 'guid');
  const id = guid ?? post.text('link') ?? post.text('id');
  const type = post.text('type') ?? 'post';
  if (OTHER_TYPES.test(type)) {
    const refused = rejected(
      'MEDIA_TYPE',
      `WordPress JSON of type ${type}, which is not an article; send posts`,
    );
    return { ...refused, ...(id !== undefined && { declaredId: id }) };
  }
  const embedded = post.inner('_embedded');
  const terms = embedded.list('wp:term').flatMap((list) => (Array.isArray(list) ? (list as unknown[]) : []));
  return draftOf(
    defined<UpstreamItem>({
      id,
      link: post.text('link'),
      title: html(rendered(post, 'title')),
      summary: html(rendered(post, 'excerpt')),
      content: html(rendered(post, 'content')),
      published: dateOf(post, 'date'),
      updated: dateOf(post, 'modified'),
      authors: embedded.all('author').flatMap((author) => {
        const name = author.text('name');
        return name === undefined ? [] : [{ name }];
      }),
      categories: terms.flatMap((term) => {
        const name = new Members(term).text('name');
        return name === undefined || name === 'Uncategorized' ? [] : [{ name }];
      }),
      enclosures: embedded.all('wp:featuredmedia').flatMap(pictureOf),
      signs: signsOf(post),
    }),
    defaults,
  );
}

/** `title: { rendered }`, or the text itself, as some plugins write it. */
function rendered(post: Members, name: string): string | undefined {
  return post.inner(name).text('rendered', 'raw') ?? post.text(name);
}

const html = (value: string | undefined): RichText | undefined =>
  value === undefined ? undefined : { value, type: 'html' };

/** `date_gmt` is in UTC, and has no zone. `date` is in the time of the site, which the post does not state. */
function dateOf(post: Members, name: string): string | undefined {
  const utc = post.text(`${name}_gmt`);
  return utc === undefined || utc.startsWith('0000') ? post.text(name) : `${utc.replace(/Z$/, '')}Z`;
}

function signsOf(post: Members): Sign[] {
  const dates = /^(?:date|modified)(?:_gmt)?$/;
  const published = dateOf(post, 'date');
  const isProtected = post
    .inner('content')
    .entries.some(([name, value]) => name === 'protected' && value === true);
  const hasPassword = post.text('password') !== undefined;
  return [
    ...signsIn(post.entries.filter(([name]) => !dates.test(name) && !name.endsWith('_status'))),
    ...(published === undefined ? [] : [{ kind: 'dated' as const, name: 'date', value: published }]),
    ...(isProtected || hasPassword ? [{ kind: 'held' as const, name: 'password', value: 'yes' }] : []),
  ];
}

function pictureOf(media: Members): Enclosure[] {
  const href = media.text('source_url');
  const size = media.inner('media_details');
  if (href === undefined) return [];
  return [
    defined<Enclosure>({
      href,
      type: media.text('mime_type') ?? 'image/*',
      width: size.number('width'),
      height: size.number('height'),
      alt: media.text('alt_text'),
      caption: rendered(media, 'caption')?.replace(/<[^<>]{0,2000}>/g, ' '),
    }),
  ];
}
