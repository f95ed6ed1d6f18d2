import type { EpochMs } from '../../contract/core/time.ts';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import { needsFace } from '../../contract/profiles/server-info.ts';
import { type RowStatus, sessionStatus } from '../../contract/sessions/session.ts';
import type { Row } from '../../contract/state.ts';

/** The servers of one user name, sorted by name. */
export interface UserGroup {
  readonly userName: string;
  readonly rows: readonly Row[];
  /** Those that need a log-in and accept a password. */
  readonly needed: ReadonlySet<ProfileId>;
}

const needLogin: readonly RowStatus[] = ['logged-out', 'expired', 'refused', 'expiring', 'unreadable'];

/** Groups the rows by user name; the group with most servers to log in to comes first. */
export function groupByUser(
  rows: readonly Row[],
  now: EpochMs,
  expiringMs: number,
  language: string,
): readonly UserGroup[] {
  const order = new Intl.Collator(language, { numeric: true });
  const byUser = new Map<string, Row[]>();
  for (const row of rows) {
    const { userName } = row.profile;
    byUser.set(userName, [...(byUser.get(userName) ?? []), row]);
  }
  const groups = [...byUser].map(([userName, own]) => {
    const sorted = own.toSorted((one, other) => order.compare(one.profile.name, other.profile.name));
    const wants = (row: Row): boolean => needLogin.includes(sessionStatus(row.session, now, expiringMs));
    const needed = new Set(
      sorted.filter((row) => wants(row) && acceptsPassword(row)).map(({ profile }) => profile.id),
    );
    return { userName, rows: sorted, needed };
  });
  return groups.toSorted(
    (one, other) => other.needed.size - one.needed.size || order.compare(one.userName, other.userName),
  );
}

/** Whether a password is enough for this server. */
export function acceptsPassword({ server }: Row): boolean {
  return server === null || !needsFace(server);
}
