import { done, fail, ok, type Result } from '../../contract/core/result.ts';
import { type EpochMs, minuteMs, secondMs } from '../../contract/core/time.ts';
import type { UpdateProblem } from '../../contract/core/update-problem.ts';
import type {
  InstallMethod,
  OfferedUpdate,
  UpdateState,
  UpdateStep,
  UpdateSupport,
} from '../../contract/installation/updates.ts';
import type { FileDialogs } from '../files/chosen-file.ts';
import type { LiveState } from '../state/live-state.ts';
import { settleWithin } from '../timing/deadline.ts';
import { WakeTimer } from '../timing/wake-timer.ts';
import type { FoundUpdate } from './read-manifest.ts';
import type { DownloadedPackage } from './replace-app-image.ts';
import { readUpdateSource, sourceText, type UpdateSource } from './update-source.ts';

/** Looks for updates and downloads them; loaded only when updates are switched on. */
export interface UpdateEngine {
  /** Reads, verifies and compares the manifest; null if there is nothing newer. Downloads no package. */
  check(source: UpdateSource, signal: AbortSignal): Promise<Result<FoundUpdate | null, UpdateProblem>>;
  /** Downloads the package into the cache and verifies it; tells how many bytes it has. */
  download(
    source: UpdateSource,
    found: FoundUpdate,
    onBytes: (received: number) => void,
    signal: AbortSignal,
  ): Promise<Result<DownloadedPackage, UpdateProblem>>;
}

/** Installs a downloaded package on this system. */
export interface UpdateInstaller {
  method(pack: DownloadedPackage): InstallMethod;
  /** Verifies the package again and puts it in place; `relaunch`: the new version is started after the quit. */
  install(pack: DownloadedPackage, relaunch: boolean): Promise<Result<void, UpdateProblem>>;
  /** Quits as a person would, so that a question may keep the app open. */
  quit(): void;
}

/** What a person chose about updates, as kept in the settings file. */
export interface UpdateChoices {
  readonly updateSource: string | null;
  readonly skippedVersion: string | null;
}

/** What updates need. */
export interface UpdateDeps {
  readonly live: Pick<LiveState, 'read' | 'change' | 'watch'>;
  readonly files: Pick<FileDialogs, 'folder'>;
  readonly engine: () => Promise<UpdateEngine>;
  readonly installer: UpdateInstaller;
  readonly keep: (choices: Partial<UpdateChoices>) => Promise<void>;
  readonly now: () => EpochMs;
}

/** The first state of updates. */
export function initialUpdate(
  support: UpdateSupport,
  { updateSource, skippedVersion }: UpdateChoices,
): UpdateState {
  const step = { kind: 'idle', checkedAt: null } as const;
  return { support, source: updateSource, skipped: skippedVersion, step };
}

const firstCheckMs = minuteMs;
const betweenChecksMs = 24 * 60 * minuteMs;
const betweenProgressMs = 200;
const installPatienceMs = 20 * secondMs;

/** Finds, downloads and installs newer versions, one step at a time; the only part that changes `AppState.update`. */
export class AppUpdates {
  readonly #deps: UpdateDeps;
  readonly #timer: WakeTimer;
  #running: AbortController | null = null;
  #found: FoundUpdate | null = null;
  #pack: DownloadedPackage | null = null;
  #mode: 'off' | 'check' | 'download' = 'off';

  constructor(deps: UpdateDeps) {
    this.#deps = deps;
    this.#timer = new WakeTimer(deps.now, () => void this.#checkAutomatically());
  }

