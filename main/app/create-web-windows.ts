import type { ProfileId } from '../../contract/profiles/profile.ts';
import { askWindow } from '../state/ask-window.ts';
import type { WebWindows } from '../web-interface/web-windows.ts';
import type { AppDeps } from './app-deps.ts';
import type { SecretLayer } from './create-secret-parts.ts';

/** Creates the web windows when the first page is opened, since most starts open none. */
export function createWebWindows({ web, systemProxy }: AppDeps, lower: SecretLayer) {
  const { live, profileStore } = lower;
  let made: Promise<WebWindows> | null = null;
  let opened: WebWindows | null = null;
  const askToLogIn = (profileId: ProfileId) => {
    web.showMainWindow();
    askWindow(live, { kind: 'log-in', profileId });
  };
  const create = async () => {
    const { WebWindows } = await import('../web-interface/web-windows.ts');
    const authority = (fingerprint: string) => profileStore.authority(fingerprint);
    opened = new WebWindows({ ...lower, ...web, systemProxy, authority, askToLogIn });
    return opened;
  };
  return {
    web,
    webWindows: () => {
      made ??= create();
      return made;
    },
    closeWebWindows: () => opened?.stop(),
  };
}
