import type { Result } from '../core/result.ts';
import type { ProfileRequest, ServerAddress } from '../profiles/profile.ts';

/** Maximum size of a video in MB; three seconds take far less. */
export const maxVideoMb = 20;
/** Maximum size of a video in bytes. */
export const maxVideoSize = maxVideoMb * 1_000_000;

/** Duration of a recording in ms. */
export const recordingMs = 3_000;

/** Whether a face may be sent to this server: over HTTPS or to this computer, as in FindFace's web UI. */
export function mayShowFace({ origin }: ServerAddress): boolean {
  return origin.startsWith('https:') || /^http:\/\/(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/.test(origin);
}

/** A chosen video; its bytes stay in main. */
export interface ChosenVideo {
  readonly file: string;
  readonly bytes: number;
}

/** The result of a recognized face: a session, or the password is needed too. */
export type FaceOutcome = 'logged-in' | 'password-needed';

/** A recorded video; null for the chosen one. */
interface WithVideo extends ProfileRequest {
  readonly video: Uint8Array | null;
}

/** The calls about face log-ins. */
export interface FaceCalls {
  /**
   * Allows the page to use the camera, without sound, until `closeCamera`, a lock, a reload or five minutes have
   * passed.
   */
  openCamera(request: ProfileRequest): Promise<Result>;
  closeCamera(): Promise<Result>;
  /** Lets the person choose a video file, which main reads; null if cancelled. */
  chooseVideo(request: ProfileRequest): Promise<Result<ChosenVideo | null>>;
  loginByFace(request: WithVideo): Promise<Result<FaceOutcome>>;
  /** Moves the expiry of the session with a new video; its token stays the same. */
  renewByFace(request: WithVideo): Promise<Result>;
  /** Aborts what is running and drops the chosen video and the face token. */
  cancelFace(request: ProfileRequest): Promise<Result>;
}
