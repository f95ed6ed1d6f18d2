import type { TFunction } from 'i18next';
import type autoLogout from './locales/en/auto-logout.json';
import type cli from './locales/en/cli.json';
import type commands from './locales/en/commands.json';
import type connection from './locales/en/connection.json';
import type copying from './locales/en/copying.json';
import type forms from './locales/en/forms.json';
import type gateway from './locales/en/gateway.json';
import type journal from './locales/en/journal.json';
import type liveFiles from './locales/en/live-files.json';
import type login from './locales/en/login.json';
import type native from './locales/en/native.json';
import type presentation from './locales/en/presentation.json';
import type problems from './locales/en/problems.json';
import type quickAccess from './locales/en/quick-access.json';
import type reminders from './locales/en/reminders.json';
import type rights from './locales/en/rights.json';
import type servers from './locales/en/servers.json';
import type session from './locales/en/session.json';
import type sessions from './locales/en/sessions.json';
import type settings from './locales/en/settings.json';
import type time from './locales/en/time.json';
import type transfer from './locales/en/transfer.json';
import type vault from './locales/en/vault.json';
import type web from './locales/en/web.json';
import type window from './locales/en/window.json';

/** All texts by namespace, as the English files have them; the other languages have the same keys. */
export interface Texts {
  readonly 'auto-logout': typeof autoLogout;
  readonly cli: typeof cli;
  readonly commands: typeof commands;
  readonly connection: typeof connection;
  readonly copying: typeof copying;
  readonly forms: typeof forms;
  readonly gateway: typeof gateway;
  readonly journal: typeof journal;
  readonly 'live-files': typeof liveFiles;
  readonly login: typeof login;
  readonly native: typeof native;
  readonly presentation: typeof presentation;
  readonly problems: typeof problems;
  readonly reminders: typeof reminders;
  readonly 'quick-access': typeof quickAccess;
  readonly rights: typeof rights;
  readonly servers: typeof servers;
  readonly session: typeof session;
  readonly sessions: typeof sessions;
  readonly settings: typeof settings;
  readonly time: typeof time;
  readonly transfer: typeof transfer;
  readonly vault: typeof vault;
  readonly web: typeof web;
  readonly window: typeof window;
}

/** Returns the text of a key such as `window:close`; `native` holds the texts of main alone. */
export type Translate = TFunction<readonly Exclude<keyof Texts, 'native'>[]>;

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'window';
    resources: Texts;
  }
}
