/** A package that the system's package manager installs. */
export type SystemPackage = 'deb' | 'rpm';

/** A package manager: its program, and what installs a package from a file. */
interface PackageManager {
  readonly shown: string;
  readonly program: string;
  readonly given: readonly string[];
}

/** The managers of a kind, the usual one first; zypper asks about files without a signature of its own. */
const managers: { readonly [Kind in SystemPackage]: readonly [PackageManager, ...PackageManager[]] } = {
  deb: [{ shown: 'sudo apt install', program: '/usr/bin/apt-get', given: ['install', '-y'] }],
  rpm: [
    { shown: 'sudo dnf install', program: '/usr/bin/dnf', given: ['install', '-y'] },
    {
      shown: 'sudo zypper install --allow-unsigned-rpm',
      program: '/usr/bin/zypper',
      given: ['--non-interactive', 'install', '--allow-unsigned-rpm'],
    },
  ],
};

/** Whether there is a program at an absolute path. */
type Exists = (program: string) => boolean;

/** The command that a person runs in a terminal to install a downloaded package. */
export function packageCommand(kind: SystemPackage, path: string, exists: Exists): string {
  return `${managerOf(kind, exists).shown} ${quote(path)}`;
}

/**
 * The program that asks for permission, and what it is started with.
 *
 * SECURITY: started without a shell, by absolute paths, and the path of the package cannot be read as an option (0029).
 */
export function askingCommand(
  kind: SystemPackage,
  path: string,
  exists: Exists,
): readonly [string, ...string[]] {
  const { program, given } = managerOf(kind, exists);
  return ['/usr/bin/pkexec', program, ...given, path];
}

function managerOf(kind: SystemPackage, exists: Exists): PackageManager {
  return managers[kind].find(({ program }) => exists(program)) ?? managers[kind][0];
}

function quote(path: string): string {
  // Nor a backslash, which fish takes for an escape there.
  return `'${path.replace(/['\\]/g, "'\\$&'")}'`;
}
