// The built app, with sessions whose proxy is in effect only 1.5 s after it was set.
import { setTimeout as pause } from 'node:timers/promises';
import { app } from 'electron';

app.on('session-created', (session) => {
  const setProxy = session.setProxy.bind(session);
  session.setProxy = async (config) => {
    await pause(1_500);
    await setProxy(config);
  };
});
await import('../../../../out/main/index.js');
