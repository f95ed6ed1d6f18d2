import { unreachable } from '../../contract/core/result.ts';
import type { VaultStatus } from '../../contract/state.ts';
import type { Cipher } from './crypto/cipher.ts';
import { type Envelope, findOsSlot, isPassSlot } from './crypto/vault-schema.ts';
import type { VaultState } from './vault-opening.ts';

type Desktop = Pick<Cipher, 'platform' | 'sealer' | 'missing'>;

/** Where tokens are stored in this state, as shown to people. */
export function vaultStatus(state: VaultState, cipher: Desktop): VaultStatus {
  const missing = cipher.missing();
  switch (state.kind) {
    case 'open': {
      const slot = findOsSlot(state.contents.content, cipher.platform);
      const passphrase = state.contents.content.slots.some(isPassSlot);
      return { kind: 'sealed', by: slot && cipher.sealer(slot.tag), passphrase };
    }
    case 'empty':
      if (state.reason === null) return { kind: 'opening' };
      return { kind: 'memory-only', reason: state.reason, passphrase: false, sealedBy: null, missing };
    case 'shut': {
      const { reason, envelope } = state;
      const passphrase = envelope?.slots.some(isPassSlot) ?? false;
      return { kind: 'memory-only', reason, passphrase, sealedBy: sealedBy(envelope, cipher), missing };
    }
    default:
      return unreachable(state);
  }
}

function sealedBy(envelope: Envelope | null, cipher: Desktop) {
  const slot = envelope && findOsSlot(envelope, cipher.platform);
  return slot ? (slot.by ?? cipher.sealer(slot.tag)) : null;
}
