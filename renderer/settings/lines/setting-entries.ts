import { formatExactDuration } from '../../../contract/i18n/format-time.ts';
import type { ReminderSetting } from '../../../contract/sessions/reminders.ts';
import type { Settings } from '../../../contract/settings.ts';
import type { Translate } from '../../../contract/texts.ts';
import type { SettingsSection } from '../../state/view-state.ts';

/** A line of the settings: where it stands and what it is called. */
export interface SettingEntry {
  readonly section: SettingsSection;
  readonly label: (t: Translate) => string;
  /** An explanation below the label. */
  readonly hint?: (t: Translate) => string;
  /** Further words by which a search finds it. */
  readonly also?: (t: Translate) => string;
}

/** The settings with fixed values that the settings show. */
export type ChoiceName = Exclude<keyof Settings, 'withoutKeyring'>;

/** A setting with fixed values: a switch, or a list if its values have labels. */
export interface ChoiceEntry<Name extends ChoiceName = ChoiceName> extends SettingEntry {
  readonly value?: (t: Translate, value: Settings[Name]) => string;
}

/** When to be reminded: found by what the group is called, too. */
const reminder = (name: ReminderSetting) => ({
  section: 'checks' as const,
  label: (t: Translate) => t(`reminders:setting.${name}`),
  also: (t: Translate) => t('reminders:setting.also'),
});

/** The settings with fixed values. */
export const choiceEntries: { readonly [Name in ChoiceName]: ChoiceEntry<Name> } = {
  language: {
    section: 'general',
    label: (t) => t('settings:language'),
    value: (t, language) => t(`settings:languages.${language}`),
    also: (t) => t('settings:also.language'),
  },
  sortOrder: {
    section: 'general',
    label: (t) => t('settings:sortOrder'),
    value: (t, order) => t(`servers:sortBy.${order}`),
  },
  showDetails: { section: 'general', label: (t) => t('settings:showDetails') },
  tray: {
    section: 'general',
    label: (t) => t('settings:tray'),
    hint: (t) => t('settings:trayHint'),
    also: (t) => t('settings:also.tray'),
  },
  closeToTray: {
    section: 'general',
    label: (t) => t('settings:closeToTray'),
    hint: (t) => t('settings:closeToTrayHint'),
    also: (t) => t('settings:also.tray'),
  },
  startAtLogin: {
    section: 'general',
    label: (t) => t('settings:startAtLogin'),
    hint: (t) => t('settings:startAtLoginHint'),
    also: (t) => t('settings:also.startAtLogin'),
  },
  theme: {
    section: 'appearance',
    label: (t) => t('settings:theme'),
    value: (t, theme) => t(`settings:themes.${theme}`),
    also: (t) => t('settings:also.theme'),
  },
  density: {
    section: 'appearance',
    label: (t) => t('settings:density'),
    value: (t, density) => t(`settings:densities.${density}`),
  },
  presentation: {
    section: 'appearance',
    label: (t) => t('presentation:mode'),
    hint: (t) => t('presentation:hint'),
    also: (t) => t('presentation:also'),
  },
  clearAfterSeconds: {
    section: 'clipboard',
    label: (t) => t('settings:clearAfter'),
    hint: (t) => t('settings:clearAfterHint'),
    value: (t, seconds) => (seconds === null ? t('settings:never') : t('settings:seconds', { seconds })),
  },
  confirmProduction: { section: 'clipboard', label: (t) => t('settings:confirmProduction') },
  savePasswords: {
    section: 'vault',
    label: (t) => t('vault:password.allow'),
    hint: (t) => t('vault:password.allowHint'),
  },
  lockAfterIdleMinutes: {
    section: 'vault',
    label: (t) => t('vault:lock.idle'),
    value: (t, count) => (count === null ? t('vault:lock.never') : t('vault:lock.minutes', { count })),
  },
  lockWithScreen: { section: 'vault', label: (t) => t('vault:lock.withScreen') },
  lockOnSleep: { section: 'vault', label: (t) => t('vault:lock.onSleep') },
  lockOnQuit: {
    section: 'vault',
    label: (t) => t('vault:lock.onQuit'),
    hint: (t) => t('vault:lock.onQuitHint'),
  },
  proxyForNew: {
    section: 'network',
    label: (t) => t('connection:proxyForNew'),
    hint: (t) => t('connection:proxyForNewHint'),
    value: (t, proxy) => t(`connection:proxyOf.${proxy}`),
  },
  checkEveryMinutes: {
    section: 'checks',
    label: (t) => t('session:checks.setting'),
    hint: (t) => t('session:checks.settingHint'),
    value: (t, minutes) =>
      minutes === null ? t('session:checks.never') : t('session:checks.every', { minutes }),
  },
  liveChannels: {
    section: 'checks',
    label: (t) => t('session:live.setting'),
    hint: (t) => t('session:live.settingHint'),
  },
  remind14Days: reminder('remind14Days'),
  remind3Days: reminder('remind3Days'),
  remind1Day: reminder('remind1Day'),
  remind1Hour: reminder('remind1Hour'),
  remindAtEnd: reminder('remindAtEnd'),
  expiringDays: {
    section: 'checks',
    label: (t) => t('settings:expiringDays'),
    value: (t, count) => t('settings:daysBefore', { count }),
  },
  leaseForNew: {
    section: 'checks',
    label: (t) => t('auto-logout:forNew'),
    hint: (t) => t('auto-logout:forNewHint'),
    value: (t, seconds) =>
      seconds === null
        ? t('auto-logout:forNewNever')
        : t('auto-logout:forNewAfter', { span: formatExactDuration(t, seconds) }),
  },
  commandLine: {
    section: 'tools',
    label: (t) => t('settings:commandLine'),
    hint: (t) => t('settings:commandLineHint'),
  },
  updates: {
    section: 'updates',
    label: (t) => t('settings:updates.mode'),
    hint: (t) => t('settings:updates.modeHint'),
    value: (t, mode) => t(`settings:updates.modes.${mode}`),
  },
};

