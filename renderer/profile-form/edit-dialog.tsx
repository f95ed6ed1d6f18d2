import { useRef, useState } from 'react';
import { addressText } from '../../contract/profiles/profile.ts';
import { isHeld } from '../../contract/sessions/session.ts';
import type { Row } from '../../contract/state.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../components/buttons/button.tsx';
import { Spinner } from '../components/display/spinner.tsx';
import { useCall } from '../components/hooks/use-async-call.ts';
import { useFocusOnProblem } from '../components/hooks/use-form-focus.ts';
import { useGone } from '../components/hooks/use-lifecycle.ts';
import { Dialog, DialogBody, DialogButtons } from '../components/overlays/dialog.tsx';
import { ConnectionPart } from '../connection/connection-part.tsx';
import { useConnection } from '../connection/use-connection.ts';
import { useWords } from '../i18n/translate.ts';
import { useAddressProbe } from '../probe/use-form-probe.tsx';
import { isFieldProblem } from '../problems/field-problem.ts';
import { ProblemBox } from '../problems/problem-box.tsx';
import { closeDialog, closeDialogOf } from '../state/view-state.ts';
import styles from './edit-dialog.module.css';
import { DraftFields, readDraft } from './profile-fields.tsx';

/** The form of a profile that is in the list. */
export function EditDialog({ row }: { readonly row: Row }) {
  const t = useWords();
  const form = useRef<HTMLFormElement>(null);
  const { busy, problem, tell, wait } = useCall();
  const isGone = useGone();
  const [looking, setLooking] = useState(false);
  const [losesSession, setLosesSession] = useState(false);
  const { id: profileId, name, userName, address, tags, environment } = row.profile;
  const draft = { address: addressText(address), name, userName, tags, environment };
  const connection = useConnection(row.profile);
  const probe = useAddressProbe({ form, from: draft.address, profileId, lookAtOnce: false });
  useFocusOnProblem(form, problem);
  const isBusy = busy || looking;

  async function save(element: HTMLFormElement): Promise<void> {
    const proxy = new FormData(element).get('proxy');
    const choice = connection.choice(typeof proxy === 'string' ? proxy : '');
    if (!choice.ok) return tell(choice.problem);
    const typed = readDraft(element);
    setLooking(true);
    const finding = await probe.finding(typed.address);
    setLooking(false);
    // Whoever cancelled meanwhile wants nothing changed.
    if (isGone() || finding === 'unseen') return;
    const saving = bridge.editProfile({ profileId, draft: typed, finding, choice: choice.value });
    if (await wait(saving)) closeDialogOf('edit');
  }

  return (
    <Dialog title={t('forms.edit.title', { name })} onClose={closeDialog}>
      <form
        ref={form}
        noValidate
        onInput={(event) => probe.onInput(readDraft(event.currentTarget).address)}
        onBlur={probe.onBlur}
        onChange={(event) => {
          const typed = readDraft(event.currentTarget);
          const moved = typed.address.trim() !== draft.address || typed.userName.trim() !== userName;
          setLosesSession(moved && isHeld(row.session));
        }}
        onSubmit={(event) => {
          event.preventDefault();
          if (!isBusy) void save(event.currentTarget);
        }}
      >
        <DialogBody>
          {problem === null || isFieldProblem(problem) ? null : (
            <ProblemBox problem={problem} name={name} userName={userName} />
          )}
          <DraftFields draft={draft} problem={problem} note={probe.note} />
          <ConnectionPart profile={row.profile} form={connection} address={probe.address} problem={problem} />
          {losesSession ? <p className={styles.warning}>{t('forms.edit.losesSession')}</p> : null}
        </DialogBody>
        <DialogButtons>
          <Button onPress={closeDialog}>{t('window.cancel')}</Button>
          <Button type="submit" loudness="primary" isDisabled={isBusy} icon={isBusy ? <Spinner /> : null}>
            {t('forms.edit.save')}
          </Button>
        </DialogButtons>
      </form>
      {probe.obstacle}
    </Dialog>
  );
}
