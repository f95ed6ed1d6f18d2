import { settleWithin } from '../timing/deadline.ts';

/** Something that gives up what it has under way. */
interface Stopping {
  stop(): void;
}

/** A file, or a part with one, that can be waited for. */
interface Settling {
  settle(): Promise<void>;
}

interface Closing {
  close(): Promise<void>;
}

interface Deps {
  readonly stopped: readonly Stopping[];
  readonly clipboard: { clear(): Promise<unknown> };
  readonly logins: { cutLogoutsShort(): void };
  readonly clients: { closeAll(): Promise<void> };
  readonly profileStore: Settling;
  readonly users: Settling;
  readonly vault: Closing;
  readonly journal: Closing;
  readonly appLog: { readonly file: Settling };
}

/** How long the clipboard and the connections may hold up the end of the app; other programs own them too. */
const patienceMs = 2_000;

/** Ends what is under way, wipes the key, takes our header off the clipboard and waits for the files. */
export async function close(deps: Deps): Promise<void> {
  const { profileStore, users, vault } = deps;
  // What they leave pending is written with all else.
  deps.logins.cutLogoutsShort();
  for (const part of deps.stopped) part.stop();
  // SECURITY: the key waits neither for the clipboard, which another program may hold up, nor for a connection.
  const closing = vault.close();
  await Promise.all([
    closing,
    settleWithin(patienceMs, deps.clipboard.clear()),
    settleWithin(patienceMs, deps.clients.closeAll()),
    profileStore.settle(),
    users.settle(),
  ]);
  // A token that was sealed at last has made its session worth keeping.
  await profileStore.settle();
  await deps.journal.close();
  await deps.appLog.file.settle();
}
