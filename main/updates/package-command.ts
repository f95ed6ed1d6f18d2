/** A package that the system's package manager installs. */
export type SystemPackage = 'deb' | 'rpm';

const managers = {
  deb: { shown: 'sudo apt install', program: '/usr/bin/apt-get' },
  rpm: { shown: 'sudo dnf install', program: '/usr/bin/dnf' },
} as const;

/** The command that a person runs in a terminal to install a downloaded package. */
export function packageCommand(kind: SystemPackage, path: string): string {
  return `${managers[kind].shown} ${quote(path)}`;
}

/**
 * The program that asks for permission, and what it is started with.
 *
 * SECURITY: started without a shell, by absolute paths, and the path of the package cannot be read as an option (0029).
 */
export function askingCommand(kind: SystemPackage, path: string): readonly [string, ...string[]] {
  return ['/usr/bin/pkexec', managers[kind].program, 'install', '-y', path];
}

function quote(path: string): string {
  return `'${path.replaceAll("'", `'\\''`)}'`;
}
