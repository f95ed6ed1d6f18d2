import { describe, expect } from 'vitest';
import type { ProfileId } from '../../../contract/profiles/profile.ts';
import { operator } from '../../emulator/default-users.ts';
import type { Emulator } from '../../emulator/emulator.ts';
import { json } from '../../emulator/http/answer.ts';
import { type HeadlessApp, test } from '../../support/headless-app.ts';

const video = Buffer.concat([Buffer.from('1a45dfa3', 'hex'), Buffer.from('....webm....')]);

const waysIn: readonly [string, (app: HeadlessApp, id: ProfileId) => Promise<unknown>][] = [
  ['a password', ({ parts }, id) => parts.logins.login(id, operator.password, null)],
  [
    'a face',
    async ({ parts, questions, row }, id) => {
      questions.answer = 'confirm';
      await parts.cameraConsent.ask(row(id).profile);
      return parts.faceLogin.login(id, video);
    },
  ],
  [
    'a pasted token',
    async ({ board, parts, row }, id) => {
      const found = parts.vault.find(row(id).profile);
      board.text = found.kind === 'token' ? `${found.token.reveal().slice(0, -4)}0000` : '';
      return parts.pastedTokens.paste(id, 'read');
    },
  ],
];

async function loggingOut(app: HeadlessApp, server: Emulator) {
  server.switches.set({ authType: 'face_or_password' });
  const id = await app.add({ address: server.base, userName: operator.name }, operator.password);
  server.rewrite('/users/me/', () => json(200, { id: 4, name: operator.name }));
  server.switches.only('/auth/logout/', { delayMs: 1_500 });
  const logout = app.parts.logins.logout(id);
  await expect.poll(() => app.row(id).session.phase).toBe('logging-out');
  return { id, logout };
}

describe('during a log-out', () => {
  for (const [title, enter] of waysIn) {
    test(`${title} is refused, since the log-out would end the new session too`, async ({ app, server }) => {
      const { id, logout } = await loggingOut(app, server);
      expect(await enter(app, id)).toMatchObject({ problem: { code: 'logout-under-way' } });
      expect(await logout).toMatchObject({ ok: true });
      expect(app.row(id).session).toEqual({ phase: 'logged-out' });
      expect(server.count('POST /auth/video-auth/')).toBe(0);
    });
  }
});
