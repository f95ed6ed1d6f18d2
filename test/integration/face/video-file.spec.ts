import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { maxVideoSize } from '../../../contract/sessions/face.ts';
import { operator } from '../../emulator/default-users.ts';
import { test } from '../../support/headless-app.ts';

const video = Buffer.concat([Buffer.from('1a45dfa3', 'hex'), Buffer.from('....webm....')]);

describe('a video file', () => {
  test('is read by main, sent once, and dropped', async ({ app, server }) => {
    server.switches.set({ authType: 'face', faceOf: 'nobody' });
    const id = await app.add({ address: server.base, userName: operator.name });
    const { faceLogin } = app.parts;
    const path = join(app.folder, 'me.webm');
    await writeFile(path, video);
    expect(await faceLogin.login(id, null)).toMatchObject({ problem: { code: 'video-missing' } });
    expect(await faceLogin.chooseVideo(id)).toEqual({ ok: true, value: null });
    app.files.chosen = path;
    const choose = () => faceLogin.chooseVideo(id);
    expect(await choose()).toEqual({ ok: true, value: { file: 'me.webm', bytes: video.length } });
    expect(await faceLogin.login(id, null)).toMatchObject({ problem: { code: 'face-not-recognised' } });
    expect(await faceLogin.login(id, null)).toMatchObject({ problem: { code: 'video-missing' } });
    for (const forget of [() => faceLogin.cancel(id), () => app.parts.appLock.lock('asked')]) {
      await choose();
      await forget();
      expect(await faceLogin.login(id, null)).toMatchObject({ problem: { code: 'video-missing' } });
    }
  });

  test('that is not a video, too large or missing is not sent', async ({ app, server }) => {
    server.switches.set({ authType: 'face' });
    const id = await app.add({ address: server.base, userName: operator.name });
    app.files.chosen = join(app.folder, 'profiles.json');
    expect(await app.parts.faceLogin.chooseVideo(id)).toMatchObject({ problem: { code: 'video-unknown' } });
    app.files.chosen = join(app.folder, 'large.webm');
    await writeFile(app.files.chosen, new Uint8Array(maxVideoSize + 1));
    expect(await app.parts.faceLogin.chooseVideo(id)).toMatchObject({
      problem: { code: 'video-too-large' },
    });
    app.files.chosen = join(app.folder, 'gone.webm');
    expect(await app.parts.faceLogin.chooseVideo(id)).toMatchObject({
      problem: { code: 'video-not-read' },
    });
    expect(await app.parts.faceLogin.login(id, null)).toMatchObject({ problem: { code: 'video-missing' } });
    expect(server.requests).toEqual([]);
  });

  test('can be neither chosen nor sent for a server without HTTPS', async ({ app }) => {
    const id = await app.add({ address: 'http://10.0.4.7' });
    const refused = { problem: { code: 'face-needs-https', host: '10.0.4.7' } };
    expect(await app.parts.faceLogin.chooseVideo(id)).toMatchObject(refused);
    expect(await app.parts.faceLogin.login(id, video)).toMatchObject(refused);
    expect(await app.parts.faceLogin.renew(id, video)).toMatchObject(refused);
  });
});
