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

/** A granted session; `expiresAt` is by this computer's clock, null when the server named no believable end. */
export interface LoginResponse {
  readonly token: Token;
  readonly user: User;
  readonly expiresAt: EpochMs | null;
  /** How far the server's clock is ahead, in ms; 0 when it did not tell. */
  readonly skewMs: number;
  readonly tookMs: number;
}

/**
 * The session that a server granted, with its end by this computer's clock where the end can be believed.
 *
 * Whose it is, the server is asked once more if its answer does not say. A session of which nobody can tell whose it is
 * cannot be kept, so it is ended.
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

/** Nothing can be done about a session that the server does not end here, since nobody keeps its token. */
async function end(transport: FindFaceTransport, token: Token): Promise<void> {
  // Whoever gave up the login does not give up this.
  const { signal } = new AbortController();
  await withDeadline(transport.timeouts.otherMs, signal, (until) =>
    transport.send(logoutRequest(transport.identity(), token), until),
  );
}
