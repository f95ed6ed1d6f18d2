import { type FormEvent, useRef, useState } from 'react';
import type { Problem } from '../../contract/core/problem.ts';
import type { Draft, ProfileId } from '../../contract/profiles/profile.ts';
import { nextStep } from '../actions/next-step.ts';
import { chooseClientCertificate } from '../actions/profile-actions.ts';
import { logInByFace } from '../actions/session-actions.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../components/buttons/button.tsx';
import { useFormFocus } from '../components/hooks/use-form-focus.ts';
import { Dialog } from '../components/overlays/dialog.tsx';
import { DialogForm } from '../components/overlays/dialog-form.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { RememberPasswordField } from '../login/remember-password-field.tsx';
import { FaceTokenField } from '../login/secret-fields.tsx';
import { useFormProbe } from '../probe/use-form-probe.tsx';
import { FormProblem } from '../problems/form-problem.tsx';
import { getRow } from '../state/app-state.ts';
import { closeDialog, closeDialogOfKind } from '../state/view-state.ts';
import { ProfileFields, readDraft } from './profile-fields.tsx';
import { accountName, useAddServer } from './use-add-server.ts';

interface Props {
  /** Initial values, or null. */
  readonly from: Draft | null;
  /** The profile on whose server an account is added; null: a new server. */
  readonly like: ProfileId | null;
}

/** The form for a new server, or another account on a server. */
export function AddServerDialog({ from, like }: Props) {
  const t = useTranslate();
  const form = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState<Draft | null>(from);
  const [likeName] = useState(() => (like === null ? null : (getRow(like)?.profile.name ?? null)));
  const nameTyped = useRef(false);
  const probe = useFormProbe({
    form,
    from: from?.address ?? '',
    profileId: like,
    lookAtOnce: from !== null,
  });
  const adding = useAddServer(probe, like, () => form.current?.requestSubmit());
  const [first = null] = adding.problems;
  useFormFocus(form, first);

  function onInput({ currentTarget, target }: FormEvent<HTMLFormElement>): void {
    const draft = readDraft(currentTarget);
    probe.onInput(draft.address);
    const field = target instanceof HTMLInputElement ? target.name : '';
    if (field === 'name') nameTyped.current = true;
    const name = currentTarget.elements.namedItem('name');
    if (field === 'userName' && likeName !== null && !nameTyped.current && name instanceof HTMLInputElement)
      name.value = accountName(likeName, draft.userName);
  }

  const close = (): void => {
    if (adding.isSent) void bridge.cancelAdding();
    else closeDialog();
  };
  const saveOnly = async (then: (id: ProfileId) => void): Promise<void> => {
    if (form.current === null) return;
    setTyped(readDraft(form.current));
    const id = await adding.save(form.current);
    if (id !== null) then(id);
  };

  const busy = adding.isBusy;
  return (
    <Dialog
      title={likeName === null ? t('forms:add.title') : t('forms:add.titleLike', { name: likeName })}
      onClose={close}
    >
      <DialogForm
        form={form}
        busy={busy}
        onInput={onInput}
        onBlur={probe.onBlur}
        onSubmit={(element) => {
          setTyped(readDraft(element));
          void adding.logIn(element);
        }}
        submit={{ label: t(adding.isSent ? 'forms:login.loggingIn' : 'forms:add.logIn') }}
        buttons={
          <>
            <Button onPress={close}>{t('window:cancel')}</Button>
            <Button isPending={busy} onPress={() => void saveOnly(() => closeDialogOfKind('add'))}>
              {t('forms:add.saveOnly')}
            </Button>
          </>
        }
      >
        <FormProblem problem={first} name={displayName(typed)} userName={typed?.userName ?? ''}>
          {first !== null && nextStep(first) === 'choose-client-certificate' ? (
            <Button onPress={() => void saveOnly(chooseClientCertificate)}>
              {t('forms:add.saveAndChooseCertificate')}
            </Button>
          ) : null}
          {first?.code === 'face-check-needed' ? (
            <Button onPress={() => void saveOnly(logInByFace)}>{t('forms:add.saveAndShowFace')}</Button>
          ) : null}
        </FormProblem>
        {adding.wasCancelled ? <p role="status">{t('forms:add.cancelled')}</p> : null}
        <ProfileFields
          draft={from}
          problem={adding.problems}
          start={like === null ? 'address' : 'userName'}
          folds
          note={probe.note(adding.problems)}
        >
          <RememberPasswordField problem={adding.problems} address={probe.address} kept={false} />
        </ProfileFields>
        {asksForFaceToken(first) ? <FaceTokenField problem={adding.problems} /> : null}
      </DialogForm>
      {probe.prompt}
    </Dialog>
  );
}

function asksForFaceToken(problem: Problem | null): boolean {
  return problem?.code === 'face-check-needed' && problem.type === 'face_and_password';
}

function displayName(draft: Draft | null): string {
  return draft?.name.trim() || draft?.address.trim() || '';
}
