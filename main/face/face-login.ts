import { basename } from 'node:path';
import type { Problem } from '../../contract/core/problem.ts';
import { done, fail, ok, type Result } from '../../contract/core/result.ts';
import type { EpochMs } from '../../contract/core/time.ts';
import type { Profile, ProfileId } from '../../contract/profiles/profile.ts';
import {
  type ChosenVideo,
  type FaceOutcome,
  maxVideoMb,
  maxVideoSize,
  mayShowFace,
} from '../../contract/sessions/face.ts';
import { hasToken, stableSession } from '../../contract/sessions/session.ts';
import { type FileDialogs, readChosenFile } from '../files/chosen-file.ts';
import type { Journal } from '../journal/journal.ts';
import type { FaceTokenCache } from '../logins/face-token-cache.ts';
import type { Logins } from '../logins/logins.ts';
import type { ClientPool } from '../servers/client-pool.ts';
import type { FaceGrant } from '../servers/face-api.ts';
import type { FaceVideo } from '../servers/face-requests.ts';
import { isSameLogin, isSameUser } from '../sessions/login-rules.ts';
import { isSameProxy } from '../sessions/same-connection.ts';
import type { SessionStore } from '../sessions/session-store.ts';
import type { Token } from '../token/token.ts';
import type { Vault } from '../vault/vault.ts';
import type { CameraConsent } from './camera-consent.ts';
import { videoExtensions, videoKind } from './video-kind.ts';

interface Deps {
  readonly sessions: SessionStore;
  readonly vault: Pick<Vault, 'find'>;
  readonly clients: ClientPool;
  readonly logins: Pick<Logins, 'startSession' | 'cancelLogin'>;
  readonly faceTokens: FaceTokenCache;
  readonly files: Pick<FileDialogs, 'open'>;
  readonly cameraConsent: Pick<CameraConsent, 'isGiven'>;
  readonly journal: Pick<Journal, 'note'>;
  readonly now: () => EpochMs;
}

/** Loaded on first use, since the HTTP client takes long to load. */
const load = () => import('../servers/face-api.ts');

/**
 * Logs in and renews with a face video.
 *
 * A video is in memory only, until the server has responded; never in a file or a log.
 */
export class FaceLogin {
  readonly #renewals = new Map<ProfileId, AbortController>();
  #choosing = 0;
  #chosen: { readonly profile: Profile; readonly video: FaceVideo } | null = null;

  constructor(private readonly deps: Deps) {}

  /** Whether a face may be sent to the server of this profile. */
  mayShow(id: ProfileId): Result<Profile> {
    const profile = this.deps.sessions.profile(id);
    if (!profile) return fail({ code: 'profile-gone' });
    // SECURITY: a face cannot be changed like a password, so it is never sent without TLS (0015).
    if (mayShowFace(profile.address)) return ok(profile);
    return fail({ code: 'face-needs-https', host: new URL(profile.address.origin).host });
  }

