import { ratioOfPairs } from './numbers.ts';

/** The values of both subjects, round by round. */
export interface Pairs {
  readonly app: readonly number[];
  readonly bare: readonly number[];
  /** The app's value relative to that of the bare window. */
  readonly ratio: number;
}

/** Measures both alternately, so that load affects both; the first one changes every round. */
export async function inTurns(
  rounds: number,
  app: () => Promise<number>,
  bare: () => Promise<number>,
): Promise<Pairs> {
  const apps: number[] = [];
  const bares: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    if (round % 2 === 0) bares.push(await bare());
    apps.push(await app());
    if (round % 2 === 1) bares.push(await bare());
  }
  return { app: apps, bare: bares, ratio: ratioOfPairs(apps, bares) };
}
