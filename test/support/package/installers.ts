import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { capture } from '../../../scripts/system/commands.ts';
import type { SystemPackages } from './system-packages.ts';

const name = 'findface-session-manager';

/** Installs packages of one format as root. */
export interface Installer {
  /** What the window shows before the path of a package. */
  readonly command: string;
  /** Installs a package, or another version of it. */
  install(file: string): Promise<unknown>;
  /** The version that is installed. */
  version(): Promise<string>;
  /** Removes the package. */
  remove(): Promise<unknown>;
}

/** Installs debs with apt. */
export function debInstaller(system: SystemPackages): Installer {
  return {
    command: 'sudo apt install',
    install: (file) => system.install(file),
    // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg-query fills it in.
    version: async () => (await capture('dpkg-query', ['-W', '-f', '${Version}', name])).output,
    remove: () => system.remove(name),
  };
}

/** rpm with a database of its own, since Debian has none. */
export class RpmDatabase implements Installer {
  readonly command = 'sudo dnf install';

  private constructor(private readonly folder: string) {}

  static async create(): Promise<RpmDatabase> {
    return new RpmDatabase(await mkdtemp(join(tmpdir(), 'ffsm-rpm-')));
  }

  /** Runs rpm; returns what it printed. */
  async run(...args: readonly string[]): Promise<string> {
    const { code, output } = await capture('rpm', ['--dbpath', this.folder, ...args]);
    if (code !== 0) throw new Error(output);
    return output;
  }

  install(file: string): Promise<string> {
    return this.run('-U', '--nodeps', '--force', file);
  }

  version(): Promise<string> {
    return this.run('-q', '--qf', '%{VERSION}', name);
  }

  /** Removes the package, if it is installed, and the database. */
  async remove(): Promise<void> {
    await capture('rpm', ['--dbpath', this.folder, '-e', name]);
    await rm(this.folder, { recursive: true, force: true });
  }
}
