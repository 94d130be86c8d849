import type { Element } from 'domhandler';
import type { Sign } from '../../item/signs.ts';
import { statusOf } from '../../item/status.ts';
import { at, childrenOf, lineIn } from '../xml-document.ts';

/**
 * Instructions that come with an article which may be shown (NewsML 1.2, section 5.6.12). Every other instruction is
 * read like a status: `Delete` cancels the article, and an unknown instruction puts it in doubt.
 */
const INSTRUCTIONS_TO_SHOW = /^(?:rectify|correct(?:ion)?|updated?|replace(?:ment)?|revise|new|none|add)$/i;

/** What `NewsManagement` says about whether, or when, the article may be shown. */
export function signsOf(management: Element | undefined): Sign[] {
  const changes = childrenOf(management, 'StatusWillChange').map(changeOf);
  const isScheduled = changes.some(({ kind, value }) => kind === 'embargo' && value !== '');
  const status = childrenOf(management, 'Status').map(({ attribs }): Sign => {
    const value = attribs['FormalName'] ?? '';
    // A withheld article whose status will change by itself is embargoed until then.
    const isWaiting = isScheduled && statusOf(value) === 'withheld';
    return { kind: 'status', name: 'Status', value: isWaiting ? 'embargoed' : value };
  });
  const instructions = childrenOf(management, 'Instruction').flatMap(({ attribs }): Sign[] => {
    const value = attribs['FormalName']?.trim() ?? '';
    return value === '' || INSTRUCTIONS_TO_SHOW.test(value)
      ? []
      : [{ kind: 'status', name: 'Instruction', value }];
  });
  return [...status, ...instructions, ...changes];
}

/** `StatusWillChange`: when the article becomes usable, its embargo ends; when it stops being usable, it expires. */
function changeOf(change: Element): Sign {
  const future = at(change, 'FutureStatus')?.attribs['FormalName'] ?? '';
  const value = lineIn(at(change, 'DateAndTime')) ?? '';
  const isRelease = statusOf(future) === 'usable';
  return { kind: isRelease ? 'embargo' : 'expiry', name: `StatusWillChange (${future.slice(0, 40)})`, value };
}
