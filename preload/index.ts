import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge, Calls } from '../contract/bridge.ts';
import { callNames } from '../contract/call-names.ts';
import { isTooLarge, maxBytes, maxSize } from '../contract/message-size.ts';
import type { StateChange } from '../contract/state.ts';

const calls = Object.fromEntries(callNames.map((name) => [name, (request: unknown) => ask(name, request)]));

async function ask(name: keyof Calls, request: unknown): Promise<unknown> {
  // SECURITY: main would deserialize a message before it can refuse it, so the size is checked here too (0003).
  if (isTooLarge(request, maxSize(name), maxBytes(name))) throw new Error(`Message too large: ${name}`);
  return ipcRenderer.invoke(name, request);
}

const bridge = {
  ...calls,
  onStateChanged: (listener: (change: StateChange) => void) => {
    // SECURITY: the event is not passed on, since its `sender` can send any message (0003).
    const listen = (_event: unknown, change: StateChange) => listener(change);
    ipcRenderer.on('stateChanged', listen);
    return () => void ipcRenderer.removeListener('stateChanged', listen);
  },
} as unknown as Bridge;

// The page receives a frozen copy, so it cannot replace a call.
contextBridge.exposeInMainWorld('bridge', bridge);
