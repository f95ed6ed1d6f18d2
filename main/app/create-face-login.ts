import type { EpochMs } from '../../contract/core/time.ts';
import type { Clipboard, SecretClipboard } from '../clipboard/secret-clipboard.ts';
import type { Confirmations } from '../confirmations/confirmation.ts';
import { CameraConsent } from '../face/camera-consent.ts';
import type { CameraGrant } from '../face/camera-grant.ts';
import { FaceLogin } from '../face/face-login.ts';
import type { FileDialogs } from '../files/chosen-file.ts';
import type { Journal } from '../journal/journal.ts';
import type { FaceTokenCache } from '../logins/face-token-cache.ts';
import type { Logins } from '../logins/logins.ts';
import { PastedTokens } from '../pasted-token/pasted-tokens.ts';
import type { ClientPool } from '../servers/client-pool.ts';
import type { PendingLogouts } from '../sessions/pending-logouts.ts';
import type { SessionStore } from '../sessions/session-store.ts';
import type { LiveState } from '../state/live-state.ts';
import type { Vault } from '../vault/vault.ts';

interface FaceLoginDeps {
  readonly live: LiveState;
  readonly sessions: SessionStore;
  readonly vault: Vault;
  readonly clients: ClientPool;
  readonly logins: Logins;
  readonly faceTokens: FaceTokenCache;
  readonly clipboard: Clipboard;
  readonly copies: SecretClipboard;
  readonly pendingLogouts: PendingLogouts;
  readonly confirmations: Confirmations;
  readonly files: FileDialogs;
  readonly camera: CameraGrant;
  readonly journal: Journal;
  readonly now: () => EpochMs;
  /** Milliseconds of a monotonic clock. */
  readonly monotonicNow: () => number;
}

/**
 * Creates the parts for face log-ins and pasted tokens. A lock drops everything they hold; removing a profile drops its
 * face token.
 */
export function createFaceLogin(needed: FaceLoginDeps): {
  readonly faceKeeper: FaceLogin;
  readonly tokenPaste: PastedTokens;
  readonly camera: CameraGrant;
  readonly cameraConsent: CameraConsent;
} {
  const { live, camera, faceTokens } = needed;
  const cameraConsent = new CameraConsent(needed.confirmations);
  const faceKeeper = new FaceLogin({ ...needed, cameraConsent });
  const tokenPaste = new PastedTokens(needed);
  live.watch(({ lock, gone = [] }) => {
    for (const id of gone) faceTokens.forget(id);
    if (lock?.kind !== 'locked') return;
    // SECURITY: a lock closes the camera and drops videos, face tokens and tokens read from the clipboard (0015).
    camera.close();
    cameraConsent.drop();
    faceKeeper.drop();
    tokenPaste.drop();
  });
  return { faceKeeper, tokenPaste, camera, cameraConsent };
}
