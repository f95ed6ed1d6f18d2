import { fail, ok, type Result } from '../../contract/core/result.ts';
import type { AddingCalls } from '../../contract/profiles/adding.ts';
import { addressText, type Draft, type Profile, type ProfileId } from '../../contract/profiles/profile.ts';
import type { ServerInfo } from '../../contract/profiles/server-info.ts';
import type { Journal } from '../journal/journal.ts';
import type { Logins } from '../logins/logins.ts';
import { confirmAddress } from '../probe/confirm-address.ts';
import type { ServerProbe } from '../probe/server-probe.ts';
import { acceptDraft } from '../profiles/draft.ts';
import type { ProfileStore } from '../profiles/profile-store.ts';
import type { ApiClient } from '../servers/api-client.ts';
import type { ClientPool } from '../servers/client-pool.ts';
import type { LoginResponse } from '../servers/login-grants.ts';
import { passwordProblem, readFaceToken } from '../sessions/login-rules.ts';
import { loginOutcome } from '../sessions/session-events.ts';
import type { SessionStore } from '../sessions/session-store.ts';
import type { Vault } from '../vault/vault.ts';
import type { CheckedLogins } from './checked-logins.ts';
import type { ProfileEditor } from './profile-editor.ts';
import { overridesFromProbe, overridesFromProfile, type ProfileOverrides } from './profile-overrides.ts';
import type { ProfileRemoval } from './profile-removal.ts';
import type { ServerRules } from './server-rules.ts';

interface Deps {
  readonly sessions: SessionStore;
  readonly profileStore: Pick<ProfileStore, 'takenNames'>;
  readonly vault: Pick<Vault, 'whyNoPassword'>;
  readonly clients: Pick<ClientPool, 'apart' | 'keep' | 'openTransport' | 'credentials'>;
  readonly serverProbe: Pick<ServerProbe, 'found'>;
  readonly profileEditor: Pick<ProfileEditor, 'addAll' | 'fresh'>;
  readonly profileRemoval: Pick<ProfileRemoval, 'takeBack'>;
  readonly checkedLogins: Pick<CheckedLogins, 'isKnown'>;
  readonly logins: Pick<Logins, 'startSession' | 'keepPassword'>;
  readonly journal: Pick<Journal, 'note'>;
  readonly serverRules: Pick<ServerRules, 'refuses'>;
}

type Request = Parameters<AddingCalls['addByLogin']>[0];

/** What is known about a server before it is added. */
interface Known {
  readonly draft: Draft;
  readonly brought: ProfileOverrides;
  readonly server: ServerInfo | null;
  readonly isConfirmed: boolean;
  /** The profile to whose server an account is added. */
  readonly like: Profile | null;
}

interface Attempt {
  readonly waits: AbortController;
  /** Resolves when the caller has stopped waiting. */
  readonly givenUp: Promise<'given-up'>;
  readonly giveUp: () => void;
  client: ApiClient | null;
  isGranted: boolean;
}

/** Logs in to a server that is not in the list yet; adds it only if a session is granted. */
export class FirstLogin {
  #attempt: Attempt | null = null;

  constructor(private readonly deps: Deps) {}

  async run({
    draft,
    finding,
    like,
    password,
    faceToken,
    keepPassword,
  }: Request): Promise<Result<ProfileId>> {
    const { profileStore, vault, profileEditor, serverRules } = this.deps;
    if (this.#attempt !== null) return fail({ code: 'login-under-way' });
    const known = like === null ? this.#probed(draft, finding) : this.#like(like, draft, finding);
    if (!known.ok) return known;
    const accepted = acceptDraft(known.value.draft, profileStore.takenNames());
    if (!accepted.ok) return accepted;
    const problem = passwordProblem(password);
    if (problem) return fail(problem);
    const pasted = readFaceToken(faceToken);
    if (pasted === undefined) return fail({ code: 'face-token-malformed' });
    const candidate = { ...profileEditor.fresh(accepted.value), ...known.value.brought };
    const refused = serverRules.refuses(null, candidate);
    if (refused) return refused;
    const notKept = keepPassword ? vault.whyNoPassword(candidate) : null;
    if (notKept) return notKept;
    const attempt = newAttempt();
    this.#attempt = attempt;
    try {
      const asked = this.#ask(candidate, known.value, { password, faceToken: pasted }, attempt);
      const answer = await Promise.race([asked, attempt.givenUp]);
      if (answer === 'given-up') {
        void asked.then((late) => this.#end(attempt, late));
        return fail({ code: 'cancelled', ...(isOpen(attempt) ? { mayBeGranted: true } : {}) });
      }
      if (!answer.ok) {
        void attempt.client?.close();
        return answer;
      }
      return await this.#add(candidate, known.value, answer.value, keepPassword ? password : null);
    } finally {
      this.#attempt = null;
    }
  }

  /** Cancels the log-in; if the session is granted all the same, it is ended. */
  cancel(): void {
    const attempt = this.#attempt;
    if (attempt === null || attempt.isGranted) return;
    // The request may have been sent, so the response is awaited in order to end a granted session.
    if (!isOpen(attempt)) attempt.waits.abort();
    attempt.giveUp();
  }

  /** Cancels for good; called on lock and on quit. */
  stop(): void {
    this.#attempt?.waits.abort();
    this.#attempt?.giveUp();
  }

  /** SECURITY: a password is sent only if a probe of exactly this text found FindFace (0014). */
  #probed(draft: Draft, finding: string | null): Result<Known> {
    const probed = this.deps.serverProbe.found(finding, draft.address);
    if (!probed?.finding.completesTyped) return fail({ code: 'address-not-confirmed' });
    const { server } = probed.finding;
    return ok({ draft, brought: overridesFromProbe(probed), server, isConfirmed: true, like: null });
  }

  #like(id: ProfileId, draft: Draft, finding: string | null): Result<Known> {
    const profile = this.deps.sessions.profile(id);
    if (!profile) return fail({ code: 'profile-gone' });
    const probed = this.deps.serverProbe.found(finding, draft.address);
    return ok({
      draft: { ...draft, address: addressText(profile.address) },
      brought: overridesFromProfile(profile, probed),
      server: this.deps.sessions.serverInfo(id),
      isConfirmed: this.deps.checkedLogins.isKnown(id),
      like: profile,
    });
  }

