import { settleWithin } from '../timing/deadline.ts';

/** A part with work that can be aborted. */
interface Stopping {
  stop(): void;
}

/** A part that writes a file and can be waited for. */
interface Settling {
  settle(): Promise<void>;
}

interface Closing {
  close(): Promise<void>;
}

interface Deps {
  readonly stopped: readonly Stopping[];
  readonly clipboard: { clear(): Promise<unknown> };
  readonly closeLiveFiles: () => Promise<void>;
  readonly logins: { cutLogoutsShort(): void };
  readonly clients: { closeAll(): Promise<void> };
  readonly profileStore: Settling;
  readonly users: Settling;
  readonly checkHistory: Settling;
  readonly vault: Closing;
  readonly journal: Closing;
  readonly appLog: { readonly file: Settling };
}

/** Limit for emptying live files, clearing the clipboard and closing connections, which may hang because of other programs. */
const patienceMs = 2_000;

/**
 * Aborts running work, wipes the data key, clears our header from the clipboard and waits until every file is written.
 */
export async function close(deps: Deps): Promise<void> {
  const { profileStore, users, checkHistory, vault } = deps;
  // The log-outs that become pending here are written below, with everything else.
  deps.logins.cutLogoutsShort();
  for (const part of deps.stopped) part.stop();
  // SECURITY: the key is wiped without waiting for the clipboard or for connections, either of which may hang.
  const closing = vault.close();
  await Promise.all([
    closing,
    settleWithin(patienceMs, deps.closeLiveFiles()),
    settleWithin(patienceMs, deps.clipboard.clear()),
    settleWithin(patienceMs, deps.clients.closeAll()),
    profileStore.settle(),
    users.settle(),
    checkHistory.settle(),
  ]);
  // Sealing a token as the vault closes changes what `profiles.json` has to hold.
  await profileStore.settle();
  await deps.journal.close();
  await deps.appLog.file.settle();
}
