import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import type { CreatedObject } from './created-event.ts';

/** The journal is emptied when it has more lines than this and every write in it has ended. */
const MAX_JOURNAL_LINES = 10_000;

interface JournalLine extends CreatedObject {
  /** '+' when the write begins, '-' when its events have been sent. */
  sign: '+' | '-';
  id: string;
}

/** A file that lists the writes of objects whose S3 events may not have been sent yet. */
export interface NotificationJournal {
  begin(id: string, created: CreatedObject): void;
  end(id: string, created: CreatedObject): void;
  /** The objects whose write began and whose events may not have been sent. */
  unfinished(): CreatedObject[];
  clear(): void;
}

export function openJournal(file: string): NotificationJournal {
  let lines = 0;
  let open = 0;
  const append = (line: JournalLine): void => {
    lines += 1;
    open += line.sign === '+' ? 1 : -1;
    if (open === 0 && lines > MAX_JOURNAL_LINES) {
      lines = 0;
      writeFileSync(file, '');
    } else appendFileSync(file, `${JSON.stringify(line)}\n`);
  };
  return {
    begin: (id, created) => append({ sign: '+', id, ...created }),
    end: (id, created) => append({ sign: '-', id, ...created }),
    unfinished() {
      const found = new Map<string, CreatedObject>();
      for (const { sign, id, ...created } of linesOf(file)) {
        if (sign === '+') found.set(id, created);
        else found.delete(id);
      }
      return [...found.values()];
    },
    clear: () => writeFileSync(file, ''),
  };
}

function linesOf(file: string): JournalLine[] {
  let text = '';
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    // At the first start there is no journal.
  }
  // Ignore the text after the last line break: it is a line that a crash cut off. If it was a '+' line, the write of
  // the object had not begun, so no event is missing. If it was a '-' line, `recover` sends the events a second time.
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as JournalLine);
}
