import { useEffect, useState } from 'react';
import type { Sealer } from '../../contract/state.ts';
import { useAppState } from '../state/app-state.ts';

/** An unlocked keyring answers sooner; avoids a flashing banner. */
const minShownWaitMs = 500;

/** The keyring that has been waited for long enough to show it; else null. Main may be blocked meanwhile. */
export function useKeyringWait(): Sealer | null {
  const awaited = useAppState((state) => state.keyringAwaited);
  const [told, setTold] = useState<Sealer | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setTold(awaited), awaited === null ? 0 : minShownWaitMs);
    return () => clearTimeout(timer);
  }, [awaited]);
  return awaited === null ? null : told;
}
