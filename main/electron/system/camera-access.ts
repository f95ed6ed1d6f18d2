import { systemPreferences } from 'electron';

/** Whether the system lets this app use a camera. Only macOS can be asked; elsewhere opening the camera shows it. */
export async function systemAllowsCamera(): Promise<boolean> {
  return process.platform === 'darwin' ? systemPreferences.askForMediaAccess('camera') : true;
}
