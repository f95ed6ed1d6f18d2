import { dayMs } from './core/time.ts';

/** The languages of the window: the three that FindFace speaks. */
export type Language = 'en' | 'ru' | 'es';

/** Every language of the window. */
export const languages: readonly Language[] = ['en', 'ru', 'es'];

/** How the list is ordered; favourites always come first. */
export type SortOrder = 'name' | 'expiry' | 'recent';

/** What a person may choose. Holds no secret. */
export interface Settings {
  readonly language: Language | 'system';
  readonly theme: 'system' | 'light' | 'dark';
  readonly density: 'comfortable' | 'compact';
  /** After how many seconds a copied header leaves the clipboard; null: never. */
  readonly clearAfterSeconds: 10 | 30 | 60 | 120 | null;
  /** How many days before its end a session counts as expiring. */
  readonly expiringDays: 1 | 3 | 7 | 14 | 30;
  /** Ask before a header of a production server is copied. */
  readonly confirmProduction: boolean;
  readonly sortOrder: SortOrder;
  readonly showDetails: boolean;
  /** After how many minutes without input the window locks; null: never. */
  readonly lockAfterIdleMinutes: 1 | 5 | 15 | 30 | 60 | null;
  readonly lockWithScreen: boolean;
  readonly lockOnSleep: boolean;
  /** Start locked next time. */
  readonly lockOnQuit: boolean;
  /** After how many minutes a session is checked automatically; null: never. */
  readonly checkEveryMinutes: 5 | 15 | 30 | 60 | null;
  /** After how many seconds the session of a server added from now on is ended automatically; null: never. */
  readonly leaseForNew: 900 | 3_600 | 28_800 | 43_200 | 86_400 | null;
  /** Where tokens go on a desktop without a keyring, as long as no passphrase is set. */
  readonly withoutKeyring: 'ask' | 'memory';
}

/** How long before its end a session counts as expiring, in ms. */
export function expiringSpanMs({ expiringDays }: Pick<Settings, 'expiringDays'>): number {
  return expiringDays * dayMs;
}

/** What holds until a person chooses otherwise. */
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
  leaseForNew: null,
  withoutKeyring: 'ask',
};

/** What may be chosen for each setting, in the order in which it is offered. */
export const choices: { readonly [Name in keyof Settings]: readonly Settings[Name][] } = {
  language: ['system', 'en', 'ru', 'es'],
  theme: ['system', 'light', 'dark'],
  density: ['comfortable', 'compact'],
  clearAfterSeconds: [10, 30, 60, 120, null],
  expiringDays: [1, 3, 7, 14, 30],
  confirmProduction: [false, true],
  sortOrder: ['name', 'expiry', 'recent'],
  showDetails: [false, true],
  lockAfterIdleMinutes: [1, 5, 15, 30, 60, null],
  lockWithScreen: [false, true],
  lockOnSleep: [false, true],
  lockOnQuit: [false, true],
  checkEveryMinutes: [5, 15, 30, 60, null],
  leaseForNew: [null, 900, 3_600, 28_800, 43_200, 86_400],
  withoutKeyring: ['ask', 'memory'],
};
