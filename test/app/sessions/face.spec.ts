import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { AppState } from '../../../contract/state.ts';
import { operator } from '../../emulator/default-users.ts';
import { type RunningApp, test } from '../../support/app/app.ts';
import { answerQuestions } from '../../support/app/native-questions.ts';

/** A fake camera; main still decides whether the page may use it. */
const args = ['--use-fake-device-for-media-stream'];

/** Requests a camera or microphone in the page; returns the result. */
function ask({ page }: RunningApp, wish: MediaStreamConstraints): Promise<string> {
  return page.evaluate(
    (wanted) =>
      navigator.mediaDevices.getUserMedia(wanted).then(
        (stream) => {
          for (const track of stream.getTracks()) track.stop();
          return 'given';
        },
        (error: Error) => error.name,
      ),
    wish,
  );
}

/** Records a face in the open dialog, up to the step before sending. */
async function record({ window }: RunningApp, send = 'Send and log in'): Promise<void> {
  await window.button('Turn on the camera', window.dialog).click();
  const live = window.dialog.getByLabel('Camera preview');
  await expect.poll(() => live.evaluate((video: HTMLVideoElement) => video.videoWidth)).toBeGreaterThan(0);
  await window.button('Record', window.dialog).click();
  await expect(window.button(send, window.dialog)).toBeVisible({ timeout: 30_000 });
  // The recording is shown and the camera is off.
  const recorded = window.dialog.getByLabel('Recorded video');
  await expect
    .poll(() => recorded.evaluate((video: HTMLVideoElement) => video.videoWidth))
    .toBeGreaterThan(0);
}

