import { useRef, useState } from 'react';
import { addressText } from '../../contract/profiles/profile.ts';
import { hasToken } from '../../contract/sessions/session.ts';
import type { Row } from '../../contract/state.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../components/buttons/button.tsx';
import { ManagedNote } from '../components/forms/managed-note.tsx';
import { useAsyncCall } from '../components/hooks/use-async-call.ts';
import { useFormFocus } from '../components/hooks/use-form-focus.ts';
import { useUnmounted } from '../components/hooks/use-lifecycle.ts';
import { Dialog } from '../components/overlays/dialog.tsx';
import { DialogForm } from '../components/overlays/dialog-form.tsx';
import { CertificatePasswordDialog } from '../connection/certificate-password-dialog.tsx';
import { ConnectionFields } from '../connection/connection-part.tsx';
import { useConnection } from '../connection/use-connection.ts';
import { useTranslate } from '../i18n/translate.ts';
import { useFormProbe } from '../probe/use-form-probe.tsx';
import { FormProblem } from '../problems/form-problem.tsx';
import { useAppState } from '../state/app-state.ts';
import { isManagedServer } from '../state/managed.ts';
import { closeDialog, closeDialogOfKind } from '../state/view-state.ts';
import { ProfileFields, readDraft } from './profile-fields.tsx';
import styles from './profile-form.module.css';

interface Props {
  readonly row: Row;
  /** The field with the initial focus. */
  readonly start: 'notes' | 'client-certificate' | undefined;
}

/** The form of an existing profile. */
export function EditDialog({ row, start }: Props) {
  const t = useTranslate();
  const form = useRef<HTMLFormElement>(null);
  const { busy, problem, setProblem, run } = useAsyncCall();
  const isUnmounted = useUnmounted();
  const [looking, setLooking] = useState(false);
  const [losesSession, setLosesSession] = useState(false);
  const { id: profileId, name, userName, address, tags, environment, notes = '' } = row.profile;
  const isManaged = useAppState((state) => isManagedServer(state.managed, profileId));
  const draft = { address: addressText(address), name, userName, tags, environment, notes };
  const connection = useConnection(row.profile);
  const { client } = connection;
  const probe = useFormProbe({ form, from: draft.address, profileId, lookAtOnce: false });
  useFormFocus(form, problem);
  const isBusy = busy || looking;

  async function save(element: HTMLFormElement): Promise<void> {
    const proxy = new FormData(element).get('proxy');
    const choice = connection.choice(typeof proxy === 'string' ? proxy : '');
    if (!choice.ok) return setProblem(choice.problem);
    const typed = readDraft(element);
    setLooking(true);
    const finding = await probe.finding(typed.address);
    setLooking(false);
    // Cancelled meanwhile.
    if (isUnmounted() || finding === 'unseen') return;
    const saving = bridge.editProfile({ profileId, draft: typed, finding, choice: choice.value });
    if ((await run(saving)).ok) closeDialogOfKind('edit');
  }

  return (
    <Dialog title={t('forms:edit.title', { name })} onClose={closeDialog}>
      <DialogForm
        form={form}
        busy={isBusy}
        onSubmit={(element) => void save(element)}
        submit={{ label: t('forms:edit.save') }}
        buttons={<Button onPress={closeDialog}>{t('window:cancel')}</Button>}
        onInput={(event) => probe.onInput(readDraft(event.currentTarget).address)}
        onBlur={probe.onBlur}
        onChange={(event) => {
          const typed = readDraft(event.currentTarget);
          const moved = typed.address.trim() !== draft.address || typed.userName.trim() !== userName;
          setLosesSession(moved && hasToken(row.session));
        }}
      >
        {isManaged ? <ManagedNote>{t('forms:edit.managed')}</ManagedNote> : null}
        <FormProblem problem={problem} name={name} userName={userName} />
        <ProfileFields
          draft={draft}
          problem={problem}
          start={start === 'notes' ? start : undefined}
          note={probe.note(problem)}
        />
        <ConnectionFields
          profile={row.profile}
          form={connection}
          address={probe.address}
          problem={problem}
          startsAtClient={start === 'client-certificate'}
        />
        {losesSession ? <p className={styles.warning}>{t('forms:edit.losesSession')}</p> : null}
      </DialogForm>
      {client.sealedFile === null ? null : (
        <CertificatePasswordDialog
          file={client.sealedFile}
          onClose={client.cancelPassword}
          onOpened={client.opened}
        />
      )}
      {probe.prompt}
    </Dialog>
  );
}
