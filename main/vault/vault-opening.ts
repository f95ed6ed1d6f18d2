import type { SaveReason } from '../../contract/problem.ts';
import type { ProfileId } from '../../contract/profile.ts';
import { unreachable } from '../../contract/result.ts';
import type { Storage, UnsealedReason } from '../../contract/state.ts';
import type { DurableFile } from '../disk/durable-file.ts';
import type { Proof } from '../disk/file-shape.ts';
import type { Cipher } from './cipher.ts';
import { unwrapKey } from './data-key.ts';
import { isUntouched, withoutMac } from './envelope-proof.ts';
import type { KeyringPatience } from './keyring-patience.ts';
import { OpenShelf } from './open-shelf.ts';
import type { Envelope } from './vault-shape.ts';

/** What opening the vault found, for the notices. */
export type VaultOpening =
  | { readonly kind: 'ok' | 'missing' | 'keyring-locked' | 'keyring-lost' | 'newer' }
  | { readonly kind: 'restored' | 'unreadable'; readonly keptAs: string }
  | { readonly kind: 'io-error'; readonly reason: SaveReason };

/** A vault that does not open: why, why it may not be written, and its content if that much is known. */
export interface ShutVault {
  readonly kind: 'shut';
  readonly reason: UnsealedReason;
  readonly refusal: SaveReason;
  readonly envelope: Envelope | null;
}

/** The vault after an attempt to open it. */
export type VaultState =
  | { readonly kind: 'open'; readonly shelf: OpenShelf; readonly stale: boolean }
  | { readonly kind: 'empty' }
  | ShutVault;

/**
 * Reads the vault's file and proves it with the key from the keyring.
 *
 * A file that was tampered with, or whose key does not come out, gives way to its backup only if that one is proven.
 * Without a key nothing can be proven, and nothing is touched.
 */
export async function openVaultFile(
  file: DurableFile<Envelope>,
  cipher: Cipher,
  patience: KeyringPatience,
): Promise<{ readonly opening: VaultOpening; readonly state: VaultState }> {
  const evidence: Evidence = { open: null, shut: null };
  const opening = await file.open((envelope) => prove(envelope, cipher, patience, evidence));
  switch (opening.kind) {
    case 'ok':
    case 'restored': {
      if (!evidence.open) throw new Error('A vault was opened without a proof');
      const told =
        opening.kind === 'ok' ? { kind: opening.kind } : { kind: opening.kind, keptAs: opening.keptAs };
      return { opening: told, state: evidence.open };
    }
    case 'missing':
      return { opening, state: { kind: 'empty' } };
    case 'unproven': {
      if (!evidence.shut) throw new Error('A vault is unproven without a reason');
      return { opening: { kind: evidence.shut.reason }, state: evidence.shut };
    }
    case 'unreadable':
      return {
        opening: { kind: opening.kind, keptAs: opening.keptAs },
        state: shut('vault-unreadable', 'unreadable'),
      };
    case 'newer':
      return { opening, state: shut('vault-newer', 'newer-version') };
    case 'io-error':
      return { opening, state: shut('vault-unreadable', opening.reason) };
    default:
      return unreachable(opening);
  }
}

interface Evidence {
  open: Extract<VaultState, { kind: 'open' }> | null;
  shut: (ShutVault & { readonly reason: 'keyring-locked' | 'keyring-lost' }) | null;
}

async function prove(
  envelope: Envelope,
  cipher: Cipher,
  patience: KeyringPatience,
  evidence: Evidence,
): Promise<Proof> {
  // A keyring that did not open for the file is not asked again for its backup.
  if (evidence.shut?.reason === 'keyring-locked') return 'unproven';
  const unwrapped = await unwrapKey(cipher, envelope, patience);
  if (unwrapped.kind !== 'key') {
    evidence.shut ??= { kind: 'shut', reason: unwrapped.kind, refusal: 'unreadable', envelope };
    return 'unproven';
  }
  // SECURITY: the key fits, but a record or a slot may have been put in, taken out or exchanged.
  if (!isUntouched(unwrapped.key, envelope)) return 'corrupt';
  const shelf = new OpenShelf(unwrapped.key, withoutMac(envelope));
  evidence.open = { kind: 'open', shelf, stale: unwrapped.stale };
  return 'good';
}

function shut(reason: UnsealedReason, refusal: SaveReason): ShutVault {
  return { kind: 'shut', reason, refusal, envelope: null };
}

/** Where tokens go in this state; without a file that is only known once the first token is kept. */
export function storageOf(state: VaultState, cipher: Cipher): Storage {
  switch (state.kind) {
    case 'open':
      return { kind: 'sealed', by: cipher.sealer(state.shelf.tag(cipher.platform)) };
    case 'empty':
      return { kind: 'opening' };
    case 'shut':
      return { kind: 'memory-only', reason: state.reason };
    default:
      return unreachable(state);
  }
}

/** May there be a token of this profile in a vault that is not open? */
export function mayHold(state: ShutVault, id: ProfileId): boolean {
  return state.envelope === null || state.envelope.records.some(({ pid }) => pid === id);
}

/** Would a forgotten token stay in the file? Of what nobody can read nothing can be said. */
export function mayRemain(state: ShutVault, id: ProfileId): boolean {
  return mayHold(state, id) && (state.envelope !== null || state.refusal !== 'unreadable');
}
