import { done, fail, type Result } from '../../contract/core/result.ts';
import { maxSideWindows, type SideSubject, sideSearch } from '../../contract/windows/side-window.ts';
import {
  type SidePlaces,
  type WindowBounds,
  withoutProfiles,
  withSidePlace,
} from '../settings/window-places.ts';
import type { LiveState } from '../state/live-state.ts';

/** An open side window. */
export interface SideWindow {
  /** Brings it to the front. */
  focus(): void;
  /** Closes it at once, whatever its page does. */
  close(): void;
}

/** A side window to open. */
export interface SideWindowPlan {
  /** The search of the URL of its page. */
  readonly search: string;
  readonly subject: SideSubject;
  /** Where it was closed; null: nowhere yet. */
  readonly place: WindowBounds | null;
  /** Called with its bounds when it closes. */
  readonly closed: (place: WindowBounds) => void;
}

interface Deps {
  readonly live: Pick<LiveState, 'row' | 'watch'>;
  readonly openWindow: (plan: SideWindowPlan) => SideWindow;
  readonly places: {
    read(): SidePlaces;
    keep(places: SidePlaces): Promise<void>;
  };
}

/**
 * Opens parts of the window in windows of their own, one for each subject, and closes those of a profile that was removed.
 */
export class SideWindows {
  readonly #open = new Map<string, { readonly subject: SideSubject; readonly window: SideWindow }>();

  constructor(private readonly deps: Deps) {
    deps.live.watch(({ gone }) => gone && this.#forget(gone));
  }

  /** Opens a window, or brings the one that shows this already to the front. */
  open(subject: SideSubject): Result {
    const { openWindow, places } = this.deps;
    const search = sideSearch(subject);
    const open = this.#open.get(search);
    if (open) {
      open.window.focus();
      return done;
    }
    if (!this.#isThere(subject)) return fail({ code: 'profile-gone' });
    if (this.#open.size >= maxSideWindows) return fail({ code: 'too-many-side-windows' });
    const place = places.read()[search] ?? null;
    const closed = (last: WindowBounds) => {
      this.#open.delete(search);
      if (this.#isThere(subject)) void places.keep(withSidePlace(places.read(), search, last));
    };
    this.#open.set(search, { subject, window: openWindow({ search, subject, place, closed }) });
    return done;
  }

  #isThere({ profileId }: SideSubject): boolean {
    return profileId === null || this.deps.live.row(profileId) !== undefined;
  }

  #forget(gone: readonly string[]): void {
    for (const { subject, window } of [...this.#open.values()])
      if (subject.profileId !== null && gone.includes(subject.profileId)) window.close();
    const { places } = this.deps;
    const kept = withoutProfiles(places.read(), gone);
    if (kept !== places.read()) void places.keep(kept);
  }
}
