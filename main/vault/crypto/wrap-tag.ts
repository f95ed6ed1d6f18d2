import type { MissingKeyring } from '../../../contract/state.ts';
import type { Cipher } from './cipher.ts';

/** The mark that Chromium's encryption puts in front of what it wraps. */
export type WrapTag = 'v10' | 'v11' | 'v12';

/** Every mark that is known. */
export const wrapTags: readonly WrapTag[] = ['v10', 'v11', 'v12'];

/** The mark of something wrapped, or null if it bears none that is known. */
export function readWrapTag(wrapped: Uint8Array): WrapTag | null {
  const front = Buffer.from(wrapped.subarray(0, 3)).toString('latin1');
  return wrapTags.find((tag) => tag === front) ?? null;
}

/**
 * Was something wrapped with a key that only this user's system knows?
 *
 * Without a keyring on Linux, Chromium wraps with a key that is printed in its source, and reports no error.
 */
export function isStrong(wrapped: Uint8Array, platform: Cipher['platform']): boolean {
  const tag = readWrapTag(wrapped);
  // SECURITY: on Linux `v10` is that public key; whoever reads the file could open it.
  if (platform === 'linux') return tag === 'v11' || tag === 'v12';
  return tag === 'v10';
}

/** Is a failure of the keyring one that may pass automatically, such as a closed keyring or a prompt that was declined? */
export function mayPass(error: unknown): boolean {
  const message = error instanceof Error ? error.message : '';
  return /temporarily unavailable|not available|before app is ready/i.test(message);
}

/** The keyring that a desktop with this `XDG_CURRENT_DESKTOP` usually has; the small ones have none of their own. */
export function defaultKeyring(desktop: string): MissingKeyring {
  const names = desktop.toUpperCase().split(':');
  if (names.includes('KDE')) return 'kwallet';
  return names.some((name) => ['GNOME', 'UNITY', 'CINNAMON', 'X-CINNAMON', 'MATE', 'XFCE'].includes(name))
    ? 'gnome-keyring'
    : 'any';
}
