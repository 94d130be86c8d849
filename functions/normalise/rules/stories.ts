import type { Draft } from '../../../shared/reading/draft/draft.ts';
import type { Claim } from '../../../shared/reading/finish/identify.ts';
import { isSameStory } from './same-story.ts';

export interface ClaimedDraft {
  /** The position of the item in its submission, from 0. */
  at: number;
  draft: Draft;
  claim: Claim;
}

/** How an item stands to the other items of its submission that claim the same id. */
export interface ItemOfStory {
  isShared: boolean;
  headlines: readonly string[];
  rank: number;
  /** Another story has the same id and the same headline, so that there is no id to keep this one apart. */
  isRefused: boolean;
}

/**
 * Divides the items of a submission that claim one id into stories, by position. The result does not depend on the
 * order of the items, except that of two versions that state neither a version nor a date the later item is newer.
 */
export function withStories(drafts: readonly ClaimedDraft[]): ReadonlyMap<number, ItemOfStory> {
  const result = new Map<number, ItemOfStory>();
  for (const claimants of groupedById(drafts)) {
    const withdrawals = claimants.filter(({ draft }) => draft.pubstatus === 'canceled');
    // A withdrawal is about the id, whichever stories have it.
    for (const { at } of withdrawals)
      result.set(at, { isShared: false, headlines: [], rank: at, isRefused: false });
    // If one of two stories must be refused, it is not the newer one.
    const stories = storiesAmong(claimants.filter((one) => !withdrawals.includes(one))).toSorted(newestFirst);
    const isShared =
      stories.length > 1 || claimants.some(({ claim }) => isFrontPage(claim.from, claim.declaredId));
    const taken = new Set<string>();
    for (const story of stories) {
      const ranks = story.map(({ at }) => at).toSorted((a, b) => a - b);
      const oldestFirst = inOrder(story);
      const apart = oldestFirst.at(-1)?.claim.apart ?? '';
      const isRefused = isShared && taken.has(apart);
      taken.add(apart);
      const headlines = story.map(({ draft }) => draft.content.headline);
      for (const [nth, { at }] of oldestFirst.entries()) {
        result.set(at, { isShared, headlines, rank: ranks[nth] ?? at, isRefused });
      }
    }
  }
  return result;
}

function groupedById(drafts: readonly ClaimedDraft[]): ClaimedDraft[][] {
  const groups = new Map<string, ClaimedDraft[]>();
  for (const one of drafts) {
    const group = groups.get(one.claim.declaredId);
    if (group === undefined) groups.set(one.claim.declaredId, [one]);
    else group.push(one);
  }
  return [...groups.values()];
}

/** The link to the front page of a site is the link of all its stories. */
export function isFrontPage(from: Claim['from'], declaredId: string): boolean {
  return from === 'link' && /^https:\/\/[^/?#]*\/?$/.test(declaredId);
}

/** In a larger group, most items are stories of their own, and comparing all their texts would take too long. */
const MAX_COMPARED = 200;

/**
 * The stories among items with one id: items that are the same story as a third are one story. The items are compared
 * in an order that depends on their contents only.
 */
function storiesAmong(claimants: readonly ClaimedDraft[]): ClaimedDraft[][] {
  if (claimants.length < 2) return claimants.map((one) => [one]);
  let stories: ClaimedDraft[][] = [];
  for (const one of claimants.toSorted(byContents)) {
    const isDeclared = one.claim.from !== 'link' && claimants.length <= MAX_COMPARED;
    const same = stories.filter((members) =>
      members.some(({ draft }) => isSameStory(draft, one.draft, isDeclared)),
    );
    stories = [...stories.filter((story) => !same.includes(story)), [...same.flat(), one]];
  }
  return stories;
}

function newestFirst(a: readonly ClaimedDraft[], b: readonly ClaimedDraft[]): number {
  const [x = '', y = ''] = [a, b].map((story) =>
    story
      .map(({ draft }) => draft.versioncreated ?? '')
      .reduce((latest, date) => (date > latest ? date : latest), ''),
  );
  return x === y ? 0 : x > y ? -1 : 1;
}

function byContents({ draft: a, at }: ClaimedDraft, { draft: b, at: other }: ClaimedDraft): number {
  const [x, y] = [a, b].map(({ content, versioncreated = '', declaredVersion = '' }) =>
    [content.headline, content.firstcreated ?? '', versioncreated, declaredVersion, content.body].join('\n'),
  );
  return x === y || x === undefined || y === undefined ? at - other : x < y ? -1 : 1;
}

/**
 * The versions of one story, oldest first: by their version numbers if all state one, then by their dates if all state
 * one, then by position.
 */
function inOrder(story: readonly ClaimedDraft[]): ClaimedDraft[] {
  const areNumbered = story.every(({ draft }) => draft.declaredVersion !== undefined);
  const areDated = story.every(({ draft }) => draft.versioncreated !== undefined);
  const keyOf = ({ draft }: ClaimedDraft): string =>
    (areNumbered ? (draft.declaredVersion ?? '').padStart(18, '0') : '') +
    (areDated ? `~${draft.versioncreated ?? ''}` : '');
  return story.toSorted((a, b) => {
    const [x, y] = [keyOf(a), keyOf(b)];
    return x === y ? a.at - b.at : x < y ? -1 : 1;
  });
}
