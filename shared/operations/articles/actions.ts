import { ACTION_NAMES, type ActionName, type ActionRule, ACTIONS } from '../../domain/decision.ts';

/** An action that the operation `decide` accepts, and the options that the action needs. */
export interface ActionChoice {
  action: ActionName;
  /** What the action does, in words. */
  does: string;
  /** The word before the name of the channel or partner that the action needs; undefined if it needs none. */
  takesTarget: 'from' | 'for' | undefined;
  /** Whether it takes the new end of an embargo. */
  takesUntil: boolean;
}

/** The actions that a person chooses from. Erasing is not one of them, because it also removes bytes. */
export const ACTION_CHOICES: readonly ActionChoice[] = ACTION_NAMES.flatMap((action) => {
  const { does, takesTarget, takesUntil, hasOwnCommand }: ActionRule = ACTIONS[action];
  return hasOwnCommand ? [] : [{ action, does, takesTarget, takesUntil: takesUntil === true }];
});

/** The name of a decision in messages. An embargo decision without a new end lifts the embargo. */
export function decisionName({ action, until }: { action: ActionName; until?: string | undefined }): string {
  const { takesUntil }: ActionRule = ACTIONS[action];
  return takesUntil && until === undefined ? `end of the ${action}` : action;
}
