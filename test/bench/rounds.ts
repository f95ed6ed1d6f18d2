import { ratiosOfPairs, type Spread, spreadOf } from './numbers.ts';

/** The values of the app and of what it is compared with. */
export interface Compared {
  readonly app: Spread;
  readonly other: Spread;
  /** The ratios of the two, round by round. */
  readonly measured: Spread;
  readonly rounds: number;
}

/** Measures both alternately, so that load affects both; the first one changes every round. */
export async function inTurns(
  rounds: number,
  app: () => Promise<number>,
  other: () => Promise<number>,
): Promise<Compared> {
  const apps: number[] = [];
  const others: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    if (round % 2 === 0) others.push(await other());
    apps.push(await app());
    if (round % 2 === 1) others.push(await other());
  }
  return compare(apps, others);
}

/** Compares values that were measured in the same rounds. */
export function compare(app: readonly number[], other: readonly number[]): Compared {
  return {
    app: spreadOf(app),
    other: spreadOf(other),
    measured: spreadOf(ratiosOfPairs(app, other)),
    rounds: app.length,
  };
}
