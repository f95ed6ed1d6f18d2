import { useRef } from 'react';
import { bridge } from '../bridge.ts';
import { Button } from '../parts/button.tsx';
import { Dialog, DialogBody, DialogButtons } from '../parts/dialog.tsx';
import { Section } from '../parts/section.tsx';
import { Spinner } from '../parts/spinner.tsx';
import { isFieldProblem } from '../problems/field-problem.ts';
import { ProblemBox } from '../problems/problem-box.tsx';
import { useCall } from '../problems/use-call.ts';
import { useAppState } from '../state/app-state.ts';
import { useWords } from '../words.ts';
import { useFocusOnMistake } from './focus-on-mistake.ts';
import { NewPassphraseFields, useNewPassphrase } from './new-passphrase.tsx';
import styles from './storage-dialog.module.css';

/** Asks where tokens should go on a desktop that has nothing to seal them with. Main closes it with its answer. */
export function StorageDialog() {
  const t = useWords();
  const form = useRef<HTMLFormElement>(null);
  const { busy, problem, tell, wait } = useCall();
  const { mismatch, take } = useNewPassphrase();
  const missing = useAppState(({ storage }) => (storage.kind === 'memory-only' ? storage.missing : 'any'));
  useFocusOnMistake(form, problem ?? mismatch);

  function choose(choice: 'memory' | 'later'): void {
    if (!busy) void wait(bridge.chooseStorage({ choice }));
  }

  function seal(element: HTMLFormElement): void {
    if (busy) return;
    tell(null);
    const passphrase = take(element);
    if (passphrase !== null) void wait(bridge.setPassphrase({ passphrase, current: null }));
  }

  return (
    <Dialog title={t('store.choice.title')} onClose={() => choose('later')}>
      <form
        ref={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          seal(event.currentTarget);
        }}
      >
        <DialogBody>
          {problem === null || isFieldProblem(problem) ? null : (
            <ProblemBox problem={problem} name="" userName="" />
          )}
          <p>{t('store.choice.missing', { missing: t(`store.choice.keyrings.${missing}`) })}</p>
          <Section title={t('store.choice.seal')}>
            <p>{t('store.choice.sealText')}</p>
            <div className={styles.pair}>
              <NewPassphraseFields mismatch={mismatch} problem={problem} first />
            </div>
            <div>
              <Button type="submit" isPending={busy} icon={busy ? <Spinner /> : null}>
                {t('store.setDo')}
              </Button>
            </div>
          </Section>
          <Section title={t('store.choice.memory')}>
            <p>{t('store.choice.memoryText')}</p>
          </Section>
          <p className={styles.later}>{t('store.choice.later')}</p>
        </DialogBody>
        <DialogButtons>
          <Button onPress={() => choose('later')}>{t('window.cancel')}</Button>
          <Button autoFocus loudness="primary" onPress={() => choose('memory')}>
            {t('store.choice.memory')}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
