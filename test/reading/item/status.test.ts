import { expect, test } from 'vitest';
import { answerOf, statusOf } from '../../../shared/reading/item/status.ts';

test.each([
  [
    'usable',
    ['usable', 'Published', 'stat:usable', 'LIVE', 'http://cv.iptc.org/newscodes/pubstatusg2/usable'],
  ],
  ['usable', ['publié', 'veröffentlicht', '已发布', '公開', 'опубликовано']],
  ['withheld', ['withheld', 'Draft', 'auto-draft', 'in review', 'Pending_Review', 'x:hold', 'SOFT_TRASHED']],
  [
    'withheld',
    ['Entwurf', 'borrador', 'brouillon', 'bozza', 'rascunho', '下書き', '草稿', '초안', 'черновик', 'مسودة'],
  ],
  ['timed', ['embargoed', 'Scheduled', 'future', 'sous embargo', '定时发布', 'stat:embargoed']],
  [
    'canceled',
    ['canceled', 'cancelled', 'KILLED', 'stat:cancelled', 'Deleted', 'retracted', 'withdrawn', '撤稿'],
  ],
  ['canceled', ['http://cv.iptc.org/newscodes/pubstatusg2/canceled/', 'annulé', 'zurückgezogen']],
  [
    'unknown',
    ['', 'usabel', 'not usable at all', 'stat:', 'ready', 'approved', 'final', 'usable?draft', '42'],
  ],
  // No object has a status by accident of its properties.
  ['unknown', ['constructor', '__proto__', 'toString']],
])('a status is %s: %j', (status, words) => {
  for (const word of words) expect({ word, is: statusOf(word) }).toEqual({ word, is: status });
});

test.each([
  ['yes', ['true', 'YES', '1', 'ja', 'oui', 'sí', '是', 'はい']],
  ['no', ['false', 'No', '0', 'nein', '否']],
  ['empty', ['', ' ', '-', 'null', '~', '[]', 'never', 'None']],
  [undefined, ['maybe', '?', '???', 'until Friday', '2']],
])('a switch says %s: %j', (answer, words) => {
  for (const word of words) expect({ word, is: answerOf(word) }).toEqual({ word, is: answer });
});
