import type { ProfileId } from '../../contract/profiles/profile.ts';
import type { WindowTask } from '../../contract/state.ts';
import { clearClipboard, copySession } from '../actions/copy-session.ts';
import { logIn, openWebPage } from '../actions/session-actions.ts';
import { showInList } from '../actions/show-in-list.ts';
import { lock } from '../actions/vault-actions.ts';
import { setViewState, useViewState } from '../state/view-state.ts';

/** Does what was asked of the window elsewhere; nothing that would take the place of a dialog in which a person types. */
export function doTask(task: WindowTask): void {
  const { dialog } = useViewState.getState();
  const isTyping = dialog !== null && dialog.kind !== 'settings';
  if (task.kind === 'lock') lock();
  else if (task.kind === 'clear-clipboard') void clearClipboard();
  else if (isTyping) return;
  else if (task.kind === 'log-in') logIn(task.profileId);
  else if (task.kind === 'show-server') showServer(task.profileId);
  else if (task.kind === 'open-web-interface') void openWebPage(task.profileId, 'interface');
  else if (task.kind === 'copy') void copySession({ profileId: task.profileId, format: task.format });
  else if (task.kind === 'show-view')
    setViewState({ view: task.view, search: '', screen: 'servers', dialog: null });
}

function showServer(profileId: ProfileId): void {
  setViewState({ dialog: null });
  showInList(profileId);
}
