/**
 * What an editor can decide about an article, as data. A decision is written to a register; of two in one register the
 * later counts, whichever arrives first. A kill therefore needs no version, and may come before its article.
 */
export interface ActionRule {
  register: string;
  /** Takes a channel or a partner, which then has a register of its own; the word by which it is named. */
  takesTarget?: 'from' | 'for';
  /** Takes the end of an embargo; without one the embargo is lifted. */
  takesUntil?: true;
  /** What it is about does not show as long as it is in force; an embargo: until its end. */
  takesAway?: true;
  /** Has a command of its own: more is to be done than to decide. */
  hasOwnCommand?: true;
  does: string;
}

export const ACTIONS = {
  kill: { register: 'kill', takesAway: true, does: 'withdraw an article from every feed, now and for good' },
  unkill: { register: 'kill', does: 'let a killed article show again' },
  erase: {
    register: 'erasure',
    takesAway: true,
    hasOwnCommand: true,
    does: 'remove an article’s bytes everywhere',
  },
  readmit: { register: 'erasure', does: 'take articles in again under the id of one that was erased' },
  hold: { register: 'hold', takesAway: true, does: 'keep an article, but show it nowhere for now' },
  release: { register: 'hold', does: 'show a held article again' },
  embargo: {
    register: 'embargo',
    takesAway: true,
    takesUntil: true,
    does: 'move an article’s embargo, or lift it',
  },
  withdraw: {
    register: 'withdrawal',
    takesAway: true,
    takesTarget: 'from',
    does: 'withdraw an article from one channel or partner only',
  },
  restore: {
    register: 'withdrawal',
    takesTarget: 'from',
    does: 'undo a withdrawal from one channel or partner',
  },
  include: { register: 'selection', takesTarget: 'for', does: 'put an article into a channel by hand' },
  exclude: {
    register: 'selection',
    takesAway: true,
    takesTarget: 'for',
    does: 'keep an article out of a channel by hand',
  },
  select: { register: 'selection', takesTarget: 'for', does: 'leave it to the channel’s selector again' },
} as const satisfies Record<string, ActionRule>;

export type ActionName = keyof typeof ACTIONS;
export const ACTION_NAMES = Object.keys(ACTIONS) as ActionName[];

export interface Decision {
  action: ActionName;
  /** When it was received: what orders the decisions of a register, ties by receipt. */
  at: string;
  receipt: string;
  by: string;
  reason?: string;
  /** Whom it is about: a channel's id, `partner:` and a partner or `partner/alias`, or `feed:` and a feed's id. */
  target?: string;
  /** End of a moved embargo. */
  until?: string;
}

/** The register a decision is written to. */
export function registerOf({ action, target }: Pick<Decision, 'action' | 'target'>): string {
  const { register } = ACTIONS[action];
  return target === undefined ? register : `${register}:${target}`;
}

/** What a decision lacks or has too much of; undefined if it can be taken. */
export function decisionProblem({
  action,
  target,
  until,
}: Pick<Decision, 'action' | 'target' | 'until'>): string | undefined {
  const rule: ActionRule = ACTIONS[action];
  if ((rule.takesTarget !== undefined) !== (target !== undefined)) {
    return rule.takesTarget ? `${action} needs a channel or partner` : `${action} takes no channel`;
  }
  if (until !== undefined && !rule.takesUntil) return `${action} takes no instant`;
  return undefined;
}
