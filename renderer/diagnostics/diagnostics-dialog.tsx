import { useEffect, useState } from 'react';
import type { Problem } from '../../contract/core/problem.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../components/buttons/button.tsx';
import { CopyButton } from '../components/buttons/copy-button.tsx';
import { Dialog, DialogButtons } from '../components/overlays/dialog.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { ProblemBox } from '../problems/problem-box.tsx';
import { closeDialog } from '../state/view-state.ts';
import styles from './diagnostics-dialog.module.css';

/** Shows the diagnostics report in full before it is saved. */
export function DiagnosticsDialog() {
  const t = useTranslate();
  const [text, setText] = useState('');
  const [saved, setSaved] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);

  useEffect(() => {
    void bridge.prepareDiagnostics().then((prepared) => {
      if (prepared.ok) setText(prepared.value);
      else setProblem(prepared.problem);
    });
  }, []);

  const save = (): void => {
    void bridge.saveDiagnostics().then((result) => {
      setProblem(result.ok ? null : result.problem);
      setSaved(result.ok ? result.value : null);
    });
  };

  return (
    <Dialog title={t('settings:diagnostics.title')} onClose={closeDialog} dismissable width="large">
      <div className={styles.middle}>
        <p className={styles.about}>{t('settings:diagnostics.about')}</p>
        {problem === null ? null : <ProblemBox problem={problem} name={t('window:appName')} userName="" />}
        <textarea
          readOnly
          className={styles.preview}
          aria-label={t('settings:diagnostics.preview')}
          value={text}
          spellCheck={false}
        />
      </div>
      <DialogButtons
        aside={
          <span role="status" className={styles.saved}>
            {saved === null ? '' : t('settings:diagnostics.saved', { file: saved })}
          </span>
        }
      >
        <Button onPress={closeDialog}>{t('window:close')}</Button>
        <CopyButton text={text}>{t('settings:diagnostics.copy')}</CopyButton>
        <Button variant="primary" onPress={save} isDisabled={text === ''}>
          {t('settings:diagnostics.save')}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}
