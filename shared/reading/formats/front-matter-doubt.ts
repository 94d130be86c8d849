import type { DoubtCode } from '../../domain/outcome.ts';
import { type Drafted, inDoubt, type SourceDefaults } from '../draft/draft.ts';
import { Judge } from '../item/judgement.ts';

/**
 * Words of front matter that cannot be read which may say that the article must not appear yet, in the languages that
 * newsrooms write their keys in. The first pattern that fits gives the code.
 */
const MENTIONS: readonly { code: DoubtCode; word: RegExp }[] = [
  {
    code: 'FIELD_EMBARGO',
    word: /embarg|sperrfrist|publi[csqzk]|pubdate|ver(?:ö|oe|o)ffentl|frei(?:gabe|gegeben)|schedul|releas|not before|until|geplant|planifi|programad|agendad|inplan|опублик|публик|эмбарго|نشر|حظر|解禁|禁运|禁運|发布|發布|發佈|公開|公开|配信|掲載|予約|预约|預約|定时|定時|게시|발행|공개|예약|엠바고/iu,
  },
  {
    code: 'STATUS_UNKNOWN',
    word: /draft|status|expir|withh[eo]ld|private|pending|hidden|unlisted|confidential|visib|retract|withdraw|cancel|delete|trash|kill|archiv|vertraulich|gesperrt|entwurf|entwürfe|borrador|brouillon|bozza|rascunho|kladde|udkast|utkast|luonnos|taslak|szkic|estado|statut|stato|bloque|retenid|retenu|черновик|статус|скрыт|مسودة|حالة|草稿|草案|待审|待審|审核|審核|状态|狀態|私密|下書|非公開|状態|ステータス|초안|임시|비공개|상태|검토|(?<!\p{L})(?:on)?hold(?!\p{L})|(?<!\p{L})(?:state|wip|review|live|todo|spike[d]?)(?!\p{L})/iu,
  },
];

/** The value of a line with a date key, in front matter that cannot be read. */
const DATE_LINE = /^[ \t]{0,8}["']?(?:date|datum|fecha|data|日期|日付|дата)["']?[ \t]{0,9}[:=](.{0,80})$/gimu;

/**
 * Puts the draft of a document with unread front matter in doubt if a word of the front matter may say that the
 * article must not appear yet, or if its date is in the future.
 */
export function doubtedFor(drafted: Drafted, matter: string, defaults: SourceDefaults): Drafted {
  if (!drafted.ok) return drafted;
  const found = MENTIONS.map(({ code, word }) => ({ code, match: word.exec(matter) })).find(
    ({ match }) => match !== null,
  );
  if (found?.match)
    return { ok: true, draft: inDoubt(drafted.draft, found.code, lineAt(matter, found.match.index)) };
  const signs = [...matter.matchAll(DATE_LINE)].slice(0, 20).map(([, value = '']) => ({
    kind: 'dated' as const,
    name: 'date',
    value: value.replace(/["'\r]/g, '').trim(),
  }));
  const { embargoed, doubts } = new Judge(defaults).read(signs);
  if (embargoed === undefined && doubts.length === 0) return drafted;
  return {
    ok: true,
    draft: inDoubt(drafted.draft, 'FIELD_EMBARGO', 'the date in the front matter is in the future'),
  };
}

/** The line at an offset, cut to the length of a detail. */
function lineAt(text: string, at: number): string {
  const start = text.lastIndexOf('\n', at) + 1;
  const line = text.slice(Math.max(start, at - 30), at + 60).split('\n', 1)[0] ?? '';
  return `front matter that cannot be read: ${line.trim().slice(0, 60)}`;
}
