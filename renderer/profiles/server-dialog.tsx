import { useRef, useState } from 'react';
import type { Draft, ProfileId } from '../../contract/profile.ts';
import { bridge } from '../bridge.ts';
import { PlainHttpWarning } from '../connection/plain-http-warning.tsx';
import { Button } from '../parts/button.tsx';
import { Dialog, DialogBody, DialogButtons } from '../parts/dialog.tsx';
import { Spinner } from '../parts/spinner.tsx';
import { useGone } from '../parts/use-gone.ts';
import { isFieldProblem } from '../problems/field-problem.ts';
import { useFocusOnProblem } from '../problems/focus-on-problem.ts';
import { ProblemBox } from '../problems/problem-box.tsx';
import { KeptPasswordField } from '../sessions/kept-password-field.tsx';
import { FaceTokenField } from '../sessions/secret-fields.tsx';
import { showFace } from '../sessions/session-actions.ts';
import { takeSecrets, useLogin } from '../sessions/use-login.tsx';
import { closeDialog, closeDialogOf, show } from '../state/view-state.ts';
import { useWords } from '../words.ts';
import { useAddressProbe } from './address-probe.tsx';
import { DraftFields, readDraft } from './draft-fields.tsx';

/** The form for a server that is not in the list yet. */
export function ServerDialog({ from }: { readonly from: Draft | null }) {
  const t = useWords();
  const form = useRef<HTMLFormElement>(null);
  const [savedId, setSavedId] = useState<ProfileId | null>(null);
  const [typed, setTyped] = useState<Draft | null>(from);
  const { under, problem, tell, attempt, cancel, obstacle } = useLogin(() => form.current?.requestSubmit());
  const [waiting, setWaiting] = useState(false);
  const isGone = useGone();
  const probe = useAddressProbe({
    form,
    from: from?.address ?? '',
    profileId: savedId,
    lookAtOnce: from !== null,
  });
  useFocusOnProblem(form, problem);
  const busy = under !== null || waiting;

  /** Adds the profile, or changes it if an earlier attempt has added it. */
  async function save(element: HTMLFormElement): Promise<ProfileId | null> {
    const draft = readDraft(element);
    setTyped(draft);
    tell(null);
    setWaiting(true);
    const finding = await probe.finding(draft.address);
    setWaiting(false);
    // Whoever cancelled meanwhile wants nothing added, and nothing sent.
    if (isGone() || finding === 'unseen') return null;
    if (savedId !== null) {
      const result = await bridge.editProfile({ profileId: savedId, draft, finding, choice: null });
      if (!result.ok) tell(result.problem);
      return result.ok ? savedId : null;
    }
    const result = await bridge.addProfile({ draft, finding });
    if (!result.ok) {
      tell(result.problem);
      return null;
    }
    setSavedId(result.value);
    show({ selectedId: result.value, view: 'all', search: '' });
    return result.value;
  }

  async function saveAndLogIn(element: HTMLFormElement): Promise<void> {
    if (busy) return;
    const secrets = takeSecrets(element);
    if (secrets.password === '') {
      tell({ code: 'password-missing' });
      return;
    }
    const profileId = await save(element);
    if (isGone()) return;
    if (profileId === null) secrets.giveBack();
    else if (await attempt(profileId, secrets)) closeDialogOf('add');
  }

  const shown = problem !== null && !isFieldProblem(problem) ? problem : null;
  const faceWanted = problem?.code === 'face-check-needed';
  const faceAsked = problem?.code === 'face-check-needed' && problem.type === 'face_and_password';
  return (
    <Dialog title={t('forms.add.title')} onClose={() => (under === null ? closeDialog() : cancel())}>
      <form
        ref={form}
        noValidate
        onInput={(event) => probe.onInput(readDraft(event.currentTarget).address)}
        onBlur={probe.onBlur}
        onSubmit={(event) => {
          event.preventDefault();
          void saveAndLogIn(event.currentTarget);
        }}
      >
        <DialogBody>
          {shown === null ? null : (
            <ProblemBox problem={shown} name={nameOf(typed)} userName={typed?.userName ?? ''}>
              {savedId === null ? null : <p>{t('forms.add.saved')}</p>}
              {faceWanted && savedId !== null ? (
                <Button onPress={() => showFace(savedId)}>{t('face.logIn')}</Button>
              ) : null}
            </ProblemBox>
          )}
          <PlainHttpWarning address={probe.address} />
          <DraftFields draft={from} problem={problem} note={probe.note}>
            <KeptPasswordField problem={problem} address={probe.address} kept={false} />
          </DraftFields>
          {faceAsked ? <FaceTokenField problem={problem} /> : null}
        </DialogBody>
        <DialogButtons>
          <Button onPress={() => (under === null ? closeDialog() : cancel())}>{t('window.cancel')}</Button>
          <Button
            isDisabled={busy}
            onPress={async () => {
              if (form.current !== null && (await save(form.current)) !== null) closeDialogOf('add');
            }}
          >
            {t('forms.add.saveOnly')}
          </Button>
          <Button type="submit" loudness="primary" isDisabled={busy} icon={busy ? <Spinner /> : null}>
            {t(under === null ? 'forms.add.logIn' : 'forms.login.loggingIn')}
          </Button>
        </DialogButtons>
      </form>
      {obstacle ?? probe.obstacle}
    </Dialog>
  );
}

function nameOf(draft: Draft | null): string {
  return draft?.name.trim() || draft?.address.trim() || '';
}
