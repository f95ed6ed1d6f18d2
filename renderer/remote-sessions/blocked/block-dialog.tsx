import type { Result } from '../../../contract/core/result.ts';
import type { EpochMs } from '../../../contract/core/time.ts';
import { maxReasonLength } from '../../../contract/sessions/remote-sessions.ts';
import type { Row } from '../../../contract/state.ts';
import { Button } from '../../components/buttons/button.tsx';
import { DescriptionItem, DescriptionList } from '../../components/display/description-list.tsx';
import { TextField } from '../../components/forms/text-field.tsx';
import { useAsyncCall } from '../../components/hooks/use-async-call.ts';
import { Dialog } from '../../components/overlays/dialog.tsx';
import { DialogForm } from '../../components/overlays/dialog-form.tsx';
import { useTranslate } from '../../i18n/translate.ts';
import { FormProblem } from '../../problems/form-problem.tsx';
import { endOfDay, formatDateInput } from './date-input.ts';

interface Props {
  readonly title: string;
  readonly device: string;
  readonly row: Row;
  /** The present values, when a block is changed. */
  readonly before?: { readonly reason: string; readonly until: EpochMs | null };
  readonly send: (reason: string, until: EpochMs | null) => Promise<Result>;
  readonly onClose: (sent: boolean) => void;
}

/** Asks for reason and end of a block, and explains its effect. */
export function BlockDialog({ title, device, row, before, send, onClose }: Props) {
  const t = useTranslate();
  const { busy, problem, run } = useAsyncCall();
  const { name, userName } = row.profile;

  async function submit(form: FormData): Promise<void> {
    const reason = String(form.get('reason') ?? '');
    if ((await run(send(reason, endOfDay(String(form.get('until') ?? ''))))).ok) onClose(true);
  }

  return (
    <Dialog title={title} onClose={() => onClose(false)}>
      <DialogForm
        busy={busy}
        onSubmit={(element) => void submit(new FormData(element))}
        submit={{
          label: t(before === undefined ? 'sessions:blocking.submit' : 'sessions:blocking.save'),
          variant: before === undefined ? 'danger' : 'primary',
        }}
        buttons={<Button onPress={() => onClose(false)}>{t('window:cancel')}</Button>}
      >
        <FormProblem problem={problem} name={name} userName={userName} />
        <p>{t('sessions:blocking.text')}</p>
        <DescriptionList>
          <DescriptionItem term={t('sessions:blocking.device')}>{device}</DescriptionItem>
        </DescriptionList>
        <TextField
          label={t('sessions:blocking.reason')}
          hint={t('sessions:blocking.reasonHint')}
          name="reason"
          required
          autoFocus
          autoComplete="off"
          maxLength={maxReasonLength}
          defaultValue={before?.reason ?? ''}
        />
        <TextField
          label={t('sessions:blocking.until')}
          hint={t('sessions:blocking.untilHint')}
          name="until"
          type="date"
          min={formatDateInput(Date.now())}
          max="9999-12-30"
          defaultValue={before?.until == null ? '' : formatDateInput(before.until)}
        />
      </DialogForm>
    </Dialog>
  );
}
