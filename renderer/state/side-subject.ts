import { readSideSearch, type SideSubject } from '../../contract/windows/side-window.ts';

/** What this window shows if it is a side window; null in the main window. */
export const sideSubject: SideSubject | null =
  typeof location === 'undefined' ? null : readSideSearch(location.search);
