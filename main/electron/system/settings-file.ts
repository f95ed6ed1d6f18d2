import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { readSmallFile } from '../../files/read-small-file.ts';
import { type KeptSettings, readKeptSettings } from '../../settings/settings.ts';

/** Limit in bytes, many times the size of a real file. */
const largest = 512 * 1024;

type KeptRecord = Record<string, unknown>;

/**
 * Reads and writes `settings.json`; the only part that does.
 *
 * Loading electron-store takes about 60 ms, so the file is read directly at the start, and the store is loaded for the
 * first change. An unreadable file counts as absent at the start and is quarantined at the first change.
 */
export class SettingsFile {
  #kept: KeptSettings;
  readonly #folder: string;
  #saving: Promise<void> = Promise.resolve();

  constructor(folder: string) {
    this.#folder = folder;
    this.#kept = readKeptSettings(readPlainly(join(folder, 'settings.json')));
  }

  read(): KeptSettings {
    return this.#kept;
  }

  /** Changes settings; in effect at once, written soon after. */
  change(change: Partial<KeptSettings>): Promise<void> {
    this.#kept = { ...this.#kept, ...change };
    this.#saving = this.#save();
    return this.#saving;
  }

  /** Resolves when the last change is on the disk. */
  settle(): Promise<void> {
    return this.#saving;
  }

  async #save(): Promise<void> {
    const [{ ipcMain }, { default: Store }] = await Promise.all([
      import('electron'),
      import('electron-store'),
    ]);
    const options = { cwd: this.#folder, name: 'settings', clearInvalidConfig: false, configFileMode: 0o600 };
    const path = join(this.#folder, 'settings.json');
    // The store reads any file, whatever its size, so a bad one is moved away first.
    if (readSmallFile(path, largest).kind === 'strange') quarantine(path);
    const store = quarantineAndRetry(path, () => new Store<KeptRecord>(options));
    // SECURITY: electron-store would tell a page that asks where the data folder is (0003).
    ipcMain.removeAllListeners('electron-store-get-data');
    store.set({ ...this.#kept });
  }
}

function quarantineAndRetry<Value>(path: string, open: () => Value): Value {
  try {
    return open();
  } catch {
    quarantine(path);
    return open();
  }
}

function quarantine(path: string): void {
  renameSync(path, `${path}.corrupt-${Date.now()}`);
}

function readPlainly(path: string): unknown {
  const found = readSmallFile(path, largest);
  try {
    return found.kind === 'text' ? JSON.parse(found.text) : undefined;
  } catch {
    return undefined;
  }
}
