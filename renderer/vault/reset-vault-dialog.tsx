import { useRef, useState } from 'react';
import type { Problem } from '../../contract/core/problem.ts';
import { replaceWord } from '../../contract/vault.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../components/buttons/button.tsx';
import { TextField } from '../components/forms/text-field.tsx';
import { useAsyncCall } from '../components/hooks/use-async-call.ts';
import { useFormFocus } from '../components/hooks/use-form-focus.ts';
import { Dialog } from '../components/overlays/dialog.tsx';
import { DialogForm } from '../components/overlays/dialog-form.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { ProblemBox } from '../problems/problem-box.tsx';
import { useAppState } from '../state/app-state.ts';

/** Asks for a word before the vault is reset. */
export function ResetVaultDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslate();
  const form = useRef<HTMLFormElement>(null);
  const { busy, problem, run, setProblem } = useAsyncCall();
  const locked = useAppState(({ lock }) => lock.kind === 'locked');
  const [typed, setTyped] = useState('');
  useFormFocus(form, problem);

  async function begin(): Promise<void> {
    const word = typed.trim();
    if (word !== replaceWord) setProblem({ code: 'word-does-not-match' });
    else if ((await run(bridge.replaceVault({ word }))).ok) onClose();
  }

  return (
    <Dialog title={t('vault:resetTitle')} width="small" onClose={onClose}>
      <DialogForm
        form={form}
        busy={busy}
        onSubmit={() => void begin()}
        submit={{ label: t('vault:resetSubmit'), variant: 'danger' }}
        buttons={<Button onPress={onClose}>{t('window:cancel')}</Button>}
      >
        {problem === null || isAboutWord(problem) ? null : (
          <ProblemBox problem={problem} name="" userName="" />
        )}
        <p>{t(locked ? 'vault:resetLockedText' : 'vault:resetText')}</p>
        <TextField
          name="word"
          label={t('vault:resetField', { word: replaceWord })}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          problem={
            isAboutWord(problem) ? t('problems:word-does-not-match.text', { word: replaceWord }) : undefined
          }
          autoComplete="off"
          spellCheck={false}
          autoFocus
        />
      </DialogForm>
    </Dialog>
  );
}

function isAboutWord(problem: Problem | null): boolean {
  return problem?.code === 'word-does-not-match';
}
