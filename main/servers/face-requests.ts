import type { Token } from '../token/token.ts';
import { makeHeaders, type RequestIdentity } from './api-requests.ts';
import type { HttpRequest } from './connection.ts';

/** A video to be uploaded; without the name of its file. */
export interface FaceVideo {
  readonly bytes: Uint8Array;
  readonly type: string;
  readonly extension: string;
}

/** `POST /auth/video-auth/`: multipart form with `video` and the device fields of a log-in. */
export function faceLoginRequest(
  identity: RequestIdentity,
  deviceInfo: Readonly<Record<string, string>>,
  video: FaceVideo,
): Promise<HttpRequest> {
  const fields = { uuid: identity.deviceId, mobile: 'false', device_info: JSON.stringify(deviceInfo) };
  return formRequest('/auth/video-auth/', makeHeaders(identity), fields, video);
}

/** `POST /auth/video-auth-renew/`: multipart form with `video`, authorized by the token to be renewed. */
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
  // SECURITY: the file gets a neutral name, since file names reveal things about people (0015).
  form.set('video', new Blob([bytes as Uint8Array<ArrayBuffer>], { type }), `face.${extension}`);
  // `Response` only serializes the form here; nothing is sent.
  const written = new Response(form);
  const contentType = written.headers.get('content-type') ?? 'multipart/form-data';
  const body = new Uint8Array(await written.arrayBuffer());
  // On a slow connection the upload takes longer than `headersMs`, so only the deadline of the call counts.
  return { method: 'POST', path, headers: { ...headers, 'content-type': contentType }, body, headersMs: 0 };
}
