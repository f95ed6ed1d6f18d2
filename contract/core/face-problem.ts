/** Why the camera gives no picture. */
export type CameraReason = 'none' | 'refused' | 'busy' | 'failed';

/** Kinds of credentials that are not a session token of FindFace Multi. */
export const otherTokenKinds = [
  'detector',
  'vms-plugin',
  'lite',
  'enterprise',
  'bearer',
  'basic',
  'address',
] as const;
export type OtherTokenKind = (typeof otherTokenKinds)[number];

/** A server refused a face or a face token; combined with the server's text. */
export type FaceRefusal =
  | { readonly code: 'face-not-recognised' }
  | { readonly code: 'face-not-offered'; readonly what: 'login' | 'renewal' }
  | { readonly code: 'video-refused'; readonly reason: 'too-large' | 'unusable' }
  | { readonly code: 'face-token-refused' }
  /** The server recognized another user than the one of the profile. */
  | { readonly code: 'face-of-other-user'; readonly other: string }
  | { readonly code: 'pasted-token-refused' };

/** Why a face or a pasted token cannot be sent. */
export type FaceProblem =
  | { readonly code: 'face-needs-https'; readonly host: string }
  | { readonly code: 'video-missing' }
  | { readonly code: 'video-too-large'; readonly mb: number }
  | { readonly code: 'video-unknown'; readonly file: string }
  | { readonly code: 'video-not-read'; readonly file: string }
  | { readonly code: 'camera-failed'; readonly reason: CameraReason }
  | { readonly code: 'clipboard-empty' }
  | { readonly code: 'token-malformed' }
  | { readonly code: 'token-of-other-kind'; readonly kind: OtherTokenKind }
  | { readonly code: 'pasted-token-gone' }
  /** The app already has this token: for this profile, or for another one. */
  | { readonly code: 'pasted-token-own' }
  | { readonly code: 'pasted-token-of-other'; readonly other: string; readonly otherUser: string };
