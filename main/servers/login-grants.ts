import type { ServerProblem } from '../../contract/core/problem.ts';
import { fail, ok, type Result } from '../../contract/core/result.ts';
import type { EpochMs } from '../../contract/core/time.ts';
import type { User } from '../../contract/sessions/user.ts';
import type { Token } from '../token/token.ts';
import { checkQuestion, logoutQuestion } from './api-requests.ts';
import { within } from './http/timeouts.ts';
import { believedEnd } from './responses/dates.ts';
import { type LoginGrant, readUser } from './responses/user-response.ts';
import type { ServerLine, Told } from './transport.ts';

/** A granted session; `expiresAt` is by this computer's clock, null when the server named no believable end. */
export interface LoginAnswer {
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
export async function loginAnswer(
  line: ServerLine,
  { value, skewMs: told, tookMs }: Told<LoginGrant>,
  signal: AbortSignal,
): Promise<Result<LoginAnswer, ServerProblem>> {
  const { serverExpiry, token } = value;
  const skewMs = told ?? 0;
  const user = await userOf(line, value, signal);
  if (!user.ok) {
    await end(line, token);
    return user;
  }
  const expiresAt = believedEnd(serverExpiry, skewMs, line.device.now());
  return ok({ token, user: user.value, expiresAt, skewMs, tookMs });
}

async function userOf(
  line: ServerLine,
  { token, user }: LoginGrant,
  signal: AbortSignal,
): Promise<Result<User, ServerProblem>> {
  if (user.ok) return ok(user.value);
  const told = await line.askFor(checkQuestion(line.caller(), token), { kind: 'check' }, readUser, signal);
  if (told.ok) return ok(told.value.value);
  return fail(signal.aborted ? told.problem : { code: 'strange-answer', host: line.host, field: user.field });
}

/** Nothing can be done about a session that the server does not end here, since nobody keeps its token. */
async function end(line: ServerLine, token: Token): Promise<void> {
  // Whoever gave up the login does not give up this.
  const { signal } = new AbortController();
  await within(line.patience.otherMs, signal, (until) =>
    line.ask(logoutQuestion(line.caller(), token), until),
  );
}
