import { describe, expect, test } from 'vitest';
import { faceLoginRequest, faceRenewalRequest } from '../../../main/servers/face-requests.ts';
import { uploadMs } from '../../../main/servers/http/timeouts.ts';
import { strangerToken } from '../../support/servers/client-of.ts';

const caller = { deviceId: 'ffsm-desk-0badc0de', language: 'ru' } as const;
// Every byte value, and sequences that would end a part if taken for text.
const every = Buffer.from([...Array(256).keys()]);
const bytes = Buffer.concat([every, Buffer.from('\r\n--\r\n----boundary--\r\n'), every]);
const video = { bytes, type: 'video/webm', extension: 'webm' };

const read = ({ body, headers }: Awaited<ReturnType<typeof faceLoginRequest>>) =>
  new Response(new Uint8Array(Buffer.from(body ?? '')), {
    headers: { 'content-type': headers['content-type'] ?? '' },
  }).formData();

async function videoIn(form: FormData): Promise<{ name: string; bytes: Buffer }> {
  const video = form.get('video');
  if (!(video instanceof File)) throw new Error('The video is no file');
  return { name: video.name, bytes: Buffer.from(await video.arrayBuffer()) };
}

describe('the form of a face', () => {
  test('carries the video to the byte, and the device as in a login', async () => {
    const info = { app: 'FindFace Session Manager', computer: 'Пост "2"\r\n' };
    const request = await faceLoginRequest(caller, info, video);
    expect(request).toMatchObject({ method: 'POST', path: '/auth/video-auth/' });
    expect(request.headers.authorization).toBeUndefined();
    expect(request.headers).toMatchObject({ 'x-uuid': caller.deviceId, 'accept-language': 'ru' });
    const form = await read(request);
    expect([...form.keys()].sort()).toEqual(['device_info', 'mobile', 'uuid', 'video']);
    expect(form.get('uuid')).toBe(caller.deviceId);
    expect(form.get('mobile')).toBe('false');
    expect(JSON.parse(String(form.get('device_info')))).toEqual(info);
    expect(await videoIn(form)).toEqual({ name: 'face.webm', bytes });
  });

  test('that renews carries the token and the video, and nothing else', async () => {
    const request = await faceRenewalRequest(caller, strangerToken, video);
    expect(request.path).toBe('/auth/video-auth-renew/');
    expect(request.headers.authorization).toBe(`Token ${strangerToken.reveal()}`);
    const form = await read(request);
    expect([...form.keys()]).toEqual(['video']);
    expect((await videoIn(form)).bytes).toEqual(bytes);
  });

  test('is waited for as long as a login, and as a slow line needs to carry it', () => {
    expect(uploadMs(20_000, 0)).toBe(20_000);
    expect(uploadMs(20_000, 1_280_000)).toBe(30_000);
  });
});
