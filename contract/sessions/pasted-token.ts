import type { Result } from '../core/result.ts';
import type { ProfileRequest } from '../profiles/profile.ts';

/** How far a person lets main go: read the clipboard, show what was read to the server once more, keep it. */
export const pasteSteps = ['read', 'send', 'keep'] as const;
export type PasteStep = (typeof pasteSteps)[number];

/** Where taking over a token stands; main goes as far as it may without asking. */
export type PasteStage =
  /** It works, but for another user than the profile names. */
  | { readonly kind: 'other-user'; readonly userName: string; readonly realName: string }
  | { readonly kind: 'kept' };

/** What may be asked about a token that was made elsewhere. The page never sees it. */
export interface PastedTokenCalls {
  pasteToken(request: ProfileRequest & { readonly step: PasteStep }): Promise<Result<PasteStage>>;
  /** Forgets a token that was read and not kept. */
  dropPastedToken(): Promise<Result>;
  /** Empties the clipboard, if the token that was read is still there. */
  clearPastedToken(): Promise<Result>;
}
