import ShieldCheck from 'lucide-react/icons/shield-check';
import { useId, useRef, useState } from 'react';
import { bridge } from '../bridge.ts';
import { Button } from '../components/buttons/button.tsx';
import { Spinner } from '../components/display/spinner.tsx';
import { RadioCard, RadioCards } from '../components/forms/radio-cards.tsx';
import { useAsyncCall } from '../components/hooks/use-async-call.ts';
import { useFormFocus } from '../components/hooks/use-form-focus.ts';
import { Dialog, DialogBody, DialogButtons } from '../components/overlays/dialog.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { isFieldProblem } from '../problems/field-problem.ts';
import { ProblemBox } from '../problems/problem-box.tsx';
import { useAppState } from '../state/app-state.ts';
import { NewPassphraseFields, useNewPassphrase } from './new-passphrase.tsx';
import styles from './vault-setup-dialog.module.css';

type Choice = 'passphrase' | 'memory';

/** Asks how to protect tokens on a desktop without a keyring. Main closes it once it is answered. */
export function VaultSetupDialog() {
  const t = useTranslate();
  const form = useRef<HTMLFormElement>(null);
  const missingId = useId();
  const { busy, problem, setProblem, run } = useAsyncCall();
  const { mismatch, take } = useNewPassphrase();
  const [choice, setChoice] = useState<Choice>('passphrase');
  const missing = useAppState(({ storage }) => (storage.kind === 'memory-only' ? storage.missing : 'any'));
  useFormFocus(form, problem ?? mismatch);

  function answer(chosen: 'memory' | 'later'): void {
    if (!busy) void run(bridge.chooseStorage({ choice: chosen }));
  }

  function goOn(element: HTMLFormElement): void {
    if (choice === 'memory') answer('memory');
    if (busy || choice === 'memory') return;
    setProblem(null);
    const passphrase = take(element);
    if (passphrase !== null) void run(bridge.setPassphrase({ passphrase, current: null }));
  }

  return (
    <Dialog title={t('vault:choice.title')} onClose={() => answer('later')}>
      <form
        ref={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          goOn(event.currentTarget);
        }}
      >
        <DialogBody>
          {problem === null || isFieldProblem(problem) ? null : (
            <ProblemBox problem={problem} name="" userName="" />
          )}
          <p id={missingId} className={styles.missing}>
            {t(`vault:choice.keyrings.${missing}`)}
          </p>
          <RadioCards labelledBy={missingId} value={choice} onChange={setChoice}>
            <RadioCard
              value="passphrase"
              title={t('vault:choice.encrypt')}
              badge={
                <span className={styles.recommended}>
                  <ShieldCheck size={13} />
                  {t('vault:choice.recommended')}
                </span>
              }
              text={t('vault:choice.encryptText')}
            >
              {/* Focusing a field selects its card. */}
              <fieldset className={styles.fields} onFocus={() => setChoice('passphrase')}>
                <NewPassphraseFields mismatch={mismatch} problem={problem} first autoFocus />
              </fieldset>
            </RadioCard>
            <RadioCard value="memory" title={t('vault:choice.memory')} text={t('vault:choice.memoryText')} />
          </RadioCards>
        </DialogBody>
        <DialogButtons
          aside={
            <Button variant="ghost" onPress={() => answer('later')}>
              {t('vault:choice.later')}
            </Button>
          }
        >
          <Button type="submit" variant="primary" isPending={busy} icon={busy ? <Spinner /> : null}>
            {t('vault:choice.submit')}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
