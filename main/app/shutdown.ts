import { within } from '../timing/deadline.ts';

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

interface Parts {
  readonly stopped: readonly Stopping[];
  readonly clipboard: { clear(): Promise<unknown> };
  readonly keeper: { cutLogoutsShort(): void };
  readonly clients: { closeAll(): Promise<void> };
  readonly book: Settling;
  readonly users: Settling;
  readonly vault: Closing;
  readonly journal: Closing;
  readonly appLog: { readonly file: Settling };
}

/** How long the clipboard and the connections may hold up the end of the app; other programs own them too. */
const patienceMs = 2_000;

/** Ends what is under way, wipes the key, takes our header off the clipboard and waits for the files. */
export async function close(parts: Parts): Promise<void> {
  const { book, users, vault } = parts;
  // What they leave pending is written with all else.
  parts.keeper.cutLogoutsShort();
  for (const part of parts.stopped) part.stop();
  // SECURITY: the key waits neither for the clipboard, which another program may hold up, nor for a connection.
  const closing = vault.close();
  await Promise.all([
    closing,
    within(patienceMs, parts.clipboard.clear()),
    within(patienceMs, parts.clients.closeAll()),
    book.settle(),
    users.settle(),
  ]);
  // A token that was sealed at last has made its session worth keeping.
  await book.settle();
  await parts.journal.close();
  await parts.appLog.file.settle();
}
