import { useState } from 'react';
import { environments, type ProfileId } from '../../contract/profiles/profile.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../components/buttons/button.tsx';
import { Select } from '../components/forms/select.tsx';
import { useAsyncCall } from '../components/hooks/use-async-call.ts';
import { Dialog } from '../components/overlays/dialog.tsx';
import { DialogForm } from '../components/overlays/dialog-form.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { FormProblem } from '../problems/form-problem.tsx';
import { useAppState } from '../state/app-state.ts';
import { closeDialog, closeDialogOfKind } from '../state/view-state.ts';

/** Sets the environment of one server or of the ticked ones. */
export function EnvironmentDialog({ profileIds }: { readonly profileIds: readonly ProfileId[] }) {
  const t = useTranslate();
  const rows = useAppState((state) => state.rows).filter(({ profile }) => profileIds.includes(profile.id));
  const before = new Set(rows.map(({ profile }) => profile.environment));
  const [environment, setEnvironment] = useState([...before][0] ?? 'none');
  const { busy, problem, run } = useAsyncCall();
  const name = rows[0]?.profile.name ?? '';

  async function save(): Promise<void> {
    const changed = await run(bridge.changeMany({ profileIds, change: { environment } }));
    if (changed.ok) closeDialogOfKind('environment');
  }

  return (
    <Dialog
      title={
        rows.length === 1
          ? t('forms:environment.titleOf', { name })
          : t('forms:environment.title', { count: rows.length })
      }
      onClose={closeDialog}
    >
      <DialogForm
        busy={busy}
        onSubmit={() => void save()}
        submit={{ label: t('forms:edit.save') }}
        buttons={<Button onPress={closeDialog}>{t('window:cancel')}</Button>}
      >
        <FormProblem problem={problem} />
        <Select
          label={t('forms:add.environment')}
          hint={before.size > 1 ? t('forms:environment.mixed') : undefined}
          value={environment}
          onChange={setEnvironment}
          options={environments.map((value) => ({ value, label: t(`window:environment.${value}`) }))}
          autoFocus
        />
      </DialogForm>
    </Dialog>
  );
}
