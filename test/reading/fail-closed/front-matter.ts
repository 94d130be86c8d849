import { MARKDOWN } from './carriers.ts';
import type { Row } from './row.ts';
import { storyOf } from './stories.ts';

type Marks = readonly (readonly [language: string, kind: Row['kind'], line: string])[];

/** Lines of front matter that say that the text must not go out, as generators and newsrooms write them. */
const MARKS: Marks = [
  ['en', 'until', 'embargo: 2026-03-13T06:00:00Z'],
  ['en', 'until', 'embargoed_until: 2026-03-13T06:00:00+01:00'],
  ['en', 'until', 'embargoUntil: "Fri, 13 Mar 2026 06:00:00 GMT"'],
  ['en', 'until', 'Embargoed: 2026-03-20T00:01:00Z'],
  ['en', 'embargo', 'embargo: Friday 6am'],
  ['en', 'embargo', 'embargo: 2026-03-13 06:00'],
  ['en', 'embargo', 'embargo: true'],
  ['en', 'embargo', 'embargo: until the speech'],
  ['en', 'embargo', 'embargo_until: "13/03/26"'],
  ['en', 'embargo', 'under-embargo: yes'],
  ['en', 'embargo', 'release: not before Friday'],
  ['en', 'embargo', 'do_not_publish_before: Friday'],
  ['en', 'draft', 'draft: true'],
  ['en', 'draft', 'draft: "yes"'],
  ['en', 'draft', 'draft: "True"'],
  ['en', 'draft', 'Draft: 1'],
  ['en', 'draft', 'isDraft: true'],
  ['en', 'draft', 'draft: maybe'],
  ['en', 'draft', 'status: draft'],
  ['en', 'draft', 'status: Draft'],
  ['en', 'draft', 'status: in review'],
  ['en', 'draft', 'state: pending'],
  ['en', 'draft', 'workflow: awaiting-approval'],
  ['en', 'private', 'published: false'],
  ['en', 'private', 'published: "no"'],
  ['en', 'private', 'publish: false'],
  ['en', 'private', 'publish: off'],
  ['en', 'private', 'visibility: private'],
  ['en', 'private', 'status: private'],
  ['en', 'private', 'unlisted: true'],
  ['en', 'hold', 'hold: true'],
  ['en', 'hold', 'on_hold: yes'],
  ['en', 'hold', 'status: on hold'],
  ['en', 'hold', 'status: embargoed'],
  ['en', 'future', 'publishDate: 2026-03-20T06:00:00Z'],
  ['en', 'future', 'publish_date: 2026-03-20'],
  ['en', 'future', 'publishdate: 2026-04-01T00:00:00Z'],
  ['en', 'future', 'publish_on: 2026-03-20T06:00:00Z'],
  ['en', 'future', 'scheduled: 2026-03-20T06:00:00Z'],
  ['en', 'hold', 'scheduled: true'],
  ['en', 'hold', 'status: scheduled'],
  ['en', 'kill', 'status: killed'],
  ['en', 'kill', 'pubstatus: canceled'],
  ['en', 'withdrawal', 'status: withdrawn'],
  ['en', 'withdrawal', 'withdrawn: true'],
  ['en', 'withdrawal', 'status: trash'],
  ['en', 'withdrawal', 'archived: true'],
  ['en', 'future', 'date: 2026-06-01T08:00:00Z'],
  ['de', 'until', 'sperrfrist: 2026-03-13T06:00:00+01:00'],
  ['de', 'embargo', 'Sperrfrist: Freitag, 6 Uhr'],
  ['de', 'draft', 'entwurf: true'],
  ['de', 'draft', 'status: Entwurf'],
  ['de', 'private', 'veröffentlicht: nein'],
  ['fr', 'embargo', 'embargo: vendredi 18 h'],
  ['fr', 'draft', 'brouillon: oui'],
  ['fr', 'private', 'publié: non'],
  ['es', 'embargo', 'embargado: hasta el viernes'],
  ['es', 'draft', 'borrador: sí'],
  ['es', 'draft', 'estado: borrador'],
  ['it', 'draft', 'bozza: true'],
  ['pt', 'draft', 'rascunho: sim'],
  ['nl', 'draft', 'concept: true'],
  ['sv', 'draft', 'utkast: ja'],
  ['pl', 'draft', 'status: szkic'],
  ['ru', 'draft', 'черновик: да'],
  ['ru', 'embargo', 'эмбарго: до пятницы'],
  ['ja', 'draft', '下書き: はい'],
  ['ja', 'embargo', '解禁日時: 金曜日 午前6時'],
  ['ja', 'private', '公開: いいえ'],
  ['ko', 'embargo', '엠바고: 금요일 오전 6시'],
  ['zh-Hans', 'draft', '草稿: 是'],
  ['zh-Hant', 'embargo', '解禁時間: 週五上午6時'],
];

