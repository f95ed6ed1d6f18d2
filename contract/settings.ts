import { dayMs } from './core/time.ts';

/** The languages of the window, which are those of FindFace. */
export type Language = 'en' | 'ru' | 'es';

/** All languages. */
export const languages: readonly Language[] = ['en', 'ru', 'es'];

/** The zoom levels of the window, in percent. */
export const zoomSteps = [67, 75, 80, 90, 100, 110, 125, 150, 175, 200] as const;

/** A zoom level of the window, in percent. */
export type Zoom = (typeof zoomSteps)[number];

/** The order of the list; favorites come first, but for the manual one. */
export type SortOrder = 'name' | 'expiry' | 'lastCheck' | 'loginMethod' | 'recent' | 'manual';

/** The settings. Hold no secret. */
export interface Settings {
  readonly language: Language | 'system';
  /** `contrast`: light or dark as the system, with the highest contrast. */
  readonly theme: 'system' | 'light' | 'dark' | 'contrast';
  readonly density: 'comfortable' | 'compact';
  /** Seconds until a copied header is cleared; null: never. */
  readonly clearAfterSeconds: 10 | 30 | 60 | 120 | null;
  /** Days before its expiry from which a session counts as expiring. */
  readonly expiringDays: 1 | 3 | 7 | 14 | 30;
  /** Whether to ask before copying a header of a production server. */
  readonly confirmProduction: boolean;
  readonly sortOrder: SortOrder;
  readonly showDetails: boolean;
  /** Minutes of inactivity until the window locks; null: never. */
  readonly lockAfterIdleMinutes: 1 | 5 | 15 | 30 | 60 | null;
  readonly lockWithScreen: boolean;
  readonly lockOnSleep: boolean;
  /** Whether the app starts locked. */
  readonly lockOnQuit: boolean;
  /** Interval of automatic checks in minutes; null: none. */
  readonly checkEveryMinutes: 5 | 15 | 30 | 60 | null;
  /** Whether live channels are opened, for sessions that are checked automatically. */
  readonly liveChannels: boolean;
  /** Whether the app answers `ffsm`, the command for terminals and scripts. */
  readonly commandLine: boolean;
  /** Whether to remind of the end of a session so long before it, and when it has come. */
  readonly remind14Days: boolean;
  readonly remind3Days: boolean;
  readonly remind1Day: boolean;
  readonly remind1Hour: boolean;
  readonly remindAtEnd: boolean;
  /** The proxy of new profiles: that of the system, or none. */
  readonly proxyForNew: 'system' | 'direct';
  /** Auto log-out of new profiles in seconds; null: never. */
  readonly leaseForNew: 900 | 3_600 | 28_800 | 43_200 | 86_400 | null;
  /** Where tokens are stored on a desktop without a keyring, while no passphrase is set. */
  readonly withoutKeyring: 'ask' | 'memory';
  /** Whether the app may save passwords. */
  readonly savePasswords: boolean;
  /** Whether the tray shows the state of all servers. */
  readonly tray: boolean;
  /** Whether closing the window hides it in the tray, where there is one. */
  readonly closeToTray: boolean;
  /** Whether the system starts the app, hidden, when a person logs in to it. */
  readonly startAtLogin: boolean;
  /** Whether placeholders stand in the place of all names on the screen. */
  readonly presentation: boolean;
  /** What is done about newer versions without being asked: nothing, looking for them, or downloading them too. */
  readonly updates: 'off' | 'check' | 'download';
}

/** The time before its expiry from which a session counts as expiring, in ms. */
export function expiringSpanMs({ expiringDays }: Pick<Settings, 'expiringDays'>): number {
  return expiringDays * dayMs;
}

/** The defaults. */
export const defaultSettings: Settings = {
  language: 'system',
  theme: 'system',
  density: 'comfortable',
  clearAfterSeconds: 30,
  expiringDays: 7,
  confirmProduction: false,
  sortOrder: 'name',
  showDetails: true,
  lockAfterIdleMinutes: null,
  lockWithScreen: false,
  lockOnSleep: false,
  lockOnQuit: false,
  checkEveryMinutes: 30,
  liveChannels: true,
  commandLine: false,
  remind14Days: true,
  remind3Days: true,
  remind1Day: true,
  remind1Hour: true,
  remindAtEnd: true,
  proxyForNew: 'system',
  leaseForNew: null,
  withoutKeyring: 'ask',
  savePasswords: true,
  tray: true,
  closeToTray: false,
  startAtLogin: false,
  presentation: false,
  updates: 'off',
};

/** The values offered for each setting, in order. */
export const choices: { readonly [Name in keyof Settings]: readonly Settings[Name][] } = {
  language: ['system', 'en', 'ru', 'es'],
  theme: ['system', 'light', 'dark', 'contrast'],
  density: ['comfortable', 'compact'],
  clearAfterSeconds: [10, 30, 60, 120, null],
  expiringDays: [1, 3, 7, 14, 30],
  confirmProduction: [false, true],
  sortOrder: ['name', 'expiry', 'lastCheck', 'loginMethod', 'recent', 'manual'],
  showDetails: [false, true],
  lockAfterIdleMinutes: [1, 5, 15, 30, 60, null],
  lockWithScreen: [false, true],
  lockOnSleep: [false, true],
  lockOnQuit: [false, true],
  checkEveryMinutes: [5, 15, 30, 60, null],
  liveChannels: [false, true],
  commandLine: [false, true],
  remind14Days: [false, true],
  remind3Days: [false, true],
  remind1Day: [false, true],
  remind1Hour: [false, true],
  remindAtEnd: [false, true],
  proxyForNew: ['system', 'direct'],
  leaseForNew: [null, 900, 3_600, 28_800, 43_200, 86_400],
  withoutKeyring: ['ask', 'memory'],
  savePasswords: [false, true],
  tray: [false, true],
  closeToTray: [false, true],
  startAtLogin: [false, true],
  presentation: [false, true],
  updates: ['off', 'check', 'download'],
};
