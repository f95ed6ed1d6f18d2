const maxReloads = 3;
const span = 60_000;

/** How long to wait before a page that failed is loaded again, in ms: three times a minute, not more. */
export function waitBeforeReload(reloadedAt: readonly number[], now: number): number {
  const counted = reloadedAt.filter((at) => now - at < span).sort((one, other) => one - other);
  const first = counted.at(-maxReloads);
  return first === undefined ? 0 : first + span - now;
}
