/** The switch by which the app is started to show quick access. */
const quickSwitch = '--quick';

/** Whether a start asks for quick access. */
export function asksForQuickAccess(args: readonly string[]): boolean {
  return args.includes(quickSwitch);
}

/** Whether the data of a second start asks for it. */
export function isQuickStart(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'quick' in data && data.quick === true;
}
