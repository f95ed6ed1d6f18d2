import type { ElectronApplication } from '@playwright/test';

/**
 * Lets `evaluate` in main try once more if V8 collected the promise of its result.
 *
 * The inspector holds that promise weakly, so a collection at the wrong moment loses the result of a call that has run:
 * https://github.com/microsoft/playwright/issues/33737
 */
export function repeatCollected(electron: ElectronApplication): ElectronApplication {
  const evaluate = electron.evaluate.bind(electron) as (...given: unknown[]) => Promise<unknown>;
  const repeating = async (...given: unknown[]): Promise<unknown> => {
    try {
      return await evaluate(...given);
    } catch (error) {
      if (!String(error).includes('promise was garbage collected')) throw error;
      return evaluate(...given);
    }
  };
  electron.evaluate = repeating as ElectronApplication['evaluate'];
  return electron;
}
