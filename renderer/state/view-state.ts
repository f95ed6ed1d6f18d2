import { create } from 'zustand';
import type { Problem } from '../../contract/core/problem.ts';
import type { Result } from '../../contract/core/result.ts';
import type { Draft, ProfileId } from '../../contract/profiles/profile.ts';
import type { UnsealedReason } from '../../contract/state.ts';
import type { ActionPress } from './next-action.ts';
import type { View } from './views.ts';

/** The dialog that is open, and what it is about. */
export type DialogState =
  /** `like`: a profile on the same server, whose trust and proxy the one to be added takes over. */
  | { readonly kind: 'add'; readonly from: Draft | null; readonly like?: ProfileId }
  | { readonly kind: 'edit'; readonly profileId: ProfileId }
  /** `afterFace`: the face has just been recognised, and the password completes the login. */
  | {
      readonly kind: 'login';
      readonly profileId: ProfileId;
      readonly problem?: Problem;
      readonly afterFace?: true;
    }
  | { readonly kind: 'face'; readonly profileId: ProfileId; readonly purpose: FacePurpose }
  | { readonly kind: 'paste-token'; readonly profileId: ProfileId }
  | { readonly kind: 'remove'; readonly profileId: ProfileId }
  | { readonly kind: 'auto-logout'; readonly profileId: ProfileId }
  | { readonly kind: 'forget-pending-logout'; readonly profileId: ProfileId; readonly endingId: string }
  | { readonly kind: 'certificate'; readonly profileId: ProfileId; readonly problem: CertificateProblem }
  | { readonly kind: 'copy-anyway'; readonly profileId: ProfileId; readonly problem: CopyWarning }
  | { readonly kind: 'copy-production'; readonly profileId: ProfileId }
  | { readonly kind: 'settings'; readonly tab?: SettingsTab }
  | { readonly kind: 'keyboard' }
  | { readonly kind: 'confirm-lock' }
  | { readonly kind: 'unlock-vault' }
  | { readonly kind: 'reset-vault' }
  | { readonly kind: 'export' }
  | { readonly kind: 'back-up' }
  | { readonly kind: 'import' }
  /** Null: of all servers. */
  | { readonly kind: 'journal'; readonly of: ProfileId | null }
  | { readonly kind: 'bulk-login' }
  | { readonly kind: 'server-table' }
  | { readonly kind: 'sessions'; readonly profileId: ProfileId }
  | { readonly kind: 'sessions-on-all-servers' }
  | { readonly kind: 'diagnostics' };

/** What a face is shown for. */
export type FacePurpose = 'login' | 'renew';

/** The sections of the settings, in their order. */
export const settingsTabs = ['general', 'copying', 'store', 'lock', 'data'] as const;

/** One section of the settings. */
export type SettingsTab = (typeof settingsTabs)[number];

/** A problem that a person solves by comparing a certificate. */
export type CertificateProblem = Extract<
  Problem,
  { readonly code: 'certificate-untrusted' | 'certificate-changed' }
>;

/** Why a header is copied only when a person says so. */
export type CopyWarning = Extract<
  Problem,
  { readonly code: 'session-expired' | 'session-was-refused' | 'certificate-in-doubt' }
>;

/** What went wrong last, outside of any dialog; stays until dismissed or overtaken. */
export interface LastProblem {
  readonly profileId: ProfileId | null;
  /** Of a profile that is gone, what it was called. */
  readonly name?: string;
  readonly userName?: string;
  readonly problem: Problem;
}

/** Where the menu of a row is open: at its button, or where the mouse was clicked. */
export interface OpenMenu {
  readonly profileId: ProfileId;
  readonly x: number;
  readonly y: number;
  /** How high the button above that point is, so that the menu does not cover it. */
  readonly height?: number;
  readonly align: 'start' | 'end';
}

/** What only this window knows. */
export interface ViewState {
  readonly search: string;
  readonly view: View;
  readonly selectedId: ProfileId | null;
  /** The row that the focus is on its way to: selected, but not drawn yet. */
  readonly pendingFocusId: ProfileId | null;
  readonly dialog: DialogState | null;
  /** The dialog from which it was opened, and which is there again once it closes. */
  readonly dialogBelow: DialogState | null;
  readonly menu: OpenMenu | null;
  readonly drawerOpen: boolean;
  /** The last press that began a login without a question. */
  readonly lastLogin: ActionPress | null;
  /** Whose header was copied a moment ago. */
  readonly copiedId: ProfileId | null;
  readonly lastProblem: LastProblem | null;
  /** The state of the vault whose banner was dismissed. */
  readonly dismissedVaultReason: UnsealedReason | null;
}

/** What is typed, chosen, selected and open in this window. */
export const useViewState = create<ViewState>(() => ({
  search: '',
  view: 'all',
  selectedId: null,
  pendingFocusId: null,
  dialog: null,
  dialogBelow: null,
  menu: null,
  drawerOpen: false,
  lastLogin: null,
  copiedId: null,
  lastProblem: null,
  dismissedVaultReason: null,
}));

/** Changes a part of what this window knows. */
export function setViewState(part: Partial<ViewState>): void {
  useViewState.setState(part);
}

/** Opens the menu of a row at a button of it. */
export function openMenuAt(profileId: ProfileId, { right: x, bottom: y, height }: DOMRect): void {
  setViewState({ menu: { profileId, x, y, height, align: 'end' } });
}

/** Forgets everything that this window knew: after a lock it begins anew. */
export function resetViewState(): void {
  useViewState.setState(useViewState.getInitialState(), true);
}

/** Opens a dialog in place of the one that is open; the settings stay below it, and below the question of a lock any other. */
export function openDialog(dialog: DialogState): void {
  const { dialog: open, dialogBelow } = useViewState.getState();
  const stays = open?.kind === 'settings' || (dialog.kind === 'confirm-lock' && open?.kind !== dialog.kind);
  const below = stays ? open : dialogBelow;
  setViewState({ dialog, dialogBelow: dialog.kind === 'settings' ? null : below });
}

/** Closes the dialog that is open, and returns to the one below. */
export function closeDialog(): void {
  setViewState({ dialog: useViewState.getState().dialogBelow, dialogBelow: null });
}

/** Closes the dialog of this kind, unless another one was opened meanwhile. */
export function closeDialogOfKind(kind: DialogState['kind']): void {
  if (useViewState.getState().dialog?.kind === kind) closeDialog();
}

/** Waits for a call, and shows its problem below the list if it has one. */
export async function showProblem(profileId: ProfileId | null, call: Promise<Result>): Promise<boolean> {
  const result = await call;
  if (result.ok) setViewState({ lastProblem: null });
  else if (result.problem.code !== 'cancelled')
    setViewState({ lastProblem: { profileId, problem: result.problem } });
  return result.ok;
}
