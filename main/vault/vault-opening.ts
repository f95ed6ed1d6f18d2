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

/** What opening the vault found, for the notices. */
export type VaultOpening =
  | { readonly kind: 'ok' | 'missing' | 'newer' | ClosedReason }
  | { readonly kind: 'restored'; readonly why: RestoredWhy; readonly keptAs: string }
  | { readonly kind: 'unreadable'; readonly keptAs: string }
  | { readonly kind: 'io-error'; readonly reason: SaveReason };

/** Why a key does not come out; the file itself is whole as far as anyone can tell. */
type ClosedReason = 'keyring-locked' | 'keyring-lost' | 'passphrase-needed' | 'passphrase-wrong';

/** A vault that does not open: why, why it may not be written, and its content if that much is known. */
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
 * Reads the vault's file and proves it with the key that the way in leads to.
 *
 * A file that was tampered with, or whose key does not come out, gives way to its backup only if that one is proven.
 * Without a key nothing can be proven, and nothing is touched.
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
      // A wrong passphrase says nothing about the vault: it waits for the right one.
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
  // A keyring that did not open for the file is not asked again for its backup, nor a passphrase tried again.
  const { closed } = evidence;
  if (closed?.kind === 'keyring-locked' || closed?.kind === 'passphrase-wrong') return 'unproven';
  const known = evidence.keys.find(({ key }) => fitsKey(key, envelope));
  const unwrapped = known ? ({ kind: 'key', ...known } as const) : await wayIn(envelope);
  if (unwrapped.kind !== 'key') {
    evidence.closed ??= { kind: unwrapped.kind, envelope };
    return 'unproven';
  }
  if (!known) evidence.keys.push(unwrapped);
  // SECURITY: the key fits, but a record or a slot may have been put in, taken out or exchanged.
  return isUntouched(unwrapped.key, envelope) ? 'good' : 'corrupt';
}

function shut(reason: UnsealedReason, refusal: SaveReason): ShutVault {
  return { kind: 'shut', reason, refusal, envelope: null };
}

/** May there be a token of this profile in a vault that is not open? */
export function mayHold(state: ShutVault, id: ProfileId): boolean {
  return state.envelope === null || state.envelope.records.some(({ pid }) => pid === id);
}

/** Would a forgotten token stay in the file? Of what nobody can read nothing can be said. */
export function mayRemain(state: ShutVault, id: ProfileId): boolean {
  return mayHold(state, id) && (state.envelope !== null || state.refusal !== 'unreadable');
}
