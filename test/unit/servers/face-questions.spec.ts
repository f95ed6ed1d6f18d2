import { describe, expect, test } from 'vitest';
import { faceLoginRequest, faceRenewalRequest } from '../../../main/servers/face-requests.ts';
import { uploadMs } from '../../../main/servers/http/timeouts.ts';
import { readMultipart } from '../../emulator/http/multipart.ts';
import { strangerToken } from '../../support/servers/client-of.ts';

const caller = { deviceId: 'ffsm-desk-0badc0de', language: 'ru' } as const;
// Every byte value, and sequences that would end a part if taken for text.
const every = Buffer.from([...Array(256).keys()]);
const bytes = Buffer.concat([every, Buffer.from('\r\n--\r\n----boundary--\r\n'), every]);
const video = { bytes, type: 'video/webm', extension: 'webm' };

describe('the form of a face', () => {
  test('carries the video to the byte, and the device as in a login', async () => {
    const info = { app: 'FindFace Session Manager', computer: 'Пост "2"\r\n' };
    const request = await faceLoginRequest(caller, info, video);
    expect(request).toMatchObject({ method: 'POST', path: '/auth/video-auth/' });
    expect(request.headers.authorization).toBeUndefined();
    expect(request.headers).toMatchObject({ 'x-uuid': caller.deviceId, 'accept-language': 'ru' });
    const parts = readMultipart(request.headers['content-type'], Buffer.from(request.body ?? ''));
    expect(parts?.map(({ name }) => name).sort()).toEqual(['device_info', 'mobile', 'uuid', 'video']);
    const part = (name: string) => parts?.find((each) => each.name === name);
    expect(part('uuid')?.content.toString()).toBe(caller.deviceId);
    expect(part('mobile')?.content.toString()).toBe('false');
    expect(JSON.parse(part('device_info')?.content.toString() ?? '')).toEqual(info);
    expect(part('video')?.content.equals(bytes)).toBe(true);
    expect(part('video')?.fileName).toBe('face.webm');
  });

  test('that renews carries the token and the video, and nothing else', async () => {
    const request = await faceRenewalRequest(caller, strangerToken, video);
    expect(request.path).toBe('/auth/video-auth-renew/');
    expect(request.headers.authorization).toBe(`Token ${strangerToken.reveal()}`);
    const parts = readMultipart(request.headers['content-type'], Buffer.from(request.body ?? ''));
    expect(parts?.map(({ name }) => name)).toEqual(['video']);
    expect(parts?.[0]?.content.equals(bytes)).toBe(true);
  });

  test('is waited for as long as a login, and as a slow line needs to carry it', () => {
    expect(uploadMs(20_000, 0)).toBe(20_000);
    expect(uploadMs(20_000, 1_280_000)).toBe(30_000);
  });
});
