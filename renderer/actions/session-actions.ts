import type { Problem } from '../../contract/core/problem.ts';
import type { Result } from '../../contract/core/result.ts';
import type { TrustDecision } from '../../contract/profiles/probe.ts';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import { hasToken } from '../../contract/sessions/session.ts';
import type { WebPage } from '../../contract/sessions/web-window.ts';
import { bridge } from '../bridge.ts';
import { getRow, refreshState } from '../state/app-state.ts';
import { closeDialog, openDialog, setViewState, showProblem, useViewState } from '../state/view-state.ts';
import { preferredLoginMethod } from './preferred-login-method.ts';

/** Logs in with the saved password, or opens the dialog for a password or face. */
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
  // A dialog opened meanwhile stays, so that nothing typed there is lost.
  if (isAsked && useViewState.getState().dialog === null) openDialog({ kind: 'login', profileId, problem });
  else if (problem.code !== 'cancelled') setViewState({ lastProblem: { profileId, problem } });
}

/** Opens the dialog for a face log-in. */
export function logInByFace(profileId: ProfileId): void {
  openDialog({ kind: 'face', profileId, purpose: 'login' });
}

/** Opens the dialog that renews the session with a face. */
export function renewByFace(profileId: ProfileId): void {
  openDialog({ kind: 'face', profileId, purpose: 'renew' });
}

/** Opens the password dialog, whatever the server requires. */
export function logInWithPassword(profileId: ProfileId): void {
  openDialog({ kind: 'login', profileId });
}

/** Opens the dialog for a pasted token. */
export function pasteToken(profileId: ProfileId): void {
  openDialog({ kind: 'paste-token', profileId });
}

/** Opens the sessions on a server, which only answers who is logged in. */
export function openSessions(profileId: ProfileId): void {
  const session = getRow(profileId)?.session;
  if (session !== undefined && hasToken(session)) openDialog({ kind: 'sessions', profileId });
  else setViewState({ lastProblem: { profileId, problem: { code: 'no-session' } } });
}

/** Removes the saved password; the session stays. */
export async function forgetPassword(profileId: ProfileId): Promise<void> {
  await showProblem(profileId, bridge.forgetPassword({ profileId }));
}

/** Cancels a running log-in. */
export async function cancelLogin(profileId: ProfileId): Promise<void> {
  await showProblem(profileId, bridge.cancelLogin({ profileId }));
}

/** Ends the session on its server. */
export async function logOut(profileId: ProfileId): Promise<void> {
  await showProblem(profileId, bridge.logout({ profileId }));
}

/** Checks one session; the result is shown in its row. */
export async function checkOne(profileId: ProfileId): Promise<void> {
  const result = await bridge.check({ profileId });
  if (!result.ok && !isShownInRow(profileId))
    setViewState({ lastProblem: { profileId, problem: result.problem } });
}

/** Checks all sessions. */
export async function checkAll(): Promise<void> {
  await showProblem(null, bridge.checkAll());
}

/** Opens the comparison of an untrusted certificate; without one in a known problem, the session is checked first. */
export async function compareCertificate(profileId: ProfileId, met: Problem | null = null): Promise<void> {
  if (openComparison(profileId, met ?? problemOfCheck(profileId))) return;
  await checkOne(profileId);
  if (problemOfCheck(profileId) === null) await refreshState(bridge);
  // A dialog opened meanwhile stays.
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

/** Opens the server's web UI in the browser. */
export async function openInBrowser(profileId: ProfileId): Promise<void> {
  await showProblem(profileId, bridge.openInBrowser({ profileId }));
}

/** Opens a page of the server in a window of its own, as its user; asks to log in where there is no session for it. */
export async function openWebPage(profileId: ProfileId, page: WebPage): Promise<void> {
  const result = await bridge.openWebPage({ profileId, page });
  if (result.ok) return setViewState({ lastProblem: null });
  const { problem } = result;
  if (problem.code === 'no-session' || problem.code === 'secret-unreadable')
    openDialog({ kind: 'login', profileId });
  else if (problem.code === 'certificate-in-doubt') await compareCertificate(profileId);
  else setViewState({ lastProblem: { profileId, problem } });
}

// The row and the details show problems of a check; a message below the list would repeat them.
function isShownInRow(profileId: ProfileId): boolean {
  return problemOfCheck(profileId) !== null;
}

/** Applies a decision about a certificate to a saved profile. */
export function trustForProfile(profileId: ProfileId, decision: TrustDecision): Promise<Result> {
  const { mode, fingerprint } = decision;
  if (mode === 'pin') return bridge.trustCertificate({ profileId, fingerprint });
  const choice = { trust: { mode, fingerprint }, proxy: null } as const;
  return bridge.changeConnection({ profileId, choice });
}
