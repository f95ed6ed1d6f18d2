import type { CopyFormat } from '../../contract/core/copy-format.ts';
import type { Problem } from '../../contract/core/problem.ts';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import { bridge } from '../bridge.ts';
import { getRow, useAppState } from '../state/app-state.ts';
import { isGuarded } from '../state/production-guard.ts';
import {
  type CopyWarning,
  openDialog,
  setViewState,
  showProblem,
  useViewState,
} from '../state/view-state.ts';

const checkmarkMs = 1_500;

/** What is copied of a session, and in which format; null: in that of the profile, usually the header line. */
export interface SessionPart {
  readonly profileId: ProfileId;
  readonly format: CopyFormat | null;
}

/** Copies a session in the format of its profile, or asks first where that is required. */
export function copyHeader(profileId: ProfileId): Promise<void> {
  return copySession({ profileId, format: null });
}

/** Copies a session, or asks first where that is required. */
export async function copySession(part: SessionPart): Promise<void> {
  const row = getRow(part.profileId);
  if (row === undefined) return;
  if (isGuarded(row, part.format, useAppState.getState())) openDialog({ kind: 'copy-production', ...part });
  else await copyWithoutAsking(part);
}

/** Copies a session without the confirmation for production. */
export async function copyWithoutAsking(part: SessionPart, anyway = false): Promise<void> {
  const { profileId } = part;
  const result = await bridge.copySession({ ...part, anyway });
  if (result.ok) {
    setViewState({ copiedId: profileId, lastProblem: null });
    setTimeout(() => {
      if (useViewState.getState().copiedId === profileId) setViewState({ copiedId: null });
    }, checkmarkMs);
    if (result.value.awaitsHeader) openDialog({ kind: 'copy-stdin', profileId });
    return;
  }
  const { problem } = result;
  if (problem.code === 'no-session' || problem.code === 'secret-unreadable')
    openDialog({ kind: 'login', profileId });
  else if (needsConfirmation(problem)) openDialog({ kind: 'copy-anyway', ...part, problem });
  else setViewState({ lastProblem: { profileId, problem } });
}

/** Whether the person may decide to copy the session anyway. */
function needsConfirmation(problem: Problem): problem is CopyWarning {
  return (
    problem.code === 'session-expired' ||
    problem.code === 'session-was-refused' ||
    problem.code === 'certificate-in-doubt'
  );
}

/** Clears our secret from the clipboard. */
export async function clearClipboard(): Promise<void> {
  await showProblem(null, bridge.clearClipboard());
}