  async #ask(
    candidate: Profile,
    { isConfirmed, like }: Known,
    secrets: { readonly password: string; readonly faceToken: string | null },
    attempt: Attempt,
  ): Promise<Result<LoginResponse>> {
    const { clients, journal } = this.deps;
    const { signal } = attempt.waits;
    const client = await clients.apart(candidate, like);
    const own = clients.credentials(candidate, like);
    const confirmed = isConfirmed
      ? null
      : await confirmAddress(candidate, client.transport, clients, signal, own);
    if (confirmed !== null && !confirmed.ok) return confirmed;
    if (signal.aborted) return fail({ code: 'cancelled' });
    attempt.client = client;
    const answer = await client.login({ userName: candidate.userName, ...secrets, signal });
    if (answer.ok) attempt.isGranted = true;
    const outcome = answer.ok ? null : loginOutcome(answer.problem);
    if (outcome && !answer.ok) journal.note(outcome, candidate, { code: answer.problem.code });
    return answer;
  }

  /** Adds the server and stores its session. */
  async #add(
    candidate: Profile,
    { draft, brought, server, like }: Known,
    granted: LoginResponse,
    password: string | null,
  ): Promise<Result<ProfileId>> {
    const { sessions, clients, profileEditor, profileRemoval, logins } = this.deps;
    if (this.#attempt?.waits.signal.aborted) {
      this.#logOut(this.#attempt, granted);
      return fail({ code: 'cancelled' });
    }
    // The session was granted for this device ID, so the profile keeps it.
    const { deviceId } = candidate;
    const [added] = await profileEditor.addAll([{ draft, brought: { ...brought, deviceId }, like }]);
    if (!added?.ok) {
      this.#logOut(this.#attempt, granted);
      return added ?? fail({ code: 'profile-gone' });
    }
    if (server !== null) sessions.setServerInfo(added.value, server);
    // Keeps the client, so that the details show its certificate and route without waiting for a check.
    const client = this.#attempt?.client;
    // One that presents the certificate of another profile is not kept.
    if (client && candidate.clientCertificate) void client.close();
    else if (client) clients.keep({ ...candidate, id: added.value }, client);
    const entered = await logins.startSession(added.value, {
      wayIn: 'password',
      ask: async () => ok(granted),
    });
    if (!entered.ok) {
      await profileRemoval.takeBack(added.value);
      return entered;
    }
    // SECURITY: a password is saved for the server it was typed for, even if the profile has changed meanwhile.
    if (password !== null) await logins.keepPassword({ ...candidate, id: added.value }, password, true);
    return added;
  }

  #end(attempt: Attempt, late: Result<LoginResponse>): void {
    if (late.ok) this.#logOut(attempt, late.value);
    else void attempt.client?.close();
  }

  #logOut(attempt: Attempt | null, { token }: LoginResponse): void {
    const client = attempt?.client;
    if (client) void client.logout(token, AbortSignal.timeout(15_000)).finally(() => client.close());
  }
}

function newAttempt(): Attempt {
  let giveUp: () => void = () => undefined;
  const givenUp = new Promise<'given-up'>((resolve) => {
    giveUp = () => resolve('given-up');
  });
  return { waits: new AbortController(), givenUp, giveUp, client: null, isGranted: false };
}

/** Whether a connection was open, so that the password may have been sent. */
function isOpen({ client }: Attempt): boolean {
  return client?.transport.wasOpened ?? false;
}