  /** Opens the file dialog and reads the chosen video; null if none was chosen. */
  async chooseVideo(id: ProfileId): Promise<Result<ChosenVideo | null>> {
    const opened = this.mayShow(id);
    if (!opened.ok) return opened;
    const attempt = this.#choosing;
    const path = await this.deps.files.open([{ name: 'Video', extensions: videoExtensions }]);
    if (path === null) return ok(null);
    this.#chosen = null;
    const file = basename(path);
    const found = await readChosenFile(path, maxVideoSize);
    if (found.kind === 'too-large') return fail({ code: 'video-too-large', mb: maxVideoMb });
    if (found.kind === 'io-error') return fail({ code: 'video-not-read', file });
    const kind = videoKind(found.bytes);
    if (kind === null) return fail({ code: 'video-unknown', file });
    // A lock may have come while the dialog was open.
    if (attempt !== this.#choosing) return ok(null);
    this.#chosen = { profile: opened.value, video: { bytes: found.bytes, ...kind } };
    return ok({ file, bytes: found.bytes.length });
  }

  /** Logs in with the recorded face, or with the chosen video if `recorded` is null. */
  async login(id: ProfileId, recorded: Uint8Array | null): Promise<Result<FaceOutcome>> {
    const ready = this.#ready(id, recorded);
    if (!ready.ok) return ready;
    const { profile, video } = ready.value;
    const { loginByFace } = await load();
    let inactive: Token | null = null;
    const entered = await this.deps.logins.startSession(id, {
      wayIn: 'face',
      ask: async (client, signal) => {
        const granted = await loginByFace(client.transport, video, signal);
        if (!granted.ok) return granted;
        const answer = sessionIn(granted.value);
        const { name } = granted.value.user;
        // SECURITY: the server decides by the face who logs in; a session of another user is not kept (0015).
        if (!isSameUser(name, profile.userName)) {
          if (answer) void client.logout(answer.token, AbortSignal.timeout(15_000));
          const { host } = client.transport;
          return fail({
            code: 'face-of-other-user',
            other: name,
            host,
            status: 200,
            serverCode: null,
            desc: null,
          });
        }
        if (granted.value.kind === 'inactive') inactive = granted.value.token;
        return ok(answer);
      },
    });
    this.#forgetShown(id, entered);
    if (!entered.ok) return entered;
    if (entered.value === 'entered') return ok('logged-in');
    if (inactive !== null) this.deps.faceTokens.keep(profile, inactive);
    return ok('password-needed');
  }

  /** Moves the expiry of a session with the recorded face, or with the chosen video if `recorded` is null. */
  async renew(id: ProfileId, recorded: Uint8Array | null): Promise<Result> {
    const { sessions, vault, clients, journal, now } = this.deps;
    const ready = this.#ready(id, recorded);
    if (!ready.ok) return ready;
    const { profile, video } = ready.value;
    if (!hasToken(stableSession(sessions.session(id)))) return fail({ code: 'no-session' });
    const found = vault.find(profile);
    if (found.kind !== 'token') return fail({ code: 'secret-unreadable' });
    if (this.#renewals.has(id)) return fail({ code: 'login-under-way' });
    const attempt = new AbortController();
    this.#renewals.set(id, attempt);
    const { renewByFace } = await load();
    const client = await clients.of(profile);
    const renewed = await renewByFace(client.transport, found.token, video, attempt.signal);
    if (this.#renewals.get(id) === attempt) this.#renewals.delete(id);
    this.#forgetShown(id, renewed);
    // The response is about the token that was sent; a log-in may have replaced it meanwhile.
    const present = stableSession(sessions.session(id));
    const isSame = hasToken(present) && present.fingerprint === found.token.fingerprint;
    if (!isSame || attempt.signal.aborted) return fail({ code: 'cancelled' });
    if (!renewed.ok) {
      const { problem } = renewed;
      const check = { verdict: 'refused', at: now(), tookMs: null, problem } as const;
      if (problem.code === 'session-refused')
        void sessions.dispatch(id, { type: 'checked', check, skewMs: null });
      return renewed;
    }
    const { user, expiresAt, skewMs, tookMs } = renewed.value;
    const renewal = { at: now(), expiresAt, skewMs, tookMs: Math.round(tookMs) };
    void sessions.dispatch(id, { type: 'renewed', renewal });
    sessions.setUser(id, user);
    journal.note('session-renewed', profile, {});
    return done;
  }

  /** Aborts what is running for a profile and drops its video and its face token. */
  cancel(id: ProfileId): void {
    this.deps.logins.cancelLogin(id);
    this.#renewals.get(id)?.abort();
    this.deps.faceTokens.forget(id);
    if (this.#chosen?.profile.id === id) this.#chosen = null;
  }

  /** Drops every video and face token and aborts every renewal. */
  drop(): void {
    for (const renewal of this.#renewals.values()) renewal.abort();
    this.deps.faceTokens.forgetAll();
    this.#choosing += 1;
    this.#chosen = null;
  }

  #ready(
    id: ProfileId,
    recorded: Uint8Array | null,
  ): Result<{ readonly profile: Profile; readonly video: FaceVideo }> {
    const allowed = this.mayShow(id);
    if (!allowed.ok) return allowed;
    const profile = allowed.value;
    if (recorded === null) {
      const chosen = this.#chosen;
      // SECURITY: a video is sent only to the server it was chosen for, even if the profile has changed since (0015).
      const isFor =
        chosen && isSameLogin(chosen.profile, profile) && isSameProxy(chosen.profile.proxy, profile.proxy);
      return isFor && chosen.profile.id === id
        ? ok({ profile, video: chosen.video })
        : fail({ code: 'video-missing' });
    }
    // SECURITY: a recorded face is sent only to a server for which the camera was allowed (0022).
    if (!this.deps.cameraConsent.isGiven(profile)) return fail({ code: 'video-missing' });
    const kind = videoKind(recorded);
    return kind ? ok({ profile, video: { bytes: recorded, ...kind } }) : fail({ code: 'video-missing' });
  }

  /** Drops a video, unless no server has seen it yet and it can be retried. */
  #forgetShown(id: ProfileId, outcome: Result<unknown, Problem>): void {
    const wasSeen = outcome.ok || 'status' in outcome.problem;
    if (wasSeen && this.#chosen?.profile.id === id) this.#chosen = null;
  }
}

function sessionIn(grant: FaceGrant) {
  return grant.kind === 'session' ? grant.answer : null;
}
