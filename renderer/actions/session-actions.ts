import type { Problem } from '../../contract/core/problem.ts';
import type { Result } from '../../contract/core/result.ts';
import type { TrustDecision } from '../../contract/profiles/probe.ts';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import { hasToken } from '../../contract/sessions/session.ts';
import { bridge } from '../bridge.ts';
import { getRow, refreshState } from '../state/app-state.ts';
import { closeDialog, openDialog, setViewState, showProblem, useViewState } from '../state/view-state.ts';
import { preferredLoginMethod } from './preferred-login-method.ts';

/** Logs in with the kept password, or asks for the password, or for a face where the server wants one. */
export function logIn(profileId: ProfileId): void {
  if (preferredLoginMethod(getRow(profileId)?.server?.authType ?? null) === 'face') logInByFace(profileId);
  else if (getRow(profileId)?.passwordKept === true) void logInAgain(profileId);
  else openDialog({ kind: 'login', profileId });
}

async function logInAgain(profileId: ProfileId): Promise<void> {
  closeDialog();
  const result = await bridge.loginAgain({ profileId });
  if (result.ok) return setViewState({ lastProblem: null });
  const { problem } = result;
  const isAsked = problem.code === 'wrong-password' || problem.code === 'no-kept-password';
  // A dialog that was opened meanwhile stays: what is typed there must not be lost.
  if (isAsked && useViewState.getState().dialog === null) openDialog({ kind: 'login', profileId, problem });
  else if (problem.code !== 'cancelled') setViewState({ lastProblem: { profileId, problem } });
}

/** Asks for a face to log in with. */
export function logInByFace(profileId: ProfileId): void {
  openDialog({ kind: 'face', profileId, purpose: 'login' });
}

/** Asks for a face that moves the end of the session. */
export function renewByFace(profileId: ProfileId): void {
  openDialog({ kind: 'face', profileId, purpose: 'renew' });
}

/** Asks for the password, whatever the server is said to want. */
export function logInWithPassword(profileId: ProfileId): void {
  openDialog({ kind: 'login', profileId });
}

/** Offers to take over a token from the clipboard. */
export function pasteToken(profileId: ProfileId): void {
  openDialog({ kind: 'paste-token', profileId });
}

/** Forgets the kept password; the session stays. */
export async function forgetPassword(profileId: ProfileId): Promise<void> {
  await showProblem(profileId, bridge.forgetPassword({ profileId }));
}

/** Stops waiting for the answer to a login. */
export async function cancelLogin(profileId: ProfileId): Promise<void> {
  await showProblem(profileId, bridge.cancelLogin({ profileId }));
}

/** Ends the session on the server. */
export async function logOut(profileId: ProfileId): Promise<void> {
  await showProblem(profileId, bridge.logout({ profileId }));
}

/** Asks the server about one session; what it says shows in the row. */
export async function checkOne(profileId: ProfileId): Promise<void> {
  const result = await bridge.check({ profileId });
  if (!result.ok && !isShownInRow(profileId))
    setViewState({ lastProblem: { profileId, problem: result.problem } });
}

/** Asks every server about its session. */
export async function checkAll(): Promise<void> {
  await showProblem(null, bridge.checkAll());
}

/** Opens the comparison of a certificate that stands in the way; without one at hand, the server is asked first. */
export async function compareCertificate(profileId: ProfileId, met: Problem | null = null): Promise<void> {
  if (openComparison(profileId, met ?? problemOfCheck(profileId))) return;
  await checkOne(profileId);
  if (problemOfCheck(profileId) === null) await refreshState(bridge);
  // A dialog that was opened meanwhile stays.
  if (useViewState.getState().dialog === null) openComparison(profileId, problemOfCheck(profileId));
}

function openComparison(profileId: ProfileId, problem: Problem | null): boolean {
  if (problem?.code !== 'certificate-changed' && problem?.code !== 'certificate-untrusted') return false;
  openDialog({ kind: 'certificate', profileId, problem });
  return true;
}

function problemOfCheck(profileId: ProfileId): Problem | null {
  const session = getRow(profileId)?.session;
  return session !== undefined && hasToken(session) ? (session.lastCheck?.problem ?? null) : null;
}

/** Opens the server's own page. */
export async function openInBrowser(profileId: ProfileId): Promise<void> {
  await showProblem(profileId, bridge.openInBrowser({ profileId }));
}

// A problem of the check itself is told by the row and the details; a second place would only be louder.
function isShownInRow(profileId: ProfileId): boolean {
  return problemOfCheck(profileId) !== null;
}

/** Makes a saved profile trust what a person decided about the certificate of its server. */
export function trustForProfile(profileId: ProfileId, decision: TrustDecision): Promise<Result> {
  const { mode, fingerprint } = decision;
  if (mode === 'pin') return bridge.trustCertificate({ profileId, fingerprint });
  const choice = { trust: { mode, fingerprint }, proxy: null } as const;
  return bridge.changeConnection({ profileId, choice });
}
