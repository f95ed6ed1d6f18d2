import { ratioOfPairs } from './numbers.ts';

/** What both subjects measured, round by round. */
export interface Pairs {
  readonly app: readonly number[];
  readonly bare: readonly number[];
  /** The app's number in proportion to the bare window's. */
  readonly ratio: number;
}

/** Measures both in turns, so that neither has the computer at a better hour; who goes first changes every round. */
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
