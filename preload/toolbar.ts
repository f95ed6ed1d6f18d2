import { contextBridge, ipcRenderer } from 'electron';
import type { ToolbarBridge, ToolbarMessage, ToolbarState } from '../contract/sessions/web-window.ts';

let last: ToolbarState | null = null;
let listener: (state: ToolbarState) => void = () => undefined;

ipcRenderer.on('toolbar-state', (_event, state: ToolbarState) => {
  last = state;
  listener(state);
});

const toolbar: ToolbarBridge = {
  tell: (message: ToolbarMessage) => ipcRenderer.send('toolbar', message),
  onState: (listen) => {
    listener = listen;
    if (last !== null) listen(last);
  },
};

contextBridge.exposeInMainWorld('webToolbar', toolbar);
