import { useEffect, useRef, useState } from 'react';
import type { Problem } from '../../contract/core/problem.ts';
import type { EpochMs } from '../../contract/core/time.ts';
import { shortAddress } from '../../contract/profiles/profile.ts';
import { mayShowFace } from '../../contract/sessions/face.ts';
import { hasToken, type Session, stableSession } from '../../contract/sessions/session.ts';
import type { Row } from '../../contract/state.ts';
import { nextStep } from '../actions/next-step.ts';
import { isFaceOffered } from '../actions/preferred-login-method.ts';
import { chooseClientCertificate } from '../actions/profile-actions.ts';
import { logInByFace, openInBrowser } from '../actions/session-actions.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../components/buttons/button.tsx';
import { useFormFocus } from '../components/hooks/use-form-focus.ts';
import { Dialog } from '../components/overlays/dialog.tsx';
import { DialogForm } from '../components/overlays/dialog-form.tsx';
import { PlainHttpWarning } from '../connection/plain-http-warning.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { FormProblem } from '../problems/form-problem.tsx';
import { getRow, useAppState } from '../state/app-state.ts';
import { closeDialog, closeDialogOfKind } from '../state/view-state.ts';
import styles from './login.module.css';
import { RememberPasswordField } from './remember-password-field.tsx';
import { FaceTokenField } from './secret-fields.tsx';
import { takeSecrets, useLogin } from './use-login.tsx';

interface Props {
  readonly row: Row;
  /** The problem of the saved password, if it was tried. */
  readonly problem: Problem | null;
  /** Whether a face was recognized just before. */
  readonly afterFace: boolean;
}

/** Asks for the password of a profile and logs in. */
export function LoginDialog({ row, problem: before, afterFace }: Props) {
  const t = useTranslate();
  const { id, name, userName, address } = row.profile;
  const form = useRef<HTMLFormElement>(null);
  const login = useLogin(() => form.current?.requestSubmit(), before);
  const { problem, mayBeGranted, setProblem } = login;
  const [withFace, setWithFace] = useState(false);
  // Undefined: no log-in is running. Not a state: drawing the dialog again would delay the result.
  const replaced = useRef<EpochMs | null>(undefined);
  // While the password is typed: the first log-in would wait for it.
  useEffect(() => void bridge.prepareLogin({ profileId: id }), [id]);
  useFormFocus(form, problem);
  const faceAsked = problem?.code === 'face-check-needed' && problem.type === 'face_and_password';
  const wantsFace = problem?.code === 'face-check-needed' || problem?.code === 'face-token-refused';
  const canShowFace = isFaceOffered(row.server?.authType ?? null) && mayShowFace(address);
  const hasFace = afterFace && !wantsFace;
  const close = (): void => {
    if (login.cancel()) return;
    closeDialog();
    // The face token must not be left for the next log-in.
    if (afterFace) void bridge.cancelFace({ profileId: id });
  };

  async function logIn(element: HTMLFormElement): Promise<void> {
    if (login.isRunning()) return;
    const secrets = takeSecrets(element);
    if (secrets.password === '') return setProblem({ code: 'password-missing' });
    replaced.current = startOf(row.session);
    const isLoggedIn = await login.attempt(id, secrets);
    if (isLoggedIn && replaced.current !== undefined) closeDialogOfKind('login');
    replaced.current = undefined;
  }

  // The granted session arrives before the result of the call, which comes once it is written: row and dialog change in
  // one rendering.
  useEffect(
    () =>
      useAppState.subscribe(() => {
        const session = getRow(id)?.session;
        if (session === undefined || replaced.current === undefined) return;
        if (!hasToken(session) || startOf(session) === replaced.current) return;
        replaced.current = undefined;
        // While nothing has changed: a field that is removed with the focus has the whole window laid out first.
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
        closeDialogOfKind('login');
      }),
    [id],
  );
  return (
    <Dialog title={t('forms:login.title', { name })} onClose={close}>
      <DialogForm
        form={form}
        busy={login.isShown}
        onSubmit={(element) => void logIn(element)}
        submit={{ label: t(login.isShown ? 'forms:login.loggingIn' : 'forms:login.logIn') }}
        buttons={<Button onPress={close}>{t('window:cancel')}</Button>}
        aside={
          <>
            {!hasFace && (wantsFace || canShowFace) ? (
              <Button variant="ghost" onPress={() => logInByFace(id)}>
                {t('login:face.logIn')}
              </Button>
            ) : null}
            {problem?.code === 'face-check-needed' ? (
              <Button variant="ghost" onPress={() => void openInBrowser(id)}>
                {t('servers:openInBrowser')}
              </Button>
            ) : null}
          </>
        }
      >
        <p className={styles.who}>
          {t('forms:login.asUser', { user: userName })} · {shortAddress(address)}
        </p>
        <FormProblem problem={problem} name={name} userName={userName} session={row.session}>
          {isAboutClientCertificate(problem) ? (
            <Button onPress={() => chooseClientCertificate(id)}>
              {t('problems:fixes.chooseClientCertificate')}
            </Button>
          ) : null}
        </FormProblem>
        {mayBeGranted ? <p role="status">{t('forms:add.cancelled')}</p> : null}
        {hasFace ? <p role="status">{t('login:face.recognized')}</p> : null}
        <PlainHttpWarning address={address.origin} />
        {/* For password managers. */}
        <input type="text" name="userName" autoComplete="username" value={userName} readOnly hidden />
        <RememberPasswordField problem={problem} address={address.origin} kept={row.passwordKept} autoFocus />
        {hasFace ? null : withFace || faceAsked ? (
          <FaceTokenField problem={problem} />
        ) : (
          <div className={styles.other}>
            <Button variant="ghost" onPress={() => setWithFace(true)}>
              {t('forms:login.withFaceToken')}
            </Button>
          </div>
        )}
      </DialogForm>
      {login.prompt}
    </Dialog>
  );
}

function isAboutClientCertificate(problem: Problem | null): boolean {
  return problem !== null && nextStep(problem) === 'choose-client-certificate';
}

/** When this session, or the previous one of a running log-in, began; null: there is none. */
function startOf(session: Session): EpochMs | null {
  const stable = stableSession(session);
  return hasToken(stable) ? stable.loggedInAt : null;
}
