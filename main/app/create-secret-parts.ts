import { shortName } from '../cli/commands/find-server.ts';
import { isFfsmInstalled } from '../cli/ffsm-installed.ts';
import { SecretClipboard } from '../clipboard/secret-clipboard.ts';
import { SessionCopy } from '../copy-as/session-copy.ts';
import { CameraConsent } from '../face/camera-consent.ts';
import { FaceLogin } from '../face/face-login.ts';
import { Gateways } from '../gateway/gateways.ts';
import { PastedTokens } from '../pasted-token/pasted-tokens.ts';
import { Transfer } from '../transfer/transfer.ts';
import { vaultSecrets } from '../transfer/vault-secrets.ts';
import type { AppDeps } from './app-deps.ts';
import type { ProfileEditingLayer } from './create-profile-editing.ts';

/** The parts through which secrets come and go: clipboard, faces, pasted tokens, export and import. */
export type SecretLayer = ReturnType<typeof createSecretParts>;

/** Creates them. A lock drops everything they hold; removing a profile drops its face token. */
export function createSecretParts({ camera, ...deps }: AppDeps, lower: ProfileEditingLayer) {
  const { live, vault, confirmations, faceTokens } = lower;
  const clipboard = new SecretClipboard({
    ...deps,
    tell: (note) => live.change({ clipboard: { note } }),
  });
  const clearAfterSeconds = () => live.read().settings.clearAfterSeconds;
  const sessionCopy = new SessionCopy({
    ...{ ...lower, clipboard, clearAfterSeconds },
    templates: () => live.read().templates,
    ffsmName: async (profile) => {
      const isUsed =
        live.read().settings.commandLine && (await isFfsmInstalled(process.env.PATH ?? '', process.platform));
      return isUsed ? shortName(live.rows(), profile) : null;
    },
    platform: process.platform,
  });
  const gateways = new Gateways({ ...lower, clipboard });
  const cameraConsent = new CameraConsent(confirmations);
  const faceLogin = new FaceLogin({ ...lower, cameraConsent });
  const pastedTokens = new PastedTokens({ ...lower, clipboard: deps.clipboard, copies: clipboard });
  const transfer = new Transfer({ ...lower, kdfCost: deps.kdfCost, secrets: vaultSecrets(vault) });
  live.watch(({ lock, gone = [] }) => {
    for (const id of gone) faceTokens.forget(id);
    if (lock?.kind !== 'locked') return;
    // SECURITY: a lock closes the camera and drops videos, face tokens and tokens read from the clipboard (0015).
    camera.close();
    cameraConsent.drop();
    faceLogin.drop();
    pastedTokens.drop();
    // A chosen import file or backup may hold secrets, so a lock drops it too.
    void transfer.drop();
  });
  return {
    ...lower,
    clipboard,
    sessionCopy,
    gateways,
    camera,
    cameraConsent,
    faceLogin,
    pastedTokens,
    transfer,
  };
}
