import { capture } from '../../../scripts/system/commands.ts';

/** Everything that dpkg has installed. */
async function installedPackages(): Promise<ReadonlySet<string>> {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg-query fills these in.
  const format = '${db:Status-Status} ${Package}\n';
  const { output } = await capture('dpkg-query', ['-W', '-f', format]);
  const lines = output.split('\n').filter((line) => line.startsWith('installed '));
  return new Set(lines.map((line) => line.slice('installed '.length)));
}

/** Installs with apt and can undo it, with everything that came along. */
export class SystemPackages {
  private constructor(private readonly before: ReadonlySet<string>) {}

  /** Refuses a computer on which somebody uses the app. */
  static async look(): Promise<SystemPackages> {
    const before = await installedPackages();
    if (before.has('findface-session-manager'))
      throw new Error('FindFace Session Manager is installed here, and these tests would remove it.');
    return new SystemPackages(before);
  }

  /** Installs a deb with what it depends on; returns what was printed. */
  async install(file: string): Promise<string> {
    const args = ['install', '-y', '--no-install-recommends', '--reinstall', '--allow-downgrades', file];
    const first = await apt(args);
    if (first.code === 0) return first.output;
    await apt(['update']);
    const second = await apt(args);
    if (second.code !== 0) throw new Error(second.output);
    return second.output;
  }

  /** Removes a package; returns what was printed. */
  async remove(name: string): Promise<string> {
    const { code, output } = await apt(['remove', '-y', name]);
    if (code !== 0) throw new Error(output);
    return output;
  }

  /** Removes everything that was installed since `look`. */
  async restore(): Promise<void> {
    const added = [...(await installedPackages())].filter((name) => !this.before.has(name));
    // dpkg remembers a removed package as long as it has a script for the removal.
    await apt(['purge', '-y', 'findface-session-manager', ...added]);
  }
}

function apt(args: readonly string[]) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' };
  return capture('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], { env });
}
