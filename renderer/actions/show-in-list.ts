import type { ProfileId } from '../../contract/profiles/profile.ts';
import { focusRow } from '../list/focus-row.ts';
import { shownIds } from '../list/list-order.ts';
import { getRow } from '../state/app-state.ts';
import { setViewState } from '../state/view-state.ts';

/** Shows a server in the list and focuses it, whatever is shown at the moment. */
export function showInList(profileId: ProfileId): void {
  const isHidden = getRow(profileId)?.profile.hidden === true;
  setViewState({
    screen: 'servers',
    ...(shownIds().includes(profileId) ? {} : { view: isHidden ? 'hidden' : 'all', search: '' }),
  });
  focusRow(profileId);
}

/** Returns from a screen to the list. */
export function closeScreen(): void {
  setViewState({ screen: 'servers' });
}
