/** Another user, for whom root starts a desktop. */
export interface DesktopUser {
  readonly uid: number;
  readonly gid: number;
}

/** The command and arguments that run a program as this user, who cannot become root again; null: as who runs this. */
export function asUser(
  user: DesktopUser | null,
  command: string,
  args: readonly string[],
): readonly [string, readonly string[]] {
  if (user === null) return [command, args];
  const ids = [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups', '--inh-caps=-all'];
  return ['setpriv', [...ids, '--', command, ...args]];
}
