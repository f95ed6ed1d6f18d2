import { hostname } from 'node:os';
import { join } from 'node:path';
import type { Settings } from '../contract/settings.ts';
import type { AppState } from '../contract/state.ts';
import type { EpochMs } from '../contract/time.ts';
import type { AnsweringParts } from './answers.ts';
import { type Clipboard, ClipboardKeeper } from './clipboard/clipboard-keeper.ts';
import { DurableFile } from './disk/durable-file.ts';
import type { FileShape } from './disk/file-shape.ts';
import { HeaderCopy } from './handoff/header-copy.ts';
import { LiveState } from './live-state.ts';
import { Notices } from './notices.ts';
import { KnownUsers } from './profiles/known-users.ts';
import { type BookOpening, ProfileBook } from './profiles/profile-book.ts';
import { savedProfilesShape } from './profiles/saved-profiles.ts';
import { savedUsersShape } from './profiles/saved-users.ts';
import { Fleet } from './sessions/fleet.ts';
import { ProfileDesk } from './sessions/profile-desk.ts';
import { ServerClients } from './sessions/server-clients.ts';
import { SessionChecks } from './sessions/session-checks.ts';
import { SessionKeeper } from './sessions/session-keeper.ts';
import { languageInForce } from './settings-rules.ts';
import type { Cipher } from './vault/cipher.ts';
import { Vault } from './vault/vault.ts';
import type { VaultOpening } from './vault/vault-opening.ts';
import { vaultShape } from './vault/vault-shape.ts';

/** What the parts need from the system around them. */
export interface Surroundings {
  /** The data folder. */
  readonly folder: string;
  readonly appVersion: string;
  readonly cipher: Cipher;
  readonly clipboard: Clipboard;
  readonly settings: Settings;
  /** Language tags, the preferred one first. */
  readonly systemLanguages: readonly string[];
  readonly now: () => EpochMs;
}

/** All the parts behind the window, connected; everything that runs without Electron. */
export interface Assembly
  extends Omit<AnsweringParts, 'opened' | 'changeSettings' | 'openAddress' | 'showWindow'> {
  readonly vault: Vault;
  /** Lets settings be in force from now on. */
  applySettings(settings: Settings): void;
  /** Opens the vault and tells where tokens go; asks the keyring only if there is something to open. */
  openVault(): Promise<void>;
  /** Makes good for the time that the computer slept. */
  wakeUp(): Promise<void>;
  /** Ends what is under way, takes our header off the clipboard and waits for the files. */
  close(): Promise<void>;
}

/** Opens the kept files and builds the parts on them. */
export async function assemble(around: Surroundings): Promise<Assembly> {
  const { folder, now } = around;
  const tellForeign = (file: string) => ({
    onForeign: (keptAs: string) => notices.add({ code: 'file-foreign', file, keptAs }),
  });
  const kept = <Value>(name: string, shape: FileShape<Value>) =>
    new DurableFile(join(folder, name), shape, tellForeign(name));
  const book = new ProfileBook(kept('profiles.json', savedProfilesShape));
  const users = new KnownUsers(kept('users.json', savedUsersShape));
  const vault = new Vault({
    file: kept('vault.json', vaultShape),
    cipher: around.cipher,
    now,
    onStorage: (storage) => live.change({ storage }),
  });

  const opening = await book.open();
  const live = new LiveState(firstState(around, book));
  const notices = new Notices(live);
  tellOpening(opening, book.fileName, notices);

  const fleet = new Fleet({ book, users, live, notices, now });
  const deviceInfo = { app: 'FindFace Session Manager', version: around.appVersion, computer: hostname() };
  const clients = new ServerClients({ info: deviceInfo, language: () => live.read().language, now });
  const keeper = new SessionKeeper({ fleet, vault, clients, notices, now });
  const checks = new SessionChecks({ fleet, vault, clients, now });
  const desk = new ProfileDesk({ fleet, book, users, vault, clients, keeper, notices, now });
  const tell = (note: AppState['clipboard']) => live.change({ clipboard: { note } });
  const clipboard = new ClipboardKeeper({ clipboard: around.clipboard, now, tell });
  const clearAfterSeconds = () => live.read().settings.clearAfterSeconds;
  const headerCopy = new HeaderCopy({ fleet, vault, clipboard, now, clearAfterSeconds });
  fleet.start();

  return {
    ...{
      live,
      notices,
      fleet,
      desk,
      keeper,
      checks,
      clients,
      users,
      headerCopy,
      clipboard,
      deviceInfo,
      vault,
    },
    applySettings: (settings) =>
      live.change({ settings, language: languageInForce(settings.language, around.systemLanguages) }),
    openVault: async () => {
      tellOpening(await vault.open(), vault.fileName, notices);
      fleet.lookInto(vault);
    },
    wakeUp: () => {
      fleet.start();
      return clipboard.catchUp();
    },
    close: async () => {
      fleet.stop();
      keeper.stop();
      checks.stop();
      await clipboard.clear();
      await clients.closeAll();
      await Promise.all([book.settle(), users.settle()]);
      await vault.close();
    },
  };
}

function firstState({ settings, systemLanguages, appVersion }: Surroundings, book: ProfileBook): AppState {
  return {
    revision: 1,
    rows: Fleet.rowsOf(book.all()),
    storage: { kind: 'opening' },
    clipboard: null,
    settings,
    language: languageInForce(settings.language, systemLanguages),
    notices: [],
    appVersion,
  };
}

function tellOpening(opening: BookOpening | VaultOpening, file: string, notices: Notices): void {
  if (opening.kind === 'restored') notices.add({ code: 'file-restored', file, keptAs: opening.keptAs });
  if (opening.kind === 'unreadable') notices.add({ code: 'file-unreadable', file, keptAs: opening.keptAs });
  if (opening.kind === 'newer') notices.add({ code: 'file-newer', file });
  if (opening.kind === 'io-error') notices.add({ code: 'file-not-saved', file });
}
