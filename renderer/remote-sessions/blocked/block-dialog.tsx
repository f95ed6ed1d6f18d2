import type { Result } from '../../../contract/core/result.ts';
import type { EpochMs } from '../../../contract/core/time.ts';
import { maxReasonLength } from '../../../contract/sessions/remote-sessions.ts';
import type { Row } from '../../../contract/state.ts';
import { Button } from '../../components/buttons/button.tsx';
import { DescriptionItem, DescriptionList } from '../../components/display/description-list.tsx';
import { Spinner } from '../../components/display/spinner.tsx';
import { TextField } from '../../components/forms/text-field.tsx';
import { useAsyncCall } from '../../components/hooks/use-async-call.ts';
import { Dialog, DialogBody, DialogButtons } from '../../components/overlays/dialog.tsx';
import { useTranslate } from '../../i18n/translate.ts';
import { ProblemBox } from '../../problems/problem-box.tsx';
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
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) void submit(new FormData(event.currentTarget));
        }}
      >
        <DialogBody>
          {problem === null ? null : <ProblemBox problem={problem} name={name} userName={userName} />}
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
        </DialogBody>
        <DialogButtons>
          <Button onPress={() => onClose(false)}>{t('window:cancel')}</Button>
          <Button
            type="submit"
            variant={before === undefined ? 'danger' : 'primary'}
            isPending={busy}
            icon={busy ? <Spinner /> : null}
          >
            {t(before === undefined ? 'sessions:blocking.submit' : 'sessions:blocking.save')}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
