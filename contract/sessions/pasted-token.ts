import type { Result } from '../core/result.ts';
import type { ProfileRequest } from '../profiles/profile.ts';

/** The steps of pasting a token: read the clipboard, send the token once more, store it. */
export const pasteSteps = ['read', 'send', 'keep'] as const;
export type PasteStep = (typeof pasteSteps)[number];

/** The state of pasting a token; main continues until the person has to answer. */
export type PasteStage =
  /** The token is valid, but for another user. */
  | { readonly kind: 'other-user'; readonly userName: string; readonly realName: string }
  | { readonly kind: 'kept' };

/** The calls about pasted tokens. The page never sees the token. */
export interface PastedTokenCalls {
  pasteToken(request: ProfileRequest & { readonly step: PasteStep }): Promise<Result<PasteStage>>;
  /** Drops a token that was read but not stored. */
  dropPastedToken(): Promise<Result>;
  /** Clears the clipboard, if the token that was read is still there. */
  clearPastedToken(): Promise<Result>;
}
