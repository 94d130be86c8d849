import { describe, expect, test } from 'vitest';
import { type Draft, inDoubt, plainContent } from '../../../shared/reading/draft/draft.ts';

const draft = (part: Partial<Draft> = {}): Draft => ({
  pubstatus: 'usable',
  content: plainContent({ headline: 'A story', body: '', language: 'en', bylines: [] }),
  removed: [],
  notes: [],
  ...part,
});
const UNKNOWN = { code: 'STATUS_UNKNOWN', detail: 'status: parked' } as const;

describe('a doubt', () => {
  test('withholds a usable draft', () => {
    expect(inDoubt(draft(), UNKNOWN.code, UNKNOWN.detail)).toMatchObject({
      pubstatus: 'withheld',
      doubt: UNKNOWN,
      notes: [],
    });
  });

  test('does not bring a canceled draft back', () => {
    const canceled = draft({ pubstatus: 'canceled' });
    expect(inDoubt(canceled, UNKNOWN.code, UNKNOWN.detail)).toEqual(canceled);
  });

  test('is a note on a draft that is in doubt already', () => {
    const again = inDoubt(draft({ pubstatus: 'withheld', doubt: UNKNOWN }), 'FIELD_EMBARGO', 'Hold');
    expect(again).toMatchObject({ doubt: UNKNOWN, notes: ['also withheld because of FIELD_EMBARGO: Hold'] });
  });

  test('is not repeated if the draft is in doubt for the same reason, or has the note already', () => {
    const doubtful = inDoubt(draft(), UNKNOWN.code, UNKNOWN.detail);
    expect(inDoubt(doubtful, UNKNOWN.code, UNKNOWN.detail)).toEqual(doubtful);
    const noted = inDoubt(doubtful, 'FIELD_EMBARGO', 'Hold');
    expect(inDoubt(noted, 'FIELD_EMBARGO', 'Hold')).toEqual(noted);
    expect(inDoubt(doubtful, UNKNOWN.code, 'status: held back').notes).toHaveLength(1);
  });

  test('is a note on a draft that the sender withholds: a person must not release what is not finished', () => {
    const own = inDoubt(draft({ pubstatus: 'withheld' }), 'TEXT_LOST', '9 of 10 words');
    expect(own).not.toHaveProperty('doubt');
    expect(own.notes).toEqual(['also withheld because of TEXT_LOST: 9 of 10 words']);
  });
});
