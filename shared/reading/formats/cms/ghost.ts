import { defined } from '../../draft/defined.ts';
import { type Drafted, type SourceDefaults, rejected } from '../../draft/draft.ts';
import { draftOf } from '../../item/draft-of-item.ts';
import { signsIn } from '../../item/signs.ts';
import { type Enclosure, type UpstreamItem } from '../../item/upstream-item.ts';
import { withSigns } from '../../item/with-signs.ts';
import { Members } from '../members.ts';

/**
 * Posts of Ghost: the answer of its Content API or Admin API (`posts`), or the body of its webhooks (`post` with
 * `current` and `previous`). A webhook whose `current` is empty says that the post was deleted.
 */
export function ghostPostsIn(value: unknown): unknown[] {
  const document = new Members(value);
  return document.has('posts') ? document.list('posts') : [value];
}

export function fromGhost(value: unknown, defaults: SourceDefaults): Drafted {
  const document = new Members(value);
  const event = document.inner('post');
  const current = event.isEmpty ? document : event.inner('current');
  const gone = event.inner('previous').text('id');
  if (event.isEmpty || !current.isEmpty) return fromPost(current, defaults);
  if (gone === undefined) return rejected('FIELD_MISSING', 'a Ghost webhook without a post');
  const deleted = { ...rejected('FIELD_MISSING', 'a deleted post'), declaredId: gone };
  return withSigns(deleted, [{ kind: 'killed', name: 'current', value: 'yes' }], defaults);
}

/** A post has its text as `html` or `plaintext` only if they were asked for; `lexical` is the form of the editor. */
function fromPost(post: Members, defaults: SourceDefaults): Drafted {
  const item = postOf(post);
  if (item.content !== undefined) return draftOf(item, defaults);
  const refused = rejected('FIELD_MISSING', 'a Ghost post without html; ask Ghost for formats=html');
  const named = { ...refused, ...(item.id !== undefined && { declaredId: item.id }) };
  return withSigns(named, item.signs ?? [], defaults);
}

function postOf(post: Members): UpstreamItem {
  const [html, plain] = [post.text('html'), post.text('plaintext')];
  const picture = post.text('feature_image');
  const summary = post.text('custom_excerpt');
  const title = post.text('title');
  const people = [...post.all('authors'), post.inner('primary_author')];
  const names = [...new Set(people.flatMap((person) => person.text('name') ?? []))];
  return defined<UpstreamItem>({
    id: post.text('id', 'uuid'),
    link: post.text('url'),
    title: title === undefined ? undefined : { value: title, type: 'text' },
    summary: summary === undefined ? undefined : { value: summary, type: 'text' },
    content:
      html !== undefined
        ? { value: html, type: 'html' }
        : plain === undefined
          ? undefined
          : { value: plain, type: 'text' },
    published: post.text('published_at'),
    updated: post.text('updated_at'),
    authors: names.map((name) => ({ name })),
    // A tag whose name begins with # is internal (ghost.org/docs/content-api, "tags").
    categories: post.names('tags').flatMap((name) => (name.startsWith('#') ? [] : [{ name }])),
    enclosures:
      picture === undefined
        ? []
        : [
            defined<Enclosure>({
              href: picture,
              type: 'image/*',
              alt: post.text('feature_image_alt'),
              caption: post.text('feature_image_caption')?.replace(/<[^<>]{0,2000}>/g, ' '),
            }),
          ],
    language: post.text('locale'),
    signs: signsIn(post.entries),
  });
}
