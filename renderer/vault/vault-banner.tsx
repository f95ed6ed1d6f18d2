import type { Storage } from '../../contract/state.ts';
import { Banner } from '../components/display/banner.tsx';
import type { Say } from '../i18n/format-time.ts';
import { useWords } from '../i18n/translate.ts';
import { useAppState } from '../state/app-state.ts';
import type { ShutStore } from '../state/vault-status.ts';
import { show } from '../state/view-state.ts';
import { WaysOut } from './recovery-actions.tsx';

/** Above the list: why the token store is shut, and what helps. */
export function StoreBanner({ shut }: { readonly shut: ShutStore }) {
  const t = useWords();
  const storage = useAppState((state) => state.storage);
  return (
    <Banner
      tone="warn"
      title={t(`store.banner.${shut.banner}.title`)}
      text={t(`store.banner.${shut.banner}.text`, { keeper: sealerName(t, storage) })}
      dismissLabel={t('window.dismiss')}
      onDismiss={() => show({ dismissedStore: shut.reason })}
    >
      {shut.ways.length === 0 ? null : <WaysOut ways={shut.ways} />}
    </Banner>
  );
}

function sealerName(t: Say, storage: Storage): string {
  const by = storage.kind === 'memory-only' ? storage.sealedBy : null;
  return by === null ? t('store.keyring') : t(`window.storage.keepers.${by}`);
}
