import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { app } from 'electron';

/**
 * How often processes give the memory back that Chromium no longer uses. Its own 4 s are most of what an idle window costs
 * (docs/performance.md).
 */
const reclaiming = 'PartitionAllocMemoryReclaimer:interval/20s';

/** Lets idle processes sleep longer. Must be called before the app is ready. */
export function reclaimSeldom(): void {
  const others = app.commandLine.getSwitchValue('enable-features');
  app.commandLine.appendSwitch('enable-features', others === '' ? reclaiming : `${others},${reclaiming}`);
}

type Collect = (how: { readonly type: 'major'; readonly flavor: 'last-resort' }) => void;

/**
 * Gives back the memory that main no longer uses. Nothing that it allocates after a start would make V8 do so before
 * half a minute has passed. Takes some ten ms.
 */
export function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as Collect;
  // No later context gets it.
  setFlagsFromString('--no-expose-gc');
  collect({ type: 'major', flavor: 'last-resort' });
}
