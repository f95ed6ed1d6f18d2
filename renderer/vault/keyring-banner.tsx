import { useState } from 'react';
import type { Sealer } from '../../contract/state.ts';
import { Banner } from '../components/display/banner.tsx';
import { useTranslate } from '../i18n/translate.ts';
import type { ClosedVault } from '../state/vault-status.ts';
import { RecoveryActions } from './recovery-actions.tsx';

interface Props {
  readonly awaited: Sealer;
  readonly closedVault: ClosedVault | null;
}

/** Says that the keyring is prompting, and that the tokens wait for it. */
export function KeyringBanner({ awaited, closedVault }: Props) {
  const t = useTranslate();
  const [dismissed, setDismissed] = useState(false);
  if (dismissed) return null;
  const ways = closedVault?.actions.filter((way) => way === 'enter-passphrase') ?? [];
  return (
    <Banner
      tone="info"
      title={t('vault:banner.waiting.title', { keyring: t(`window:storage.keyrings.${awaited}`) })}
      text={t('vault:banner.waiting.text')}
      dismissLabel={t('window:dismiss')}
      onDismiss={() => setDismissed(true)}
    >
      {ways.length === 0 ? null : <RecoveryActions actions={ways} />}
    </Banner>
  );
}
