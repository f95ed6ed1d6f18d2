import { done, ok, type Result } from '../../contract/core/result.ts';
import { noQuickKey, type QuickAccessCalls, type QuickKey } from '../../contract/sessions/quick-access.ts';
import type { SessionCopy } from '../copy-as/session-copy.ts';
import { askWindow } from '../state/ask-window.ts';
import type { LiveState } from '../state/live-state.ts';
import { acceleratorOf, type KeptQuickKey, maxAskedMs, proofAfterStart } from './quick-key.ts';

/** The window of quick access; created when it is shown for the first time. */
export interface QuickWindow {
  /** Shows it on the screen with the pointer; created first, it is shown once its page says so. */
  show(): void;
  /** Called by its page once it has its first content. */
  pageIsReady(): void;
  hide(): void;
  isShown(): boolean;
}

/** The system-wide keys of this desktop. */
export interface SystemKeys {
  /** False if the system does not give the key; true says nothing of whether presses arrive. */
  claim(accelerator: string, pressed: () => void): boolean;
  release(accelerator: string): void;
}

interface Deps {
  readonly live: Pick<LiveState, 'read' | 'change'>;
  readonly sessionCopy: Pick<SessionCopy, 'copy'>;
  readonly window: QuickWindow;
  readonly keys: SystemKeys;
  readonly showMainWindow: () => void;
  readonly keep: (key: KeptQuickKey | null) => Promise<void>;
}

/** Finds and copies from a small window above other programs, opened by a system-wide key or a second start. */
export class QuickAccess {
  #search = '';
  #asking: NodeJS.Timeout | null = null;

  readonly answers: QuickAccessCalls;

  constructor(private readonly deps: Deps) {
    const { window } = deps;
    const hide = async () => {
      window.hide();
      return done;
    };
    this.answers = {
      showQuickAccess: async () => {
        window.pageIsReady();
        return done;
      },
      hideQuickAccess: hide,
      quickCopy: async ({ profileId, format }) => {
        // SECURITY: here nobody is asked whether to copy a session that has ended, so none is (0048).
        const copied = await deps.sessionCopy.copy(profileId, false, format);
        // Hidden only now, since on Wayland only a window with the focus can copy (0043).
        return copied.ok ? hide() : copied;
      },
      showServer: async ({ profileId, logIn }) => {
        await hide();
        deps.showMainWindow();
        askWindow(deps.live, { kind: logIn ? 'log-in' : 'show-server', profileId });
        return done;
      },
      keepQuickSearch: async ({ search }) => {
        this.#search = search;
        return done;
      },
      recallQuickSearch: async () => ok({ search: this.#search }),
      setQuickKey: ({ key }) => this.#setKey(key),
    };
  }

  /** Claims the kept key. */
  start(kept: KeptQuickKey | null): void {
    if (kept !== null) this.#tell(proofAfterStart(kept, this.#claim(kept.key)));
  }

  /** Shows the window. */
  show(): void {
    this.deps.window.show();
  }

  /** Drops what was typed, when somebody opens the app who has not proved to be the owner. */
  forget(): void {
    this.#search = '';
  }

  async #setKey(key: string | null): Promise<Result> {
    const { keys, keep } = this.deps;
    const before = this.#key.key;
    if (before !== null) keys.release(acceleratorOf(before));
    this.#stopAsking();
    await keep(key === null ? null : { key, works: false });
    if (key === null) this.#tell(noQuickKey);
    else if (this.#claim(key)) this.#ask(key);
    else this.#tell({ key, proof: 'refused' });
    return done;
  }

  #claim(key: string): boolean {
    return this.deps.keys.claim(acceleratorOf(key), () => this.#pressed(key));
  }

  #ask(key: string): void {
    this.#tell({ key, proof: 'asked' });
    this.#asking = setTimeout(() => this.#tell({ key, proof: 'silent' }), maxAskedMs);
    this.#asking.unref();
  }

  #stopAsking(): void {
    if (this.#asking !== null) clearTimeout(this.#asking);
    this.#asking = null;
  }

  #pressed(key: string): void {
    const { window, keep } = this.deps;
    const { proof } = this.#key;
    this.#stopAsking();
    if (proof !== 'works') {
      this.#tell({ key, proof: 'works' });
      void keep({ key, works: true });
    }
    // The press that was asked for is answered in the settings, where the person looks.
    if (proof === 'asked') return;
    if (window.isShown()) window.hide();
    else window.show();
  }

  get #key(): QuickKey {
    return this.deps.live.read().quickKey;
  }

  #tell(quickKey: QuickKey): void {
    this.deps.live.change({ quickKey });
  }
}
