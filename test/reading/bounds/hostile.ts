import { HOSTILE_BYTES } from './hostile-bytes.ts';
import { HOSTILE_JSON } from './hostile-json.ts';
import { HOSTILE_MARKDOWN } from './hostile-markdown.ts';
import { HOSTILE_MARKUP } from './hostile-markup.ts';
import { HOSTILE_NEWS } from './hostile-news.ts';
import { HOSTILE_WIRE } from './hostile-wire.ts';
import { HOSTILE_PAGES } from './hostile-pages.ts';
import { HOSTILE_TEXT } from './hostile-text.ts';
import { HOSTILE_XML } from './hostile-xml.ts';
import type { Hostile } from './repeated.ts';

/** All kinds of input that are known to need much time or memory to read. Each can be made in any size. */
export const HOSTILE: readonly Hostile[] = [
  ...HOSTILE_TEXT,
  ...HOSTILE_MARKUP,
  ...HOSTILE_MARKDOWN,
  ...HOSTILE_PAGES,
  ...HOSTILE_XML,
  ...HOSTILE_NEWS,
  ...HOSTILE_WIRE,
  ...HOSTILE_JSON,
  ...HOSTILE_BYTES,
];
