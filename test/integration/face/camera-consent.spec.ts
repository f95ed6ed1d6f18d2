import { describe, expect } from 'vitest';
import { faceHandlers } from '../../../main/face/ipc-handlers.ts';
import { operator } from '../../emulator/default-users.ts';
import { type Desk, test } from '../../support/desk.ts';

const video = Buffer.concat([Buffer.from('1a45dfa3', 'hex'), Buffer.from('....webm....a face')]);

const callsOf = ({ parts }: Desk) => faceHandlers({ ...parts, systemAllowsCamera: async () => true });

describe('the camera', () => {
  test('is turned on only after a person agreed, once per server until a lock', async ({ desk, serve }) => {
    const [one, other] = [await serve(), await serve()];
    const id = await desk.add({ address: one.base });
    const elsewhere = await desk.add({ address: other.base });
    const calls = callsOf(desk);
    expect(await calls.openCamera({ profileId: id })).toEqual({ ok: false, problem: { code: 'cancelled' } });
    expect(desk.parts.camera.isOpen).toBe(false);

    desk.questions.answer = 'confirm';
    for (const profileId of [id, id, elsewhere, id])
      expect(await calls.openCamera({ profileId })).toMatchObject({ ok: true });
    expect(desk.questions.asked.map(({ message }) => message)).toEqual(
      [one, one, other].map(({ base }) => `Turn on the camera for ${new URL(base).host}?`),
    );
    await desk.parts.appLock.lock('asked');
    await desk.parts.appLock.unlock(null);
    expect(desk.parts.camera.isOpen).toBe(false);
    await calls.openCamera({ profileId: id });
    expect(desk.questions.asked).toHaveLength(4);
  });

  test('sends a recorded face to no server for which it was not turned on', async ({ desk, serve }) => {
    const server = await serve();
    server.switches.set({ authType: 'face' });
    const id = await desk.add({ address: server.base, userName: operator.name });
    const missing = { ok: false, problem: { code: 'video-missing' } };
    expect(await desk.parts.faceLogin.login(id, video)).toEqual(missing);
    desk.questions.answer = 'confirm';
    await callsOf(desk).openCamera({ profileId: id });
    await desk.parts.profileEditor.connect(id, { proxy: { mode: 'fixed', url: 'http://10.9.9.9:1' } });
    expect(await desk.parts.faceLogin.login(id, video), 'another way').toEqual(missing);
    await desk.parts.profileEditor.connect(id, { proxy: { mode: 'system' } });
    expect(server.requests).toEqual([]);
    expect(await desk.parts.faceLogin.login(id, video)).toMatchObject({ ok: true });
  });
});
