import ShieldCheck from 'lucide-react/icons/shield-check';
import { useId, useRef, useState } from 'react';
import { bridge } from '../bridge.ts';
import { Button } from '../components/buttons/button.tsx';
import { RadioCard, RadioCards } from '../components/forms/radio-cards.tsx';
import { useAsyncCall } from '../components/hooks/use-async-call.ts';
import { useFormFocus } from '../components/hooks/use-form-focus.ts';
import { Dialog } from '../components/overlays/dialog.tsx';
import { DialogForm } from '../components/overlays/dialog-form.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { FormProblem } from '../problems/form-problem.tsx';
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
    setProblem(null);
    const passphrase = choice === 'memory' ? null : take(element);
    if (choice === 'memory') answer('memory');
    else if (passphrase !== null) void run(bridge.setPassphrase({ passphrase, current: null }));
  }

  return (
    <Dialog title={t('vault:choice.title')} onClose={() => answer('later')}>
      <DialogForm
        form={form}
        busy={busy}
        onSubmit={goOn}
        submit={{ label: t('vault:choice.submit') }}
        aside={
          <Button variant="ghost" onPress={() => answer('later')}>
            {t('vault:choice.later')}
          </Button>
        }
      >
        <FormProblem problem={problem} />
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
      </DialogForm>
    </Dialog>
  );
}
