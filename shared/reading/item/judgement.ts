import type { Doubt } from '../../domain/article.ts';
import { type Instant, instantAt } from '../../domain/instant.ts';
import type { DoubtCode } from '../../domain/outcome.ts';
import { isNoDate, type Moment, momentOf } from '../dates/moment.ts';
import type { SourceDefaults } from '../draft/draft.ts';
import type { Sign } from './signs.ts';
import { answerOf, isLifted, statusOf } from './status.ts';

/** What all signs of an article say together. */
export interface Judgement {
  canceled: boolean;
  withheld: boolean;
  doubts: Doubt[];
  embargoed?: Instant;
  expires?: Instant;
  notes: string[];
}

/** An article has a few signs. If there are more, the article is in doubt. */
const MOST_SIGNS = 100;

/** How many characters of a value a note or a reason quotes. */
const MAX_QUOTED = 60;

/**
 * A date of publication is in the future if it is more than an hour after the time of receipt. An hour covers clocks
 * that differ and a time zone that is wrong by the summer time. A zone that is wrong by more holds the article for as
 * long as it is wrong: the source then needs the setting `futureDates: now`.
 */
const TOLERANCE = 60 * 60 * 1000;

/** Reads all signs of an article. A sign that is not understood puts the article in doubt. */
export class Judge implements Judgement {
  canceled = false;
  withheld = false;
  readonly doubts: Doubt[] = [];
  embargoed?: Instant;
  expires?: Instant;
  readonly notes: string[] = [];
  /** The first sign that says that the article is embargoed or scheduled, but not until when. */
  private timed: Sign | undefined;
  /** The latest date of publication that is in the future. */
  private scheduled: { instant: Instant; sign: Sign } | undefined;
  /** A date of publication that is in the future in every zone, but has no zone. */
  private vague: { earliest: number; sign: Sign } | undefined;
  private readonly now: number;
  private readonly timeZone: string | undefined;
  private readonly holdsFutureDates: boolean;

  /** Without `receivedAt`, no date of publication is in the future, and no date without a zone is over. */
  constructor({ receivedAt, timeZone, futureDates = 'hold' }: Partial<SourceDefaults>) {
    this.now = receivedAt === undefined ? NaN : Date.parse(receivedAt);
    this.timeZone = timeZone;
    this.holdsFutureDates = futureDates === 'hold';
  }

  read(signs: readonly Sign[]): this {
    for (const sign of signs.slice(0, MOST_SIGNS)) this[sign.kind](sign);
    const [next] = signs.slice(MOST_SIGNS);
    if (next !== undefined) this.doubt('STATUS_UNKNOWN', next);
    this.conclude();
    return this;
  }

  private status(sign: Sign): void {
    if (sign.value === '') this.doubt('STATUS_UNKNOWN', sign);
    else this.mean(sign, statusOf(sign.value));
  }

  private signal(sign: Sign): void {
    const status = statusOf(sign.value);
    if (status !== 'unknown') this.mean(sign, status);
  }

  private mean(sign: Sign, status: ReturnType<typeof statusOf>): void {
    if (status === 'canceled') this.cancel(sign);
    if (status === 'withheld') this.withhold(sign);
    if (status === 'timed') this.timed ??= sign;
    if (status === 'unknown') this.doubt('STATUS_UNKNOWN', sign);
  }

  private held(sign: Sign): void {
    const answer = answerOf(sign.value);
    if (answer === 'yes') this.withhold(sign);
    else if (answer === undefined) this.other(sign);
  }

  private killed(sign: Sign): void {
    const answer = answerOf(sign.value);
    if (answer === 'yes') this.cancel(sign);
    else if (answer === undefined) this.other(sign);
  }

  private shown(sign: Sign): void {
    const answer = answerOf(sign.value);
    if (answer === 'no') this.withhold(sign);
    else if (answer === undefined && momentOf(sign.value) !== undefined) this.published(sign);
    else if (answer === undefined) this.other(sign);
  }

  /** A switch with a value that is neither yes nor no: a status, a date before which the article waits, or a doubt. */
  private other(sign: Sign): void {
    const status = statusOf(sign.value);
    if (status !== 'unknown') this.mean(sign, status);
    else if (momentOf(sign.value) === undefined) this.doubt('STATUS_UNKNOWN', sign);
    else this.embargo(sign);
  }

  private embargo(sign: Sign): void {
    const answer = sign.value === '' ? undefined : answerOf(sign.value);
    if (answer === 'no' || answer === 'empty' || isNoDate(sign.value) || isLifted(sign.value)) return;
    if (answer === 'yes') this.timed ??= sign;
    else if (statusOf(sign.value) !== 'unknown') this.mean(sign, statusOf(sign.value));
    else this.wait(sign, momentOf(sign.value, this.timeZone));
  }

  private wait(sign: Sign, moment: Moment | undefined): void {
    if (moment !== undefined && moment.latest !== moment.earliest && moment.latest <= this.now) {
      this.notes.push(`${shown(sign)} has no time zone, but it is over in every time zone`);
      return;
    }
    const instant = known(moment);
    if (instant === undefined) this.doubt('FIELD_EMBARGO', sign);
    else if (this.embargoed === undefined || instant > this.embargoed) this.embargoed = instant;
  }

