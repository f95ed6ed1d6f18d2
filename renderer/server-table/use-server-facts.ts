import { useEffect, useState } from 'react';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import type { ServerTableFacts } from '../../contract/server-table.ts';
import { bridge } from '../bridge.ts';
import { useAppState } from '../state/app-state.ts';

/** The values that are not part of the rows, by profile; loaded again when a profile is added or removed. */
export function useServerFacts(): ReadonlyMap<ProfileId, ServerTableFacts> {
  const listRevision = useAppState((state) => state.listRevision);
  const [facts, setFacts] = useState<ReadonlyMap<ProfileId, ServerTableFacts>>(new Map());
  // biome-ignore lint/correctness/useExhaustiveDependencies: another roster has other facts.
  useEffect(() => {
    let isWanted = true;
    void bridge.readServerTable().then((read) => {
      if (isWanted && read.ok) setFacts(new Map(read.value.map((one) => [one.profileId, one])));
    });
    return () => {
      isWanted = false;
    };
  }, [listRevision]);
  return facts;
}
