import { join } from 'node:path';
import { expect } from 'vitest';
import type { ProfileId } from '../../../contract/profiles/profile.ts';
import type { LiveFileFormat, LiveFileKind } from '../../../contract/sessions/live-files.ts';
import { operator } from '../../emulator/default-users.ts';
import type { Emulator } from '../../emulator/emulator.ts';
import { freshFolder } from '../files/fresh-folder.ts';
import type { HeadlessApp } from '../headless-app.ts';

/** A live file in a folder of its own. */
export interface AddedFile {
  readonly id: ProfileId;
  readonly path: string;
  readonly folder: string;
  readonly token: string;
}

interface Wanted {
  readonly kind: LiveFileKind;
  readonly format?: LiveFileFormat;
  readonly name?: string;
}

/** Logs in, and adds a live file at a place that a person chooses and confirms. */
export async function withLiveFile(
  app: HeadlessApp,
  server: Emulator,
  { kind, format = 'env', name = 'live.env' }: Wanted,
): Promise<AddedFile> {
  const id = await app.add({ address: server.base, name: 'Airport' }, operator.password);
  const token = await tokenOf(app, id);
  const folder = await freshFolder();
  const path = join(folder, name);
  await addLiveFile(app, id, path, kind, format);
  return { id, path, folder, token };
}

/** Adds a live file at a path, which has to succeed. */
async function addLiveFile(
  app: HeadlessApp,
  profileId: ProfileId,
  path: string,
  kind: LiveFileKind,
  format: LiveFileFormat = 'env',
): Promise<void> {
  app.files.chosen = path;
  app.questions.answer = 'confirm';
  const files = await app.parts.liveFiles();
  expect(await files.add({ profileId, kind, format })).toEqual({ ok: true, value: true });
}

/** The token in use, as a copy has it. */
export async function tokenOf(app: HeadlessApp, id: ProfileId): Promise<string> {
  await app.parts.sessionCopy.copy(id, true, 'token');
  return app.board.text;
}

/** The facts of the journal's entries with this code, the oldest first. */
export async function noted(app: HeadlessApp, what: string): Promise<readonly unknown[]> {
  const entries = await app.parts.journal.readAll({ profileId: null, kind: null, text: '' });
  return entries.filter((entry) => entry.what === what).map(({ facts }) => facts);
}
