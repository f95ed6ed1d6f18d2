import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { capture } from '../system/commands.ts';
import { type Companion, startCompanion } from './companion.ts';
import { asUser, type DesktopUser } from './desktop-user.ts';

const patience = 10_000;
const betweenLooks = 50;

/** Starts a separate, unlocked keyring on the session bus in `env`. */
export async function startKeyring(
  folder: string,
  env: NodeJS.ProcessEnv,
  user: DesktopUser | null,
): Promise<Companion> {
  const password = join(folder, 'keyring-password');
  await writeFile(password, 'virtual desktop', { mode: 0o600 });
  const args = ['--foreground', '--unlock', '--components=secrets'];
  const keyring = startCompanion(...asUser(user, 'gnome-keyring-daemon', args), env, password);
  const giveUpAt = Date.now() + patience;
  while (!(await answers(env, user))) {
    if (Date.now() > giveUpAt) {
      await keyring.end();
      throw new Error('The keyring started, but the session bus does not know it.');
    }
    await pause(betweenLooks);
  }
  return keyring;
}

/** Locks every collection of the keyring. */
export async function lockKeyring(env: NodeJS.ProcessEnv, user: DesktopUser | null): Promise<void> {
  const call = ['--session', '--print-reply', '--dest=org.freedesktop.secrets', '/org/freedesktop/secrets'];
  const collections = 'array:objpath:/org/freedesktop/secrets/collection/login';
  const args = [...call, 'org.freedesktop.Secret.Service.Lock', collections];
  await capture(...asUser(user, 'dbus-send', args), { env });
}

/** The bus of another user does not talk to root. */
async function answers(env: NodeJS.ProcessEnv, user: DesktopUser | null): Promise<boolean> {
  const question = ['--session', '--print-reply', '--dest=org.freedesktop.DBus', '/org/freedesktop/DBus'];
  const name = ['org.freedesktop.DBus.NameHasOwner', 'string:org.freedesktop.secrets'];
  const { output } = await capture(...asUser(user, 'dbus-send', [...question, ...name]), { env });
  return output.includes('boolean true');
}
