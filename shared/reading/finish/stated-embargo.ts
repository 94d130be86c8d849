import type { Instant } from '../../domain/instant.ts';
import { lineOfText } from '../../domain/text.ts';
import { type Draft, inDoubt, type SourceDefaults } from '../draft/draft.ts';
import { markInField } from '../prose/embargo/field-mark.ts';
import { type Moment, momentIn } from '../prose/embargo/moment.ts';
import { type Statement, statementIn } from '../prose/embargo/statement.ts';
import { withoutNotice } from './headline-without-notice.ts';
import { type DraftLine, linesOfDraft } from './lines-of-draft.ts';

/** How many characters of a line a note or a reason quotes. */
const MAX_QUOTED = 60;

/** A notice to editors in a line of the draft. */
interface Notice {
  line: string;
  statement: Statement;
  moment: Moment;
}

/**
 * Applies what the text of an article, or a note to its editors, says about its publication. An embargo whose end is
 * known is set; one whose end is not known, and words that hold or kill the article or call it a draft, withhold the
 * article until a person releases it, because Wiredesk must not guess. A canceled article stays as it is.
 */
export function withStatedEmbargo(
  draft: Draft,
  defaults: Pick<SourceDefaults, 'receivedAt' | 'timeZone'>,
): Draft {
  if (draft.pubstatus === 'canceled') return draft;
  const notices = linesOfDraft(draft).flatMap((line) => noticeIn(line, defaults));
  if (notices.length === 0) return draft;
  const held = notices.find(({ statement }) => statement.kind === 'hold');
  const applied = withEmbargo(draft, notices, defaults.receivedAt);
  return held === undefined ? applied : inDoubt(applied, 'STATUS_UNKNOWN', held.line);
}

function noticeIn(
  line: DraftLine,
  { receivedAt, timeZone }: Pick<SourceDefaults, 'receivedAt' | 'timeZone'>,
): Notice[] {
  const { text } = line;
  const statement = statementAt(line);
  if (statement === undefined) return [];
  const moment = statement.isClear ? momentIn(text, timeZone) : { isZoneAssumed: false };
  // The label of a day on which a text was released is not an embargo.
  if (statement.isReleaseDay && isOver(moment.earliest, receivedAt)) return [];
  return [{ line: lineOfText(text).slice(0, MAX_QUOTED), statement, moment }];
}

/** The notice that a line states at its place. */
function statementAt({ text, place, beside }: DraftLine): Statement | undefined {
  if (place === 'terms' && EXPIRY.test(text)) return undefined;
  const statement = statementIn(text, place === 'note' ? 'note' : 'line');
  if (statement !== undefined && isNoticeAt(place, statement)) return statement;
  if (place === 'headline' && MARK_THEN_SLASH.test(text)) return markInField(text, 'title');
  return place === 'slug' || place === 'keyword' || place === 'title'
    ? markInField(text, place, beside)
    : undefined;
}

/** Terms that end the use of a text, and do not delay it: no use after 30 days. */
const EXPIRY =
  /(?:^|\P{L})(?:no|not|nicht|keine|pas|aucune?|sin|non|não|niet|geen)\P{L}.{0,30}(?:use[ds]?|sales?|resale|archiv\p{L}*|verwend\p{L}*|utilis\p{L}*|uso|gebruik\p{L}*)\P{L}.{0,20}(?:after|beyond|longer|nach|après|después|tras|dopo|após|na|langer)(?!\p{L})/iu;

/** A mark of a wire before a headline: EMBARGO/Council buys the mill. Other signs are read by `statementIn`. */
const MARK_THEN_SLASH = /^\W{0,3}\p{Lu}{3,12}\s?[/|]/u;

/** Whether a statement is a notice at this place. Where readers may see the line, it must be nothing else. */
function isNoticeAt(place: DraftLine['place'], { kind, whole, isDated, isSure }: Statement): boolean {
  if (place === 'inside') return whole && isDated;
  if (place === 'terms' && isSure && kind === 'embargo') return true;
  if (FIELDS.has(place)) return whole && (isDated || isSure);
  return place !== 'comment' || whole || isSure;
}

/** Places that have other texts than lines to editors. */
const FIELDS: ReadonlySet<DraftLine['place']> = new Set(['metadata', 'terms', 'slug', 'keyword', 'title']);

const isOver = (instant: Instant | undefined, receivedAt: Instant | undefined): boolean =>
  instant !== undefined && receivedAt !== undefined && Date.parse(instant) <= Date.parse(receivedAt);

function withEmbargo(draft: Draft, notices: readonly Notice[], receivedAt: Instant | undefined): Draft {
  const embargoes = notices.filter(({ statement }) => statement.kind === 'embargo');
  if (embargoes.length === 0) return draft;
  const { embargoed } = draft.content;
  const known = embargoes.flatMap(({ line, moment: { until, isZoneAssumed } }): Ending[] =>
    until === undefined ? [] : [{ line, until, isZoneAssumed }],
  );
  const answered = embargoed !== undefined || known.length > 0;
  const open = embargoes.find(({ statement, moment }) => {
    if (moment.until !== undefined || isOver(moment.latest, receivedAt)) return false;
    if (embargoed !== undefined && covers(embargoed, moment)) return false;
    return statement.isDated || !answered;
  });
  const [last] = known.toSorted((left, right) => Date.parse(right.until) - Date.parse(left.until));
  const set = last === undefined ? draft : embargoedUntil(draft, last, receivedAt);
  const over = embargoes.find(
    ({ moment }) => moment.until === undefined && isOver(moment.latest, receivedAt),
  );
  const noted =
    over === undefined
      ? set
      : {
          ...set,
          notes: [...set.notes, `the embargo that the text states was over at receipt: ${over.line}`],
        };
  return open === undefined ? noted : inDoubt(noted, 'FIELD_EMBARGO', open.line);
}

/** Whether an embargo of the metadata may be the one that a line states without its zone. */
function covers(embargoed: Instant, { earliest, latest }: Moment): boolean {
  if (earliest === undefined || latest === undefined) return false;
  return Date.parse(embargoed) >= Date.parse(earliest);
}

/** The end of an embargo that a line states. */
interface Ending {
  line: string;
  until: Instant;
  isZoneAssumed: boolean;
}

function embargoedUntil(
  draft: Draft,
  { line, until, isZoneAssumed }: Ending,
  receivedAt: Instant | undefined,
): Draft {
  const { content, notes } = draft;
  if (content.embargoed !== undefined && Date.parse(content.embargoed) >= Date.parse(until)) return draft;
  const zone = isZoneAssumed ? ['the embargo names no time zone; the time zone of the source is used'] : [];
  const isLater = content.embargoed !== undefined;
  const over = isOver(until, receivedAt) ? [`the embargo was over at receipt: ${until}`] : [];
  const note = isLater
    ? `the text states a later end of the embargo than the metadata (${content.embargoed}); the later one is used: ${line}`
    : `the text states when the embargo ends: ${line}`;
  return withoutNotice({
    ...draft,
    content: { ...content, embargoed: until },
    notes: [...notes, note, ...zone, ...over],
  });
}
