import type { Calls } from '../../../contract/bridge.ts';
import type { Settings } from '../../../contract/settings.ts';
import { loadTexts } from '../../i18n/load-texts.ts';
import type { Presentation } from '../../presentation/presentation.ts';
import type { LiveState } from '../../state/live-state.ts';
import type { Notices } from '../../state/notices.ts';
import { AppTray } from '../../tray/app-tray.ts';
import { TrayActions } from '../../tray/tray-actions.ts';
import { autostartFile, canStartAtLogin, startAtLogin } from './login-item.ts';
import { SystemTray } from './system-tray.ts';
import { comesIntoTray } from './tray-host.ts';

interface Deps {
  readonly live: LiveState;
  readonly notices: Notices;
  readonly presentation: Presentation;
  readonly calls: Calls;
  readonly showWindow: () => void;
  readonly showQuickAccess: () => void;
  readonly quit: () => void;
}

/** Follows the settings of the tray, and of what happens without a window. */
export function startTray(deps: Deps): void {
  const { live, notices, presentation } = deps;
  const actions = new TrayActions(deps);
  const begin = () => {
    const system = new SystemTray((action) => void actions.run(action));
    const shown = new AppTray({
      live,
      shown: (state) => presentation.state(state),
      now: Date.now,
      loadTexts: (language) => loadTexts(language, 'native', 'servers', 'window', 'copying'),
      show: (look) => system.show(look),
    });
    return () => {
      shown.end();
      system.end();
    };
  };
  let end: (() => void) | null = null;
  let before: Partial<Settings> = {};
  const follow = (settings: Settings) => {
    const has = (name: keyof Settings) => settings[name] !== before[name];
    if (has('tray')) {
      end?.();
      end = settings.tray ? begin() : null;
    }
    if (has('tray') || has('closeToTray')) void tellAbilities(live);
    if (has('startAtLogin'))
      startAtLogin(settings.startAtLogin).catch(() =>
        notices.add({ code: 'file-not-saved', file: autostartFile }),
      );
    before = settings;
  };
  live.watch(({ settings }) => settings && follow(settings));
  follow(live.read().settings);
}

async function tellAbilities(live: LiveState): Promise<void> {
  const inTray = live.read().settings.tray && (await comesIntoTray());
  live.change({ trayAbilities: { inTray, startAtLogin: canStartAtLogin() } });
}
