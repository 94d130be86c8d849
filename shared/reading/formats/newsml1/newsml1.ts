import type { Element } from 'domhandler';
import { defined } from '../../draft/defined.ts';
import {
  besidesAs,
  type Draft,
  type Drafted,
  type SourceDefaults,
  rejected,
  withNotes,
} from '../../draft/draft.ts';
import { draftOf } from '../../item/draft-of-item.ts';
import { readWithinLimit } from '../../item/item-limit.ts';
import { type NewsMetadata, urgencyOf, withNewsMetadata } from '../../item/news-metadata.ts';
import { type UpstreamItem, firstOf } from '../../item/upstream-item.ts';
import { withSigns } from '../../item/with-signs.ts';
import { at, childrenOf, lineIn, localName } from '../xml-document.ts';
import { contentOf } from './content.ts';
import { conceptsOf, descendants, lineOf, linesOf, placesOf } from './metadata.ts';
import { signsOf } from './signs.ts';

/** The root elements of NewsML 1.x. Those of NewsML-G2 begin with a small letter. */
const ROOTS = new Set(['NewsML', 'NewsItem']);

export const isNewsml1 = (root: Element): boolean => ROOTS.has(localName(root));

/**
 * Reads a NewsML 1.0 to 1.2 document (IPTC NewsML 1.2, functional specification): each `NewsItem` is an article, also
 * if it has several components.
 */
export function fromNewsml1(root: Element, defaults: SourceDefaults): Drafted[] {
  const items = localName(root) === 'NewsItem' ? [root] : childrenOf(root, 'NewsItem');
  // A TopicSet is a vocabulary, without news.
  const news = items.filter((item) => at(item, 'TopicSet') === undefined);
  if (news.length === 0) return [rejected('FEED_EMPTY', 'no news items')];
  return readWithinLimit(news, (item) => [fromNewsItem(item, defaults)]);
}

function fromNewsItem(item: Element, defaults: SourceDefaults): Drafted {
  const { id, others, version } = identityOf(item);
  const named = <T extends Drafted>(drafted: T): T => ({
    ...drafted,
    ...(id !== undefined && { declaredId: id }),
  });
  const { item: article, notes, metadata } = articleOf(item);
  const read =
    at(item, 'Update') === undefined
      ? draftOf(defined<UpstreamItem>({ ...article, id }), defaults)
      : named(rejected('FIELD_MISSING', 'NewsML 1 with Update, a change of parts; send the whole revision'));
  const drafted = withSigns(read, signsOf(at(item, 'NewsManagement')), defaults);
  const complete = withNewsMetadata(withNotes(drafted, notes), { ...metadata, version });
  if (!complete.ok || others.length === 0) return complete;
  return { ok: true, draft: defined<Draft>({ ...complete.draft, otherIds: others }) };
}

/**
 * The id of a news item is the same in all its revisions: `urn:newsml:` with provider, date and item id. The
 * `PublicIdentifier` is this id, followed by the number of the revision and the letter of its attribute `Update`
 * (NewsML 1.2, section 5.5.2). A provider may use another kind of public identifier.
 */
function identityOf(item: Element): {
  id: string | undefined;
  others: string[];
  version: string | undefined;
} {
  const identifier = at(item, 'Identification', 'NewsIdentifier');
  const [provider, date, name] = ['ProviderId', 'DateId', 'NewsItemId'].map((part) =>
    lineIn(at(identifier, part)),
  );
  const revision = at(identifier, 'RevisionId');
  const version = lineIn(revision)?.replace(/[NUA]$/i, '');
  const stated = lineIn(at(identifier, 'PublicIdentifier'));
  const made =
    provider !== undefined && date !== undefined && name !== undefined
      ? `urn:newsml:${provider}:${date}:${name}`
      : name;
  const isUrn = /^urn:newsml:/i.test(stated ?? '');
  const id = stated !== undefined && (!isUrn || made === undefined) ? withoutRevision(stated) : made;
  const others = [stated, stated && withoutRevision(stated)].filter(
    (other): other is string => other !== undefined && other !== id,
  );
  return { id, others: [...new Set(others)], version };
}

/** `urn:newsml:example.com:20260312:ferry:3U` without `:3U`. Other identifiers stay as they are. */
const withoutRevision = (identifier: string): string =>
  identifier.replace(/^(urn:newsml:[^:\s]{1,200}:[^:\s]{1,40}:[^\s]{1,300}?):\d{1,9}[A-Z]?$/i, '$1');

/** The article, notes on what was left out of it, and its metadata. */
function articleOf(item: Element): { item: UpstreamItem; notes: string[]; metadata: NewsMetadata } {
  const management = at(item, 'NewsManagement');
  const top = childrenOf(item, 'NewsComponent');
  const { title, content, enclosures, nitf, notes } = contentOf(top);
  const headline = firstOf(lineOf(top, 'HeadLine'), title, nitf?.title?.value);
  const summary = firstOf(lineOf(top, 'SubHeadLine'), nitf?.summary?.value);
  const bylines = linesOf(top, 'ByLine');
  const role = lineOf(top, 'ByLineTitle');
  const dateline = lineOf(top, 'DateLine');
  const isOpening = dateline === undefined || (content?.value ?? '').includes(dateline);
  const published = lineIn(at(management, 'FirstCreated'));
  return {
    item: defined<UpstreamItem>({
      title: headline === undefined ? undefined : { value: headline, type: 'text' },
      summary: summary === undefined ? undefined : { value: summary, type: 'text' },
      content,
      published,
      updated: lineIn(at(management, 'ThisRevisionCreated')),
      authors:
        bylines.length > 0 ? bylines.map((byline) => defined({ byline, role })) : (nitf?.authors ?? []),
      categories: conceptsOf(top),
      enclosures,
      language: descendants(top, 'Language')[0]?.attribs['FormalName'],
      rights: firstOf(lineOf(top, 'CopyrightLine'), lineIn(descendants(top, 'CopyrightHolder')[0])),
      besides: [
        ...besidesAs(
          undefined,
          ['SubHeadLine', 'HeadLine', 'DateLine'].flatMap((name) => linesOf(top, name)),
        ),
        ...besidesAs('slug', linesOf(top, 'SlugLine')),
        ...besidesAs('terms', [
          ...linesOf(top, 'RightsLine'),
          ...descendants(top, 'UsageType').map((usage) => lineIn(usage)),
        ]),
      ],
    }),
    notes: [
      ...notes,
      ...(isOpening ? [] : [`dateline: ${dateline.slice(0, 80)}`]),
      ...linesOf(top, 'CreditLine').map((line) => `credit line: ${line.slice(0, 80)}`),
    ],
    metadata: {
      urgency: urgencyOf(Number(at(management, 'Urgency')?.attribs['FormalName'])),
      places: placesOf(top),
      genres: descendants(top, 'Genre').flatMap(({ attribs }) => attribs['FormalName'] ?? []),
      usageterms: firstOf(lineIn(descendants(top, 'UsageType')[0]), lineOf(top, 'RightsLine')),
      ednotes: [...linesOf(top, 'NoteLine'), ...editorsNotesOf(top)],
    },
  };
}

/** Each `NewsLine` whose type says that it is for editors. */
function editorsNotesOf(components: readonly Element[]): (string | undefined)[] {
  const lines = descendants(components, 'NewsLine').filter((each) =>
    /ed(?:itor|itorial)?s?.{0,3}note|advisory|instruction|note/i.test(
      at(each, 'NewsLineType')?.attribs['FormalName'] ?? '',
    ),
  );
  return lines.map((line) => lineIn(at(line, 'NewsLineText')));
}
