import type { Problem } from '../../contract/core/problem.ts';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import { bridge } from '../bridge.ts';
import { getRow, useAppState } from '../state/app-state.ts';
import {
  type CopyWarning,
  openDialog,
  setViewState,
  showProblem,
  useViewState,
} from '../state/view-state.ts';

const checkmarkMs = 1_500;

/** Copies the header of a profile, or asks first where that is required. */
export async function copyHeader(profileId: ProfileId): Promise<void> {
  const row = getRow(profileId);
  if (row === undefined) return;
  const guarded = useAppState.getState().settings.confirmProduction;
  if (guarded && row.profile.environment === 'production' && row.session.phase === 'active') {
    openDialog({ kind: 'copy-production', profileId });
    return;
  }
  await copyWithoutAsking(profileId);
}

/** Copies the header of a profile without the confirmation for production. */
export async function copyWithoutAsking(profileId: ProfileId, anyway = false): Promise<void> {
  const result = await bridge.copyHeader({ profileId, anyway });
  if (result.ok) {
    setViewState({ copiedId: profileId, lastProblem: null });
    setTimeout(() => {
      if (useViewState.getState().copiedId === profileId) setViewState({ copiedId: null });
    }, checkmarkMs);
    return;
  }
  const { problem } = result;
  if (problem.code === 'no-session' || problem.code === 'secret-unreadable')
    openDialog({ kind: 'login', profileId });
  else if (needsConfirmation(problem)) openDialog({ kind: 'copy-anyway', profileId, problem });
  else setViewState({ lastProblem: { profileId, problem } });
}

/** Whether the person may decide to copy the header anyway. */
function needsConfirmation(problem: Problem): problem is CopyWarning {
  return (
    problem.code === 'session-expired' ||
    problem.code === 'session-was-refused' ||
    problem.code === 'certificate-in-doubt'
  );
}

/** Clears our header from the clipboard. */
export async function clearClipboard(): Promise<void> {
  await showProblem(null, bridge.clearClipboard());
}