  /** Begins with the automatic checks, once the window is shown. */
  start(): void {
    const { live, now } = this.#deps;
    const follow = () => {
      const mode = live.read().settings.updates;
      if (mode === this.#mode) return;
      this.#mode = mode;
      if (mode === 'off') this.#begin({ kind: 'idle', checkedAt: null });
      this.#timer.set(mode === 'off' ? null : now() + firstCheckMs);
    };
    live.watch(({ settings }) => settings && follow());
    follow();
  }

  stop(): void {
    this.#timer.stop();
    this.#running?.abort();
  }

  /** Looks for a newer version. By hand, a version that was skipped is offered again. */
  async check(byHand: boolean): Promise<Result> {
    const source = this.#source();
    const { kind } = this.#state.step;
    if (['checking', 'downloading', 'installing'].includes(kind)) return done;
    if (!source) return byHand ? this.#failed({ code: 'update-source-missing' }, null) : done;
    const signal = this.#begin({ kind: 'checking' });
    const result = await this.#ask(signal, (engine) => engine.check(source, signal));
    if (signal.aborted) return done;
    if (!result.ok) return this.#failed(result.problem, null);
    const found = result.value;
    const isSkipped = !byHand && found?.version === this.#state.skipped;
    if (!found || isSkipped) this.#become({ kind: 'idle', checkedAt: this.#deps.now() });
    else this.#offer(found);
    return done;
  }

  /** Downloads the offered version. */
  async download(): Promise<Result> {
    const [source, found] = [this.#source(), this.#found];
    const { kind } = this.#state.step;
    if (!source || !found || !['offered', 'failed'].includes(kind)) return done;
    const update = shown(found);
    const signal = this.#begin({ kind: 'downloading', update, received: 0 });
    this.#found = found;
    const onBytes = this.#progressOf(update, signal);
    const result = await this.#ask(signal, (engine) => engine.download(source, found, onBytes, signal));
    if (signal.aborted) return done;
    if (!result.ok) return this.#failed(result.problem, update);
    this.#pack = result.value;
    this.#become({ kind: 'ready', update, method: this.#deps.installer.method(result.value), atQuit: false });
    return done;
  }

  /** Stops a check or a download. */
  cancel(): Result {
    const found = this.#found;
    const { kind } = this.#state.step;
    if (kind === 'checking') this.#begin({ kind: 'idle', checkedAt: null });
    if (kind === 'downloading' && found) {
      this.#begin({ kind: 'idle', checkedAt: null });
      this.#offer(found);
    }
    return done;
  }

  /** Installs what was downloaded, now or when a person quits the app. */
  async install(when: 'now' | 'at-quit'): Promise<Result> {
    const { step } = this.#state;
    const pack = this.#pack;
    if (step.kind !== 'ready' || !pack) return done;
    if (when === 'at-quit') {
      // A command needs a person who answers.
      if (step.method.kind === 'app') this.#become({ ...step, atQuit: true });
      return done;
    }
    this.#become({ kind: 'installing', update: step.update });
    const result = await this.#deps.installer.install(pack, true);
    if (!result.ok) return this.#failed(result.problem, step.update);
    // A person may still cancel the quit, and come back to this.
    this.#become({ ...step, atQuit: false });
    this.#deps.installer.quit();
    return done;
  }

  /** Installs what a person wanted to be installed at quit. */
  async beforeQuit(): Promise<void> {
    const { step } = this.#state;
    if (step.kind !== 'ready' || !step.atQuit || !this.#pack) return;
    await settleWithin(installPatienceMs, this.#deps.installer.install(this.#pack, false));
  }

  /** Does not offer this version by itself again. */
  async skip(): Promise<Result> {
    const { step } = this.#state;
    const skipped = 'update' in step ? step.update?.version : undefined;
    if (skipped === undefined || step.kind === 'installing') return done;
    this.#begin({ kind: 'idle', checkedAt: this.#deps.now() });
    this.#change({ skipped });
    await this.#deps.keep({ skippedVersion: skipped });
    return done;
  }

  /** Sets the update source; null removes it. */
  async setSource(url: string | null): Promise<Result> {
    const source = url === null ? null : readUpdateSource(url);
    if (url !== null && source?.kind !== 'url') return fail({ code: 'update-source-malformed' });
    return this.#keepSource(source);
  }

  /** Lets a person choose a folder as the source; false if cancelled. */
  async chooseFolder(): Promise<Result<boolean>> {
    const path = await this.#deps.files.folder();
    if (path === null) return ok(false);
    const source = readUpdateSource(path);
    if (source?.kind !== 'folder') return fail({ code: 'update-source-malformed' });
    await this.#keepSource(source);
    return ok(true);
  }

  get #state(): UpdateState {
    return this.#deps.live.read().update;
  }

  /** SECURITY: null while updates are off or impossible, so that nothing is loaded, contacted or read (0029). */
  #source(): UpdateSource | null {
    const { update, settings } = this.#deps.live.read();
    if (settings.updates === 'off' || update.support !== 'yes' || update.source === null) return null;
    return readUpdateSource(update.source);
  }

  async #keepSource(source: UpdateSource | null): Promise<Result> {
    if (this.#state.step.kind === 'installing') return done;
    const text = source && sourceText(source);
    this.#begin({ kind: 'idle', checkedAt: null });
    this.#change({ source: text });
    await this.#deps.keep({ updateSource: text });
    return done;
  }

  async #checkAutomatically(): Promise<void> {
    this.#timer.set(this.#deps.now() + betweenChecksMs);
    if (['offered', 'ready'].includes(this.#state.step.kind)) return;
    await this.check(false);
    if (this.#mode === 'download' && this.#state.step.kind === 'offered') await this.download();
  }

  /** Loads the engine and asks it. After a bug the step must not last for ever. */
  async #ask<Answer>(signal: AbortSignal, ask: (engine: UpdateEngine) => Promise<Answer>): Promise<Answer> {
    try {
      return await ask(await this.#deps.engine());
    } catch (error) {
      if (!signal.aborted) this.#begin({ kind: 'idle', checkedAt: null });
      throw error;
    }
  }

  /** Ends what runs, forgets what was found, and begins a step; gives the signal that ends it. */
  #begin(step: UpdateStep): AbortSignal {
    this.#running?.abort();
    this.#running = new AbortController();
    this.#found = null;
    this.#pack = null;
    this.#become(step);
    return this.#running.signal;
  }

  #offer(found: FoundUpdate): void {
    this.#found = found;
    this.#become({ kind: 'offered', update: shown(found) });
  }

  #progressOf(update: OfferedUpdate, signal: AbortSignal): (received: number) => void {
    let last = this.#deps.now();
    return (received) => {
      const now = this.#deps.now();
      if (signal.aborted || Math.abs(now - last) < betweenProgressMs) return;
      last = now;
      this.#become({ kind: 'downloading', update, received });
    };
  }

  #failed(problem: UpdateProblem, update: OfferedUpdate | null) {
    this.#become({ kind: 'failed', problem, update });
    return fail(problem);
  }

  #become(step: UpdateStep): void {
    this.#change({ step });
  }

  #change(part: Partial<UpdateState>): void {
    this.#deps.live.change({ update: { ...this.#state, ...part } });
  }
}

/** What the window may know of it. */
function shown({ version, size, releasedAt }: FoundUpdate): OfferedUpdate {
  return { version, size, releasedAt };
}
