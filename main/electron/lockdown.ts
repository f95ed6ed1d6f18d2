import { app, type Session, session, type WebContents } from 'electron';
import type { CameraGrant } from '../face/camera-grant.ts';
import { mayLackSandbox } from './launch-guard.ts';
import { isWindowUrl } from './window/app-protocol.ts';
import { sessionsOfServers } from './window/window-session.ts';

/**
 * Denies everything a page could ask of Electron: other pages, windows, webviews, permissions. The one exception is the
 * camera, while `camera` is open.
 *
 * Must be called before the app is ready, so that it covers every session and window.
 */
export function lockDown(camera: CameraGrant): void {
  // SECURITY: every renderer runs in Chromium's sandbox, whatever a later window asks for (0003). Chromium cannot have
  // one when it runs as root, as in containers; a release does not start there.
  if (!(app.commandLine.hasSwitch('no-sandbox') && mayLackSandbox())) app.enableSandbox();
  takeFromScripts();
  app.on('session-created', (of) => refusePermissions(of, camera));
  app.on('web-contents-created', (_event, contents) => {
    keepOnOurPage(contents);
    // A page of a server says nothing about the dialogs of ours.
    if (!sessionsOfServers.has(contents.session)) endWithThePage(contents, camera);
  });
  app.on('ready', () => refusePermissions(session.defaultSession, camera));
}

/** Turns off features that Chromium gives to scripts without a permission. */
function takeFromScripts(): void {
  const settings = [
    // SECURITY: with a header on the clipboard, `execCommand('paste')` would give its token to the page (0002).
    'javaScriptCanAccessClipboard=false',
    // SECURITY: DNS prefetching sends the host name of a link to the network, past the proxy of the session (0003).
    'dnsPrefetchingEnabled=false',
  ];
  app.commandLine.appendSwitch('blink-settings', settings.join(','));
}

// SECURITY: everything is denied, instead of a list of permissions, since each Electron release adds some (0003).
// SECURITY: the camera is allowed only by exact name, media type, frame and URL (0015).
function refusePermissions(of: Session, camera: CameraGrant): void {
  of.setPermissionRequestHandler((_contents, name, answer, details) => {
    const media = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    const { isMainFrame, requestingUrl: url } = details;
    answer(camera.allows({ name, media, isMainFrame, url }, isWindowUrl));
  });
  of.setPermissionCheckHandler((_contents, name, _origin, details) => {
    const { isMainFrame, mediaType = 'unknown', requestingUrl: url = '' } = details;
    return camera.allows({ name, media: [mediaType], isMainFrame, url }, isWindowUrl);
  });
  of.setDevicePermissionHandler(() => false);
  of.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  of.on('will-download', (event) => sessionsOfServers.has(of) || event.preventDefault());
  of.setSpellCheckerEnabled(false);
}

/** A page that was reloaded or has crashed has no dialog open. */
function endWithThePage(contents: WebContents, camera: CameraGrant): void {
  contents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) camera.close();
  });
  contents.on('render-process-gone', () => camera.close());
  contents.on('destroyed', () => camera.close());
}

function keepOnOurPage(contents: WebContents): void {
  // SECURITY: this window has the bridge, so it must never show another page, nor that of another window (0003, 0051).
  const refuse = (event: { preventDefault(): void; url: string }) => {
    const isReload = isWindowUrl(event.url) && event.url === contents.getURL();
    if (!isReload && !sessionsOfServers.has(contents.session)) event.preventDefault();
  };
  contents.on('will-navigate', refuse);
  contents.on('will-frame-navigate', refuse);
  contents.on('will-redirect', refuse);
  // SECURITY: a `beforeunload` handler must not keep the page, and what it shows, alive over a lock (0011).
  contents.on('will-prevent-unload', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
