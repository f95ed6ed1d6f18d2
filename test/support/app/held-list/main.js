// The built app. The page gets the rest of its list only once a test lets it, or if it waits for it.
import { ipcMain } from 'electron';

const held = Promise.withResolvers();
globalThis.letListThrough = held.resolve;

let isAnswered = false;
const handle = ipcMain.handle.bind(ipcMain);
ipcMain.handle = (name, answer) => {
  if (name !== 'readState') return handle(name, answer);
  return handle(name, async (...call) => {
    if (isAnswered) await held.promise;
    // Refused if the window has not loaded its page yet.
    const state = await answer(...call);
    isAnswered = true;
    return state;
  });
};
await import('../../../../out/main/index.js');
