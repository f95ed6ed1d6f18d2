import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { ChosenImport, ImportPlan } from '../../contract/transfer.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../components/buttons/button.tsx';
import { useAsyncCall } from '../components/hooks/use-async-call.ts';
import { Dialog, DialogBody, DialogButtons } from '../components/overlays/dialog.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { ProblemBox } from '../problems/problem-box.tsx';
import { closeDialog } from '../state/view-state.ts';
import { ImportPlanForm } from './import-plan-form.tsx';
import { OpenBackupForm } from './open-backup-form.tsx';
import { TransferDoneDialog } from './transfer-done-dialog.tsx';

/** Imports servers: choose a file, review its plan, apply the selection. `opened`: the system has chosen the file. */
export function ImportDialog({ opened }: { readonly opened: boolean }) {
  const t = useTranslate();
  const [chosen, setChosen] = useState<ChosenImport | null>(null);
  const [done, setDone] = useState<readonly string[] | null>(null);
  const { busy, problem, run } = useAsyncCall();
  const asked = useRef(false);

  const start = useEffectEvent(() => {
    if (opened) void choose(bridge.readOpenedFile);
  });
  useEffect(() => {
    start();
    // Main drops the file, with any secrets of a backup, when this dialog closes.
    return () => void bridge.dropImport();
  }, []);

  async function choose(ask = bridge.chooseImport): Promise<void> {
    if (asked.current) return;
    asked.current = true;
    const found = await run(ask());
    asked.current = false;
    if (found.ok && found.value !== null) setChosen(found.value);
  }

  const title = t('transfer:importing.title');
  if (done !== null) return <TransferDoneDialog title={title} sentences={done} />;
  const another = (
    <Button variant="ghost" isPending={busy} onPress={() => void choose()}>
      {t('transfer:importing.chooseOther')}
    </Button>
  );
  const showPlan = (plan: ImportPlan): void => setChosen({ kind: 'plan', plan });
  const trouble = problem === null ? null : <ProblemBox problem={problem} name="" userName="" />;
  return (
    <Dialog title={title} onClose={closeDialog} width={chosen?.kind === 'plan' ? 'large' : 'medium'}>
      {chosen === null ? (
        <>
          <DialogBody>
            {trouble}
            <p>{t('transfer:importing.text')}</p>
          </DialogBody>
          <DialogButtons>
            <Button onPress={closeDialog}>{t('window:cancel')}</Button>
            <Button autoFocus variant="primary" isPending={busy} onPress={() => void choose()}>
              {t(busy ? 'transfer:importing.reading' : 'transfer:importing.choose')}
            </Button>
          </DialogButtons>
        </>
      ) : null}
      {chosen?.kind === 'passphrase' ? (
        <OpenBackupForm
          key={chosen.planId}
          planId={chosen.planId}
          file={chosen.file}
          trouble={trouble}
          another={another}
          onOpen={showPlan}
        />
      ) : null}
      {chosen?.kind === 'plan' ? (
        <ImportPlanForm
          key={chosen.plan.planId}
          plan={chosen.plan}
          trouble={trouble}
          another={another}
          onDone={setDone}
        />
      ) : null}
    </Dialog>
  );
}
