import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { readSmallFile } from '../../files/read-small-file.ts';
import { type KeptSettings, readKeptSettings } from '../../settings/settings.ts';

/** Many times what all settings and the place of the window take. */
const largest = 64 * 1024;

type KeptRecord = Record<string, unknown>;

/**
 * The kept settings, and the only hand that changes them.
 *
 * electron-store takes some 60 ms to load, so the file is read plainly at the start and the store is loaded at the
 * first change. A file that cannot be read counts as absent at the start and is kept aside at the first change.
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

  /** Changes what is kept; in force at once, on disk soon after. */
  change(change: Partial<KeptSettings>): Promise<void> {
    this.#kept = { ...this.#kept, ...change };
    this.#saving = this.#save();
    return this.#saving;
  }

  /** Waits until the last change is on the disk. */
  settle(): Promise<void> {
    return this.#saving;
  }

  async #save(): Promise<void> {
    const { default: Store } = await import('electron-store');
    const options = { cwd: this.#folder, name: 'settings', clearInvalidConfig: false, configFileMode: 0o600 };
    const path = join(this.#folder, 'settings.json');
    // The store reads whatever is there, and whole.
    if (readSmallFile(path, largest).kind === 'strange') quarantine(path);
    const store = quarantineAndRetry(path, () => new Store<KeptRecord>(options));
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
