import type { VaultStatus } from '../../contract/state.ts';
import type { Translate } from '../../contract/texts.ts';
import { Banner } from '../components/display/banner.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { useAppState } from '../state/app-state.ts';
import type { ClosedVault } from '../state/vault-status.ts';
import { setViewState } from '../state/view-state.ts';
import { RecoveryActions } from './recovery-actions.tsx';

/** Says why the vault is closed, with the recovery actions. */
export function VaultBanner({ closedVault }: { readonly closedVault: ClosedVault }) {
  const t = useTranslate();
  const storage = useAppState((state) => state.storage);
  return (
    <Banner
      tone="warn"
      title={t(`vault:banner.${closedVault.banner}.title`)}
      text={t(`vault:banner.${closedVault.banner}.text`, { keyring: keyringName(t, storage) })}
      dismissLabel={t('window:dismiss')}
      onDismiss={() => setViewState({ dismissedVaultReason: closedVault.reason })}
    >
      {closedVault.actions.length === 0 ? null : <RecoveryActions actions={closedVault.actions} />}
    </Banner>
  );
}

function keyringName(t: Translate, storage: VaultStatus): string {
  const by = storage.kind === 'memory-only' ? storage.sealedBy : null;
  return by === null ? t('vault:keyring') : t(`window:storage.keyrings.${by}`);
}
