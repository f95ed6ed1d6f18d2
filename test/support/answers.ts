import type { Calls } from '../../contract/bridge.ts';
import { createHandlers } from '../../main/ipc/handlers.ts';
import type { HeadlessApp } from './headless-app.ts';

/** The handlers of the page's calls, without a window. */
export function answersOf(
  { parts }: Pick<HeadlessApp, 'parts'>,
  opened: Promise<unknown> = Promise.resolve(),
): Calls {
  return createHandlers({
    ...parts,
    opened,
    changeSettings: async (settings) => parts.applySettings({ ...parts.live.read().settings, ...settings }),
    openAddress: async () => undefined,
    showWindow: () => undefined,
    closeWindow: () => undefined,
    systemAllowsCamera: async () => true,
  });
}
