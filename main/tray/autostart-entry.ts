/** By this line the app knows the entry that it wrote, from one that a person made. */
const mark = 'X-FindFaceSessionManager-Autostart=true';

/** How desktops note in an entry that a person switched it off there. */
const switchedOff = /^(?:Hidden=true|X-GNOME-Autostart-enabled=false)\s*$/m;

/**
 * The entry by which a desktop starts the app when a person logs in to it; null if the path of the program cannot stand in one.
 *
 * Quoted as the Desktop Entry Specification says: in double quotes, where a backslash stands before `"`, a backtick, `$` and
 * `\`; then every backslash is doubled, as in any string of an entry, and `%` too.
 */
export function autostartEntry(program: string): string | null {
  if (/\p{Cc}/u.test(program)) return null;
  const quoted = `"${program.replace(/["`$\\]/g, '\\$&')}"`.replaceAll('\\', '\\\\').replaceAll('%', '%%');
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=FindFace Session Manager',
    `Exec=${quoted} --hidden`,
    'Icon=findface-session-manager',
    'Terminal=false',
    mark,
    '',
  ].join('\n');
}

/** What to do with the entry that is there, so that it is as `wanted`; null: none. One that a person changed is left. */
export function autostartStep(present: string | null, wanted: string | null): 'write' | 'remove' | 'leave' {
  if (present === wanted) return 'leave';
  if (present === null) return 'write';
  if (!present.split(/\r?\n/).includes(mark)) return 'leave';
  if (wanted === null) return 'remove';
  return switchedOff.test(present) ? 'leave' : 'write';
}
