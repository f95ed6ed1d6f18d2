import type { Settings } from '../../contract/settings.ts';

/** Changes some of the settings at once. */
export type Change = (settings: Partial<Settings>) => void;

/** What each section with settings is given. */
export interface TabProps {
  readonly settings: Settings;
  readonly change: Change;
}
