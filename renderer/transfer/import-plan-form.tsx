import { type ReactNode, useState } from 'react';
import type { Translate } from '../../contract/texts.ts';
import type { ImportCounts, ImportPlan } from '../../contract/transfer.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../components/buttons/button.tsx';
import { useAsyncCall } from '../components/hooks/use-async-call.ts';
import { DialogForm } from '../components/overlays/dialog-form.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { FormProblem } from '../problems/form-problem.tsx';
import { RunProgress } from '../selection/run-progress.tsx';
import { closeDialog } from '../state/view-state.ts';
import { EntryGroup } from './entry-group.tsx';
import { defaultSelection } from './selection.ts';
import styles from './transfer.module.css';

interface Props {
  readonly plan: ImportPlan;
  readonly trouble: ReactNode;
  readonly another: ReactNode;
  readonly onDone: (sentences: readonly string[]) => void;
}

/** The import plan in groups; only selected entries are applied. */
export function ImportPlanForm({ plan, trouble, another, onDone }: Props) {
  const t = useTranslate();
  const [selection, setSelection] = useState(() => defaultSelection(plan));
  const { busy, problem, run } = useAsyncCall();
  const groups = ['new', 'changed', 'unusable', 'same'] as const;

  async function carryOut(): Promise<void> {
    const { planId } = plan;
    const counts = await run(bridge.importChosen({ planId, chosen: [...selection.values()] }));
    if (counts.ok) onDone(describeCounts(t, counts.value));
  }

  return (
    <DialogForm
      busy={busy}
      onSubmit={() => void carryOut()}
      submit={{
        label: t('transfer:importing.submit', { count: selection.size }),
        isDisabled: selection.size === 0,
        autoFocus: true,
      }}
      buttons={<Button onPress={closeDialog}>{t('window:cancel')}</Button>}
      aside={another}
    >
      {busy ? <RunProgress /> : null}
      {trouble}
      <FormProblem problem={problem} />
      <p className={styles.source}>{t(`transfer:importing.sources.${plan.source}`, { file: plan.file })}</p>
      {plan.secretsLeftOut ? (
        <p className={styles.warning}>{t('transfer:importing.secretsLeftOut')}</p>
      ) : null}
      {groups.map((kind) => (
        <EntryGroup key={kind} kind={kind} plan={plan} selection={selection} onChange={setSelection} />
      ))}
    </DialogForm>
  );
}

function describeCounts(t: Translate, counts: ImportCounts): readonly string[] {
  const parts = ['added', 'changed', 'sessions', 'failed', 'left'] as const;
  const told = parts.filter((part) => counts[part] > 0 || part === 'added');
  return told.map((part) => t(`transfer:importing.${part}`, { count: counts[part] }));
}
