/** Bytes as megabytes, as download sizes are written; at least 1. */
export function megabytes(bytes: number): number {
  return Math.max(1, Math.round(bytes / 1_000_000));
}
