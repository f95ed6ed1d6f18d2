import type { ProfileId } from '../../contract/profiles/profile.ts';
import { hasToken } from '../../contract/sessions/session.ts';
import { overviewSubject, type SideSubject } from '../../contract/windows/side-window.ts';
import { bridge } from '../bridge.ts';
import { getRow } from '../state/app-state.ts';
import { closeDialogOfKind, setViewState, showProblem } from '../state/view-state.ts';

/** Opens the details of a server in a window of their own. */
export async function openDetailsWindow(profileId: ProfileId): Promise<void> {
  await open({ kind: 'details', profileId });
}

/** Opens the sessions on a server in a window of their own, instead of their dialog; the server answers only who is logged in. */
export async function openSessionsWindow(profileId: ProfileId): Promise<void> {
  const session = getRow(profileId)?.session;
  if (session === undefined || !hasToken(session))
    setViewState({ lastProblem: { profileId, problem: { code: 'no-session' } } });
  else if (await open({ kind: 'sessions', profileId })) closeDialogOfKind('sessions');
}

/** Opens the server overview in a window of its own. */
export async function openOverviewWindow(): Promise<void> {
  await open(overviewSubject);
}

function open(subject: SideSubject): Promise<boolean> {
  return showProblem(subject.profileId, bridge.openSideWindow({ subject }));
}
