import * as z from 'zod';
import { instantSchema, receiptIdSchema, storedWord } from './stored-text.ts';

/**
 * What an editor can decide about an article, as data. Each decision belongs to a register. In each register the
 * latest decision is in force, whatever the order of arrival. So a kill needs no version and may arrive before its
 * article.
 */
export interface ActionRule {
  register: string;
  /**
   * The action needs a target: a channel or a partner. Each target has its own register. The value is also the name
   * of the option of the command (`--from` or `--for`).
   */
  takesTarget?: 'from' | 'for';
  /** The action may state a new end of the embargo. Without one it lifts the embargo. */
  takesUntil?: true;
  /**
   * While the decision is in force, its target does not show the article. If the action takes no target, no feed
   * shows it. An embargo ends by itself.
   */
  takesAway?: true;
  /** The action has its own command, because it does more than store a decision. */
  hasOwnCommand?: true;
  does: string;
}

export const ACTIONS = {
  kill: {
    register: 'kill',
    takesAway: true,
    does: 'withdraw an article from every feed until it is unkilled',
  },
  unkill: { register: 'kill', does: 'show a killed article again' },
  erase: {
    register: 'erasure',
    takesAway: true,
    hasOwnCommand: true,
    does: 'remove an article’s bytes everywhere',
  },
  readmit: { register: 'erasure', does: 'accept submissions again for the id of an erased article' },
  hold: {
    register: 'hold',
    takesAway: true,
    does: 'keep an article but show it in no feed until it is released',
  },
  release: {
    register: 'hold',
    does: 'show an article again that is on hold, or that waits because something in it was not understood',
  },
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
  include: {
    register: 'selection',
    takesTarget: 'for',
    does: 'put an article into a channel, whatever the channel’s selector says',
  },
  exclude: {
    register: 'selection',
    takesAway: true,
    takesTarget: 'for',
    does: 'keep an article out of a channel, whatever the channel’s selector says',
  },
  select: {
    register: 'selection',
    takesTarget: 'for',
    does: 'undo include or exclude: the channel’s selector decides again',
  },
} as const satisfies Record<string, ActionRule>;

export type ActionName = keyof typeof ACTIONS;
export const ACTION_NAMES = Object.keys(ACTIONS) as ActionName[];

export const decisionSchema = z.object({
  action: storedWord<ActionName>(),
  /** When the decision was received. It orders the decisions of a register; equal instants are ordered by receipt. */
  at: instantSchema,
  receipt: receiptIdSchema,
  by: z.string(),
  reason: z.string().exactOptional(),
  /** A channel's id, `partner:` and a partner or `partner/alias`, or `feed:` and a feed's id. */
  target: z.string().exactOptional(),
  /** The new end of an embargo. */
  until: instantSchema.exactOptional(),
});
export type Decision = z.infer<typeof decisionSchema>;

/** Whether this version knows the action of a stored decision. A newer version may know more. */
export const isKnownAction = (action: string): action is ActionName => Object.hasOwn(ACTIONS, action);

/** What is known about the action of a stored decision. An action that is not known has a register of its own. */
export function ruleOf(action: string): ActionRule {
  return isKnownAction(action)
    ? ACTIONS[action]
    : { register: action, takesAway: true, does: 'is not known' };
}

/** The register that a decision belongs to. */
export function registerOf({ action, target }: Pick<Decision, 'action' | 'target'>): string {
  const { register } = ruleOf(action);
  return target === undefined ? register : `${register}:${target}`;
}

type DecisionOptions = Pick<Decision, 'action' | 'target' | 'until'>;

/** Which option is missing or does not belong to the action; undefined for a complete decision. */
export function decisionProblem({ action, target, until }: DecisionOptions): string | undefined {
  const rule: ActionRule = ACTIONS[action];
  if ((rule.takesTarget !== undefined) !== (target !== undefined)) {
    return rule.takesTarget
      ? `${action} needs a channel or a partner`
      : `${action} takes no channel or partner`;
  }
  if (until !== undefined && !rule.takesUntil) return `${action} takes no instant`;
  return undefined;
}
