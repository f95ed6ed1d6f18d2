import { expect } from '@playwright/test';
import type { CameraReason } from '../../contract/core/face-problem.ts';
import { held, rowOf } from '../support/fake-bridge/fake-rows.ts';
import type { PageMain } from '../support/page/page-main.ts';
import { type ShownPage, test } from '../support/page/page-test.ts';
import { testDialogs } from './dialog-case.ts';
import { fromMenu } from './opening.ts';

const now = Date.now();
const words = { host: 'gate.example.org', status: 401, serverCode: 'UNAUTHORIZED', desc: null };
const server = {
  authType: 'face_or_password' as const,
  sessionSeconds: 15_552_000,
  needsRenewal: true,
  renewIntervalSeconds: 3_600,
  activeDirectory: false,
  cproauth: false,
  languages: ['en'],
  seenAt: now,
};
const gates: PageMain = {
  state: {
    rows: [
      rowOf(201, {
        name: 'Gate',
        address: 'https://gate.example.org',
        userName: 'ivanov',
        session: { phase: 'logged-out' },
        server,
      }),
      rowOf(202, {
        name: 'Plain gate',
        address: 'http://plain.example.org',
        userName: 'ivanov',
        session: { phase: 'logged-out' },
        server,
      }),
      rowOf(203, {
        name: 'Old gate',
        address: 'https://old.example.org',
        userName: 'ivanov',
        session: held(now, 86_400_000, 'accepted'),
        server,
      }),
    ],
  },
};
const chooseVideo = async ({ window }: ShownPage) =>
  window.button('Choose a video file…', window.dialog).click();
// A video that the server has refused is not sent again.
const retry = 'Turn on the camera';

testDialogs([
  {
    name: 'Log in to Gate with face',
    of: 'face/face-dialog.tsx',
    main: gates,
    open: fromMenu('Gate', 'Log in with face…'),
    focus: ['button', 'Turn on the camera'],
    shows: [/about 3 seconds/],
    sends: {
      call: 'loginByFace',
      fill: chooseVideo,
      button: 'Send and log in',
      busy: 'Verifying the video…',
      retry,
      refusals: [
        { problem: { code: 'face-not-recognised', ...words }, says: /better light/ },
        { problem: { code: 'face-of-other-user', other: 'petrov', ...words }, says: /recognized petrov/ },
        { problem: { code: 'video-refused', reason: 'too-large', ...words }, says: /Choose a shorter one/ },
      ],
    },
  },
  {
    name: 'Log in to Plain gate with face',
    of: 'face/face-dialog.tsx',
    when: 'over plain HTTP',
    main: gates,
    open: fromMenu('Plain gate', 'Log in with face…'),
    focus: ['button', 'Cancel'],
    shows: [/only over HTTPS/],
  },
  {
    name: 'Renew Old gate with face',
    of: 'face/face-dialog.tsx',
    main: gates,
    open: fromMenu('Old gate', 'Renew with face…'),
    focus: ['button', 'Turn on the camera'],
    shows: [/The token stays the same/],
    sends: {
      call: 'renewByFace',
      fill: chooseVideo,
      button: 'Send and renew',
      busy: 'Verifying the video…',
      retry,
      refusals: [{ problem: { code: 'face-not-recognised', ...words }, says: /better light/ }],
    },
  },
]);

test.describe('The camera', () => {
  const turnOn = async (on: ShownPage) => {
    await fromMenu('Gate', 'Log in with face…')(on);
    await on.window.button('Turn on the camera').click();
  };

  /** Replaces the camera of the page: by a problem, or by a picture. */
  const camera = async ({ page }: ShownPage, error: string | null) =>
    page.evaluate((name) => {
      navigator.mediaDevices.getUserMedia = async () => {
        if (name !== null) throw new DOMException('No camera', name);
        const canvas = document.createElement('canvas');
        canvas.getContext('2d')?.fillRect(0, 0, 10, 10);
        return canvas.captureStream(5);
      };
    }, error);

  test('is asked for once', async ({ show }) => {
    const on = await show(gates);
    await on.answer('openCamera', 'wait');
    await turnOn(on);
    const starting = on.window.button('Turning on the camera…');
    await expect(starting).toBeFocused();
    await on.page.keyboard.press('Enter');
    expect(await on.asked('openCamera')).toHaveLength(1);
  });

  test('is not turned on against the will of the person, who gets no message', async ({ show }) => {
    const on = await show(gates);
    await on.answer('openCamera', { ok: false, problem: { code: 'cancelled' } });
    await turnOn(on);
    await expect(on.window.button('Turn on the camera')).toBeFocused();
    await expect(on.window.dialog.getByRole('alert')).toHaveCount(0);
  });

  const failures: Readonly<Record<string, readonly [CameraReason, RegExp]>> = {
    NotFoundError: ['none', /No camera found/],
    NotAllowedError: ['refused', /denied by the system/],
    NotReadableError: ['busy', /in use by another app/],
    AbortError: ['failed', /couldn’t be started/],
  };
  for (const [error, [reason, says]] of Object.entries(failures))
    test(`is told to be unavailable: ${reason}`, async ({ show }) => {
      const on = await show(gates);
      await camera(on, error);
      await turnOn(on);
      await expect(on.window.dialog.getByRole('alert')).toContainText(says);
      await expect(on.window.dialog.getByRole('alert')).toContainText('choose a video file instead');
      await expect(on.window.button('Turn on the camera')).toBeFocused();
    });

  test('is not needed for a video file, which is asked for once', async ({ show }) => {
    const on = await show(gates);
    await on.answer('chooseVideo', 'wait');
    await fromMenu('Gate', 'Log in with face…')(on);
    await chooseVideo(on);
    await on.page.keyboard.press('Enter');
    expect(await on.asked('chooseVideo')).toHaveLength(1);
    await on.release('chooseVideo');
    await expect(on.window.dialog.getByText('face.webm (0.4 MB)')).toBeVisible();
  });

  test('shows its picture, and is turned off when the dialog closes', async ({ show }) => {
    const on = await show(gates);
    await camera(on, null);
    await turnOn(on);
    const record = on.window.button('Record');
    await expect(record).toBeFocused();
    await expect(on.window.dialog.getByText('Face the camera in good light.')).toBeVisible();
    const before = (await on.asked('closeCamera')).length;
    await record.click();
    await expect(on.window.button('Recording…')).toBeVisible();
    await on.page.keyboard.press('Escape');
    await expect(on.window.dialogs).toHaveCount(0);
    expect((await on.asked('closeCamera')).length).toBeGreaterThan(before);
  });
});
