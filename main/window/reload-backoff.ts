const maxReloads = 3;
const span = 60_000;

/** Delay before a failed page is reloaded, in ms: at most three reloads a minute. */
export function waitBeforeReload(reloadedAt: readonly number[], now: number): number {
  const counted = reloadedAt.filter((at) => now - at < span).sort((one, other) => one - other);
  const first = counted.at(-maxReloads);
  return first === undefined ? 0 : first + span - now;
}
