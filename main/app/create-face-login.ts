import type { EpochMs } from '../../contract/core/time.ts';
import type { Clipboard, ClipboardKeeper } from '../clipboard/secret-clipboard.ts';
import type { Confirmations } from '../confirmations/confirmation.ts';
import { CameraConsent } from '../face/camera-consent.ts';
import type { CameraGrant } from '../face/camera-grant.ts';
import { FaceKeeper } from '../face/face-login.ts';
import type { FileDialogs } from '../files/chosen-file.ts';
import type { Journal } from '../journal/journal.ts';
import type { FaceTokens } from '../logins/face-token-cache.ts';
import type { SessionKeeper } from '../logins/logins.ts';
import { TokenPaste } from '../pasted-token/pasted-tokens.ts';
import type { ServerClients } from '../servers/client-pool.ts';
import type { Endings } from '../sessions/pending-logouts.ts';
import type { Fleet } from '../sessions/session-store.ts';
import type { LiveState } from '../state/live-state.ts';
import type { Vault } from '../vault/vault.ts';

interface Needed {
  readonly live: LiveState;
  readonly fleet: Fleet;
  readonly vault: Vault;
  readonly clients: ServerClients;
  readonly keeper: SessionKeeper;
  readonly faceTokens: FaceTokens;
  readonly clipboard: Clipboard;
  readonly copies: ClipboardKeeper;
  readonly endings: Endings;
  readonly confirmations: Confirmations;
  readonly files: FileDialogs;
  readonly camera: CameraGrant;
  readonly journal: Journal;
  readonly now: () => EpochMs;
  /** In ms of a clock that nobody sets. */
  readonly elapsed: () => number;
}

/** What logs in by faces and pasted tokens. A lock takes from it all that it holds, and the end of a profile its face. */
export function faceParts(needed: Needed): {
  readonly faceKeeper: FaceKeeper;
  readonly tokenPaste: TokenPaste;
  readonly camera: CameraGrant;
  readonly cameraConsent: CameraConsent;
} {
  const { live, camera, faceTokens } = needed;
  const cameraConsent = new CameraConsent(needed.confirmations);
  const faceKeeper = new FaceKeeper({ ...needed, cameraConsent });
  const tokenPaste = new TokenPaste(needed);
  live.watch(({ lock, gone = [] }) => {
    for (const id of gone) faceTokens.forget(id);
    if (lock?.kind !== 'locked') return;
    // SECURITY: behind a lock there is no camera, no video, no recognised face and no token that was only read (0015).
    camera.close();
    cameraConsent.drop();
    faceKeeper.drop();
    tokenPaste.drop();
  });
  return { faceKeeper, tokenPaste, camera, cameraConsent };
}
