import { lazy, Suspense, useLayoutEffect, useState } from 'react';
import type { Lock } from '../../contract/state.ts';
import { Button } from '../components/buttons/button.tsx';
import { Spinner } from '../components/display/spinner.tsx';
import type { Say } from '../i18n/format-time.ts';
import { useWords } from '../i18n/translate.ts';
import { useAppState } from '../state/app-state.ts';
import styles from './lock-screen.module.css';
import { UnlockFields } from './unlock-fields.tsx';
import { useUnlock } from './use-unlock.ts';

const BeginStoreDialog = lazy(async () => ({
  default: (await import('../vault/reset-vault-dialog.tsx')).BeginStoreDialog,
}));

type Locked = Extract<Lock, { readonly kind: 'locked' }>;

/** Stands in place of the whole window while it is locked. */
export function LockScreen({ onShown }: { readonly onShown: () => void }) {
  const t = useWords();
  const lock = useAppState((state) => state.lock);
  const [beginning, setBeginning] = useState(false);
  useLayoutEffect(onShown, [onShown]);
  if (lock.kind === 'open') return null;
  return (
    <main className={styles.screen} aria-labelledby="locked">
      <div className={styles.card}>
        <header className={styles.head}>
          <span className={styles.mark} />
          <p className={styles.app}>{t('window.appName')}</p>
          <h1 id="locked" className={styles.title}>
            {t('lock.locked')}
          </h1>
          <p role="alert">
            <Reason lock={lock} />
          </p>
        </header>
        <Ways lock={lock} onBegin={() => setBeginning(true)} />
        <p className={styles.small}>{t(lock.keyring === null ? 'lock.nothingOpens' : 'lock.covers')}</p>
      </div>
      {beginning ? (
        <Suspense>
          <BeginStoreDialog onClose={() => setBeginning(false)} />
        </Suspense>
      ) : null}
    </main>
  );
}

function Reason({ lock }: { readonly lock: Locked }) {
  const t = useWords();
  const count = useAppState((state) => state.settings.lockAfterIdleMinutes);
  if (lock.reason === 'idle' && count !== null) return t('lock.afterMinutes', { count });
  return t(`lock.reasons.${lock.reason}`);
}

function Ways({ lock, onBegin }: { readonly lock: Locked; readonly onBegin: () => void }) {
  const t = useWords();
  const unlocking = useUnlock(() => undefined);
  const { form, busy, problem, waitSeconds, onSubmit, openByKeyring } = unlocking;
  const failed = problem?.code === 'keyring-not-open' || problem?.code === 'store-not-open';
  return (
    <form ref={form} noValidate className={styles.form} onSubmit={onSubmit}>
      <UnlockFields unlocking={unlocking} passphrase={lock.passphrase} />
      <Button
        type="submit"
        loudness="primary"
        autoFocus={!lock.passphrase}
        isPending={busy}
        isDisabled={lock.passphrase && waitSeconds > 0}
        icon={busy ? <Spinner /> : null}
      >
        {t(busy ? 'lock.unlocking' : 'lock.unlock')}
      </Button>
      {lock.passphrase && lock.keyring !== null ? (
        <Button isDisabled={busy} onPress={() => void openByKeyring()}>
          {t('lock.unlockWith', { keeper: keeperName(t, lock.keyring) })}
        </Button>
      ) : null}
      {(lock.passphrase && lock.keyring === null) || failed ? (
        <div className={styles.link}>
          <Button loudness="plain" onPress={onBegin}>
            {t(lock.passphrase ? 'lock.forgotten' : 'store.begin')}
          </Button>
        </div>
      ) : null}
    </form>
  );
}

function keeperName(t: Say, keyring: Exclude<Locked['keyring'], null>): string {
  return keyring === 'none' ? t('store.keyring') : t(`window.storage.keepers.${keyring}`);
}
