import Lock from 'lucide-react/icons/lock';
import { Button } from '../components/buttons/button.tsx';
import { Spinner } from '../components/display/spinner.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { UnlockFields } from '../lock/unlock-fields.tsx';
import { useUnlock } from '../lock/use-unlock.ts';
import { useAppState } from '../state/app-state.ts';
import { QuickFooter } from './quick-footer.tsx';
import styles from './quick-lock.module.css';

/** Unlocks the app as the lock screen does. What a lock may need besides is in the main window. */
export function QuickLock() {
  const t = useTranslate();
  const lock = useAppState((state) => state.lock);
  const unlocking = useUnlock(() => undefined);
  const { form, busy, waitSeconds, submit } = unlocking;
  if (lock.kind === 'open') return null;
  return (
    <>
      <form
        ref={form}
        noValidate
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          submit(event.currentTarget);
        }}
      >
        <span className={styles.mark} aria-hidden>
          <Lock size={24} />
        </span>
        <h1 className={styles.title}>{t('vault:lock.locked')}</h1>
        <p className={styles.text}>
          {t(lock.passphrase ? 'quick-access:locked.passphrase' : 'quick-access:locked.plain')}
        </p>
        <div className={styles.fields} data-passphrase={lock.passphrase || undefined}>
          <UnlockFields unlocking={unlocking} passphrase={lock.passphrase} />
          <div className={styles.button}>
            <Button
              type="submit"
              variant="primary"
              autoFocus={!lock.passphrase}
              isPending={busy}
              isDisabled={lock.passphrase && waitSeconds > 0}
              icon={busy ? <Spinner /> : null}
            >
              {t(busy ? 'vault:lock.unlocking' : 'vault:lock.unlock')}
            </Button>
          </div>
        </div>
      </form>
      <QuickFooter enter={t('vault:lock.unlock')} />
    </>
  );
}
