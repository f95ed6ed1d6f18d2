import type { Result } from '../core/result.ts';
import { isProfileId, type ProfileId } from '../profiles/profile.ts';

/** What side windows show of one server: its details, or its sessions of all apps and people. */
export const sideKindsOfServer = ['details', 'sessions'] as const;

/** What a side window shows: something of one server, or the server overview. */
export type SideSubject =
  | { readonly kind: (typeof sideKindsOfServer)[number]; readonly profileId: ProfileId }
  | { readonly kind: 'overview'; readonly profileId: null };

/** The server overview as the subject of a side window. */
export const overviewSubject: SideSubject = { kind: 'overview', profileId: null };

/** The most side windows that are open at a time. */
export const maxSideWindows = 8;

/** The search of the URL that a side window loads: `?details=…`, or `?overview=`. */
export function sideSearch({ kind, profileId }: SideSubject): string {
  return `?${kind}=${profileId ?? ''}`;
}

/** What the page with this search shows; null: the main window, or nothing that the app ever loads. */
export function readSideSearch(search: string): SideSubject | null {
  if (search === sideSearch(overviewSubject)) return overviewSubject;
  const [kind, profileId] = search.slice(1).split('=');
  const known = sideKindsOfServer.find((one) => one === kind);
  return known !== undefined && isProfileId(profileId) ? { kind: known, profileId } : null;
}

/** The calls about side windows. */
export interface SideWindowCalls {
  /** Opens a side window, or brings the one with this subject to the front. */
  openSideWindow(request: { readonly subject: SideSubject }): Promise<Result>;
}
