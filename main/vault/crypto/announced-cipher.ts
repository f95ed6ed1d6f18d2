import { setTimeout as pause } from 'node:timers/promises';
import type { Sealer } from '../../../contract/state.ts';
import type { Cipher } from './cipher.ts';

/** Time for the window to receive and draw the message, in ms. */
const tellingMs = 100;

/**
 * Wraps a cipher and tells the window while it waits for the keyring.
 *
 * If the calls block the process, the window is told before they start.
 */
export function announcedCipher(cipher: Cipher, tell: (awaited: Sealer | null) => void): Cipher {
  let waiting = 0;
  const waitFor = async <Answer>(call: () => Promise<Answer>): Promise<Answer> => {
    waiting += 1;
    if (waiting === 1) tell(cipher.sealer(cipher.platform === 'linux' ? 'v11' : 'v10'));
    try {
      if (cipher.blocks) await pause(tellingMs);
      return await call();
    } finally {
      waiting -= 1;
      if (waiting === 0) tell(null);
    }
  };
  return {
    platform: cipher.platform,
    isReady: () => waitFor(() => cipher.isReady()),
    wrap: (text) => waitFor(() => cipher.wrap(text)),
    unwrap: (bytes) => waitFor(() => cipher.unwrap(bytes)),
    sealer: (tag) => cipher.sealer(tag),
    missing: () => cipher.missing(),
  };
}
