import { shortAddress } from '../../contract/profiles/profile.ts';
import { mayShowFace } from '../../contract/sessions/face.ts';
import type { Row } from '../../contract/state.ts';
import { logInWithPassword } from '../actions/session-actions.ts';
import { Button } from '../components/buttons/button.tsx';
import { Spinner } from '../components/display/spinner.tsx';
import { Select } from '../components/forms/select.tsx';
import { Dialog, DialogBody, DialogButtons } from '../components/overlays/dialog.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { ProblemBox } from '../problems/problem-box.tsx';
import type { FacePurpose } from '../state/view-state.ts';
import styles from './face-dialog.module.css';
import { LivePicture, RecordedPicture } from './face-picture.tsx';
import { type FaceForm, useFace } from './use-face.ts';

interface Props {
  readonly row: Row;
  readonly purpose: FacePurpose;
}

/** Records or chooses a face video, shows it to the person and sends it. */
export function FaceDialog({ row, purpose }: Props) {
  const t = useTranslate();
  const { id, name, userName, address } = row.profile;
  const face = useFace(row, purpose);
  const host = new URL(address.origin).host;
  const isPossible = mayShowFace(address);
  const problem = isPossible ? face.problem : ({ code: 'face-needs-https', host } as const);
  return (
    <Dialog
      title={t(purpose === 'login' ? 'login:face.title' : 'login:face.renewTitle', { name })}
      onClose={face.close}
    >
      <DialogBody>
        <p className={styles.who}>
          {t('forms:login.asUser', { user: userName })} · {shortAddress(address)}
        </p>
        {problem === null ? null : (
          <ProblemBox problem={problem} name={name} userName={userName} session={row.session} />
        )}
        {isPossible ? <Stage face={face} row={row} purpose={purpose} host={host} /> : null}
      </DialogBody>
      <DialogButtons
        aside={
          purpose === 'login' ? (
            <Button variant="ghost" onPress={() => leaveFor(face, () => logInWithPassword(id))}>
              {t('login:face.withPassword')}
            </Button>
          ) : null
        }
      >
        <Button onPress={face.close}>{t('window:cancel')}</Button>
        {isPossible ? <GoOn face={face} purpose={purpose} /> : null}
      </DialogButtons>
      {face.prompt}
    </Dialog>
  );
}

/** The primary button, one element for all steps, so that it keeps the focus. */
function GoOn({ face, purpose }: { readonly face: FaceForm; readonly purpose: FacePurpose }) {
  const t = useTranslate();
  const { stage, camera } = face;
  const send = t(purpose === 'login' ? 'login:face.send' : 'login:face.sendToRenew');
  const words = {
    start: t(camera.starting ? 'login:face.starting' : 'login:face.turnOn'),
    live: t('login:face.record'),
    recording: t('login:face.recording'),
    recorded: send,
    chosen: send,
    sending: t('login:face.sending'),
  }[stage];
  const isBusy = stage === 'recording' || stage === 'sending' || camera.starting;
  const press = (): void => {
    if (stage === 'start') face.turnOn();
    else if (stage === 'live') face.record();
    else face.send();
  };
  return (
    <Button variant="primary" autoFocus isPending={isBusy} icon={isBusy ? <Spinner /> : null} onPress={press}>
      {words}
    </Button>
  );
}

function Stage({ face, row, purpose, host }: Props & { readonly face: FaceForm; readonly host: string }) {
  const t = useTranslate();
  const { stage, camera, recorded, chosen } = face;
  const settled = stage !== 'recording' && stage !== 'sending';
  const choose = (
    <Button isPending={face.choosing} onPress={face.choose}>
      {t('login:face.choose')}
    </Button>
  );
  if (recorded !== null)
    return (
      <>
        <RecordedPicture bytes={recorded} label={t('login:face.recorded')} />
        <p className={styles.centred} role="status">
          {t(stage === 'sending' ? 'login:face.sending' : 'login:face.isGood')}
        </p>
        {settled ? (
          <div className={styles.row}>
            <Button onPress={() => face.turnOn()}>{t('login:face.again')}</Button>
            {choose}
          </div>
        ) : null}
      </>
    );
  if (chosen !== null)
    return (
      <>
        <p className={styles.file}>
          {t('login:face.chosen', { file: chosen.file, mb: megabytes(chosen.bytes) })}
        </p>
        <p className={styles.note} role="status">
          {stage === 'sending' ? t('login:face.sending') : null}
        </p>
        {settled ? <div className={styles.row}>{choose}</div> : null}
      </>
    );
  if (camera.stream !== null)
    return (
      <>
        <LivePicture
          stream={camera.stream}
          label={t('login:face.picture')}
          recording={stage === 'recording'}
        />
        <p className={styles.centred} role="status">
          {t('login:face.look')}
        </p>
        {camera.choices.length > 1 && settled ? (
          <Select
            label={t('login:face.camera')}
            options={camera.choices.map(({ id, label }, index) => ({
              value: id,
              label: label || t('login:face.cameraNumber', { number: index + 1 }),
            }))}
            value={camera.chosen}
            onChange={face.turnOn}
          />
        ) : null}
      </>
    );
  const isBoth = row.server?.authType === 'face_and_password';
  return (
    <>
      <p className={styles.note}>
        {t('login:face.lead', { host })}{' '}
        {purpose === 'renew' ? t('login:face.sameToken') : isBoth ? t('login:face.thenPassword') : ''}
      </p>
      <div className={styles.row}>{choose}</div>
    </>
  );
}

function leaveFor(face: FaceForm, next: () => void): void {
  face.close();
  next();
}

function megabytes(bytes: number): string {
  return (Math.ceil(bytes / 100_000) / 10).toFixed(1);
}
