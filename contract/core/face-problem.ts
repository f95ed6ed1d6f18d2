/** Why the camera gives no picture. */
export type CameraReason = 'none' | 'refused' | 'busy' | 'failed';

/** What a text is that looks like a key to something, but not like a session of FindFace Multi. */
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

/** A server refused a face, or what came of it; its words come along with each. */
export type FaceRefusal =
  | { readonly code: 'face-not-recognised' }
  | { readonly code: 'face-not-offered'; readonly what: 'login' | 'renewal' }
  | { readonly code: 'video-refused'; readonly reason: 'too-large' | 'unusable' }
  | { readonly code: 'face-token-refused' }
  /** The server recognised the face of somebody else than the profile names. */
  | { readonly code: 'face-of-other-user'; readonly other: string }
  | { readonly code: 'pasted-token-refused' };

/** A face or a pasted token cannot be sent from here. */
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
  /** The app holds this token already: for the very profile, or for another one. */
  | { readonly code: 'pasted-token-own' }
  | { readonly code: 'pasted-token-of-other'; readonly other: string; readonly otherUser: string };
