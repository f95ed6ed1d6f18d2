// Loaded into the main process of app and bare window: hides the window on SIGUSR2 and writes the page's visibility to a file.
const { writeFile } = require('node:fs/promises');

process.on('SIGUSR2', async () => {
  const [window] = require('electron').BrowserWindow.getAllWindows();
  window.hide();
  for (let state = ''; state !== 'hidden'; ) {
    state = await window.webContents.executeJavaScript('document.visibilityState');
    await writeFile(process.env.FFSM_BENCH_VISIBILITY, state);
  }
});
