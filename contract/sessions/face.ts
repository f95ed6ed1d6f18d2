import type { Result } from '../core/result.ts';
import type { ProfileRequest, ServerAddress } from '../profiles/profile.ts';

/** The largest video that is sent, in MB; three seconds take far less. */
export const maxVideoMb = 20;
/** The largest video that is sent, in bytes. */
export const maxVideoSize = maxVideoMb * 1_000_000;

/** How long a face is recorded, in ms. */
export const recordingMs = 3_000;

/** May a face be shown to this server? As FindFace itself has it: over HTTPS only, or to this very computer. */
export function mayShowFace({ origin }: ServerAddress): boolean {
  return origin.startsWith('https:') || /^http:\/\/(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/.test(origin);
}

/** A video that a person chose; its bytes stay in main. */
export interface ChosenVideo {
  readonly file: string;
  readonly bytes: number;
}

/** Where a face led: into a session, or to the question for the password. */
export type FaceOutcome = 'logged-in' | 'password-needed';

/** A recorded video, or null for the one that was chosen. */
interface WithVideo extends ProfileRequest {
  readonly video: Uint8Array | null;
}

/** What may be asked about logging in with a face. */
export interface FaceCalls {
  /** Lets the page use the camera, without sound, until `closeCamera`, a lock, a reload or five minutes have passed. */
  openCamera(request: ProfileRequest): Promise<Result>;
  closeCamera(): Promise<Result>;
  /** Lets a person choose a video file, which main reads; null if none was chosen. */
  chooseVideo(request: ProfileRequest): Promise<Result<ChosenVideo | null>>;
  loginByFace(request: WithVideo): Promise<Result<FaceOutcome>>;
  /** Moves the end of the session by a new video; its token stays the same. */
  renewByFace(request: WithVideo): Promise<Result>;
  /** Gives up what is under way, and forgets the video that was chosen and the face that was recognised. */
  cancelFace(request: ProfileRequest): Promise<Result>;
}
