import type { CopyFormat } from '../core/copy-format.ts';
import type { Result } from '../core/result.ts';
import { isKeyName } from '../keys.ts';
import type { ProfileRequest } from '../profiles/profile.ts';

/**
 * Whether the system-wide key works. The system's word proves nothing, only a press that arrived: `asked` waits for one,
 * `silent` has waited in vain, `refused` is what the system did not give.
 */
export type QuickKeyProof = 'none' | 'refused' | 'asked' | 'works' | 'silent';

/** The system-wide key of quick access; null: none. */
export interface QuickKey {
  readonly key: string | null;
  readonly proof: QuickKeyProof;
}

/** No system-wide key. */
export const noQuickKey: QuickKey = { key: null, proof: 'none' };

/** Whether a key can be system-wide: no program may need it to type, or for one of its usual shortcuts. */
export function isSystemWideKey(key: string): boolean {
  if (!isKeyName(key) || key === 'Alt+F4') return false;
  if (/^(Mod|Alt|Shift)\+.*F\d+$/.test(key)) return true;
  // Ctrl+Alt with a letter is AltGr on Windows, and types another one.
  return /^(Mod|Alt)\+.*\+(Space|[A-Z0-9])$/.test(key) && !/^Mod\+Alt\+[A-Z0-9]$/.test(key);
}

/** Maximum length of a search in quick access, in characters. */
export const maxQuickSearch = 500;

/** What is kept of a search in quick access while its page reloads. */
export interface QuickSearch {
  readonly search: string;
}

/** The calls of quick access and about its key. */
export interface QuickAccessCalls {
  /** Shows the window, once its page has its first content. */
  showQuickAccess(): Promise<Result>;
  /** Hides it, which gives the focus back to the program that had it. */
  hideQuickAccess(): Promise<Result>;
  /** Copies a session and hides the window; never one that is known to have ended. */
  quickCopy(request: ProfileRequest & { readonly format: CopyFormat | null }): Promise<Result>;
  /** Shows a server in the main window, or asks there to log in to it, and hides quick access. */
  showServer(request: ProfileRequest & { readonly logIn: boolean }): Promise<Result>;
  keepQuickSearch(request: QuickSearch): Promise<Result>;
  recallQuickSearch(): Promise<Result<QuickSearch>>;
  /** Sets the system-wide key, and waits for a press of it; null: none. */
  setQuickKey(request: { readonly key: string | null }): Promise<Result>;
}
