import { useEffect, useState } from 'react';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import type { FleetFacts } from '../../contract/server-table.ts';
import { bridge } from '../bridge.ts';
import { useAppState } from '../state/app-state.ts';

/** What the rows do not carry, by profile; asked for once more when a profile comes or goes. */
export function useFleet(): ReadonlyMap<ProfileId, FleetFacts> {
  const roster = useAppState((state) => state.roster);
  const [facts, setFacts] = useState<ReadonlyMap<ProfileId, FleetFacts>>(new Map());
  // biome-ignore lint/correctness/useExhaustiveDependencies: another roster has other facts.
  useEffect(() => {
    let isWanted = true;
    void bridge.readFleet().then((read) => {
      if (isWanted && read.ok) setFacts(new Map(read.value.map((one) => [one.profileId, one])));
    });
    return () => {
      isWanted = false;
    };
  }, [roster]);
  return facts;
}
