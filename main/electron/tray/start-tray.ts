import type { Calls } from '../../../contract/bridge.ts';
import type { StateChange } from '../../../contract/state.ts';
import { loadTexts } from '../../i18n/load-texts.ts';
import type { LiveState } from '../../state/live-state.ts';
import { AppTray } from '../../tray/app-tray.ts';
import { TrayActions } from '../../tray/tray-actions.ts';
import { SystemTray } from './system-tray.ts';

interface Deps {
  readonly live: LiveState;
  readonly calls: Calls;
  readonly showWindow: () => void;
  readonly quit: () => void;
}

/** Shows the tray while the settings say so. */
export function startTray(deps: Deps): void {
  const { live } = deps;
  const actions = new TrayActions(deps);
  let end: (() => void) | null = null;
  const begin = () => {
    const system = new SystemTray((action) => void actions.run(action));
    const shown = new AppTray({
      live,
      now: Date.now,
      loadTexts: (language) => loadTexts(language, 'native', 'servers', 'window', 'copying'),
      show: (look) => system.show(look),
    });
    return () => {
      shown.end();
      system.end();
    };
  };
  const follow = ({ settings }: Pick<StateChange, 'settings'>) => {
    if (settings === undefined || settings.tray === (end !== null)) return;
    end?.();
    end = settings.tray ? begin() : null;
  };
  live.watch(follow);
  follow(live.read());
}
