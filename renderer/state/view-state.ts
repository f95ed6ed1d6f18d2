import { create } from 'zustand';
import type { CopyFormat } from '../../contract/core/copy-format.ts';
import type { Problem } from '../../contract/core/problem.ts';
import type { Result } from '../../contract/core/result.ts';
import type { JournalFilter } from '../../contract/journal.ts';
import type { View } from '../../contract/list-outline.ts';
import type { Undoable } from '../../contract/profiles/many.ts';
import type { Draft, ProfileId } from '../../contract/profiles/profile.ts';
import type { ServerTableColumn } from '../../contract/server-table.ts';
import type { UnsealedReason } from '../../contract/state.ts';
import type { ActionPress } from './next-action.ts';
import { sideSubject } from './side-subject.ts';

/** The open dialog and its subject. */
export type DialogState =
  /** `like`: a profile on the same server, whose trust and proxy the new one gets. */
  | { readonly kind: 'add'; readonly from: Draft | null; readonly like?: ProfileId }
  /** `start`: the field with the initial focus. */
  | {
      readonly kind: 'edit';
      readonly profileId: ProfileId;
      readonly start?: 'notes' | 'client-certificate';
    }
  /** `afterFace`: a face was just recognized, and the password completes the log-in. */
  | {
      readonly kind: 'login';
      readonly profileId: ProfileId;
      readonly problem?: Problem;
      readonly afterFace?: true;
    }
  | { readonly kind: 'face'; readonly profileId: ProfileId; readonly purpose: FacePurpose }
  | { readonly kind: 'paste-token'; readonly profileId: ProfileId }
  | { readonly kind: 'remove'; readonly profileId: ProfileId }
  | { readonly kind: 'tags' }
  | { readonly kind: 'tag-many'; readonly profileIds: readonly ProfileId[] }
  | { readonly kind: 'environment'; readonly profileIds: readonly ProfileId[] }
  | { readonly kind: 'remove-many'; readonly profileIds: readonly ProfileId[] }
  | { readonly kind: 'auto-logout'; readonly profileId: ProfileId }
  | { readonly kind: 'forget-pending-logout'; readonly profileId: ProfileId; readonly endingId: string }
  | { readonly kind: 'certificate'; readonly profileId: ProfileId; readonly problem: CertificateProblem }
  | {
      readonly kind: 'copy-anyway';
      readonly profileId: ProfileId;
      readonly format: CopyFormat | null;
      readonly problem: CopyWarning;
    }
  | { readonly kind: 'copy-production'; readonly profileId: ProfileId; readonly format: CopyFormat | null }
  | { readonly kind: 'copy-as'; readonly profileId: ProfileId }
  | { readonly kind: 'copy-stdin'; readonly profileId: ProfileId }
  | { readonly kind: 'gateway'; readonly profileId: ProfileId }
  | { readonly kind: 'live-files'; readonly profileId: ProfileId }
  /** `of`: the profile whose formats were shown before. */
  | { readonly kind: 'templates'; readonly of: ProfileId | null }
  /** `setting`: the name of the line that gets the focus. */
  | { readonly kind: 'settings'; readonly section?: SettingsSection; readonly setting?: string }
  | { readonly kind: 'commands' }
  | { readonly kind: 'confirm-lock' }
  | { readonly kind: 'unlock-vault' }
  | { readonly kind: 'reset-vault' }
  /** `profileIds`: those that are chosen at first; without it, all. */
  | { readonly kind: 'export'; readonly profileIds?: readonly ProfileId[] }
  | { readonly kind: 'back-up' }
  /** `opened`: the file that the system asked to open is chosen already. */
  | { readonly kind: 'import'; readonly opened?: true }
  /** `profileIds`: the only ones that are offered. */
  | { readonly kind: 'bulk-login'; readonly profileIds?: readonly ProfileId[] }
  | { readonly kind: 'sessions'; readonly profileId: ProfileId }
  | { readonly kind: 'diagnostics' }
  | { readonly kind: 'about'; readonly tab?: AboutTab };

/** What fills the window beside the views. */
export type Screen = 'servers' | 'overview' | 'journal' | 'all-sessions';

/** What a person chose in the server overview. */
export interface OverviewView {
  readonly search: string;
  readonly order: {
    readonly column: ServerTableColumn;
    readonly direction: 'ascending' | 'descending';
  };
}

/** The purpose of a face video. */
export type FacePurpose = 'login' | 'renew';

/** The sections of the settings, in order. */
export const settingsSections = [
  'general',
  'appearance',
  'clipboard',
  'vault',
  'keys',
  'checks',
  'network',
  'tools',
  'transfer',
  'updates',
  'data',
] as const;

/** A section of the settings. */
export type SettingsSection = (typeof settingsSections)[number];

/** The tabs of the dialog about the app, in order. */
export const aboutTabs = ['facts', 'whats-new', 'licenses'] as const;

/** A tab of the dialog about the app. */
export type AboutTab = (typeof aboutTabs)[number];

/** A problem that is solved by comparing a certificate. */
export type CertificateProblem = Extract<
  Problem,
  { readonly code: 'certificate-untrusted' | 'certificate-changed' }
>;

/** Why copying a header needs a confirmation. */
export type CopyWarning = Extract<
  Problem,
  { readonly code: 'session-expired' | 'session-was-refused' | 'certificate-in-doubt' }
>;

