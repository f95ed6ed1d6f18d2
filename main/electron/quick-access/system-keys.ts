import { globalShortcut } from 'electron';
import type { SystemKeys } from '../../quick-access/quick-access.ts';

/** The system-wide keys, by Electron. */
export const systemKeys: SystemKeys = {
  claim: (accelerator, pressed) => {
    try {
      return globalShortcut.register(accelerator, pressed);
    } catch {
      // Electron does not know the key.
      return false;
    }
  },
  release: (accelerator) => globalShortcut.unregister(accelerator),
};
