/** The lowest cost that a file may have, a quarter of the app's: for tests that are not about the cost. */
export const lowestKdfCost = 2 ** 15;
