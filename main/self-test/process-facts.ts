/**
 * Whether Chromium's sandbox holds a process, by its `/proc/<pid>/status` on Linux: a filter of system calls, and process
 * numbers of its own.
 */
export function isSandboxed(status: string): boolean {
  const field = (name: string) => new RegExp(`^${name}:\\s*(.+)$`, 'm').exec(status)?.[1]?.trim() ?? '';
  return field('Seccomp') === '2' && field('NSpid').split(/\s+/).length > 1;
}

const listening = '0A';

/** The inodes of the listening sockets in `/proc/net/tcp` or `tcp6`. */
export function listeningInodes(table: string): string[] {
  return table
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(/\s+/))
    .flatMap(([, , , state, , , , , , inode]) => (state === listening && inode ? [inode] : []));
}

/** Whether one of the links in `/proc/self/fd` leads to a socket with one of these inodes. */
export function holdsSocket(links: readonly string[], inodes: readonly string[]): boolean {
  return inodes.some((inode) => links.includes(`socket:[${inode}]`));
}
