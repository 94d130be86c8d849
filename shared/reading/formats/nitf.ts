import render from 'dom-serializer';
import { type Element, isTag } from 'domhandler';
import { legalText, lineOfText } from '../../domain/text.ts';
import { defined } from '../draft/defined.ts';
import { type Beside, besidesAs, type Drafted, type SourceDefaults, rejected } from '../draft/draft.ts';
import { draftOf } from '../item/draft-of-item.ts';
import { type NewsMetadata, urgencyOf, withNewsMetadata } from '../item/news-metadata.ts';
import { type UpstreamItem, type UpstreamPerson, firstOf, namedConcept } from '../item/upstream-item.ts';
import { type Sign, type SignKind, signsIn } from '../item/signs.ts';
import { statusOf } from '../item/status.ts';
import { cancellation } from '../item/with-signs.ts';
import { mediaIn, toHtml } from './nitf-body.ts';
import { at, childrenOf, lineIn, localName, parseXml, within } from './xml-document.ts';
import { rootDetail } from './xml-kinds.ts';

/** Reads a NITF document (NITF 3.x, iptc.org/standards/nitf). It may also be inside another XML document. */
export function fromNitf(text: string, defaults: SourceDefaults): Drafted[] {
  const parsed = parseXml(legalText(text.trimStart()));
  if (!parsed.ok) return [parsed];
  const nitf = localName(parsed.root) === 'nitf' ? parsed.root : within(parsed.root, 'nitf');
  if (nitf === undefined) return [rejected('XML_ROOT', rootDetail(parsed.root.name))];
  return [withNewsMetadata(draftOf(nitfItem(nitf), defaults), metadataOf(nitf)), ...otherCanceled(nitf)];
}

/** The kill of another document that this one names as canceled (`management-doc-idref`). */
function otherCanceled(nitf: Element): Drafted[] {
  const { 'management-doc-idref': id, 'management-idref-status': status = '' } =
    at(nitf, 'head', 'docdata')?.attribs ?? {};
  const draft = cancellation(id?.trim() || undefined, statusOf(status) === 'canceled');
  return draft === undefined ? [] : [{ ok: true, draft }];
}

/** The article of a `nitf` element, which may also be inside a NewsML-G2 item. */
export function nitfItem(nitf: Element): UpstreamItem {
  const docdata = at(nitf, 'head', 'docdata');
  const head = at(nitf, 'body', 'body.head');
  const body = at(nitf, 'body', 'body.content');
  const abstract = lineIn(at(head, 'abstract'));
  const html = render((body?.children ?? []).flatMap(toHtml), { encodeEntities: 'utf8' });
  const title = firstOf(lineIn(at(head, 'hedline', 'hl1')), lineIn(at(nitf, 'head', 'title')));
  return defined<UpstreamItem>({
    id: at(docdata, 'doc-id')?.attribs['id-string'],
    title: title === undefined ? undefined : { value: title, type: 'text' },
    summary: abstract === undefined ? undefined : { value: abstract, type: 'text' },
    content: html.trim() === '' ? undefined : { value: html, type: 'html' },
    published: at(docdata, 'date.issue')?.attribs['norm'],
    updated: firstOf(
      at(docdata, 'date.revision')?.attribs['norm'],
      at(docdata, 'du-key')?.attribs['generation'],
    ),
    authors: childrenOf(head, 'byline').flatMap(peopleIn),
    categories: [
      ...childrenOf(at(nitf, 'head', 'tobject'), 'tobject.subject').flatMap(subjectIn),
      ...childrenOf(at(docdata, 'key-list'), 'keyword').flatMap(({ attribs }) =>
        attribs['key'] === undefined ? [] : [{ name: attribs['key'] }],
      ),
    ],
    enclosures: (body?.children ?? []).filter(isTag).flatMap(mediaIn),
    language: nitf.attribs['xml:lang'],
    rights: at(docdata, 'doc.copyright')?.attribs['holder'],
    signs: nitfSigns(nitf),
    besides: besidesOf(nitf),
  });
}

/** The elements of `docdata` with dates, and what the date in their attribute `norm` says. */
const DATES: readonly { kind: SignKind; name: string }[] = [
  { kind: 'embargo', name: 'date.release' },
  { kind: 'expiry', name: 'date.expire' },
  { kind: 'dated', name: 'date.issue' },
];

/**
 * The status and the dates of a NITF document, and its `meta` elements with a name that says something about
 * publication.
 */
