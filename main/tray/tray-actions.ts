import type { Calls } from '../../contract/bridge.ts';
import type { Result } from '../../contract/core/result.ts';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import { hasToken } from '../../contract/sessions/session.ts';
import type { WindowTask } from '../../contract/state.ts';
import { askWindow } from '../state/ask-window.ts';
import type { LiveState } from '../state/live-state.ts';

/** What an entry of the menu in the tray does. */
export type TrayAction =
  | WindowTask
  | {
      readonly kind: 'check-all' | 'quick-access' | 'show-window' | 'quit';
    };

interface Deps {
  readonly live: LiveState;
  /** The calls of the page, with what refuses them behind the lock and makes them wait for the vault. */
  readonly calls: Pick<Calls, 'copySession' | 'openWebPage' | 'clearClipboard' | 'checkAll' | 'lock'>;
  readonly showWindow: () => void;
  readonly showQuickAccess: () => void;
  readonly quit: () => void;
}

/** Does what was chosen in the tray; what takes a question, and what failed, is left to the window. */
export class TrayActions {
  constructor(private readonly deps: Deps) {}

  async run(action: TrayAction): Promise<void> {
    const { live, calls, showWindow, showQuickAccess, quit } = this.deps;
    switch (action.kind) {
      case 'quit':
        return quit();
      case 'show-window':
        return showWindow();
      case 'quick-access':
        return showQuickAccess();
      case 'show-view':
      case 'log-in':
        return this.#ask(action);
      case 'check-all':
        await calls.checkAll();
        return;
      case 'lock':
        return this.#unlessAsked(action, live.rows().some(isInMemory), () => calls.lock());
      case 'clear-clipboard':
        return this.#unlessAsked(action, false, () => calls.clearClipboard());
      case 'copy': {
        const { profileId, format } = action;
        const copy = () => calls.copySession({ profileId, format, anyway: false });
        return this.#unlessAsked(action, this.#isGuarded(profileId), copy);
      }
      case 'open-web-interface': {
        const { profileId } = action;
        const open = () => calls.openWebPage({ profileId, page: 'interface' });
        return this.#unlessAsked(action, this.#isGuarded(profileId), open);
      }
    }
  }

  async #unlessAsked(
    task: WindowTask,
    isAsked: boolean,
    work: () => Promise<Result<unknown>>,
  ): Promise<void> {
    if (isAsked || !(await work()).ok) this.#ask(task);
  }

  #ask(task: WindowTask): void {
    this.deps.showWindow();
    askWindow(this.deps.live, task);
  }

  /** SECURITY: nothing of a production server is copied or opened without the question that was asked for (0047). */
  #isGuarded(id: ProfileId): boolean {
    const isProduction = this.deps.live.row(id)?.profile.environment === 'production';
    return isProduction && this.deps.live.read().settings.confirmProduction;
  }
}

/** A lock would lose such a token, so the window asks before. */
function isInMemory({ session }: ReturnType<LiveState['rows']>[number]): boolean {
  return hasToken(session) && session.secret === 'memory';
}
