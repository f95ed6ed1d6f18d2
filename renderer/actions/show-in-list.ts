import type { ProfileId } from '../../contract/profiles/profile.ts';
import { bridge } from '../bridge.ts';
import { focusRow } from '../list/focus-row.ts';
import { shownIds } from '../list/list-order.ts';
import { getRow } from '../state/app-state.ts';
import { sideSubject } from '../state/side-subject.ts';
import { setViewState } from '../state/view-state.ts';

/** Shows a server in the list and focuses it, whatever is shown at the moment; a side window leads to the main one. */
export function showInList(profileId: ProfileId): void {
  if (sideSubject !== null) {
    void bridge.showServer({ profileId, logIn: false });
    return;
  }
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