  private expiry(sign: Sign): void {
    const answer = answerOf(sign.value);
    if (answer === 'no' || answer === 'empty') return;
    const moment = momentOf(sign.value, this.timeZone);
    if (moment !== undefined && (moment.earliest > NEVER || isNoDate(sign.value))) {
      this.notes.push(`${shown(sign)}: taken for no expiry`);
    } else if (moment === undefined && !isNoDate(sign.value)) this.doubt('FIELD_EMBARGO', sign);
    else if (moment !== undefined) this.end(sign, moment);
  }

  private end(sign: Sign, { earliest, latest }: Moment): void {
    const isOver = latest <= this.now;
    const expires = instantAt(isOver ? latest : earliest);
    if (earliest !== latest && !isOver && !(earliest > this.now)) this.doubt('FIELD_EMBARGO', sign);
    else if (this.expires === undefined || expires < this.expires) {
      this.expires = expires;
      if (earliest !== latest)
        this.notes.push(`${shown(sign)} has no time zone; the ${isOver ? 'last' : 'first'} is taken`);
    }
  }

  private published(sign: Sign): void {
    const isEmpty = answerOf(sign.value) !== undefined || isNoDate(sign.value);
    if (!isEmpty && momentOf(sign.value) === undefined) this.doubt('FIELD_EMBARGO', sign);
    else this.dated(sign);
  }

  private dated(sign: Sign): void {
    const moment = momentOf(sign.value, this.timeZone);
    if (moment === undefined || !(moment.earliest > this.now)) return;
    const instant = known(moment);
    if (instant === undefined) {
      this.vague ??= { earliest: moment.earliest, sign };
    } else if (this.scheduled === undefined || instant > this.scheduled.instant) {
      this.scheduled = { instant, sign };
    }
  }

  private readonly isAhead = (milliseconds: number): boolean => milliseconds > this.now + TOLERANCE;

  private period(sign: Sign): void {
    const parts = periodIn(sign.value);
    if (parts === undefined) this.doubt('FIELD_EMBARGO', sign);
    for (const [kind, value] of parts ?? []) this[kind]({ ...sign, kind, value });
  }

  /** Applies a date of publication in the future, and a status that says that the article has to wait. */
  private conclude(): void {
    const { scheduled, timed } = this;
    const isHeld =
      scheduled !== undefined &&
      (timed !== undefined || (this.holdsFutureDates && this.isAhead(Date.parse(scheduled.instant))));
    if (isHeld) {
      if (this.embargoed === undefined || scheduled.instant > this.embargoed) {
        this.embargoed = scheduled.instant;
        this.notes.push(`${shown(scheduled.sign)} is in the future; the article is embargoed until then`);
      }
    }
    const { vague, embargoed } = this;
    const isCovered =
      embargoed !== undefined && vague !== undefined && Date.parse(embargoed) >= vague.earliest;
    if (vague !== undefined && this.holdsFutureDates && this.isAhead(vague.earliest) && !isCovered)
      this.doubt('FIELD_EMBARGO', vague.sign);
    if (timed === undefined) return;
    const isWaiting = this.embargoed !== undefined && !(Date.parse(this.embargoed) <= this.now);
    if (!isWaiting && this.doubts.length === 0) this.doubt('FIELD_EMBARGO', timed);
  }

  private cancel(sign: Sign): void {
    this.canceled = true;
    this.notes.push(`canceled by the sender: ${shown(sign)}`);
  }

  private withhold(sign: Sign): void {
    this.withheld = true;
    this.notes.push(`withheld by the sender: ${shown(sign)}`);
  }

  private doubt(code: DoubtCode, sign: Sign): void {
    this.doubts.push({ code, detail: shown(sign) });
  }
}

/** An expiry after this instant means that the article does not expire. */
const NEVER = Date.parse('9999-12-30T00:00:00Z');

/** The instant of a moment that is known exactly. An embargo until after the last instant lasts until the last one. */
function known(moment: Moment | undefined): Instant | undefined {
  if (moment === undefined || moment.earliest !== moment.latest) return undefined;
  return instantAt(moment.latest);
}

function shown({ name, value }: Sign): string {
  return `${name}: ${value.replace(/\s+/gu, ' ').slice(0, MAX_QUOTED)}`;
}

/**
 * The parts of a period: `start=…;end=…` (DCMI Period Encoding Scheme) or `…/…` (ISO 8601). Undefined if the text is
 * neither: a single date does not say whether it is the start or the end.
 */
function periodIn(text: string): ['embargo' | 'expiry', string][] | undefined {
  const dates = text.split('/').map((date) => date.trim());
  if (dates.length === 2 && !text.includes('=')) return bounds(dates[0], dates[1]);
  const parts = new Map(
    text.split(';').map((part): [string, string] => {
      const [key = '', ...value] = part.split('=');
      return [key.trim().toLowerCase(), value.join('=').trim()];
    }),
  );
  return bounds(parts.get('start'), parts.get('end'));
}

function bounds(start = '', end = ''): ['embargo' | 'expiry', string][] | undefined {
  const isOpen = (date: string): boolean => date === '' || date === '..';
  if (isOpen(start) && isOpen(end)) return undefined;
  return [
    ...(isOpen(start) ? [] : [['embargo', start] as ['embargo', string]]),
    ...(isOpen(end) ? [] : [['expiry', end] as ['expiry', string]]),
  ];
}
