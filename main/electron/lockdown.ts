import { app, type Session, session, type WebContents } from 'electron';
import { pageUrl } from './app-protocol.ts';

/**
 * Refuses everything a page could ask of Electron beyond showing itself: other pages, windows, webviews, permissions.
 *
 * Call it before the app is ready, so that nothing is created unwatched.
 */
export function lockDown(): void {
  // SECURITY: every renderer runs in Chromium's sandbox, whatever a later window asks for (0003).
  // Where Chromium has to run as root, as in containers, it cannot have one and is started with this switch.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  app.on('session-created', refusePermissions);
  app.on('web-contents-created', (_event, contents) => keepOnOurPage(contents));
  app.on('ready', () => refusePermissions(session.defaultSession));
}

// SECURITY: deny-all, not a list of bad names: each Electron release adds permissions (0003).
function refusePermissions(of: Session): void {
  of.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  of.setPermissionCheckHandler(() => false);
  of.setDevicePermissionHandler(() => false);
  of.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  of.on('will-download', (event) => event.preventDefault());
  of.setSpellCheckerEnabled(false);
}

function keepOnOurPage(contents: WebContents): void {
  // SECURITY: the window holds the bridge, so no other page may ever be in it (0003).
  const refuse = (event: { preventDefault(): void; url: string }) => {
    if (event.url !== pageUrl) event.preventDefault();
  };
  contents.on('will-navigate', refuse);
  contents.on('will-frame-navigate', refuse);
  contents.on('will-redirect', refuse);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
