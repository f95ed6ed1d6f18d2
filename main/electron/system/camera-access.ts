import { systemPreferences } from 'electron';

/** Does the system let this app use a camera? Only macOS asks on its own; elsewhere opening the camera tells. */
export async function systemAllowsCamera(): Promise<boolean> {
  return process.platform === 'darwin' ? systemPreferences.askForMediaAccess('camera') : true;
}
