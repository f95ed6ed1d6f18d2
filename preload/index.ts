import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge, Calls } from '../contract/bridge.ts';
import { isTooLarge, maxBytes, maxSize } from '../contract/message-size.ts';
import { callNames } from '../contract/requests/readers.ts';
import type { StateChange } from '../contract/state.ts';

const calls = Object.fromEntries(callNames.map((name) => [name, (request: unknown) => ask(name, request)]));

async function ask(name: keyof Calls, request: unknown): Promise<unknown> {
  // SECURITY: main unpacks a message before it can refuse it, so a page cannot even send one of gigabytes (0003).
  if (isTooLarge(request, maxSize(name), maxBytes(name))) throw new Error(`Message too large: ${name}`);
  return ipcRenderer.invoke(name, request);
}

const bridge = {
  ...calls,
  onStateChanged: (listener: (change: StateChange) => void) => {
    // SECURITY: the event itself stays here, since it carries a way to send anything anywhere (0003).
    const listen = (_event: unknown, change: StateChange) => listener(change);
    ipcRenderer.on('stateChanged', listen);
    return () => void ipcRenderer.removeListener('stateChanged', listen);
  },
} as unknown as Bridge;

// The page gets a frozen copy, so it cannot put a call of its own into the place of one of these.
contextBridge.exposeInMainWorld('bridge', bridge);
