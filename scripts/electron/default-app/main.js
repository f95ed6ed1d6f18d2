// Stands in for stock Electron's default_app.asar, so that `electron FOLDER` opens the app in that folder.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const wanted = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
if (wanted === undefined) {
  console.error('Name the folder of the app to open: electron FOLDER');
  app.exit(1);
} else {
  const place = resolve(wanted);
  const isFolder = statSync(place).isDirectory();
  const folder = isFolder ? place : dirname(place);
  const entry = isFolder ? join(folder, introduce(folder)) : place;
  app.setAppPath(folder);
  Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
  // Electron delays `ready` only for an import that is awaited here, and the app has work to do before `ready`.
  await import(pathToFileURL(entry).href);
}

function introduce(folder) {
  const file = join(folder, 'package.json');
  const about = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const name = about.productName ?? about.name;
  if (about.version) app.setVersion(about.version);
  if (name) {
    app.setName(name);
    app.setDesktopName(about.desktopName ?? `${name}.desktop`);
    if (!app.commandLine.hasSwitch('user-data-dir'))
      app.setPath('userData', join(app.getPath('appData'), name));
  }
  return about.main ?? 'index.js';
}