/** The last problem outside a dialog; shown until dismissed or replaced. */
export interface LastProblem {
  readonly profileId: ProfileId | null;
  /** The name of a profile that does not exist any more. */
  readonly name?: string;
  readonly userName?: string;
  readonly problem: Problem;
}

/** The open menu of a row: at its button, or at the pointer. */
export interface OpenMenu {
  readonly profileId: ProfileId;
  readonly x: number;
  readonly y: number;
  /** The height of the button above that point, which the menu does not cover. */
  readonly height?: number;
  readonly align: 'start' | 'end';
}

/** The ticked rows: those that the next action is for. */
export interface Ticks {
  readonly ids: ReadonlySet<ProfileId>;
  /** The range that Shift extends: its ends, and what was ticked besides it. Null: none. */
  readonly range: {
    readonly from: ProfileId;
    readonly to: ProfileId;
    readonly besides: ReadonlySet<ProfileId>;
  } | null;
}

/** No row is ticked. */
export const noTicks: Ticks = { ids: new Set(), range: null };

/** A change that the window offers to undo; a move is seen, and taken back by the key alone. */
export type UndoOffer = Undoable & { readonly kind: Exclude<Undoable['kind'], 'moved'> };

/** The state of this window only. */
export interface ViewState {
  readonly screen: Screen;
  /** Null until something was chosen. */
  readonly overview: OverviewView | null;
  /** What the journal shows; stays until it is changed. */
  readonly journal: JournalFilter;
  readonly search: string;
  readonly view: View;
  readonly selectedId: ProfileId | null;
  readonly ticks: Ticks;
  readonly dialog: DialogState | null;
  /** The dialog from which it was opened, which returns when it closes. */
  readonly dialogBelow: DialogState | null;
  readonly menu: OpenMenu | null;
  readonly drawerOpen: boolean;
  readonly remindersOpen: boolean;
  /** The last press that started a log-in without a dialog. */
  readonly lastLogin: ActionPress | null;
  /** The profile whose header was just copied. */
  readonly copiedId: ProfileId | null;
  readonly lastProblem: LastProblem | null;
  /** The change that was just made and can be undone. */
  readonly undoOffer: UndoOffer | null;
  /** The vault status whose banner was dismissed. */
  readonly dismissedVaultReason: UnsealedReason | null;
  /** The news of an update that were dismissed. */
  readonly dismissedUpdate: string | null;
}

/** The journal without a filter. */
export const wholeJournal: JournalFilter = { profileId: null, kind: null, text: '' };

/** What is typed, selected and open in this window. */
export const useViewState = create<ViewState>(() => ({
  screen: sideSubject?.kind === 'overview' ? 'overview' : 'servers',
  overview: null,
  journal: wholeJournal,
  search: '',
  view: 'all',
  selectedId: sideSubject?.profileId ?? null,
  ticks: noTicks,
  dialog: null,
  dialogBelow: null,
  menu: null,
  drawerOpen: false,
  remindersOpen: false,
  lastLogin: null,
  copiedId: null,
  lastProblem: null,
  undoOffer: null,
  dismissedVaultReason: null,
  dismissedUpdate: null,
}));

/** Changes a part of the view state. */
export function setViewState(part: Partial<ViewState>): void {
  useViewState.setState(part);
}

/** Shows a screen, without the dialog and the drawer that are open. */
export function openScreen(screen: Screen): void {
  setViewState({ screen, dialog: null, dialogBelow: null, menu: null, drawerOpen: false, ticks: noTicks });
}

/** Shows the journal of one server. */
export function openJournalOf(profileId: ProfileId): void {
  setViewState({ journal: { ...wholeJournal, profileId } });
  openScreen('journal');
}

/** Opens the menu of a row at its button. */
export function openMenuAt(profileId: ProfileId, { right: x, bottom: y, height }: DOMRect): void {
  setViewState({ menu: { profileId, x, y, height, align: 'end' } });
}

/** Whether rows are ticked, so that the list shows checkboxes. */
export function areTicked({ ticks }: ViewState): boolean {
  return ticks.ids.size > 0;
}

/** Resets the view state, as after a lock. */
export function resetViewState(): void {
  useViewState.setState(useViewState.getInitialState(), true);
}

/**
 * Opens a dialog instead of the open one; the settings stay below it, and any dialog stays below the confirmation of a
 * lock.
 */
export function openDialog(dialog: DialogState): void {
  const { dialog: open, dialogBelow } = useViewState.getState();
  const stays = open?.kind === 'settings' || (dialog.kind === 'confirm-lock' && open?.kind !== dialog.kind);
  const below = stays ? open : dialogBelow;
  setViewState({ dialog, dialogBelow: dialog.kind === 'settings' ? null : below });
}

/** Closes the open dialog and returns to the one below. */
export function closeDialog(): void {
  setViewState({ dialog: useViewState.getState().dialogBelow, dialogBelow: null });
}

/** Closes the dialog of this kind, unless another one was opened meanwhile. */
export function closeDialogOfKind(kind: DialogState['kind']): void {
  if (useViewState.getState().dialog?.kind === kind) closeDialog();
}

/** Awaits a call and shows its problem below the list. */
export async function showProblem(profileId: ProfileId | null, call: Promise<Result>): Promise<boolean> {
  const result = await call;
  if (result.ok) setViewState({ lastProblem: null });
  else if (result.problem.code !== 'cancelled')
    setViewState({ lastProblem: { profileId, problem: result.problem } });
  return result.ok;
}
