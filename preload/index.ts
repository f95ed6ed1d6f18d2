import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge, Calls } from '../contract/bridge.ts';
import { callNames, readStateNow } from '../contract/call-names.ts';
import { isTooLarge, maxBytes, maxSize } from '../contract/message-size.ts';

const calls = Object.fromEntries(callNames.map((name) => [name, (request: unknown) => ask(name, request)]));

async function ask(name: keyof Calls, request: unknown): Promise<unknown> {
  // SECURITY: main would deserialize a message before it can refuse it, so the size is checked here too (0003).
  if (isTooLarge(request, maxSize(name), maxBytes(name))) throw new Error(`Message too large: ${name}`);
  return ipcRenderer.invoke(name, request);
}

// The page starts with the state, so it is requested while the page is still being loaded. Changes that arrive before the
// page listens are kept for its first listener.
let firstState: Promise<unknown> | null = ask('readState', undefined);
firstState.catch(() => undefined);
const early: string[] = [];
const keep = (_event: unknown, change: string) => void early.push(change);
ipcRenderer.on('stateChanged', keep);

let isReadNow = false;

const bridge = {
  ...calls,
  readState: () => {
    const state = firstState ?? ask('readState', undefined);
    firstState = null;
    return state;
  },
  readStateNow: () => {
    // SECURITY: once, since a page that asks again and again would keep main busy (0003).
    if (isReadNow) return null;
    isReadNow = true;
    const state: unknown = ipcRenderer.sendSync(readStateNow);
    return typeof state === 'string' ? state : null;
  },
  onStateChanged: (listener: (change: string) => void) => {
    ipcRenderer.removeListener('stateChanged', keep);
    for (const change of early.splice(0)) listener(change);
    // SECURITY: the event is not passed on, since its `sender` can send any message (0003).
    const listen = (_event: unknown, change: string) => listener(change);
    ipcRenderer.on('stateChanged', listen);
    return () => void ipcRenderer.removeListener('stateChanged', listen);
  },
} as unknown as Bridge;

// The page receives a frozen copy, so it cannot replace a call.
contextBridge.exposeInMainWorld('bridge', bridge);
