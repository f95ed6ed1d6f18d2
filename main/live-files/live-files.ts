import { randomBytes } from 'node:crypto';
import { lstat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { done, fail, ok, type Result } from '../../contract/core/result.ts';
import type { EpochMs } from '../../contract/core/time.ts';
import type { Profile, ProfileId } from '../../contract/profiles/profile.ts';
import {
  type LiveFileCalls,
  type LiveFileEmptied,
  type LiveFileEnd,
  type LiveFileFormat,
  type LiveFileId,
  maxAllLiveFiles,
  maxLiveFiles,
} from '../../contract/sessions/live-files.ts';
import type { StateChange } from '../../contract/state.ts';
import type { AutoLogout } from '../auto-logout/auto-logout.ts';
import type { Confirmations } from '../confirmations/confirmation.ts';
import { copyFacts } from '../copy-as/copy-facts.ts';
import { textIn } from '../copy-as/formats.ts';
import type { FileDialogs } from '../files/chosen-file.ts';
import { DataFolder } from '../files/data-folder.ts';
import type { DurableFile } from '../files/durable-file.ts';
import { realDisk } from '../files/file-system.ts';
import type { Journal } from '../journal/journal.ts';
import type { SessionStore } from '../sessions/session-store.ts';
import { tokenForPrograms } from '../sessions/token-for-programs.ts';
import type { LiveState } from '../state/live-state.ts';
import type { Vault } from '../vault/vault.ts';
import { type Around, OneLiveFile, reachOf, removeLeft } from './live-file.ts';
import { addQuestion } from './live-file-questions.ts';
import { maxPathLength, type SavedLiveFile } from './live-files-format.ts';
import { LiveReads } from './live-reads.ts';
import { isFolderSafe, plainPlace } from './places.ts';

interface Deps {
  readonly live: LiveState;
  readonly sessions: SessionStore;
  readonly vault: Pick<Vault, 'find'>;
  readonly autoLogout: Pick<AutoLogout, 'isOver'>;
  readonly confirmations: Confirmations & { readonly isAsking: boolean };
  readonly journal: Pick<Journal, 'note'>;
  readonly files: Pick<FileDialogs, 'save'>;
  /** The app's data folder. */
  readonly folder: string;
  readonly store: DurableFile<readonly SavedLiveFile[]>;
  readonly now: () => EpochMs;
  /** Milliseconds of a monotonic clock. */
  readonly monotonicNow: () => number;
  readonly showMainWindow: () => void;
  /** Shows a file in the system's file manager. */
  readonly showInFolder: (path: string) => void;
}

const suggested: { readonly [Format in LiveFileFormat]: string } = {
  env: 'findface.env',
  json: 'findface.json',
  postman: 'findface.postman_environment.json',
  bruno: 'findface.bruno.json',
};

/** The live files of all profiles. */
export class LiveFiles {
  readonly #deps: Deps;
  readonly #reads: LiveReads;
  readonly #files = new Map<LiveFileId, OneLiveFile>();
  /** The files that went with their servers, which an undo of the removal brings back; and when they are gone. */
  readonly #gone = new Map<SavedLiveFile, Promise<unknown>>();
  #opening: Promise<void> | null = null;
  #hasEnded = false;

  constructor(deps: Deps) {
    this.#deps = deps;
    this.#reads = new LiveReads(deps);
    deps.live.watch((change) => this.#onChange(change));
  }

  /** Reads which files there are, and puts them in place; once. */
  open(): Promise<void> {
    this.#opening ??= this.#open();
    return this.#opening;
  }

  /** Adds a live file at a place that a person chooses and confirms. False: not chosen, or not confirmed. */
  async add({
    profileId,
    kind,
    format,
  }: Parameters<LiveFileCalls['addLiveFile']>[0]): Promise<Result<boolean>> {
    const { sessions, files, confirmations } = this.#deps;
    const profile = sessions.profile(profileId);
    if (!profile) return fail({ code: 'profile-gone' });
    if (kind !== 'file' && process.platform === 'win32') return fail({ code: 'live-file-no-pipes' });
    const own = this.#of(profileId).length;
    if (own >= maxLiveFiles || this.#files.size >= maxAllLiveFiles)
      return fail({ code: 'too-many-live-files' });
    const chosen = await files.save(suggested[format], []);
    if (chosen === null) return ok(false);
    const place = await this.#place(chosen);
    if (!place.ok) return place;
    const path = place.value;
    // SECURITY: only a person gives a token to a new place, in a dialog that the page cannot answer (0045).
    if (!(await confirmations.ask(addQuestion({ profile, kind, path })))) return ok(false);
    // What changed while the question was open counts.
    if (this.#hasEnded || sessions.profile(profileId) !== profile)
      return fail({ code: 'live-file-not-made' });
    const id = randomBytes(6).toString('hex');
    const file = this.#hold(
      { id, profileId, kind, format, path, reach: reachOf(profile), marks: [] },
      profile,
    );
    const trouble = await file.create();
    const kept = trouble === null ? await this.#save() : fail({ code: 'live-file-not-made' });
    if (!kept.ok) {
      this.#files.delete(id);
      if (trouble === null) await file.end('remove');
      this.#show();
      return kept;
    }
    const production = profile.environment === 'production';
    this.#deps.journal.note('live-file-added', profile, { kind, format, production });
    this.#show();
    return ok(true);
  }

  async look({ profileId }: { readonly profileId: ProfileId }): Promise<Result> {
    await Promise.all(this.#of(profileId).map((file) => file.look()));
    return done;
  }

  async mend(id: LiveFileId): Promise<Result> {
    const trouble = await this.#files.get(id)?.mend();
    return trouble ? fail({ code: 'live-file-not-made' }) : done;
  }

  async showInFolder(id: LiveFileId): Promise<Result> {
    const file = this.#files.get(id);
    if (file) this.#deps.showInFolder(file.saved.path);
    return done;
  }

  /** Empties a live file and removes it; a problem if it was changed by others, and so is left as it is. */
  async remove(id: LiveFileId, reason: LiveFileEnd = 'asked'): Promise<Result> {
    const file = this.#files.get(id);
    if (!file) return done;
    this.#files.delete(id);
    this.#show();
    const ending = file.end('remove');
    if (reason === 'removed') this.#gone.set(file.saved, ending);
    const trouble = await ending;
    const left = trouble !== null && trouble !== 'gone';
    this.#deps.journal.note('live-file-removed', file.profile, { format: file.saved.format, reason, left });
    const saved = await this.#save();
    return left ? fail({ code: 'live-file-left' }) : saved;
  }

  /** Empties the files and removes the pipes; called on quit. */
  async close(): Promise<void> {
    this.#hasEnded = true;
    await this.#opening;
    await Promise.all([...this.#files.values()].map((file) => file.end('keep')));
    this.#reads.finish();
    await this.#deps.store.settle();
  }

  async #open(): Promise<void> {
    const { store, sessions, now } = this.#deps;
    const opening = await store.open();
    const saved = opening.kind === 'ok' || opening.kind === 'restored' ? opening.value : [];
    const unwanted: SavedLiveFile[] = [];
    for (const one of saved) {
      const profile = sessions.profile(one.profileId);
      // SECURITY: a file is filled only for the server and the user that a person has confirmed (0045).
      if (profile && one.reach === reachOf(profile)) this.#hold(one, profile);
      else unwanted.push(one);
    }
    for (const one of unwanted) await this.#removeLeft(one);
    if (unwanted.length > 0) await this.#save();
    for (const file of this.#files.values()) {
      // A crash may have left a temporary file.
      await new DataFolder(realDisk, file.saved.path, now).sweep();
      void this.#refresh(file, 'crash');
    }
  }

  /** Removes a file whose server was removed or moved when this app did not see it, by hand or before a crash. */
  async #removeLeft(saved: SavedLiveFile): Promise<void> {
    const trouble = await removeLeft(saved);
    const profile = this.#deps.sessions.profile(saved.profileId);
    const left = trouble !== null && trouble !== 'gone';
    const facts = { format: saved.format, reason: 'edited', left } as const;
    if (profile) this.#deps.journal.note('live-file-removed', profile, facts);
  }

  #hold(saved: SavedLiveFile, profile: Profile): OneLiveFile {
    const around: Around = {
      folder: this.#deps.folder,
      content: (file) => this.#content(file),
      emptyText: ({ profile: of, saved: { format } }) =>
        textIn(format, copyFacts(of, { phase: 'logged-out' }, ''), process.platform),
      serve: (file, reading) => this.#reads.serve(file, reading),
      changed: () => this.#show(),
      save: async () => {
        const kept = await this.#save();
        if (!kept.ok) throw new Error(kept.problem.code);
      },
      noteWritten: (file) =>
        this.#deps.journal.note('live-file-written', file.profile, { format: file.saved.format }),
      noteEmptied: (file, reason) =>
        this.#deps.journal.note('live-file-emptied', file.profile, { format: file.saved.format, reason }),
    };
    const file = new OneLiveFile(saved, profile, around);
    this.#files.set(saved.id, file);
    return file;
  }

  /** Where a person wants a file, if one can be put there. */
  async #place(chosen: string): Promise<Result<string>> {
    const path = await plainPlace(chosen);
    if (path === null || path.length > maxPathLength) return fail({ code: 'live-file-not-made' });
    // SECURITY: nothing is ever written over another file (0045).
    if ((await lstat(path).catch(() => null)) !== null) return fail({ code: 'live-file-exists' });
    return (await isFolderSafe(dirname(path))) ? ok(path) : fail({ code: 'live-file-folder-open' });
  }

  #content({ profile, saved }: OneLiveFile): ReturnType<Around['content']> {
    const { live, sessions } = this.#deps;
    // SECURITY: behind a locked window nothing uses a session (0045).
    if (live.read().lock.kind === 'locked' || this.#hasEnded) return { reason: 'locked' };
    const token = tokenForPrograms(this.#deps, profile.id);
    if (!token.ok) return { reason: 'no-session' };
    const facts = copyFacts(profile, sessions.session(profile.id), token.value.reveal());
    return { text: textIn(saved.format, facts, process.platform) };
  }

  #onChange({ rows = [], gone = [], lock }: StateChange): void {
    if ((this.#files.size === 0 && this.#gone.size === 0) || this.#hasEnded) return;
    for (const id of gone) for (const file of this.#of(id)) void this.remove(file.saved.id, 'removed');
    for (const { profile } of rows) {
      for (const [saved, ending] of this.#gone)
        if (saved.profileId === profile.id) void this.#bringBack(saved, ending, profile);
      for (const file of this.#of(profile.id)) {
        const isSame = reachOf(profile) === file.saved.reach;
        file.profile = profile;
        if (!isSame) void this.remove(file.saved.id, 'edited');
        else if (!lock) void this.#refresh(file, 'session-ended');
      }
    }
    if (lock) for (const file of this.#files.values()) void this.#refresh(file, 'lock');
  }

  /** Brings a file back with its server, at the place that a person has confirmed for this server and this user. */
  async #bringBack(saved: SavedLiveFile, ending: Promise<unknown>, profile: Profile): Promise<void> {
    this.#gone.delete(saved);
    await ending;
    const isTaken = [...this.#files.values()].some((file) => file.saved.path === saved.path);
    // SECURITY: not for another server or user, and not for a server that has gone again (0045).
    const isSame = this.#deps.sessions.profile(profile.id) !== undefined && saved.reach === reachOf(profile);
    if (isTaken || !isSame || this.#hasEnded || this.#files.size >= maxAllLiveFiles) return;
    const file = this.#hold({ ...saved, marks: [] }, profile);
    await file.create();
    await this.#save();
    const { kind, format } = saved;
    const production = profile.environment === 'production';
    this.#deps.journal.note('live-file-added', profile, { kind, format, production });
    this.#show();
  }

  #refresh(file: OneLiveFile, reason: LiveFileEmptied): Promise<void> {
    return file.refresh(reason, this.#deps.live.read().lock.kind === 'locked');
  }

  #of(id: ProfileId): readonly OneLiveFile[] {
    return [...this.#files.values()].filter(({ saved }) => saved.profileId === id);
  }

  #save(): Promise<Result> {
    return this.#deps.store.save(() => [...this.#files.values()].map(({ saved }) => saved));
  }

  #show(): void {
    const liveFiles = [...this.#files.values()].map(({ file }) => file);
    const { live } = this.#deps;
    if (!isDeepStrictEqual(live.read().liveFiles, liveFiles)) live.change({ liveFiles });
  }
}
