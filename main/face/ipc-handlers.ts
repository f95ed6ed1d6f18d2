import { done, fail } from '../../contract/core/result.ts';
import type { FaceCalls } from '../../contract/sessions/face.ts';
import type { PastedTokenCalls } from '../../contract/sessions/pasted-token.ts';
import type { PastedTokens } from '../pasted-token/pasted-tokens.ts';
import type { CameraConsent } from './camera-consent.ts';
import type { CameraGrant } from './camera-grant.ts';
import type { FaceLogin } from './face-login.ts';

/** What the handlers of the calls about faces and pasted tokens need. */
export interface FaceHandlerDeps {
  readonly faceLogin: FaceLogin;
  readonly pastedTokens: PastedTokens;
  readonly camera: CameraGrant;
  readonly cameraConsent: CameraConsent;
  /** Whether the system lets this app use a camera; asks the person where the system does that. */
  readonly systemAllowsCamera: () => Promise<boolean>;
}

/** Handlers of the calls about faces and pasted tokens. */
export function faceHandlers(parts: FaceHandlerDeps): FaceCalls & PastedTokenCalls {
  const { faceLogin, pastedTokens, camera } = parts;
  return {
    openCamera: async ({ profileId }) => {
      const allowed = faceLogin.mayShow(profileId);
      if (!allowed.ok) return allowed;
      if (!(await parts.cameraConsent.ask(allowed.value))) return fail({ code: 'cancelled' });
      if (!(await parts.systemAllowsCamera())) return fail({ code: 'camera-failed', reason: 'refused' });
      camera.open();
      return done;
    },
    closeCamera: async () => {
      camera.close();
      return done;
    },
    chooseVideo: ({ profileId }) => faceLogin.chooseVideo(profileId),
    loginByFace: ({ profileId, video }) => faceLogin.login(profileId, video),
    renewByFace: ({ profileId, video }) => faceLogin.renew(profileId, video),
    cancelFace: async ({ profileId }) => {
      camera.close();
      faceLogin.cancel(profileId);
      return done;
    },
    pasteToken: ({ profileId, step }) => pastedTokens.paste(profileId, step),
    dropPastedToken: async () => {
      pastedTokens.drop();
      return done;
    },
    clearPastedToken: () => pastedTokens.clear(),
  };
}
