import { done, ok } from '../../../contract/core/result.ts';
import type { FaceCalls } from '../../../contract/sessions/face.ts';
import type { PastedTokenCalls } from '../../../contract/sessions/pasted-token.ts';

/** Face log-ins and pasted tokens that always succeed; nothing is sent. */
export function fakeFace(): FaceCalls & PastedTokenCalls {
  return {
    openCamera: async () => done,
    closeCamera: async () => done,
    chooseVideo: async () => ok({ file: 'face.webm', bytes: 400_000 }),
    loginByFace: async () => ok('logged-in'),
    renewByFace: async () => done,
    cancelFace: async () => done,
    pasteToken: async () => ok({ kind: 'kept' }),
    dropPastedToken: async () => done,
    clearPastedToken: async () => done,
  };
}
