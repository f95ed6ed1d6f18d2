import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../../contract/settings.ts';
import type { PolicySetting } from '../../main/policy/policy-names.ts';
import { projectRoot } from '../system/project-root.ts';

/** The texts of the policy for the editors of administrators, in one language. */
export interface PolicyTexts {
  readonly app: string;
  readonly anySystem: string;
  readonly defaults: string;
  readonly defaultsHelp: string;
  readonly locked: string;
  readonly lockedHelp: string;
  readonly lockServers: string;
  readonly lockServersHelp: string;
  readonly updateSource: string;
  readonly updateSourceHelp: string;
  readonly never: string;
  /** The title of each setting, as the app shows it, with the unit of its values. */
  readonly titles: { readonly [Name in PolicySetting]: string };
}

type Own = Omit<PolicyTexts, 'titles' | 'updateSource'> & {
  readonly withoutKeyring: string;
  readonly units: Readonly<Partial<Record<PolicySetting, string>>>;
};

const app = 'FindFace Session Manager';

const own: { readonly [Name in Language]: Own } = {
  en: {
    app,
    anySystem: 'FindFace Session Manager 1.0 or later',
    defaults: 'Defaults',
    defaultsHelp: 'Applies until a person chooses something else.',
    locked: 'Locked settings',
    lockedHelp: 'Always applies. The app refuses to change it.',
    lockServers: 'No servers other than those of the policy file',
    lockServersHelp: 'People can’t add other servers, by imports neither. Servers they had before stay.',
    updateSourceHelp: 'The URL or the folder in which the app looks for updates.',
    never: 'Never',
    withoutKeyring: 'Without a system keyring',
    units: {
      clearAfterSeconds: 'seconds',
      expiringDays: 'days before its end',
      lockAfterIdleMinutes: 'minutes',
      checkEveryMinutes: 'minutes',
      leaseForNew: 'seconds',
    },
  },
  ru: {
    app,
    anySystem: 'FindFace Session Manager 1.0 или новее',
    defaults: 'Значения по умолчанию',
    defaultsHelp: 'Действует, пока пользователь не выберет другое значение.',
    locked: 'Заблокированные настройки',
    lockedHelp: 'Действует всегда. Изменить это в приложении нельзя.',
    lockServers: 'Только серверы из файла политики',
    lockServersHelp:
      'Пользователи не могут добавлять другие серверы, в том числе импортом. Добавленные ранее серверы остаются.',
    updateSourceHelp: 'URL или папка, в которой приложение ищет обновления.',
    never: 'Никогда',
    withoutKeyring: 'Без системного хранилища ключей',
    units: {
      clearAfterSeconds: 'секунды',
      expiringDays: 'дней до окончания',
      lockAfterIdleMinutes: 'минуты',
      checkEveryMinutes: 'минуты',
      leaseForNew: 'секунды',
    },
  },
  es: {
    app,
    anySystem: 'FindFace Session Manager 1.0 o posterior',
    defaults: 'Valores predeterminados',
    defaultsHelp: 'Se aplica hasta que la persona elija otra cosa.',
    locked: 'Opciones bloqueadas',
    lockedHelp: 'Se aplica siempre. La aplicación no permite cambiarlo.',
    lockServers: 'Solo los servidores del archivo de directiva',
    lockServersHelp:
      'No se pueden agregar otros servidores, tampoco al importar. Los servidores agregados antes se conservan.',
    updateSourceHelp: 'La URL o la carpeta en la que la aplicación busca actualizaciones.',
    never: 'Nunca',
    withoutKeyring: 'Sin almacén de claves del sistema',
    units: {
      clearAfterSeconds: 'segundos',
      expiringDays: 'días antes de su fin',
      lockAfterIdleMinutes: 'minutos',
      checkEveryMinutes: 'minutos',
      leaseForNew: 'segundos',
    },
  },
};

/** The texts of the policy in one language; titles of settings are those of the screens. */
export function policyTexts(language: Language): PolicyTexts {
  const file = (name: string) =>
    JSON.parse(readFileSync(join(projectRoot, 'contract/locales', language, `${name}.json`), 'utf8'));
  const [settings, vault, session, autoLogout, connection, reminders, presentation] = [
    'settings',
    'vault',
    'session',
    'auto-logout',
    'connection',
    'reminders',
    'presentation',
  ].map(file);
  const { withoutKeyring, units, ...texts } = own[language];
  const shown: { readonly [Name in PolicySetting]: string } = {
    language: settings.language,
    theme: settings.theme,
    density: settings.density,
    clearAfterSeconds: settings.clearAfter,
    expiringDays: settings.expiringDays,
    confirmProduction: settings.confirmProduction,
    lockAfterIdleMinutes: vault.lock.idle,
    lockWithScreen: vault.lock.withScreen,
    lockOnSleep: vault.lock.onSleep,
    lockOnQuit: vault.lock.onQuit,
    checkEveryMinutes: session.checks.setting,
    liveChannels: session.live.setting,
    commandLine: settings.commandLine,
    remind14Days: `${reminders.setting.title}: ${reminders.setting.remind14Days}`,
    remind3Days: `${reminders.setting.title}: ${reminders.setting.remind3Days}`,
    remind1Day: `${reminders.setting.title}: ${reminders.setting.remind1Day}`,
    remind1Hour: `${reminders.setting.title}: ${reminders.setting.remind1Hour}`,
    remindAtEnd: `${reminders.setting.title}: ${reminders.setting.remindAtEnd}`,
    proxyForNew: connection.proxyForNew,
    leaseForNew: autoLogout.forNew,
    savePasswords: vault.password.allow,
    withoutKeyring,
    tray: settings.tray,
    closeToTray: settings.closeToTray,
    startAtLogin: settings.startAtLogin,
    presentation: presentation.mode,
    updates: settings.updates.mode,
  };
  const titles = Object.fromEntries(
    Object.entries(shown).map(([name, title]) => {
      const unit = units[name as PolicySetting];
      return [name, unit === undefined ? title : `${title} (${unit})`];
    }),
  ) as PolicyTexts['titles'];
  return { ...texts, updateSource: settings.updates.source, titles };
}
