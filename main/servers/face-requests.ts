import type { Token } from '../token/token.ts';
import { makeHeaders, type RequestIdentity } from './api-requests.ts';
import type { HttpRequest } from './connection.ts';

/** A video as it is sent: its bytes, and what they are. The name that a person gave the file stays here. */
export interface FaceVideo {
  readonly bytes: Uint8Array;
  readonly type: string;
  readonly extension: string;
}

/** `POST /auth/video-auth/`: the video, and the device as in a login, each as a part of a form. */
export function faceLoginRequest(
  identity: RequestIdentity,
  deviceInfo: Readonly<Record<string, string>>,
  video: FaceVideo,
): Promise<HttpRequest> {
  const fields = { uuid: identity.deviceId, mobile: 'false', device_info: JSON.stringify(deviceInfo) };
  return formRequest('/auth/video-auth/', makeHeaders(identity), fields, video);
}

/** `POST /auth/video-auth-renew/`: the video, with the token whose end it moves. */
export function faceRenewalRequest(
  identity: RequestIdentity,
  token: Token,
  video: FaceVideo,
): Promise<HttpRequest> {
  const headers = { ...makeHeaders(identity), authorization: `Token ${token.reveal()}` };
  return formRequest('/auth/video-auth-renew/', headers, {}, video);
}

async function formRequest(
  path: string,
  headers: Readonly<Record<string, string>>,
  fields: Readonly<Record<string, string>>,
  { bytes, type, extension }: FaceVideo,
): Promise<HttpRequest> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  // SECURITY: the file is named anew, since names of people's files tell of them (0015).
  form.set('video', new Blob([bytes as Uint8Array<ArrayBuffer>], { type }), `face.${extension}`);
  // Node writes the form; nothing is asked of a server by this.
  const written = new Response(form);
  const contentType = written.headers.get('content-type') ?? 'multipart/form-data';
  const body = new Uint8Array(await written.arrayBuffer());
  // A slow line carries a video longer than an answer is waited for, so only the deadline of the call counts.
  return { method: 'POST', path, headers: { ...headers, 'content-type': contentType }, body, headersMs: 0 };
}