function nitfSigns(nitf: Element): Sign[] {
  // The DTD allows one `docdata`. If there are several, each may hold the article back.
  const docdata = childrenOf(at(nitf, 'head'), 'docdata');
  const statuses = docdata.flatMap(({ attribs }) => attribs['management-status'] ?? []);
  const dates = DATES.flatMap(({ kind, name }) =>
    docdata
      .flatMap((each) => childrenOf(each, name))
      .flatMap(({ attribs: { norm } }) => (norm === undefined ? [] : [{ kind, name, value: norm.trim() }])),
  );
  const metas = childrenOf(at(nitf, 'head'), 'meta').map(({ attribs }): [string, unknown] => [
    attribs['name'] ?? '',
    attribs['content'],
  ]);
  const starts = docdata
    .flatMap((each) => childrenOf(each, 'doc.rights'))
    .flatMap(({ attribs }): Sign[] => {
      const value = attribs['startdate']?.trim() ?? '';
      return value === '' ? [] : [{ kind: 'embargo', name: 'doc.rights startdate', value }];
    });
  return [
    ...starts,
    ...statuses.map((value) => ({ kind: 'status' as const, name: 'management-status', value })),
    ...dates,
    ...signsIn(metas),
  ];
}

function metadataOf(nitf: Element): NewsMetadata {
  const docdata = at(nitf, 'head', 'docdata');
  return {
    ednotes: editorsNotesOf(nitf),
    urgency: urgencyOf(Number(at(docdata, 'urgency')?.attribs['ed-urg'])),
    places: [
      ...childrenOf(docdata, 'evloc').flatMap(placeIn),
      ...childrenOf(at(docdata, 'identified-content'), 'location').flatMap((place) => lineIn(place) ?? []),
    ],
  };
}

/** The messages to editors: every `ed-msg`, and each `note` that is for editors or does not say for whom it is. */
function editorsNotesOf(nitf: Element): (string | undefined)[] {
  const notes = childrenOf(at(nitf, 'body', 'body.head'), 'note').filter(({ attribs }) =>
    /^(?:editorsnote|undef|std|)$/i.test((attribs['noteclass'] ?? attribs['type'] ?? '').trim()),
  );
  return [
    ...childrenOf(at(nitf, 'head', 'docdata'), 'ed-msg').flatMap((message) => [
      message.attribs['info'],
      lineIn(message),
    ]),
    ...notes.map(lineIn),
  ];
}

/** Lines beside the article in which a sender may write to editors. */
function besidesOf(nitf: Element): Beside[] {
  const head = at(nitf, 'body', 'body.head');
  const parts = [
    ...childrenOf(at(head, 'hedline'), 'hl2'),
    ...childrenOf(head, 'note'),
    ...childrenOf(head, 'rights'),
    ...childrenOf(head, 'dateline'),
    ...childrenOf(at(nitf, 'body', 'body.end'), 'tagline'),
    ...childrenOf(at(nitf, 'body', 'body.end'), 'bibliography'),
  ];
  const docdata = at(nitf, 'head', 'docdata');
  const slugs = [
    at(docdata, 'fixture')?.attribs['fix-id'],
    at(docdata, 'du-key')?.attribs['key'],
    at(docdata, 'series')?.attribs['series.name'],
  ];
  const terms = childrenOf(docdata, 'doc.rights').flatMap(({ attribs }) => attribs['limitations'] ?? []);
  return [
    ...besidesAs(undefined, [...parts.map(lineIn), lineIn(at(nitf, 'head', 'title'))]),
    ...besidesAs('slug', slugs),
    ...besidesAs('terms', terms),
  ];
}

/** A subject with its IPTC subject code and the narrowest of its names (NITF 3.6, `tobject.subject`). */
function subjectIn({ attribs }: Element): { name: string; uri?: string }[] {
  const [detail, matter, type, code] = ['detail', 'matter', 'type', 'refnum'].map((part) =>
    firstOf(attribs[`tobject.subject.${part}`]),
  );
  return namedConcept(firstOf(detail, matter, type), code);
}

/** The place where the event happened: its text, or else the narrowest of the names in its attributes. */
function placeIn(place: Element): string | never[] {
  const { city, region, 'county-dist': county, 'state-prov': state, 'iso-cc': country } = place.attribs;
  return firstOf(lineIn(place), city, county, state, region, country) ?? [];
}

/**
 * The people of a byline, as in `By Jane Roe, <byttl>Staff</byttl>`. The text of `byttl` is the role of each person.
 * If the byline has no other text, the text of `byttl` is the name.
 */
function peopleIn(byline: Element): UpstreamPerson[] {
  const title = lineIn(within(byline, 'byttl'));
  const people = childrenOf(byline, 'person').map((person) => lineIn(person) ?? '');
  const own = byline.children.filter((node) => !isTag(node) || localName(node) !== 'byttl');
  const role = title === undefined ? {} : { role: title };
  if (people.length > 0) return people.map((name) => ({ name, ...role }));
  const line = lineOfText(own.map((node) => lineIn(node) ?? '').join(' '));
  if (line !== '') return [{ byline: line, ...role }];
  return title === undefined ? [] : [{ name: title }];
}
