import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import type { Profile } from '../../contract/profiles/profile.ts';
import { addressText } from '../../contract/profiles/profile.ts';
import type {
  LiveFile,
  LiveFileEmptied,
  LiveFileFailure,
  LiveFileRead,
} from '../../contract/sessions/live-files.ts';
import { SerialQueue } from '../timing/serial-queue.ts';
import type { SavedLiveFile } from './live-files-format.ts';
import type { ReadFile } from './live-reads.ts';
import { PermittedPrograms } from './permitted-programs.ts';
import { NamedPipe, removeLeftPipe } from './pipe/named-pipe.ts';
import type { Reading } from './pipe/reading.ts';
import { isFolderSafe } from './places.ts';
import { RegularFile } from './regular-file.ts';

/** What a live file needs of the others. */
export interface Around {
  /** The app's data folder. */
  readonly folder: string;
  /** What a reader gets, or why it gets nothing. */
  content(file: OneLiveFile): ReturnType<ReadFile['content']>;
  /** The content without a token. */
  emptyText(file: OneLiveFile): string;
  serve(file: OneLiveFile, reading: Reading): Promise<void>;
  /** Something that the window shows has changed. */
  changed(): void;
  /** The marks of a regular file have changed; throws if they cannot be saved. */
  save(): Promise<void>;
  noteWritten(file: OneLiveFile): void;
  noteEmptied(file: OneLiveFile, reason: LiveFileEmptied): void;
}

/** One live file: its pipe or regular file, one change at a time. */
export class OneLiveFile implements ReadFile {
  readonly programs = new PermittedPrograms();
  readonly #queue = new SerialQueue();
  readonly #regular: RegularFile;
  #pipe: NamedPipe | null = null;
  #trouble: LiveFileFailure | null = null;
  #hasToken = false;
  #asking: string | null = null;
  #lastRead: LiveFileRead | null = null;
  #hasEnded = false;

  constructor(
    public saved: SavedLiveFile,
    public profile: Profile,
    private readonly around: Around,
  ) {
    this.#regular = new RegularFile({
      path: saved.path,
      marks: () => this.saved.marks,
      keepMarks: async (marks) => {
        this.saved = { ...this.saved, marks };
        await around.save();
      },
    });
  }

  /** As the window shows it. */
  get file(): LiveFile {
    const { id, profileId, kind, format, path } = this.saved;
    return { id, profileId, kind, format, path, state: this.#state(), lastRead: this.#lastRead };
  }

  content(): ReturnType<ReadFile['content']> {
    return this.#hasEnded ? { reason: 'no-session' } : this.around.content(this);
  }

  showAsking(program: string | null): void {
    this.#asking = program;
    this.around.changed();
  }

  showRead(read: LiveFileRead): void {
    this.#lastRead = read;
    this.around.changed();
  }

  /** Puts it in its place, where nothing may be yet. Null: it works. */
  create(): Promise<LiveFileFailure | null> {
    return this.#queue.run(async () => {
      const content = this.content();
      if (this.saved.kind === 'file') {
        this.#hasToken = 'text' in content;
        const text = 'text' in content ? content.text : this.around.emptyText(this);
        this.#trouble = await this.#regular.create(text);
        if (this.#trouble === null && this.#hasToken) this.around.noteWritten(this);
      } else await this.#openPipe();
      return this.#trouble;
    });
  }

  /** Brings it in line with the session. `isLocked`: a pipe is not made before the window was unlocked. */
  refresh(reason: LiveFileEmptied, isLocked: boolean): Promise<void> {
    return this.#queue.run(async () => {
      if (this.#hasEnded) return;
      const content = this.content();
      if ('reason' in content) this.programs.forget();
      if (this.saved.kind === 'file') await this.#rewrite('text' in content ? content.text : null, reason);
      else {
        this.#hasToken = 'text' in content;
        if (!isLocked && this.#pipe === null && this.#trouble === null) await this.#openPipe();
      }
      this.around.changed();
    });
  }

  /** Looks whether it is still in its place. */
  look(): Promise<void> {
    return this.#queue.run(async () => {
      if (this.#hasEnded || this.#trouble !== null) return;
      const trouble = await (this.saved.kind === 'file' ? this.#regular : this.#pipe)?.look();
      if (trouble) await this.#stop(trouble);
    });
  }

  /** Makes it again after it stopped to work. */
  async mend(): Promise<LiveFileFailure | null> {
    if (this.#trouble === null || this.#hasEnded) return null;
    if (this.#trouble === 'gone' || this.saved.kind !== 'file') {
      this.#trouble = null;
      await this.create();
    } else await this.refresh('session-ended', false);
    this.around.changed();
    return this.#trouble;
  }

  /** Empties it, and removes it unless it stays for the next start. Not null: it is left as it was found. */
  end(how: 'remove' | 'keep'): Promise<LiveFileFailure | null> {
    this.#hasEnded = true;
    this.programs.forget();
    return this.#queue.run(async () => {
      if (this.saved.kind === 'file') {
        if (how === 'remove') return this.#regular.remove();
        await this.#rewrite(null, 'quit');
      } else await this.#pipe?.close();
      return null;
    });
  }

  async #rewrite(text: string | null, reason: LiveFileEmptied): Promise<void> {
    const hadToken = this.#hasToken;
    this.#trouble =
      text === null
        ? await this.#regular.empty(this.around.emptyText(this))
        : await this.#regular.write(text);
    this.#hasToken = text !== null && this.#trouble === null;
    if (this.#hasToken === hadToken) return;
    if (this.#hasToken) this.around.noteWritten(this);
    else if (this.#trouble === null) this.around.noteEmptied(this, reason);
  }

  async #openPipe(): Promise<void> {
    this.#hasToken = 'text' in this.content();
    const pipe = new NamedPipe({
      path: this.saved.path,
      spare: join(this.around.folder, `${this.saved.id}.pipe`),
      onReading: (reading) => this.around.serve(this, reading),
      onTrouble: (why) => void this.#queue.run(() => this.#stop(why)),
    });
    const isSafe = await isFolderSafe(dirname(this.saved.path));
    this.#trouble = isSafe ? await pipe.open() : 'folder-open';
    this.#pipe = this.#trouble === null ? pipe : null;
  }

  async #stop(why: LiveFileFailure): Promise<void> {
    this.#trouble = why;
    await this.#pipe?.close();
    this.#pipe = null;
    this.around.changed();
  }

  #state(): LiveFile['state'] {
    if (this.#trouble !== null) return { kind: 'stopped', why: this.#trouble };
    if (this.#asking !== null) return { kind: 'asking', program: this.#asking };
    return { kind: this.#hasToken ? 'ready' : 'empty' };
  }
}

/** What the person has confirmed, as SHA-256; with another one the file has to be added again. */
export function reachOf({ address, userName }: Profile): string {
  return createHash('sha256')
    .update(JSON.stringify([addressText(address), userName]))
    .digest('hex');
}

/** Removes what an earlier run left of a file that is not wanted any more. Not null: it is left as it was found. */
export async function removeLeft({ kind, path, marks }: SavedLiveFile): Promise<LiveFileFailure | null> {
  if (kind !== 'file') return removeLeftPipe(path);
  return new RegularFile({ path, marks: () => marks, keepMarks: async () => undefined }).remove();
}
