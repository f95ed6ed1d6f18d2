import { app, type Session, session, type WebContents } from 'electron';
import type { CameraGrant } from '../face/camera-grant.ts';
import { mayLackSandbox } from './launch-guard.ts';
import { pageUrl } from './window/app-protocol.ts';

/**
 * Refuses everything a page could ask of Electron beyond showing itself: other pages, windows, webviews, permissions.
 * The one exception is the camera, while `camera` is open.
 *
 * Call it before the app is ready, so that nothing is created unwatched.
 */
export function lockDown(camera: CameraGrant): void {
  // SECURITY: every renderer runs in Chromium's sandbox, whatever a later window asks for (0003).
  // Where Chromium has to run as root, as in containers, it cannot have one; a release does not start there.
  if (!(app.commandLine.hasSwitch('no-sandbox') && mayLackSandbox())) app.enableSandbox();
  takeFromScripts();
  app.on('session-created', (of) => refusePermissions(of, camera));
  app.on('web-contents-created', (_event, contents) => {
    keepOnOurPage(contents);
    endWithThePage(contents, camera);
  });
  app.on('ready', () => refusePermissions(session.defaultSession, camera));
}

/** Takes away what Chromium lets every script do without asking for a permission. */
function takeFromScripts(): void {
  const settings = [
    // SECURITY: a copied header is on the clipboard, and `execCommand('paste')` would hand the page its token (0002).
    'javaScriptCanAccessClipboard=false',
    // SECURITY: a name that is looked up for a link leaves this computer, whatever the proxy of the session is (0003).
    'dnsPrefetchingEnabled=false',
  ];
  app.commandLine.appendSwitch('blink-settings', settings.join(','));
}

// SECURITY: deny-all, not a list of bad names: each Electron release adds permissions (0003).
// SECURITY: the camera of the face dialog is let through by name, kind, frame and address, and by nothing else (0015).
function refusePermissions(of: Session, camera: CameraGrant): void {
  of.setPermissionRequestHandler((_contents, name, answer, details) => {
    const media = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    const { isMainFrame, requestingUrl: url } = details;
    answer(camera.allows({ name, media, isMainFrame, url }, pageUrl));
  });
  of.setPermissionCheckHandler((_contents, name, _origin, details) => {
    const { isMainFrame, mediaType = 'unknown', requestingUrl: url = '' } = details;
    return camera.allows({ name, media: [mediaType], isMainFrame, url }, pageUrl);
  });
  of.setDevicePermissionHandler(() => false);
  of.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  of.on('will-download', (event) => event.preventDefault());
  of.setSpellCheckerEnabled(false);
}

/** A page that is loaded anew, or that crashed, has no dialog open. */
function endWithThePage(contents: WebContents, camera: CameraGrant): void {
  contents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) camera.close();
  });
  contents.on('render-process-gone', () => camera.close());
  contents.on('destroyed', () => camera.close());
}

function keepOnOurPage(contents: WebContents): void {
  // SECURITY: the window holds the bridge, so no other page may ever be in it (0003).
  const refuse = (event: { preventDefault(): void; url: string }) => {
    if (event.url !== pageUrl) event.preventDefault();
  };
  contents.on('will-navigate', refuse);
  contents.on('will-frame-navigate', refuse);
  contents.on('will-redirect', refuse);
  // SECURITY: a page that wants to stay must not survive a lock with what it showed (0011).
  contents.on('will-prevent-unload', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
