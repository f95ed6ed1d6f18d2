import { isSystemWideKey, noQuickKey, type QuickKey } from '../../contract/sessions/quick-access.ts';

/** Limit for the press that a person is asked for, in ms. */
export const maxAskedMs = 20_000;

/** What is kept of the key: whether a press of it has ever arrived. */
export interface KeptQuickKey {
  readonly key: string;
  readonly works: boolean;
}

/** Reads what was kept; null if it is no key that can be system-wide. */
export function readQuickKey(raw: unknown): KeptQuickKey | null {
  if (typeof raw !== 'object' || raw === null || !('key' in raw)) return null;
  const { key } = raw;
  if (typeof key !== 'string' || !isSystemWideKey(key)) return null;
  return { key, works: 'works' in raw && raw.works === true };
}

/** The name of a key for Electron: `CommandOrControl+Shift+Space`. */
export function acceleratorOf(key: string): string {
  return key.replace(/^Mod\b/, 'CommandOrControl');
}

/** What is said of a kept key after a start. */
export function proofAfterStart(kept: KeptQuickKey | null, isGiven: boolean): QuickKey {
  if (kept === null) return noQuickKey;
  const proof = isGiven ? (kept.works ? 'works' : 'silent') : 'refused';
  return { key: kept.key, proof };
}
