import type { Settings } from '../../contract/settings.ts';

/** Changes settings at once. */
export type Change = (settings: Partial<Settings>) => void;

/** The props of each tab with settings. */
export interface TabProps {
  readonly settings: Settings;
  readonly change: Change;
}
