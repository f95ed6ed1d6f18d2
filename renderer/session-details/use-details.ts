import { useEffect, useState } from 'react';
import { hasToken } from '../../contract/sessions/session.ts';
import type { Details, Row } from '../../contract/state.ts';
import { bridge } from '../bridge.ts';

/** The details of a row; null until loaded. Loaded again when they may have changed. */
export function useDetails(row: Row): Details | null {
  const [details, setDetails] = useState<Details | null>(null);
  const { id: profileId } = row.profile;
  const facts = detailsKey(row);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the facts are what the answer depends on.
  useEffect(() => {
    let wanted = true;
    void bridge.readDetails({ profileId }).then((result) => {
      if (wanted && result.ok) setDetails(result.value);
    });
    return () => {
      wanted = false;
    };
  }, [profileId, facts]);
  return details?.profileId === profileId ? details : null;
}

/** What the details depend on, as a string to compare. */
function detailsKey({ profile, session, user, rightsChange }: Row): string {
  const held = hasToken(session) ? [session.loggedInAt, session.lastCheck?.at] : [session.phase];
  return JSON.stringify([profile.address, profile.userName, profile.tls, user, rightsChange?.at, ...held]);
}
