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
  readonly keeper: { cutLogoutsShort(): Promise<void> };
  readonly clients: { closeAll(): Promise<void> };
  readonly book: Settling;
  readonly users: Settling;
  readonly vault: Closing;
  readonly journal: Closing;
  readonly appLog: { readonly file: Settling };
}

/** Ends what is under way, takes our header off the clipboard and waits for the files. */
export async function close(parts: Parts): Promise<void> {
  const { book, users, vault } = parts;
  for (const part of parts.stopped) part.stop();
  await parts.clipboard.clear();
  // What they leave pending is written with all else.
  await parts.keeper.cutLogoutsShort();
  await parts.clients.closeAll();
  await Promise.all([book.settle(), users.settle()]);
  await vault.close();
  // A token that was sealed at last has made its session worth keeping.
  await book.settle();
  await parts.journal.close();
  await parts.appLog.file.settle();
}
