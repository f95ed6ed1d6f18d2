import { useRef, useState } from 'react';
import { formatExactDuration, formatMoment } from '../../contract/i18n/format-time.ts';
import { type AutoLogoutPolicy, autoLogoutAt } from '../../contract/profiles/auto-logout.ts';
import { hasToken, stableSession } from '../../contract/sessions/session.ts';
import type { Row } from '../../contract/state.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../components/buttons/button.tsx';
import { Checkbox } from '../components/forms/checkbox.tsx';
import { Select } from '../components/forms/select.tsx';
import { TextField } from '../components/forms/text-field.tsx';
import { useAsyncCall } from '../components/hooks/use-async-call.ts';
import { useFormFocus } from '../components/hooks/use-form-focus.ts';
import { Dialog } from '../components/overlays/dialog.tsx';
import { DialogForm } from '../components/overlays/dialog-form.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { FormProblem } from '../problems/form-problem.tsx';
import { useAppState } from '../state/app-state.ts';
import { closeDialog, closeDialogOfKind } from '../state/view-state.ts';
import styles from './auto-logout.module.css';
import { type AutoLogoutDraft, offeredSeconds, parseDraft, timeUnits, toDraft } from './auto-logout-draft.ts';

/** Edits the auto log-out policy of a profile. */
export function AutoLogoutDialog({ row }: { readonly row: Row }) {
  const t = useTranslate();
  const { id: profileId, name, userName } = row.profile;
  const { busy, problem, run } = useAsyncCall();
  const [draft, setDraft] = useState<AutoLogoutDraft>(() => toDraft(row.profile.lease));
  const form = useRef<HTMLFormElement>(null);
  const [attempt, setAttempt] = useState<object | null>(null);
  const tried = attempt !== null;
  useFormFocus(form, attempt);
  const change = (part: Partial<AutoLogoutDraft>): void => setDraft({ ...draft, ...part });
  const { lease, amountWrong, timeWrong } = parseDraft(draft);

  async function save(): Promise<void> {
    setAttempt({});
    if (lease !== null && (await run(bridge.setAutoLogout({ profileId, lease }))).ok)
      closeDialogOfKind('auto-logout');
  }

  return (
    <Dialog title={t('auto-logout:title', { name })} onClose={closeDialog}>
      <DialogForm
        form={form}
        busy={busy}
        onSubmit={() => void save()}
        submit={{ label: t('auto-logout:save') }}
        buttons={<Button onPress={closeDialog}>{t('window:cancel')}</Button>}
      >
        <FormProblem problem={problem} name={name} userName={userName} />
        <p>{t('auto-logout:about')}</p>
        <div className={styles.choices}>
          <Checkbox
            autoFocus
            label={t('auto-logout:after')}
            checked={draft.after}
            onChange={(event) => change({ after: event.target.checked })}
          />
          {draft.after ? <AfterFields draft={draft} change={change} wrong={tried && amountWrong} /> : null}
          <Checkbox
            label={t('auto-logout:atHour')}
            checked={draft.atHour}
            onChange={(event) => change({ atHour: event.target.checked })}
          />
          {draft.atHour ? (
            <div className={styles.more}>
              <TextField
                label={t('auto-logout:hour')}
                defaultValue={draft.time}
                problem={tried && timeWrong ? t('auto-logout:hourWrong') : undefined}
                onChange={(event) => change({ time: event.target.value })}
              />
            </div>
          ) : null}
          <Checkbox
            label={t('auto-logout:onLock')}
            checked={draft.onLock}
            onChange={(event) => change({ onLock: event.target.checked })}
          />
          <Checkbox
            label={t('auto-logout:onQuit')}
            checked={draft.onQuit}
            onChange={(event) => change({ onQuit: event.target.checked })}
          />
        </div>
        {lease === null ? null : <Preview row={row} lease={lease} />}
        <p className={styles.hint}>{t('auto-logout:missed')}</p>
      </DialogForm>
    </Dialog>
  );
}

interface AfterProps {
  readonly draft: AutoLogoutDraft;
  readonly change: (part: Partial<AutoLogoutDraft>) => void;
  readonly wrong: boolean;
}

function AfterFields({ draft, change, wrong }: AfterProps) {
  const t = useTranslate();
  const times = offeredSeconds.map((seconds) => ({
    value: String(seconds),
    label: formatExactDuration(t, seconds),
  }));
  return (
    <div className={styles.more}>
      <Select
        label={t('auto-logout:time')}
        value={draft.seconds}
        options={[...times, { value: 'own', label: t('auto-logout:customTime') }]}
        onChange={(seconds) => change({ seconds })}
      />
      {draft.seconds === 'own' ? (
        <div className={styles.own}>
          <TextField
            label={t('auto-logout:amount')}
            inputMode="numeric"
            defaultValue={draft.amount}
            problem={wrong ? t('auto-logout:amountWrong') : undefined}
            onChange={(event) => change({ amount: event.target.value })}
          />
          <Select
            label={t('auto-logout:unit')}
            value={draft.unit}
            options={timeUnits.map((value) => ({ value, label: t(`auto-logout:units.${value}`) }))}
            onChange={(unit) => change({ unit })}
          />
        </div>
      ) : null}
    </div>
  );
}

/** What the edited policy would mean for the current session. */
function Preview({ row, lease }: { readonly row: Row; readonly lease: AutoLogoutPolicy }) {
  const t = useTranslate();
  const language = useAppState((state) => state.language);
  const session = stableSession(row.session);
  if (!hasToken(session)) return null;
  const now = Date.now();
  const endsAt = autoLogoutAt(lease, session.loggedInAt, now);
  if (endsAt === null) return null;
  if (endsAt <= now) return <p className={styles.warning}>{t('auto-logout:endsAtOnce')}</p>;
  return <p>{t('auto-logout:endsThen', { moment: formatMoment(t, language, endsAt, now) })}</p>;
}
