import { choices, type Settings } from '../../contract/settings.ts';

/** The settings that a policy can decide: all but those that only arrange the list. */
export type PolicySetting = Exclude<keyof Settings, 'sortOrder' | 'showDetails'>;

/** The name of each in a policy, which is that of `settings.json` except for one that is older than the glossary. */
export const policyNames: { readonly [Name in PolicySetting]: string } = {
  language: 'language',
  theme: 'theme',
  density: 'density',
  clearAfterSeconds: 'clearAfterSeconds',
  expiringDays: 'expiringDays',
  confirmProduction: 'confirmProduction',
  lockAfterIdleMinutes: 'lockAfterIdleMinutes',
  lockWithScreen: 'lockWithScreen',
  lockOnSleep: 'lockOnSleep',
  lockOnQuit: 'lockOnQuit',
  checkEveryMinutes: 'checkEveryMinutes',
  liveChannels: 'liveChannels',
  commandLine: 'commandLine',
  remind14Days: 'remind14Days',
  remind3Days: 'remind3Days',
  remind1Day: 'remind1Day',
  remind1Hour: 'remind1Hour',
  remindAtEnd: 'remindAtEnd',
  proxyForNew: 'proxyForNew',
  leaseForNew: 'autoLogoutForNew',
  savePasswords: 'savePasswords',
  withoutKeyring: 'withoutKeyring',
  tray: 'tray',
  closeToTray: 'closeToTray',
  startAtLogin: 'startAtLogin',
  presentation: 'presentation',
  updates: 'updates',
};

/** The settings that a policy can decide, in the order of the documentation. */
export const policySettings = Object.keys(policyNames) as readonly PolicySetting[];

/** Whether a value is offered for a setting. */
export function isOffered(name: PolicySetting, value: unknown): boolean {
  return (choices[name] as readonly unknown[]).includes(value);
}

/**
 * A value of Windows' registry or of macOS' preferences, which know no null, as a policy file has it: 0 stands for null
 * where that is a choice, 0 and 1 for off and on.
 */
function plainValue(key: string, value: unknown): unknown {
  const name = policySettings.find((setting) => policyNames[setting] === key);
  if (name === undefined || typeof value !== 'number' || isOffered(name, value)) return value;
  if (value === 0 && isOffered(name, null)) return null;
  return (value === 0 || value === 1) && isOffered(name, true) ? value === 1 : value;
}

/** All values of a part of the policy, as a policy file has them. */
export function plainValues(values: object): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, plainValue(key, value)]));
}
