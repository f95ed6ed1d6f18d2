import type { MissingKeyring } from '../../../contract/state.ts';
import type { Cipher } from './cipher.ts';

/** The prefix that Chromium's OSCrypt puts before its ciphertext. */
export type WrapTag = 'v10' | 'v11' | 'v12';

/** All known prefixes. */
export const wrapTags: readonly WrapTag[] = ['v10', 'v11', 'v12'];

/** The prefix of a ciphertext, or null if it is unknown. */
export function readWrapTag(wrapped: Uint8Array): WrapTag | null {
  const front = Buffer.from(wrapped.subarray(0, 3)).toString('latin1');
  return wrapTags.find((tag) => tag === front) ?? null;
}

/**
 * Whether a ciphertext is protected by a secret of this user's system.
 *
 * Without a keyring on Linux, Chromium encrypts with a key from its source code and reports no error.
 */
export function isStrong(wrapped: Uint8Array, platform: Cipher['platform']): boolean {
  const tag = readWrapTag(wrapped);
  // SECURITY: on Linux `v10` means that public key; anybody who can read the file could decrypt it.
  if (platform === 'linux') return tag === 'v11' || tag === 'v12';
  return tag === 'v10';
}

/** Whether a keyring error is temporary, such as a locked keyring or a declined prompt. */
export function mayPass(error: unknown): boolean {
  const message = error instanceof Error ? error.message : '';
  return /temporarily unavailable|not available|before app is ready/i.test(message);
}

/** The usual keyring of a desktop by `XDG_CURRENT_DESKTOP`; small desktops have none. */
export function defaultKeyring(desktop: string): MissingKeyring {
  const names = desktop.toUpperCase().split(':');
  if (names.includes('KDE')) return 'kwallet';
  return names.some((name) => ['GNOME', 'UNITY', 'CINNAMON', 'X-CINNAMON', 'MATE', 'XFCE'].includes(name))
    ? 'gnome-keyring'
    : 'any';
}