type Breakage = readonly [name: string, wrap: (line: string, title: string) => string];

/** The ways in which people break the block. Each still has the mark in it for everyone to see. */
const BREAKAGES: readonly Breakage[] = [
  ['good', (line, title) => `---\ntitle: ${title}\n${line}\n---\n\n`],
  ['a tab', (line, title) => `---\ntitle: ${title}\nauthor:\n\tname: Jane Roe\n${line}\n---\n\n`],
  ['a line without a key', (line, title) => `---\ntitle: ${title}\nsee the notes below\n${line}\n---\n\n`],
  ['never closed', (line, title) => `---\ntitle: ${title}\n${line}\n\n`],
  ['a colon without quotes', (line, title) => `---\ntitle: Museum: ${title}: part 2\n${line}\n---\n\n`],
  ['a key twice', (line, title) => `---\ntitle: ${title}\ntitle: Museum\n${line}\n---\n\n`],
  ['a quote not closed', (line, title) => `---\ntitle: "${title}\n${line}\n---\n\n`],
  ['four dashes', (line, title) => `----\ntitle: ${title}\n${line}\n----\n\n`],
  ['a byte order mark before', (line, title) => `\u{feff}---\ntitle: ${title}\n${line}\n---\n\n`],
  ['an empty line before', (line, title) => `\n\n---\ntitle: ${title}\n${line}\n---\n\n`],
  ['closed with dots', (line, title) => `---\ntitle: ${title}\n${line}\n...\n\n`],
  ['no opening line', (line, title) => `title: ${title}\n${line}\n---\n\n`],
  ['CRLF', (line, title) => `---\r\ntitle: ${title}\r\n${line}\r\n---\r\n\r\n`],
];

/** TOML and JSON, as Hugo takes them. */
const OTHER_SYNTAX: Marks = [
  ['en', 'draft', '+++\ntitle = "Museum"\ndraft = true\n+++'],
  ['en', 'future', '+++\ntitle = "Museum"\npublishDate = 2026-03-20T06:00:00Z\n+++'],
  ['en', 'embargo', '+++\ntitle = "Museum"\nembargo = "Friday 6am"\n+++'],
  ['en', 'draft', '+++\ntitle: Museum\ndraft: true\n+++'],
  ['en', 'draft', '+++\ntitle = "Museum\ndraft = true\n+++'],
  ['en', 'draft', '{\n  "title": "Museum",\n  "draft": true\n}'],
  ['en', 'draft', ';;;\n{ "title": "Museum", "draft": true }\n;;;'],
  ['en', 'draft', '<!--\ntitle: Museum\ndraft: true\n-->'],
  ['en', 'draft', '```yaml\ntitle: Museum\ndraft: true\n```'],
  ['en', 'embargo', '---\ntitle: Museum\nmeta:\n  embargo: Friday 6am\n---'],
  ['en', 'draft', '---\ntitle: Museum\npublishing: { draft: true }\n---'],
  ['en', 'draft', '---\n- title: Museum\n- draft: true\n---'],
];

function rowOf(name: string, [language, kind, front]: Marks[number]): Row {
  const { headline, lead, rest } = storyOf(language);
  const text = `${front.trimEnd()}\n\n# ${headline}\n\n${lead}\n\n${rest}\n`;
  return { id: `front matter, ${name}`, language, format: MARKDOWN, kind, text };
}

/** Each mark once in a good block and once in a broken one. */
export const FRONT_MATTER: readonly Row[] = [
  ...MARKS.flatMap(([language, kind, line], index) =>
    [0, 1 + (index % (BREAKAGES.length - 1))].flatMap((at) => {
      const [name, wrap] = BREAKAGES[at] ?? [];
      if (name === undefined || wrap === undefined) return [];
      return [rowOf(`${name}: ${line}`, [language, kind, wrap(line, storyOf(language).headline)])];
    }),
  ),
  ...OTHER_SYNTAX.map((mark) => rowOf(mark[2].replace(/\n/g, ' | '), mark)),
];
