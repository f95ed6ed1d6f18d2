import { describe, expect, test } from 'vitest';
import { type AskedPermission, CameraGrant } from '../../../main/face/camera-grant.ts';

const url = 'app://bundle/index.html';
const page = (asking: string) => asking === url;
const camera: AskedPermission = { name: 'media', media: ['video'], isMainFrame: true, url };

describe('the camera', () => {
  test('is allowed from the call of the face dialog until it closes', { tags: ['row-145'] }, () => {
    let now = 0;
    const grant = new CameraGrant(() => now);
    expect(grant.allows(camera, page)).toBe(false);
    grant.open();
    expect(grant.allows(camera, page)).toBe(true);
    grant.close();
    expect(grant.allows(camera, page)).toBe(false);
    grant.open();
    now = 5 * 60_000 - 1;
    expect(grant.allows(camera, page)).toBe(true);
    now = 5 * 60_000;
    expect(grant.allows(camera, page)).toBe(false);
  });

  const others: Readonly<Record<string, Partial<AskedPermission>>> = {
    'a microphone': { media: ['audio'] },
    'a camera together with a microphone': { media: ['video', 'audio'] },
    'a screen, which names no kind': { media: [] },
    'something unknown': { media: ['unknown'] },
    'another permission': { name: 'display-capture' },
    'a frame in the page': { isMainFrame: false },
    'another page': { url: 'https://evil.example/' },
  };
  for (const [what, difference] of Object.entries(others)) {
    test(`does not allow ${what} while it is open`, { tags: ['row-145', 'row-163'] }, () => {
      const grant = new CameraGrant(() => 0);
      grant.open();
      expect(grant.allows({ ...camera, ...difference }, page)).toBe(false);
    });
  }
});