/** The other lines of the settings. */
const otherEntries = {
  zoom: {
    section: 'appearance',
    label: (t) => t('settings:zoom'),
    also: (t) => t('settings:also.zoom'),
  },
  clipboardManagers: {
    section: 'clipboard',
    label: (t) => t('settings:managers.title'),
    also: (t) => t('settings:managers.also'),
  },
  templates: {
    section: 'clipboard',
    label: (t) => t('copying:templates.title'),
    hint: (t) => t('copying:templates.hint'),
  },
  keyring: { section: 'vault', label: (t) => t('vault:automatic', { keyring: t('vault:keyring') }) },
  passphrase: {
    section: 'vault',
    label: (t) => t('vault:lock.passphrase'),
    hint: (t) => t('vault:setText'),
  },
  encryptionKey: {
    section: 'vault',
    label: (t) => t('vault:encryptionKey'),
    hint: (t) => t('vault:rotateText'),
  },
  passwords: { section: 'vault', label: (t) => t('vault:data.passwords') },
  authorities: {
    section: 'network',
    label: (t) => t('connection:authorities'),
    hint: (t) => t('connection:authoritiesHint'),
    also: (t) => t('connection:authoritiesAlso'),
  },
  programs: { section: 'tools', label: (t) => t('settings:programs.title') },
  export: {
    section: 'transfer',
    label: (t) => t('transfer:exporting.title'),
    hint: (t) => t('transfer:hints.export'),
  },
  backUp: {
    section: 'transfer',
    label: (t) => t('transfer:backingUp.title'),
    hint: (t) => t('transfer:hints.backUp'),
  },
  import: {
    section: 'transfer',
    label: (t) => t('transfer:importing.title'),
    hint: (t) => t('transfer:hints.import'),
  },
  updateSource: {
    section: 'updates',
    label: (t) => t('settings:updates.source'),
    hint: (t) => t('settings:updates.sourceHint'),
  },
  journal: {
    section: 'data',
    label: (t) => t('journal:title'),
    hint: (t) => t('settings:journalHint'),
  },
  diagnostics: {
    section: 'data',
    label: (t) => t('settings:diagnostics.title'),
    hint: (t) => t('settings:diagnostics.hint'),
  },
} as const satisfies Readonly<Record<string, SettingEntry>>;

/** The name of a line of the settings. */
export type SettingName = ChoiceName | keyof typeof otherEntries;

/** Every line of the settings by its name. */
export const settingEntries: Readonly<Record<SettingName, SettingEntry>> = {
  ...choiceEntries,
  ...otherEntries,
};
