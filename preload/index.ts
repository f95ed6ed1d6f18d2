import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge } from '../contract/bridge.ts';
import { callNames } from '../contract/requests.ts';
import type { StateChange } from '../contract/state.ts';

const calls = Object.fromEntries(
  callNames.map((name) => [name, (request: unknown) => ipcRenderer.invoke(name, request)]),
);

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
