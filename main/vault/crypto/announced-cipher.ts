import { setTimeout as pause } from 'node:timers/promises';
import type { Sealer } from '../../../contract/state.ts';
import type { Cipher } from './cipher.ts';

/** Long enough for the window to hear of it, and to draw it. */
const tellingMs = 100;

/**
 * The same cipher, but the window knows whenever the keyring is being waited for.
 *
 * Where the calls let go of the process only once they are answered, the window is told before they begin.
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
