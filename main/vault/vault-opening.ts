import type { SaveReason } from '../../contract/core/problem.ts';
import { unreachable } from '../../contract/core/result.ts';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import type { UnsealedReason } from '../../contract/state.ts';
import type { DurableFile } from '../files/durable-file.ts';
import type { RestoredWhy, Verification } from '../files/file-format.ts';
import { fitsKey, isUntouched, withoutMac } from './crypto/envelope-mac.ts';
import type { KeySource } from './crypto/key-sources.ts';
import type { Envelope } from './crypto/vault-schema.ts';
import { VaultContents } from './vault-contents.ts';

/** The result of opening the vault, for the notices. */
export type VaultOpening =
  | { readonly kind: 'ok' | 'missing' | 'newer' | ClosedReason }
  | { readonly kind: 'restored'; readonly why: RestoredWhy; readonly keptAs: string }
  | { readonly kind: 'unreadable'; readonly keptAs: string }
  | { readonly kind: 'io-error'; readonly reason: SaveReason };

/** Why the data key could not be unwrapped; the file itself appears intact. */
type ClosedReason = 'keyring-locked' | 'keyring-lost' | 'passphrase-needed' | 'passphrase-wrong';

/** A vault that is not open: why, whether it may be written, and its content if known. */
export interface ShutVault {
  readonly kind: 'shut';
  readonly reason: UnsealedReason;
  readonly refusal: SaveReason;
  readonly envelope: Envelope | null;
}

/** The vault after an attempt to open it. */
export type VaultState =
  | { readonly kind: 'open'; readonly contents: VaultContents; readonly stale: boolean }
  | { readonly kind: 'empty'; readonly reason: 'no-keyring' | 'keyring-locked' | null }
  | ShutVault;

/**
 * Reads the vault file and verifies it with the key from a key source.
 *
 * A file that was modified, or whose key cannot be unwrapped, is replaced by its backup only if that one is verified.
 * Without a key nothing can be verified, and nothing is changed.
 */
export async function openVaultFile(
  file: DurableFile<Envelope>,
  wayIn: KeySource,
): Promise<{ readonly opening: VaultOpening; readonly state: VaultState }> {
  const evidence: Evidence = { keys: [], closed: null };
  const opening = await file.open((envelope) => prove(envelope, wayIn, evidence));
  const found = 'value' in opening ? evidence.keys.find(({ key }) => fitsKey(key, opening.value)) : undefined;
  for (const { key } of evidence.keys) if (key !== found?.key) key.fill(0);
  switch (opening.kind) {
    case 'ok':
    case 'restored': {
      if (!found) throw new Error('A vault was opened without a key');
      const { value: envelope, ...told } = opening;
      const contents = new VaultContents(found.key, withoutMac(envelope));
      return { opening: told, state: { kind: 'open', contents, stale: found.stale } };
    }
    case 'missing':
      return { opening, state: { kind: 'empty', reason: null } };
    case 'unproven': {
      const { closed } = evidence;
      if (!closed) throw new Error('A vault is unproven without a reason');
      // A wrong passphrase says nothing about the file: the vault waits for the right one.
      const reason = closed.kind === 'passphrase-wrong' ? 'passphrase-needed' : closed.kind;
      const { envelope } = closed;
      return {
        opening: { kind: closed.kind },
        state: { kind: 'shut', reason, refusal: 'unreadable', envelope },
      };
    }
    case 'unreadable':
      return {
        opening: { kind: opening.kind, keptAs: opening.keptAs },
        state: shut('vault-unreadable', 'unreadable'),
      };
    case 'newer':
      return { opening, state: shut('vault-newer', 'newer-version') };
    case 'io-error':
      return { opening, state: shut('disk-refused', opening.reason) };
    default:
      return unreachable(opening);
  }
}

interface Evidence {
  readonly keys: { readonly key: Uint8Array; readonly stale: boolean }[];
  closed: { readonly kind: ClosedReason; readonly envelope: Envelope } | null;
}

async function prove(envelope: Envelope, wayIn: KeySource, evidence: Evidence): Promise<Verification> {
  // Neither prompts the keyring nor tries the passphrase again for the backup.
  const { closed } = evidence;
  if (closed?.kind === 'keyring-locked' || closed?.kind === 'passphrase-wrong') return 'unproven';
  const known = evidence.keys.find(({ key }) => fitsKey(key, envelope));
  const unwrapped = known ? ({ kind: 'key', ...known } as const) : await wayIn(envelope);
  if (unwrapped.kind !== 'key') {
    evidence.closed ??= { kind: unwrapped.kind, envelope };
    return 'unproven';
  }
  if (!known) evidence.keys.push(unwrapped);
  // SECURITY: even if the key fits, a record or slot may have been added, removed or exchanged.
  return isUntouched(unwrapped.key, envelope) ? 'good' : 'corrupt';
}

function shut(reason: UnsealedReason, refusal: SaveReason): ShutVault {
  return { kind: 'shut', reason, refusal, envelope: null };
}

/** Whether a vault that is not open may have a token of this profile. */
export function mayHold(state: ShutVault, id: ProfileId): boolean {
  return state.envelope === null || state.envelope.records.some(({ pid }) => pid === id);
}

/** Whether a removed token might stay in the file; true if the file cannot be read. */
export function mayRemain(state: ShutVault, id: ProfileId): boolean {
  return mayHold(state, id) && (state.envelope !== null || state.refusal !== 'unreadable');
}
