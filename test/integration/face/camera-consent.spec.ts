import { describe, expect } from 'vitest';
import { faceHandlers } from '../../../main/face/ipc-handlers.ts';
import { operator } from '../../emulator/default-users.ts';
import { type HeadlessApp, test } from '../../support/headless-app.ts';

const video = Buffer.concat([Buffer.from('1a45dfa3', 'hex'), Buffer.from('....webm....a face')]);

const callsOf = ({ parts }: HeadlessApp) => faceHandlers({ ...parts, systemAllowsCamera: async () => true });

describe('the camera', () => {
  test('is turned on only after a person agreed, once per server until a lock', async ({ app, serve }) => {
    const [one, other] = [await serve(), await serve()];
    const id = await app.add({ address: one.base });
    const elsewhere = await app.add({ address: other.base });
    const calls = callsOf(app);
    expect(await calls.openCamera({ profileId: id })).toEqual({ ok: false, problem: { code: 'cancelled' } });
    expect(app.parts.camera.isOpen).toBe(false);

    app.questions.answer = 'confirm';
    for (const profileId of [id, id, elsewhere, id])
      expect(await calls.openCamera({ profileId })).toMatchObject({ ok: true });
    expect(app.questions.asked.map(({ message }) => message)).toEqual(
      [one, one, other].map(({ base }) => `Turn on the camera for ${new URL(base).host}?`),
    );
    await app.parts.appLock.lock('asked');
    await app.parts.appLock.unlock(null);
    expect(app.parts.camera.isOpen).toBe(false);
    await calls.openCamera({ profileId: id });
    expect(app.questions.asked).toHaveLength(4);
  });

  test('sends a recorded face to no server for which it was not turned on', async ({ app, serve }) => {
    const server = await serve();
    server.switches.set({ authType: 'face' });
    const id = await app.add({ address: server.base, userName: operator.name });
    const missing = { ok: false, problem: { code: 'video-missing' } };
    expect(await app.parts.faceLogin.login(id, video)).toEqual(missing);
    app.questions.answer = 'confirm';
    await callsOf(app).openCamera({ profileId: id });
    await app.parts.profileEditor.connect(id, { proxy: { mode: 'fixed', url: 'http://10.9.9.9:1' } });
    expect(await app.parts.faceLogin.login(id, video), 'another way').toEqual(missing);
    await app.parts.profileEditor.connect(id, { proxy: { mode: 'system' } });
    expect(server.requests).toEqual([]);
    expect(await app.parts.faceLogin.login(id, video)).toMatchObject({ ok: true });
  });
});
