import { join } from 'node:path';
import type { Calls } from '../../contract/bridge.ts';
import { done } from '../../contract/core/result.ts';
import { createHandlers } from '../../main/ipc/handlers.ts';
import { QuickAccess } from '../../main/quick-access/quick-access.ts';
import { projectRoot } from '../../scripts/system/project-root.ts';
import type { HeadlessApp } from './headless-app.ts';

const nothing = (): void => undefined;

/** The handlers of the page's calls, without a window. */
export function answersOf(
  { parts, folder }: Pick<HeadlessApp, 'parts' | 'folder'>,
  opened: Promise<unknown> = Promise.resolve(),
): Calls {
  return createHandlers({
    ...parts,
    quickAccess: new QuickAccess({
      ...parts,
      window: { show: nothing, pageIsReady: nothing, hide: nothing, isShown: () => false },
      keys: { claim: () => true, release: nothing },
      showMainWindow: nothing,
      keep: async () => undefined,
    }),
    sideWindows: { open: () => done },
    opened,
    cli: async () => ({ endAccess: async () => done }),
    changeSettings: async (settings) => parts.applySettings({ ...parts.live.read().settings, ...settings }),
    changeLayout: async (layout) => parts.live.change({ layout: { ...parts.live.read().layout, ...layout } }),
    zoom: (percent) => percent ?? 100,
    changeKeys: async (keys) => parts.live.change({ keys }),
    countUse: async () => undefined,
    changeTemplates: async (templates) => parts.live.change({ templates }),
    showWindow: () => undefined,
    closeWindow: () => undefined,
    quit: () => undefined,
    systemAllowsCamera: async () => true,
    thisCopy: {
      install: () => 'source',
      dataFolder: folder,
      policyFile: null,
      changelog: join(projectRoot, 'CHANGELOG.md'),
      licenses: join(folder, 'LICENSES.txt'),
    },
  });
}
