import { join } from 'node:path';
import type { Result } from '../../contract/core/result.ts';
import { type ChecksById, checksFormat } from '../checks/checks-format.ts';
import { DurableFile, type DurableFileOptions } from '../files/durable-file.ts';
import type { FileFormat } from '../files/file-format.ts';
import { KnownUsers } from '../profiles/known-users.ts';
import { ProfileStore } from '../profiles/profile-store.ts';
import { profilesFormat } from '../profiles/saved/profiles-schema.ts';
import { usersFormat } from '../profiles/saved/users-schema.ts';
import { type Envelope, vaultFormat } from '../vault/crypto/vault-schema.ts';

/** The saved files and their events. */
export interface FileLayer {
  readonly profileStore: ProfileStore;
  readonly users: KnownUsers;
  readonly vaultFile: DurableFile<Envelope>;
  readonly checksFile: DurableFile<ChecksById>;
  /** Creates the file of the live files, which most starts do not need. */
  readonly liveFilesFile: <Value>(format: FileFormat<Value>) => DurableFile<Value>;
  /** Creates the file of the reminders, which are loaded later. */
  readonly remindersFile: <Value>(format: FileFormat<Value>) => DurableFile<Value>;
  readonly fileEvents: FileEvents;
}

interface FileListener {
  onForeign(file: string, keptAs: string): void;
  onSaved(file: string, result: Result): void;
}

/** The events of the saved files. They are queued until `listen` is called, because reading comes before the notices. */
export class FileEvents {
  #listener: FileListener | null = null;
  #early: ((listener: FileListener) => void)[] = [];

  listen(listener: FileListener): void {
    this.#listener = listener;
    for (const event of this.#early.splice(0)) event(listener);
  }

  /** The callbacks for one file. */
  of(file: string): Pick<DurableFileOptions, 'onForeign' | 'onSaved'> {
    return {
      onForeign: (keptAs) => this.#tell((listener) => listener.onForeign(file, keptAs)),
      onSaved: (result) => this.#tell((listener) => listener.onSaved(file, result)),
    };
  }

  #tell(event: (listener: FileListener) => void): void {
    if (this.#listener === null) this.#early.push(event);
    else event(this.#listener);
  }
}

/** Creates the files of a data folder; nothing is read yet. */
export function createFiles(folder: string): FileLayer {
  const fileEvents = new FileEvents();
  const kept = <Value>(name: string, format: FileFormat<Value>) =>
    new DurableFile(join(folder, name), format, fileEvents.of(name));
  return {
    profileStore: new ProfileStore(kept('profiles.json', profilesFormat)),
    users: new KnownUsers(kept('users.json', usersFormat)),
    vaultFile: kept('vault.json', vaultFormat),
    // Without events: its loss is not worth a notice.
    checksFile: new DurableFile(join(folder, 'checks.json'), checksFormat),
    liveFilesFile: (format) => kept('live-files.json', format),
    // Without events: after its loss a person is reminded once more.
    remindersFile: (format) => new DurableFile(join(folder, 'reminders.json'), format),
    fileEvents,
  };
}
