import { describe, expect } from 'vitest';
import type { ProfileId } from '../../../contract/profiles/profile.ts';
import { Token } from '../../../main/token/token.ts';
import { operator } from '../../emulator/default-users.ts';
import { sampleProfile } from '../../support/fixtures/profile.ts';
import { type HeadlessApp, test } from '../../support/headless-app.ts';
import { measured } from '../../support/measured.ts';

const read = (app: HeadlessApp, id: ProfileId) => app.parts.pastedTokens.paste(id, 'read');
const ofAirport = {
  ok: false,
  problem: { code: 'pasted-token-of-other', other: 'Airport', otherUser: operator.name },
};

describe('the token of one server', () => {
  test('that was just copied is sent to no other, in whatever form', async ({ app, serve }) => {
    const [one, other] = [await serve(), await serve()];
    const id = await app.add({ address: one.base, name: 'Airport' }, operator.password);
    const wrong = await app.add({ address: other.base, name: 'Depot' });
    await app.parts.sessionCopy.copy(id, false);
    const header = app.board.text;
    const token = header.slice(-64);
    for (const text of [header, token, `curl -H "${header}" http://x/`, JSON.stringify({ token })]) {
      app.board.text = text;
      expect(await read(app, wrong)).toEqual(ofAirport);
    }
    for (const step of ['send', 'keep'] as const)
      expect(await app.parts.pastedTokens.paste(wrong, step)).toMatchObject({
        problem: { code: 'pasted-token-gone' },
      });
    expect(other.requests).toEqual([]);
    expect(app.questions.asked).toEqual([]);
  });

  test('is recognized while it is in memory only, and while its log-out is pending', async ({
    app,
    serve,
  }) => {
    const [one, other] = [await serve(), await serve()];
    app.cipher.ready = false;
    const inMemory = await app.restart();
    const id = await inMemory.add({ address: one.base, name: 'Airport' }, operator.password);
    const wrong = await inMemory.add({ address: other.base, name: 'Depot' });
    await inMemory.parts.sessionCopy.copy(id, false);
    inMemory.board.text = inMemory.board.text.slice(-64);
    expect(await read(inMemory, wrong)).toEqual(ofAirport);

    one.switches.set({ captivePortal: true });
    await inMemory.parts.logins.logout(id);
    expect(inMemory.row(id).endings).toHaveLength(1);
    expect(await read(inMemory, wrong)).toEqual(ofAirport);
    expect(other.requests).toEqual([]);
  });

  test('of a pending log-out in the vault is recognized too', async ({ app, serve }) => {
    const [one, other] = [await serve(), await serve()];
    const id = await app.add({ address: one.base, name: 'Airport' }, operator.password);
    const wrong = await app.add({ address: other.base, name: 'Depot' });
    await app.parts.sessionCopy.copy(id, false);
    const token = app.board.text.slice(-64);
    one.switches.set({ captivePortal: true });
    await app.parts.logins.logout(id);
    const again = await app.restart();
    again.board.text = token;
    expect(await read(again, wrong)).toEqual(ofAirport);
    expect(other.requests).toEqual([]);
  });

  test('copied by this app is recognized although its session has ended', async ({ app, serve }) => {
    const [one, other] = [await serve(), await serve()];
    const id = await app.add({ address: one.base, name: 'Airport' }, operator.password);
    const wrong = await app.add({ address: other.base, name: 'Depot' });
    await app.parts.sessionCopy.copy(id, false);
    await app.parts.logins.logout(id);
    expect(app.parts.vault.find(app.row(id).profile).kind).toBe('none');
    expect(await read(app, wrong)).toEqual(ofAirport);
    expect(other.requests).toEqual([]);
  });

  test('that became its token after it was read elsewhere is not sent again', async ({ app, serve }) => {
    const [one, other] = [await serve(), await serve()];
    const id = await app.add({ address: one.base, name: 'Airport' });
    const wrong = await app.add({ address: other.base, name: 'Depot' });
    const token = 'ab12'.repeat(16);
    app.board.text = token;
    other.switches.set({ captivePortal: true });
    expect(await read(app, wrong)).toMatchObject({ problem: { code: 'not-findface' } });
    other.forgetRequests();
    await app.parts.vault.keep(app.row(id).profile, new Token(token));
    expect(await app.parts.pastedTokens.paste(wrong, 'send')).toMatchObject({
      problem: { code: 'pasted-token-of-other' },
    });
    expect(other.requests).toEqual([]);
  });

  test('is found quickly among a thousand', async ({ app }) => {
    const { vault } = app.parts;
    const profiles = Array.from({ length: 1_000 }, () => sampleProfile());
    const tokens = profiles.map((_, at) => new Token(at.toString(16).padStart(64, '0')));
    await Promise.all(profiles.map((profile, at) => vault.keep(profile, tokens[at] ?? new Token('x'))));
    const begun = performance.now();
    expect(vault.holderOf(new Token('f'.repeat(64)), profiles)).toBeNull();
    measured(
      'comparing a pasted text with a thousand sealed tokens, in ms',
      Math.round(performance.now() - begun),
    );
    expect(vault.holderOf(tokens[777] ?? new Token('x'), profiles)).toBe(profiles[777]?.id);
  });
});
