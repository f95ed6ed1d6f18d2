import type { ServerProblem } from '../../contract/core/problem.ts';
import { fail, ok, type Result } from '../../contract/core/result.ts';
import type { EpochMs } from '../../contract/core/time.ts';
import type { User } from '../../contract/sessions/user.ts';
import type { Token } from '../token/token.ts';
import { checkRequest, logoutRequest } from './api-requests.ts';
import { withDeadline } from './http/timeouts.ts';
import { plausibleExpiry } from './responses/dates.ts';
import { type LoginGrant, readUser } from './responses/user-response.ts';
import type { FindFaceTransport, Timed } from './transport.ts';

/** A granted session; `expiresAt` is by this computer's clock, null if the server sent none or an implausible one. */
export interface LoginResponse {
  readonly token: Token;
  readonly user: User;
  readonly expiresAt: EpochMs | null;
  /** How far the server's clock is ahead, in ms; 0 if unknown. */
  readonly skewMs: number;
  readonly tookMs: number;
}

/**
 * Completes a log-in response: converts the expiry to this computer's clock and makes sure that the user is known.
 *
 * If the response has no usable user, `GET /users/me/` is asked. If that fails too, the session is ended, since it
 * cannot be shown to anybody.
 */
export async function requestLogin(
  transport: FindFaceTransport,
  { value, skewMs: told, tookMs }: Timed<LoginGrant>,
  signal: AbortSignal,
): Promise<Result<LoginResponse, ServerProblem>> {
  const { serverExpiry, token } = value;
  const skewMs = told ?? 0;
  const user = await requestUser(transport, value, signal);
  if (!user.ok) {
    await end(transport, token);
    return user;
  }
  const expiresAt = plausibleExpiry(serverExpiry, skewMs, transport.device.now());
  return ok({ token, user: user.value, expiresAt, skewMs, tookMs });
}

async function requestUser(
  transport: FindFaceTransport,
  { token, user }: LoginGrant,
  signal: AbortSignal,
): Promise<Result<User, ServerProblem>> {
  if (user.ok) return ok(user.value);
  const told = await transport.request(
    checkRequest(transport.identity(), token),
    { kind: 'check' },
    readUser,
    signal,
  );
  if (told.ok) return ok(told.value.value);
  return fail(
    signal.aborted ? told.problem : { code: 'strange-answer', host: transport.host, field: user.field },
  );
}

/** Ends the session; a failure is ignored, since its token is not kept anywhere. */
async function end(transport: FindFaceTransport, token: Token): Promise<void> {
  // Independent of the caller's signal: the session must be ended even if the log-in was cancelled.
  const { signal } = new AbortController();
  await withDeadline(transport.timeouts.otherMs, signal, (until) =>
    transport.send(logoutRequest(transport.identity(), token), until),
  );
}
