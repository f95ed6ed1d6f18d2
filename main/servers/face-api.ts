import type { ServerProblem } from '../../contract/core/problem.ts';
import { fail, ok, type Result } from '../../contract/core/result.ts';
import type { EpochMs } from '../../contract/core/time.ts';
import type { User } from '../../contract/sessions/user.ts';
import type { Token } from '../token/token.ts';
import { checkRequest } from './api-requests.ts';
import { askAuthType } from './auth-type.ts';
import { type FaceVideo, faceLoginRequest, faceRenewalRequest } from './face-requests.ts';
import { uploadMs, withDeadline } from './http/timeouts.ts';
import { type LoginResponse, requestLogin } from './login-grants.ts';
import { plausibleExpiry } from './responses/dates.ts';
import { readLogin, readRenewal, readUser } from './responses/user-response.ts';
import type { FindFaceTransport } from './transport.ts';

/** The result of a recognized face: a session, or an inactive token that needs the password too. */
export type FaceGrant =
  | { readonly kind: 'session'; readonly user: User; readonly answer: LoginResponse }
  | { readonly kind: 'inactive'; readonly user: User; readonly token: Token };

/** The new expiry by this computer's clock; null if the server sent none or an implausible one. */
export interface RenewalResponse {
  readonly user: User;
  readonly expiresAt: EpochMs | null;
  readonly skewMs: number;
  readonly tookMs: number;
}

/** Logs in with a face video. Sent once, like a password. */
export function loginByFace(
  transport: FindFaceTransport,
  video: FaceVideo,
  caller: AbortSignal,
): Promise<Result<FaceGrant, ServerProblem>> {
  return withDeadline(uploadMs(transport.timeouts.loginMs, video.bytes.length), caller, async (signal) => {
    const request = await faceLoginRequest(transport.identity(), transport.device.info, video);
    const told = await transport.request(request, { kind: 'face-login' }, readLogin, signal);
    if (!told.ok) return fail(await explainRefusal(transport, told.problem, 'login', signal));
    const granted = await requestLogin(transport, told.value, signal);
    if (!granted.ok) return granted;
    const answer = granted.value;
    const { token, user } = answer;
    return ok(
      (await isInactive(transport, token, signal))
        ? { kind: 'inactive', user, token }
        : { kind: 'session', user, answer },
    );
  });
}

/** Moves the expiry of a session with a face video; the token stays the same. */
export function renewByFace(
  transport: FindFaceTransport,
  token: Token,
  video: FaceVideo,
  caller: AbortSignal,
): Promise<Result<RenewalResponse, ServerProblem>> {
  return withDeadline(uploadMs(transport.timeouts.loginMs, video.bytes.length), caller, async (signal) => {
    const request = await faceRenewalRequest(transport.identity(), token, video);
    const told = await transport.request(request, { kind: 'face-renew' }, readRenewal, signal);
    if (!told.ok) {
      if (told.problem.code !== 'face-not-recognised')
        return fail(await explainRefusal(transport, told.problem, 'renewal', signal));
      // The response does not say whether the face or the token was rejected; `GET /users/me/` shows which.
      const check = await transport.request(
        checkRequest(transport.identity(), token),
        { kind: 'check' },
        readUser,
        signal,
      );
      return fail(!check.ok && check.problem.code === 'session-refused' ? check.problem : told.problem);
    }
    const { value, tookMs } = told.value;
    const skewMs = told.value.skewMs ?? 0;
    const expiresAt = plausibleExpiry(value.serverExpiry, skewMs, transport.device.now());
    return ok({ user: value.user, expiresAt, skewMs, tookMs });
  });
}

/** The response does not say whether the token is active: `AUTH_TYPE` does, and without it a check. */
async function isInactive(transport: FindFaceTransport, token: Token, signal: AbortSignal): Promise<boolean> {
  const type = await askAuthType(transport, signal);
  if (type === 'face_and_password') return true;
  if (type === 'face' || type === 'face_or_password') return false;
  const check = await transport.request(
    checkRequest(transport.identity(), token),
    { kind: 'check' },
    readUser,
    signal,
  );
  return !check.ok && check.problem.code === 'session-refused';
}

/** A server without face log-in rejects faces like unknown ones; only `/config.json` tells the difference. */
async function explainRefusal(
  transport: FindFaceTransport,
  problem: ServerProblem,
  what: 'login' | 'renewal',
  signal: AbortSignal,
): Promise<ServerProblem> {
  const mayMeanNone = [
    'face-not-recognised',
    'login-forbidden',
    'request-refused',
    'not-found',
    'not-findface',
  ];
  if (!mayMeanNone.includes(problem.code) || !('status' in problem)) return problem;
  const type = await askAuthType(transport, signal);
  const isOffered =
    type === null ||
    (what === 'login' ? type !== 'password' : type === 'face' || type === 'face_or_password');
  const isSwitchedOff = what === 'renewal' && problem.code === 'request-refused';
  if (isOffered && !isSwitchedOff) return problem;
  const { host, status } = problem;
  const words = 'desc' in problem ? problem : { serverCode: null, desc: null };
  const { serverCode, desc } = words;
  return { code: 'face-not-offered', what, host, status, serverCode, desc };
}