test.describe('a face', () => {
  test('logs in, alone or before the password, at a server that requires one', async ({ launch, serve }) => {
    const server = await serve({ https: true, switches: { authType: 'face' } });
    const app = await launch({ args });
    await answerQuestions(app.electron, 'confirm');
    const { window, page } = app;
    await window.addOnly({ address: server.base, name: 'Airport', userName: operator.name });
    expect(await ask(app, { video: true })).toBe('NotAllowedError');
    await window.chooseFromMenu('Airport', 'Log in with face…');
    expect(await ask(app, { video: true })).toBe('NotAllowedError');
    await record(app);
    expect(await ask(app, { video: true })).toBe('NotAllowedError');
    expect(server.requests).toEqual([]);
    await window.button('Send and log in', window.dialog).click();
    await window.button('Trust this certificate').click();
    await expect(window.row('Airport')).toHaveAccessibleName(/accepted/i);
    await expect(page.getByRole('dialog')).toBeHidden();
    expect(server.count('POST /auth/video-auth/')).toBe(1);
    expect(server.count('POST /auth/login/')).toBe(0);
    await window.row('Airport').click();
    await expect(window.details).toContainText(/Logged in with\s*face/);

    // With `face_and_password` the password is needed too.
    server.switches.set({ authType: 'face_and_password' });
    await window.chooseFromMenu('Airport', 'Log in with face…');
    await record(app);
    await window.button('Send and log in', window.dialog).click();
    await expect(window.dialog).toContainText('Face recognized.');
    await window.field('Password').fill('wrong');
    await page.keyboard.press('Enter');
    await expect(window.field('Password')).toHaveAccessibleDescription(/^Wrong user name or password/);
    await window.field('Password').fill(operator.password);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(window.row('Airport')).toHaveAccessibleName(/accepted/i);
    await expect(window.details).toContainText(/Logged in with\s*password/);

    // The face of another user does not renew, and the session is unchanged.
    server.switches.set({ authType: 'face', faceOf: 'nobody' });
    await window.chooseFromMenu('Airport', 'Log in with face…');
    await record(app);
    await window.button('Send and log in', window.dialog).click();
    await expect(window.dialog.getByRole('alert')).toContainText('Face not recognized');
    await expect(window.button('Turn on the camera', window.dialog)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(window.row('Airport')).toHaveAccessibleName(/accepted/i);
  });

  test('in a file logs in too, and renews a session', async ({ launch, serve, dataFolder }) => {
    const server = await serve({ switches: { authType: 'face_or_password', sessionSeconds: 864_000 } });
    const first = await launch({ args });
    await answerQuestions(first.electron, 'confirm');
    await first.window.addOnly({ address: server.base, name: 'Airport', userName: operator.name });
    await first.close();
    const path = join(dataFolder, 'profiles.json');
    const file = JSON.parse(await readFile(path, 'utf8'));
    file.profiles[0].server = {
      ...{ authType: 'face_or_password', sessionSeconds: 864_000, needsRenewal: true },
      ...{ renewIntervalSeconds: 3600, activeDirectory: false, cproauth: false, languages: [] },
      seenAt: Date.now(),
    };
    await writeFile(path, JSON.stringify(file));

    const app = await launch({ args });
    await answerQuestions(app.electron, 'confirm');
    const { window, page, electron } = app;
    const video = join(dataFolder, 'me at the gate.webm');
    await writeFile(video, Buffer.concat([Buffer.from('1a45dfa3', 'hex'), Buffer.from('....webm........')]));
    const choose = (filePath: string) =>
      electron.evaluate(({ dialog }, chosen) => {
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
      }, filePath);
    await choose(path);
    await window.button('Log in', window.row('Airport')).click();
    await window.button('Log in with face…', window.dialog).click();
    await window.button('Choose a video file…', window.dialog).click();
    await expect(window.dialog.getByRole('alert')).toContainText('Unsupported video');
    await choose(video);
    await window.button('Choose a video file…', window.dialog).click();
    await expect(window.dialog).toContainText('me at the gate.webm (0.1 MB)');
    await window.button('Send and log in', window.dialog).click();
    await expect(window.row('Airport')).toHaveAccessibleName(/accepted/i);
    await window.row('Airport').click();
    await expect(window.details).toContainText(/9 days|10 days/);

    server.switches.set({ sessionSeconds: 8_640_000 });
    await window.button('Renew with face…', window.details).click();
    await record(app, 'Send and renew');
    await window.button('Send and renew', window.dialog).click();
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(window.details).toContainText(/99 days|100 days/);
    expect(server.count('POST /auth/video-auth-renew/')).toBe(1);
    expect(server.liveTokens).toBe(1);
  });

  test('needs HTTPS, and a camera that main has opened for the dialog', { tag: ['@row-145'] }, async ({
    launch,
  }) => {
    const app = await launch({ args });
    await answerQuestions(app.electron, 'confirm');
    const { page } = app;
    await app.window.addOnly({ address: 'http://10.0.4.7', name: 'Plain', userName: operator.name });
    await app.window.addOnly({ address: 'https://10.0.4.8', name: 'Metro', userName: operator.name });
    await expect(app.window.row('Metro')).toBeVisible();
    const [plain, metro] = await page.evaluate(async () =>
      (JSON.parse(await window.bridge.readState()) as AppState).rows.map(({ profile }) => profile.id),
    );
    const open = (profileId: typeof plain) =>
      page.evaluate((id) => window.bridge.openCamera({ profileId: id as never }), profileId);
    expect(await open(plain)).toMatchObject({ problem: { code: 'face-needs-https' } });
    expect(await ask(app, { video: true })).toBe('NotAllowedError');

    expect(await open(metro)).toMatchObject({ ok: true });
    expect(await ask(app, { video: true })).toBe('given');
    for (const wish of [{ audio: true }, { audio: true, video: true }])
      expect(await ask(app, wish)).toBe('NotAllowedError');
    const screen = { mandatory: { chromeMediaSource: 'desktop' } } as unknown as MediaTrackConstraints;
    expect(await ask(app, { video: screen })).not.toBe('given');
    const framed = await page.evaluate(async () => {
      const frame = document.createElement('iframe');
      frame.allow = 'camera';
      document.body.append(frame);
      const devices = frame.contentWindow?.navigator.mediaDevices;
      const outcome = await devices?.getUserMedia({ video: true }).then(
        () => 'given',
        () => 'refused',
      );
      frame.remove();
      return outcome;
    });
    expect(framed).not.toBe('given');

    await page.evaluate(() => window.bridge.closeCamera());
    expect(await ask(app, { video: true })).toBe('NotAllowedError');
    await open(metro);
    await page.reload();
    await page.waitForFunction(() => document.documentElement.dataset.ready !== undefined);
    expect(await ask(app, { video: true })).toBe('NotAllowedError');
    await open(metro);
    await page.evaluate(() => window.bridge.lock());
    await page.waitForFunction(() => document.documentElement.dataset.ready !== undefined);
    expect(await ask(app, { video: true })).toBe('NotAllowedError');
  });
});
