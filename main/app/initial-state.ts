import { unmanaged } from '../../contract/installation/policy.ts';
import { noQuickKey } from '../../contract/sessions/quick-access.ts';
import { noReminders } from '../../contract/sessions/reminders.ts';
import type { AppState, Row } from '../../contract/state.ts';
import { type PolicyFound, policyInForce, updateSourceInForce } from '../policy/policy.ts';
import type { ProfileFileOpening } from '../profiles/profile-store.ts';
import { languageInForce } from '../settings/settings.ts';
import type { Notices } from '../state/notices.ts';
import { initialUpdate } from '../updates/app-updates.ts';
import type { VaultOpening } from '../vault/vault-opening.ts';
import type { AppDeps } from './app-deps.ts';

interface InitialFacts
  extends Pick<
    AppState,
    'settings' | 'layout' | 'keys' | 'used' | 'templates' | 'appVersion' | 'updatedFrom'
  > {
  readonly systemLanguages: readonly string[];
  readonly policy: PolicyFound;
  readonly updates: Pick<AppDeps['updates'], 'support' | 'choices'>;
}

/** The first state of the window with these rows, before the vault is opened. */
export function initialState(found: InitialFacts, rows: readonly Row[]): AppState {
  const {
    settings,
    layout,
    keys,
    used,
    templates,
    systemLanguages,
    appVersion,
    updates,
    updatedFrom,
    policy,
  } = found;
  const updateSource = updateSourceInForce(updates.choices.updateSource, policyInForce(policy));
  return {
    revision: 1,
    rows,
    storage: { kind: 'opening' },
    storageAsked: false,
    importAsked: false,
    taskAsked: null,
    keyringAwaited: null,
    lock: { kind: 'open' },
    // Asked for once the window is shown, since asking the desktop takes up to 4 ms.
    lockAbilities: { idle: true, screen: true, sleep: true },
    clipboardAbilities: { system: 'x11', marks: false, unfocused: true },
    trayAbilities: { inTray: true, startAtLogin: true },
    clipboard: null,
    settings,
    layout,
    keys,
    quickKey: noQuickKey,
    used,
    templates,
    language: languageInForce(settings.language, systemLanguages),
    notices: [],
    bulkLogin: null,
    gateways: [],
    liveFiles: [],
    reminders: noReminders,
    programs: [],
    runs: [],
    undoable: null,
    appVersion,
    update: initialUpdate(updates.support, { ...updates.choices, updateSource }),
    managed: unmanaged,
    updatedFrom,
  };
}

/** Turns the result of opening a saved file into a notice, unless all went well. */
export function reportFileOpening(
  opening: ProfileFileOpening | VaultOpening,
  file: string,
  notices: Notices,
): void {
  if (opening.kind === 'restored') {
    const code = opening.why === 'older' ? 'file-rolled-back' : 'file-restored';
    notices.add({ code, file, keptAs: opening.keptAs });
  }
  if (opening.kind === 'unreadable') notices.add({ code: 'file-unreadable', file, keptAs: opening.keptAs });
  if (opening.kind === 'newer') notices.add({ code: 'file-newer', file });
  if (opening.kind === 'io-error') notices.add({ code: 'file-not-saved', file });
}
