import { safeStorage } from 'electron';
import type { Sealer } from '../../../contract/state.ts';
import type { Cipher } from '../../vault/crypto/cipher.ts';
import { defaultKeyring } from '../../vault/crypto/wrap-tag.ts';

/** The calls of `safeStorage` in the Electron versions that this project supports. */
interface AnySafeStorage {
  isEncryptionAvailable?(): boolean;
  encryptString?(text: string): Buffer;
  decryptString?(bytes: Buffer): string;
  isAsyncEncryptionAvailable?(): Promise<boolean>;
  encryptStringAsync?(text: string): Promise<Buffer>;
  decryptStringAsync?(bytes: Buffer): Promise<{ result: string; shouldReEncrypt: boolean }>;
  getSelectedStorageBackend?(): string;
}

/**
 * Encryption by the system's keyring, with the asynchronous calls where Electron has them, else the synchronous ones.
 */
export function systemCipher(): Cipher {
  const platform = process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux';
  const storage: AnySafeStorage = safeStorage;
  const unsupported = () => new Error('Encryption is not available in this Electron');

  return {
    platform,
    blocks: !storage.encryptStringAsync,
    isReady: async () => {
      if (storage.isAsyncEncryptionAvailable) return storage.isAsyncEncryptionAvailable();
      return storage.isEncryptionAvailable?.() ?? false;
    },
    wrap: async (text) => {
      if (storage.encryptStringAsync) return storage.encryptStringAsync(text);
      if (storage.encryptString) return storage.encryptString(text);
      throw unsupported();
    },
    unwrap: async (bytes) => {
      const buffer = Buffer.from(bytes);
      if (storage.decryptStringAsync) {
        const { result, shouldReEncrypt } = await storage.decryptStringAsync(buffer);
        return { text: result, stale: shouldReEncrypt };
      }
      if (storage.decryptString) return { text: storage.decryptString(buffer), stale: false };
      throw unsupported();
    },
    sealer: (tag) => detectSealer(platform, tag, storage),
    missing: () => defaultKeyring(process.env.XDG_CURRENT_DESKTOP ?? ''),
  };
}

/** On Linux only the tag of the ciphertext proves which backend encrypted it; its name is shown in the status bar. */
function detectSealer(platform: Cipher['platform'], tag: string, storage: AnySafeStorage): Sealer {
  if (platform === 'win32') return 'windows-dpapi';
  if (platform === 'darwin') return 'macos-keychain';
  if (tag === 'v12') return 'desktop-portal';
  const backend = storage.getSelectedStorageBackend?.() ?? '';
  if (backend === 'gnome_libsecret') return 'gnome-keyring';
  return backend.startsWith('kwallet') ? 'kwallet' : 'secret-service';
}
